/** An index that was written and read back holds what its builder was given, to the last position: so it answers alike. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packIndex } from './build.ts'
import { PackedBuilder, type IndexedSection } from './builder.ts'
import { fields, hasPositions } from './fields.ts'
import { readParts, writeParts } from './layout.ts'
import { loadIndex, type SearchIndex } from './load.ts'
import { Cursor, type FieldPostings } from './postings.ts'
import { articleOf } from '../testing/samples.ts'
import { packSections } from './sections.ts'

const text = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          'shelter',
          'shelters',
          'Əmək',
          'əməyi',
          'жертва',
          'Cобака',
          '144-1',
          'the',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 70 }) },
    ),
    { maxLength: 40, size: 'max' },
  )
  .map((words) => words.join(' '))
const section: fc.Arbitrary<IndexedSection> = fc.record({
  language: fc.constantFrom('en', 'az', 'ru', 'tr', 'de'),
  heading: text,
  context: text,
  body: text,
  asked: fc.array(fc.record({ language: fc.constantFrom('en', 'az', 'ru'), text }), { maxLength: 3 }),
})

const concepts = [['one', 'two'].map((text) => ({ language: 'en', text }))]

/** The input of a builder, and the index of it, read from its bytes. */
function build(sections: readonly IndexedSection[]): { builder: PackedBuilder; bytes: Uint8Array } {
  const builder = new PackedBuilder()
  for (const each of sections) builder.add(each)
  const articles = sections.map((each, i) =>
    articleOf({ id: `a${i}`, title: each.heading, language: each.language, sections: [{ text: each.body }] }),
  )
  return { builder, bytes: packIndex(builder, packSections(articles), concepts) }
}

function mustLoad(bytes: Uint8Array): SearchIndex {
  const index = loadIndex(bytes)
  if (!index.ok) throw new Error('A fresh index must load')
  return index.value
}

/** A term's postings as the scoring loop and the phrases read them. */
function occurrences(index: SearchIndex, term: number): (FieldPostings | null)[] {
  const byField = new Array<FieldPostings | null>(fields.length).fill(null)
  for (const list of index.lists(term)) {
    const read: FieldPostings = { sections: [], counts: [], positions: [] }
    const cursor = new Cursor(list, index.postings)
    for (cursor.next(); cursor.section !== Infinity; cursor.next()) {
      read.sections.push(cursor.section)
      read.counts.push(cursor.count)
      if (hasPositions(list.field)) read.positions.push(...cursor.positions())
    }
    byField[list.field] = read
  }
  return byField
}

describe('a loaded index', () => {
  it('holds every term, posting, position, length and spelling that was built', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 12 }), (sections) => {
        const { builder, bytes } = build(sections)
        const index = mustLoad(bytes)
        const { terms, surfaces } = builder.pack()
        expect([index.terms.size, index.surfaces.size]).toEqual([terms.length, surfaces.length])
        terms.forEach((term, ordinal) => {
          expect(index.terms.wordAt(ordinal)).toBe(term)
          expect(index.terms.find(term)).toBe(ordinal)
          expect(occurrences(index, ordinal), term).toEqual(builder.occurrences(term))
        })
        surfaces.forEach((surface, ordinal) => {
          expect(index.surfaces.find(surface)).toBe(ordinal)
          expect(index.termsOf(ordinal).length, surface).toBeGreaterThan(0)
        })
        expect(index.meta.averages).toEqual(builder.averages())
        expect(index.sections.size).toBe(sections.length)
        builder.averages().forEach((average, field) => {
          const total = index.lengths(field).reduce((sum, length) => sum + length, 0)
          expect(total / sections.length).toBeCloseTo(average, 9)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('is written again as the very bytes that it was read from', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 12 }), (sections) => {
        const { bytes } = build(sections)
        const parts = readParts(bytes)
        expect(parts.ok && writeParts(parts.value)).toEqual(bytes)
      }),
      { numRuns: 30 },
    )
  })

  it('holds lists that are longer than what is skipped at once', () => {
    const sections = Array.from({ length: 600 }, (_, i): IndexedSection => ({
      language: 'en',
      heading: '',
      context: '',
      body: `shelter ${i % 3 === 0 ? 'hotline '.repeat((i % 7) + 1) : ''}`,
      asked: [],
    }))
    const { builder, bytes } = build(sections)
    const index = mustLoad(bytes)
    for (const term of ['shelter', 'hotlin'])
      expect(occurrences(index, index.terms.find(term))).toEqual(builder.occurrences(term))
  })
})
