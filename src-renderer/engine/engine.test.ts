import { expect, test } from 'vitest'
import { compileMiniature } from '../../src-compiler/samples/miniature.ts'
import { encodeLibrary } from '../../src-library/format/library.ts'
import { Engine, type ReadFile } from './engine.ts'
import { noFilters, type SearchRequest } from './protocol.ts'

const request = (text: string): SearchRequest => ({
  text,
  offset: 0,
  limit: 10,
  filters: noFilters,
  sort: 'relevance',
  language: 'en',
})

/** The miniature pack as files, each of which can be held back. */
async function miniatureFiles(
  hold: (path: string) => Promise<void> = async () => undefined,
): Promise<ReadFile> {
  const { pack, files } = await compileMiniature()
  const library = new Map([...files].map(([path, bytes]) => [`${pack.id}/${path}`, bytes]))
  library.set(
    'library.json',
    new TextEncoder().encode(encodeLibrary({ packs: [{ state: 'ready', id: pack.id }] })),
  )
  return async (path) => {
    await hold(path)
    const bytes = library.get(path)
    if (!bytes) throw new Error(`There is no ${path}`)
    return bytes
  }
}

test('a search finds sections with their snippet', async () => {
  const answer = await new Engine(await miniatureFiles()).search(request('library'))
  if (answer === 'superseded') throw new Error('Nothing superseded it.')
  expect(answer.total).toBeGreaterThan(0)
  expect(answer.hits[0]?.snippet.length).toBeGreaterThan(0)
  expect(answer.pending).toEqual([])
})

test('a search that could not wait says which packs are still to come, however slow the listing was', async () => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const slow = await miniatureFiles(async (path) => {
    if (path === 'library.json') await new Promise((resolve) => setTimeout(resolve, 300))
    if (path.endsWith('index.bin')) await held
  })
  const engine = new Engine(slow)
  const early = await engine.search(request('library'))
  expect(early).toMatchObject({ total: 0, pending: [expect.any(String)] })
  release()
  expect(await engine.search(request('library'))).toMatchObject({ pending: [] })
})

test('hits whose texts are still to come are there without lines, and their pack is said to be to come', async () => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const engine = new Engine(
    await miniatureFiles((path) => (path.endsWith('texts.bin') ? held : Promise.resolve())),
  )
  const lines = async (): Promise<readonly [number, boolean]> => {
    const answer = await engine.search(request('library'))
    if (answer === 'superseded') throw new Error('Nothing superseded it.')
    return [answer.hits[0]?.snippet.length ?? -1, answer.pending.length > 0]
  }
  expect(await lines()).toEqual([0, true])
  release()
  expect(await lines()).toEqual([1, false])
})

test('marks wait for every pack: half of them would mark half of the words', async () => {
  const slow = await miniatureFiles(() => new Promise((resolve) => setTimeout(resolve, 120)))
  expect((await new Engine(slow).marks('library')).terms.length).toBeGreaterThan(0)
})

test('a damaged index takes out its own pack, with a reason', async () => {
  const read = await miniatureFiles()
  const engine = new Engine(async (path) => {
    const bytes = await read(path)
    return path.endsWith('index.bin') ? bytes.slice(0, bytes.length - 1) : bytes
  })
  expect(await engine.search(request('library'))).toMatchObject({
    total: 0,
    damaged: [{ pack: expect.any(String), reason: expect.any(String) }],
  })
})

test('a library that could not be listed is listed at the next question', async () => {
  let tries = 0
  const engine = new Engine(() => {
    tries += 1
    return Promise.reject(new Error('EBUSY'))
  })
  await expect(engine.suggest('shelter', 7, 'en')).rejects.toThrow()
  await expect(engine.suggest('shelter', 7, 'en')).rejects.toThrow()
  expect(tries).toBe(2)
})
