import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMiniature } from '../../src-compiler/samples/miniature.ts'
import { decodeArticle, encodeArticle } from './article.ts'
import { decodeWith, deepestJson } from './decode.ts'
import { describeFailure } from './failure.ts'
import { encodeJson, longestJson, parseJson } from './json.ts'
import { decodeLibrary, encodeLibrary, type LibraryListing } from './library.ts'
import { decodeManifest, encodeManifest, packFormat } from './manifest.ts'
import { decodePack, encodePack } from './pack.ts'
import { inlines } from './inlines.ts'

const reread = (text: string): unknown => JSON.parse(text)
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

/** The miniature's first article, one value changed. */
async function articleWith(change: (article: Record<string, unknown>) => void): Promise<unknown> {
  const [article] = (await compileMiniature()).articles
  const copy = structuredClone(article) as unknown as Record<string, unknown>
  change(copy)
  return copy
}

describe('JSON of a pack', () => {
  it('has sorted keys on every level, one line and a line feed at the end', () => {
    expect(encodeJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}\n')
  })

  it('is the same whatever order the keys were set in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(encodeJson(reversed)).toBe(encodeJson(value))
        expect(reread(encodeJson(value))).toEqual(reread(JSON.stringify(value)))
      }),
    )
  })

  it('is refused when it is none', () => {
    expect(parseJson('{"cut": ')).toEqual({ ok: false, failure: { kind: 'not-json' } })
  })

  it('is refused when it is longer than any file of a pack', () => {
    const failure = { kind: 'too-large', limit: longestJson }
    expect(parseJson(' '.repeat(longestJson + 1))).toEqual({ ok: false, failure })
  })
})

describe('decoding', () => {
  it('gives back what was encoded', async () => {
    const { articles, pack, manifest } = await compileMiniature()
    for (const article of articles) {
      expect(decodeArticle(reread(encodeArticle(article)))).toEqual({ ok: true, value: article })
    }
    expect(decodePack(reread(encodePack(pack)))).toEqual({ ok: true, value: pack })
    expect(decodeManifest(reread(encodeManifest(manifest)))).toEqual({ ok: true, value: manifest })
    const listing: LibraryListing = {
      packs: [
        { state: 'ready', id: 'one' },
        { state: 'left-out', folder: 'two (1)', reason: 'changed' },
      ],
    }
    expect(decodeLibrary(reread(encodeLibrary(listing)))).toEqual({ ok: true, value: listing })
  })

  it('refuses what is nested a hundred thousand deep without falling over', () => {
    const failure = { kind: 'too-deep', limit: deepestJson }
    for (const decode of [decodeArticle, decodePack]) {
      expect(decode(reread(nested(100_000)))).toEqual({ ok: false, failure })
    }
    expect(decodeLibrary(reread(nested(100_000))).ok).toBe(false)
    expect(decodeLibrary({ packs: [reread(nested(100_000))] })).toMatchObject({
      value: { packs: [{ state: 'left-out', reason: 'unreadable' }] },
    })
    expect(decodeManifest({ format: packFormat, files: reread(nested(100_000)) })).toEqual({
      ok: false,
      failure,
    })
  })

  it('takes inlines nested as deep as the limit', () => {
    let value: unknown = { kind: 'text', value: 'core' }
    for (let level = 1; level < 90; level++) value = { kind: 'emphasis', children: [value] }
    expect(decodeWith(inlines, [value]).ok).toBe(true)
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const decode of [decodeArticle, decodePack, decodeLibrary, decodeManifest]) decode(value)
      }),
    )
  })

  it('says which value is wrong and what it should be', async () => {
    const value = await articleWith((article) => {
      const sections = article['sections'] as Record<string, unknown>[]
      sections[1]!['confidence'] = 'certain'
    })
    const failure = { kind: 'invalid', at: 'sections.1.confidence' }
    expect(decodeArticle(value)).toMatchObject({ ok: false, failure })
  })

  it.each<[string, (article: Record<string, unknown>) => void]>([
    ['a kind of block it does not know', (a) => putBlock(a, { kind: 'script', value: 'x' })],
    ['a kind that every object has by birth', (a) => putBlock(a, { kind: 'constructor' })],
    ['a block without its children', (a) => putBlock(a, { kind: 'paragraph' })],
    ['a row longer than the head', (a) => putBlock(a, tableOf([[[]], [[], []]]))],
    ['an image outside the pack', (a) => putBlock(a, imageAt('../secret.png'))],
    ['an image of more than 40 megapixels', (a) => putBlock(a, imageAt('figures/a.png', 60_000))],
    [
      'two sections with one anchor',
      (a) => (a['sections'] as unknown[]).push((a['sections'] as unknown[])[1]),
    ],
    ['a source that a section names twice', (a) => firstSection(a, { sources: ['one', 'one'] })],
    [
      'two notes with one id',
      (a) =>
        (a['notes'] = [
          { id: '1', children: [] },
          { id: '1', children: [] },
        ]),
    ],
    ['two columns with one name', (a) => putBlock(a, seriesOf(['Year', 'Year'], []))],
    ['a source that a row names twice', (a) => putBlock(a, seriesOf(['Year'], ['one', 'one']))],
    ['a text that turns what follows it around', (a) => (a['summary'] = 'Safe \u202egnp.exe')],
    ['a control character, wherever it stands', (a) => putBlock(a, { kind: 'code', value: 'a\u001b[31m' })],
    ['a title that shows nothing', (a) => (a['title'] = '\u200b')],
    ['a title without end', (a) => (a['title'] = 'x'.repeat(1_001))],
    ['sections that do not begin with the lead', (a) => (a['sections'] as unknown[]).shift()],
    ['no sections', (a) => (a['sections'] = [])],
    ['an id that leads out of its folder', (a) => (a['id'] = '../x')],
    ['a day that does not exist', (a) => (a['factsAsOf'] = '2026-02-30')],
    ['news without its details', (a) => (a['kind'] = 'news')],
  ])('refuses %s', async (_what, change) => {
    expect(decodeArticle(await articleWith(change)).ok).toBe(false)
  })

  it('drops keys it does not know, __proto__ among them', async () => {
    const value = await articleWith((article) => (article['later'] = { added: true }))
    const text = JSON.stringify(value).replace('{', '{"__proto__":{"polluted":true},')
    const decoded = decodeArticle(reread(text))
    expect(decoded.ok && Object.keys(decoded.value)).not.toContain('later')
    expect(decoded.ok && 'polluted' in decoded.value).toBe(false)
    expect('polluted' in {}).toBe(false)
  })
})

describe('a pack', () => {
  it.each<[string, (pack: Mutable) => void]>([
    ['an article twice', ({ contents }) => contents.push(contents[0]!)],
    ['an article as news too', ({ contents, news }) => news.push(contents[0]!.articles[0]!)],
    [
      'a group’s title twice in one language',
      ({ contents }) => {
        contents[0]!.titles = ['az', 'AZ'].map((language) => ({ language, title: 'Başlanğıc' }))
      },
    ],
    ['a source twice', ({ sources }) => sources.push(sources[0]!)],
    [
      'a section twice',
      ({ contents }) => contents[0]!.articles[0]!.sections.push(contents[0]!.articles[0]!.sections[0]!),
    ],
  ])('is refused when it lists %s', async (_what, change) => {
    const pack = reread(encodePack((await compileMiniature()).pack)) as Mutable
    expect(decodePack(pack).ok).toBe(true)
    change(pack)
    expect(decodePack(pack).ok).toBe(false)
  })
})

/** The lists of a pack.json that a test adds to. */
type Mutable = {
  contents: { titles: object[]; articles: { sections: object[] }[] }[]
  news: object[]
  sources: object[]
}

describe('a manifest', () => {
  const manifest = (files: unknown): unknown => ({
    format: packFormat,
    id: 'village',
    title: 'Village',
    edition: '1',
    language: 'en',
    files,
  })
  const entry = { bytes: 1, sha256: '0'.repeat(64) }

  it.each([1, 3, 0, '2', null, undefined, 1.5])(
    'of format %s is refused before anything else is read',
    (format) => {
      const found = typeof format === 'number' ? format : null
      expect(decodeManifest({ format, files: 'nonsense' })).toEqual({
        ok: false,
        failure: { kind: 'wrong-format', found, supported: packFormat },
      })
    },
  )

  it.each([
    '../pack.json',
    '/etc/passwd',
    'articles/../pack.json',
    'articles/a/b.json',
    'articles\\a.json',
    'figures/a.svg',
    'figures/con.png',
    'C:/a.json',
    'articles/%2e.json',
    'articles/.json',
    'manifest.json',
    '__proto__',
    '',
  ])('may not list a file called “%s”', (path) => {
    // JSON.parse makes __proto__ a key like any other; a literal would not.
    const files = reread(`{${JSON.stringify(path)}:${JSON.stringify(entry)}}`)
    expect(decodeManifest(manifest(files)).ok).toBe(false)
  })

  it('may not list two files that one file system would take for one', () => {
    expect(decodeManifest(manifest({ 'articles/a.json': entry, 'articles/A.json': entry })).ok).toBe(false)
  })

  it('may list articles that are called as objects’ members are', () => {
    const decoded = decodeManifest(manifest({ 'articles/constructor.json': entry }))
    expect(decoded.ok && decoded.value.files.get('articles/constructor.json')).toEqual(entry)
  })
})

describe('a failure', () => {
  it('is said in a sentence', () => {
    const failure = decodeManifest({ format: 3 })
    expect(failure.ok ? '' : describeFailure(failure.failure)).toBe(
      'It is written in pack format 3; this program reads format 2.',
    )
  })
})

function firstSection(article: Record<string, unknown>, changes: Record<string, unknown>): void {
  const [lead] = article['sections'] as Record<string, unknown>[]
  Object.assign(lead!, changes)
}

const putBlock = (article: Record<string, unknown>, block: unknown): void =>
  firstSection(article, { blocks: [block] })

const seriesOf = (columns: string[], sources: string[]): unknown => ({
  kind: 'figure',
  id: 'f',
  caption: [],
  content: {
    kind: 'data',
    path: 'figures/a.csv',
    columns: columns.map((name) => ({ name, values: 'number' })),
    rows: [{ cells: columns.map(() => '1'), sources, confidence: null, note: '' }],
  },
})

const tableOf = ([head, ...rows]: unknown[]): unknown => ({
  kind: 'table',
  caption: null,
  align: [null],
  head,
  rows,
})

const imageAt = (path: string, width = 1): unknown => ({
  kind: 'figure',
  id: 'f',
  caption: [],
  content: { kind: 'image', path, width, height: width, alternative: '' },
})
