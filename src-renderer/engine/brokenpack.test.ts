/** A pack whose index passes every check and still throws, or never comes back. */
import { afterEach, expect, test, vi } from 'vitest'
import { encodeLibrary } from '../../src-library/format/library.ts'
import { noDesk } from '../../src-library/model/desk.ts'
import { encodePack } from '../../src-library/format/pack.ts'
import { buildIndex } from '../../src-library/search/index/build.ts'
import { articleOf } from '../../src-library/search/testing/samples.ts'
import { Sections } from '../../src-library/search/index/sections.ts'
import { packTexts } from '../../src-library/search/index/texts.ts'
import { Engine, type ReadFile } from './engine.ts'
import { noFilters } from './protocol.ts'

const sound = ['Shelter', 'Hotline']
const broken = [...sound, 'Law']

/** Packs `a` and `c` are sound. The table of `b`, told by its size, throws at each search. */
function libraryWithBrokenPack(): ReadFile {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const ids = ['a', 'b', 'c']
  const files = new Map([
    ['library.json', encode(encodeLibrary({ packs: ids.map((id) => ({ state: 'ready', id })) }))],
  ])
  for (const id of ids) {
    const articles = (id === 'b' ? broken : sound).map((title, i) =>
      articleOf({ id: `x${i}`, title, sections: [{ text: `${title} and shelter` }] }),
    )
    const facts = { id, title: id, edition: '1', language: 'en', factsAsOf: null, publisher: '' }
    const rest = { licence: null, help: null, answers: [], desk: noDesk, sets: [], moved: [] }
    const lists = { contents: [], news: [], sources: [] }
    files.set(`${id}/pack.json`, encode(encodePack({ ...facts, ...rest, ...lists })))
    const index = buildIndex(articles, { language: 'en', concepts: [] })
    files.set(`${id}/search/index.bin`, index)
    files.set(`${id}/search/texts.bin`, packTexts(articles, index))
  }
  const whole = Sections.prototype.describe
  vi.spyOn(Sections.prototype, 'describe').mockImplementation(function (this: Sections, section) {
    if (this.size === broken.length) throw new RangeError('A number of this table')
    return whole.call(this, section)
  })
  return async (path) => {
    const bytes = files.get(path)
    if (!bytes) throw new Error(`${path} is not there`)
    return bytes
  }
}

afterEach(() => {
  vi.restoreAllMocks()
})

const request = {
  text: 'shelter',
  offset: 0,
  limit: 10,
  filters: noFilters,
  sort: 'relevance',
  language: 'en',
} as const

test('is taken out alone and named, and the others answer', async () => {
  const engine = new Engine(libraryWithBrokenPack())
  await engine.read()
  for (let times = 0; times < 2; times++) {
    const answer = await engine.search(request)
    if (answer === 'superseded') throw new Error('Nothing superseded it.')
    expect([...new Set(answer.hits.map(({ pack }) => pack))].sort()).toEqual(['a', 'c'])
    expect(answer.damaged).toEqual([{ pack: 'b', reason: 'damaged' }])
  }
})

test('takes no suggestion with it', async () => {
  const engine = new Engine(libraryWithBrokenPack())
  await engine.read()
  expect(await engine.suggest('shelt', 6, 'en')).not.toEqual([])
  expect((await engine.marks('shelter')).terms).not.toEqual([])
})

test('is known before it is asked, where the engine is careful', async () => {
  const told: (string | null)[] = []
  const engine = new Engine(libraryWithBrokenPack(), { careful: true, at: (pack) => told.push(pack) })
  await engine.read()
  told.length = 0
  await engine.search(request)
  expect(told).toEqual(['a', 'b', 'c', null])
})

test('is not read again where the worker fell silent at it, and is named', async () => {
  const read = libraryWithBrokenPack()
  const paths: string[] = []
  const engine = new Engine(
    (path) => {
      paths.push(path)
      return read(path)
    },
    { without: ['b'] },
  )
  await engine.read()
  expect(await engine.search(request)).toMatchObject({ damaged: [{ pack: 'b', reason: 'stuck' }] })
  expect(paths.filter((path) => path.startsWith('b/'))).toEqual([])
})
