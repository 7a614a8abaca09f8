/** An index that somebody made on purpose: its checksum is right, and its numbers are chosen. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { search } from '../search.ts'
import { suggest } from '../suggest.ts'
import { articleOf } from '../testing/samples.ts'
import { buildIndex } from './build.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { readParts, writeParts, type IndexParts } from './layout.ts'
import { loadIndex } from './load.ts'
import type { Meta } from './meta.ts'

const articles = ['Shelter', 'Hotline', 'Law'].map((title, i) =>
  articleOf({
    id: `a${i}`,
    title,
    date: `202${i}-01-02`,
    sections: [
      { text: `${title} for those who ask`, sources: ['law'] },
      { title: 'More', text: 'Where to call, and when', language: i === 1 ? 'az' : 'en' },
    ],
  }),
)
const read = readParts(
  buildIndex(articles, {
    language: 'en',
    concepts: [['shelter', 'refuge'].map((text) => ({ language: 'en', text }))],
  }),
)
if (!read.ok) throw new Error('A fresh index must load')
const whole = read.value
const meta = JSON.parse(new TextDecoder().decode(whole.meta)) as Record<keyof Meta, unknown>

const load = (changes: Partial<IndexParts>) => loadIndex(writeParts({ ...whole, ...changes }))
const metaOf = (changes: object): Partial<IndexParts> => ({
  meta: new TextEncoder().encode(JSON.stringify({ ...meta, ...changes })),
})

/** The numbers of the classes part, one after another. */
const classNumbers: readonly number[] = (() => {
  const reader = new ByteReader(whole.classes)
  const numbers: number[] = []
  while (reader.at < whole.classes.length) numbers.push(reader.varint())
  return numbers
})()
const classesOf = (numbers: readonly number[]): Partial<IndexParts> => {
  const writer = new ByteWriter()
  for (const number of numbers) writer.varint(number)
  return { classes: writer.take() }
}
/** Of the first class: language, kind, depth, year, how many sources, the first source. */
const withNumber = (at: number, value: number): Partial<IndexParts> =>
  classesOf(classNumbers.map((number, i) => (i === at ? value : number)))

const offsets = (part: Uint8Array, change: (numbers: Uint32Array) => void): Uint8Array => {
  const copy = part.slice()
  change(new Uint32Array(copy.buffer))
  return copy
}

const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `w${i}`)

it('the index that is changed below is whole as it is, and written again is the same', () => {
  expect(load({})).toMatchObject({ ok: true })
  expect(load(metaOf({}))).toMatchObject({ ok: true })
  expect(load(classesOf(classNumbers))).toMatchObject({ ok: true })
})

describe('an index is refused that has', () => {
  it.each<[string, Partial<IndexParts>]>([
    ['a language that is not in its list', withNumber(1, 200_000)],
    ['a language of two milliards', withNumber(1, 2_000_000_000)],
    ['a kind that there is not', withNumber(2, 2)],
    ['a depth of nothing', withNumber(3, 0)],
    ['a depth below all headings', withNumber(3, 8)],
    ['a year of ten thousand', withNumber(4, 10_000)],
    ['more sources than there are', withNumber(6, 4000)],
    ['a source that there is not', withNumber(7, 1)],
    ['more classes than bytes', withNumber(0, 4_000_000_000)],
    ['300,000 languages', metaOf({ sectionLanguages: many(300_000) })],
    ['300,000 languages of words', metaOf({ languages: many(300_000) })],
    ['a million sources', metaOf({ sources: many(1_000_000) })],
    ['200,000 concepts', metaOf({ concepts: many(200_000).map((text) => [{ language: 'en', text }]) })],
    [
      'one thing that is said in 1,000 ways',
      metaOf({ concepts: [many(1000).map((text) => ({ language: 'en', text }))] }),
    ],
    ['a word as long as a page', metaOf({ concepts: [[{ language: 'en', text: 'b'.repeat(2000) }]] })],
    ['an alphabet of 60,000 letters', metaOf({ alphabet: 'я'.repeat(60_000) })],
    ['fewer terms than none', metaOf({ terms: -1 })],
    ['more terms than bytes', metaOf({ terms: 100_000_000 })],
    ['more words than bytes', metaOf({ surfaces: 4_000_000_000 })],
    ['half a term', metaOf({ terms: 2.5 })],
    ['fields of less than nothing', metaOf({ averages: (meta.averages as number[]).map(() => -1) })],
    ['fields without an end', metaOf({ averages: (meta.averages as number[]).map(() => 1e300) })],
    ['a page of ten megabytes about itself', metaOf({ more: 'x'.repeat(10 * 1024 * 1024) })],
    [
      'a section that begins before the one before',
      { sectionStarts: offsets(whole.sectionStarts, (at) => at.reverse()) },
    ],
    [
      'a section that begins behind the end',
      { sectionStarts: offsets(whole.sectionStarts, (at) => at.fill(1e9, 5)) },
    ],
    [
      'a section whose heading is as long as a book',
      { sectionBytes: new Uint8Array(whole.sectionBytes.length + 100_000) },
    ],
    [
      'an article that begins behind all sections',
      { articleStarts: offsets(whole.articleStarts, (at) => at.fill(99, 5)) },
    ],
    [
      'an article that begins before the one before',
      { articleStarts: offsets(whole.articleStarts, (at) => at.fill(0, 5)) },
    ],
    [
      'a first article that is not the first section’s',
      { articleStarts: offsets(whole.articleStarts, (at) => at.fill(1, 1, 2)) },
    ],
    [
      'a dictionary that begins behind its end',
      { termBlocks: offsets(whole.termBlocks, (at) => at.fill(1e9)) },
    ],
    ['a dictionary without its blocks', { surfaceBlocks: new Uint8Array(0) }],
  ])('%s', (_what, changes) => {
    expect(load(changes)).toEqual({ ok: false, failure: { kind: 'damaged' } })
  })
})

/** Numbers that make trouble: at every edge of a byte, of a varint, of an array. */
const number = fc.oneof(
  fc.nat(8),
  fc.constantFrom(63, 64, 127, 128, 255, 256, 16_384, 65_535, 65_536, 2 ** 21, 2 ** 28, 2 ** 31, 2 ** 32 - 1),
)
const json = fc.oneof(
  number,
  number.map((n) => -n),
  fc.constantFrom(0.5, 1e300, null, '', 'x', [], {}, [[]], '\u{1f600}', '\u202e'),
  fc.array(fc.string({ maxLength: 3 }), { maxLength: 80 }),
)
const metaChange = fc.dictionary(fc.constantFrom(...Object.keys(meta)), json, { minKeys: 1, maxKeys: 3 })
const classChange = fc.array(fc.tuple(fc.nat(classNumbers.length - 1), number), {
  minLength: 1,
  maxLength: 4,
})

it('an index with any page about itself and any classes is refused or answers', () => {
  fc.assert(
    fc.property(
      fc.option(metaChange, { nil: {} }),
      fc.option(classChange, { nil: [] }),
      (inMeta, inClasses) => {
        const numbers = [...classNumbers]
        for (const [at, value] of inClasses) numbers[at] = value
        const index = load({ ...metaOf(inMeta), ...classesOf(numbers) })
        if (!index.ok) return
        const enemy = { id: 'enemy', index: index.value, sourceTypes: new Map() }
        for (const text of ['shelter', 'refug', '"where to call"', 'law -more', 'shelte'])
          for (const hit of search([enemy], text).hits) expect(hit.path.length).toBeGreaterThan(0)
        suggest([enemy], 'sh', 6)
      },
    ),
    { numRuns: 1500 },
  )
})
