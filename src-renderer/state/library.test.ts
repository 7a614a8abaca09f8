import { beforeEach, expect, test, vi } from 'vitest'
import type { Content } from '../../src-bridge/content.ts'
import { Library } from './library.svelte.ts'

// The decoders' own tests check a file's content. These check when it is read.
const { taken } = vi.hoisted(() => ({ taken: (value: unknown) => ({ ok: true, value }) }))
vi.mock('../../src-library/format/library.ts', () => ({ decodeLibrary: taken }))
vi.mock('../../src-library/format/pack.ts', () => ({ decodePack: taken }))
vi.mock('../../src-library/format/article.ts', () => ({ decodeArticle: taken }))

const files: Record<string, unknown> = {
  'library/library.json': { packs: [{ state: 'ready', id: 'village' }] },
  'library/village/pack.json': {
    id: 'village',
    news: [],
    contents: [{ articles: [{ id: 'hours', sections: [] }] }],
  },
  'library/village/articles/hours.json': { id: 'hours', sections: [], notes: [] },
}
let held: Set<string>
let asked: string[]

beforeEach(() => {
  held = new Set()
  asked = []
})

const content: Content = {
  byAddress: true,
  read: (path) => {
    asked.push(path)
    const file = held.has(path) ? undefined : files[path]
    if (file === undefined) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(new TextEncoder().encode(JSON.stringify(file)))
  },
  picture: (path) => path,
  preparePictures: () => Promise.resolve(),
}

test('a library that could not be read is read when it is asked for again', async () => {
  const library = new Library(content)
  held.add('library/library.json')
  await library.open()
  expect(library.state).toBe('failed')
  held.clear()
  await library.open()
  expect([library.state, library.packs.length]).toEqual(['ready', 1])
})

test('a pack that could not be read is there when the library is read again', async () => {
  const library = new Library(content)
  held.add('library/village/pack.json')
  await library.open()
  expect([library.packs.length, library.leftOut.length]).toEqual([0, 1])
  held.clear()
  await library.open()
  expect([library.packs.length, library.leftOut.length]).toEqual([1, 0])
})

test('a pack of own documents is known by the listing alone, comes last and gives no answers', async () => {
  const own = { state: 'ready', id: 'attic', signed: { publisher: 'Me', standing: 'own' } }
  const read: Content['read'] = (path) => {
    const pack = {
      id: path.split('/')[1],
      news: [],
      contents: [],
      isOwn: path.includes('village') || undefined,
    }
    const listing = { packs: [own, { state: 'ready', id: 'village' }] }
    const file = path.endsWith('library.json') ? listing : pack
    return Promise.resolve(new TextEncoder().encode(JSON.stringify(file)))
  }
  const library = new Library({ ...content, read })
  await library.open()
  expect(library.packs.map(({ id }) => id)).toEqual(['village', 'attic'])
  expect(library.pack('attic')?.isOwn).toBe(true)
  expect(library.trusted.map(({ id }) => id)).toEqual(['village'])
})

test('packs are in the order of how their keys are known, and those that Fieldshelf knows are trusted', async () => {
  const signed = (standing: string) => ({
    state: 'ready',
    id: standing,
    signed: { publisher: 'P', standing },
  })
  const listing = { packs: ['own', 'accepted', 'vouched', 'shipped'].map(signed) }
  const read: Content['read'] = (path) => {
    const file = path.endsWith('library.json') ? listing : { id: path.split('/')[1], news: [], contents: [] }
    return Promise.resolve(new TextEncoder().encode(JSON.stringify(file)))
  }
  const library = new Library({ ...content, read })
  await library.open()
  expect(library.packs.map(({ id }) => id)).toEqual(['shipped', 'vouched', 'accepted', 'own'])
  expect(library.trusted.map(({ id }) => id)).toEqual(['shipped', 'vouched'])
})

test('an article is read once, and again where reading it failed', async () => {
  const address = 'library/village/articles/hours.json'
  const library = new Library(content)
  await library.open()
  held.add(address)
  expect(await library.article('village', 'hours')).toMatchObject({ ok: false, failure: { kind: 'damaged' } })
  held.clear()
  expect(await library.article('village', 'hours')).toMatchObject({ ok: true })
  expect(await library.article('village', 'hours')).toMatchObject({ ok: true })
  expect(asked.filter((one) => one === address).length).toBe(2)
})
