import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { fieldTexts, PackedBuilder, type IndexedSection } from './builder.ts'
import { fields } from './fields.ts'
import { loadSections } from '../testing/samples.ts'
import { plainSearch, referenceBuilder } from '../testing/plain.ts'

const vocabulary = [
  'ab',
  'abc',
  'abd',
  'bac',
  'cab',
  'cabb',
  'dab',
  'dabba',
  'ba',
  'əb',
  '12',
  '144-1',
  'the',
  'щи',
]
const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 12 }).map((words) => words.join(' '))
const section: fc.Arbitrary<IndexedSection> = fc.record({
  language: fc.constant('en'),
  heading: text,
  context: text,
  body: text,
  asked: fc.array(
    text.map((asked) => ({ language: 'en', text: asked })),
    { maxLength: 2 },
  ),
})

const { OPTIONAL, PROHIBITED, REQUIRED } = lunr.Query.presence
const { NONE, LEADING, TRAILING } = lunr.Query.wildcard
const clause = fc.record({
  term: fc.constantFrom(...vocabulary, 'a', 'b', 'zzz', 'da', 'eb'),
  options: fc.record({
    boost: fc.integer({ min: 1, max: 5 }),
    presence: fc.constantFrom(OPTIONAL, OPTIONAL, OPTIONAL, REQUIRED, PROHIBITED),
    wildcard: fc.constantFrom(NONE, NONE, NONE, LEADING, TRAILING, LEADING | TRAILING),
    editDistance: fc.constantFrom(0, 0, 0, 1),
    fields: fc.subarray([...fields], { minLength: 1 }),
    usePipeline: fc.constant(false),
  }),
})

/** Sections by score, those of one score together: lunr leaves the order of equals open. */
function ranks(hits: readonly { readonly section: number; readonly score: number }[]): string[] {
  const groups = new Map<string, number[]>()
  for (const { section, score } of hits) {
    const key = score.toFixed(6)
    groups.set(
      key,
      [...(groups.get(key) ?? []), section].sort((a, b) => a - b),
    )
  }
  return [...groups].map(([score, sections]) => `${score}: ${sections.join(' ')}`)
}

describe('the packed store, asked as lunr', () => {
  it('gives the sections, scores and order that lunr.Index gives', () => {
    fc.assert(
      fc.property(
        fc.array(section, { minLength: 1, maxLength: 40, size: 'max' }),
        fc.array(clause, { minLength: 1, maxLength: 4 }),
        (sections, clauses) => {
          const reference = referenceBuilder()
          const packed = new PackedBuilder()
          sections.forEach((each, number) => {
            const texts = fields.map((_, field) =>
              fieldTexts(each).flatMap((one) => (one.field === field ? [one.text] : [])),
            )
            reference.add(
              Object.fromEntries([
                ['number', number],
                ...fields.map((field, i) => [field, texts[i]?.join('\n')]),
              ]),
            )
            packed.add(each)
          })
          const query = new lunr.Query([...fields])
          for (const { term, options } of clauses) {
            const { editDistance, ...others } = options
            // lunr takes the mere presence of the option for fuzziness, and knows no both.
            query.term(term, editDistance > 0 ? { ...options, wildcard: NONE } : others)
          }
          const expected = reference
            .build()
            .query((q) => void (q.clauses = query.clauses.map((each) => ({ ...each }))))
            .map((hit) => ({ section: Number(hit.ref), score: hit.score }))
          expect(ranks(plainSearch(loadSections(packed), query))).toEqual(ranks(expected))
        },
      ),
      { numRuns: 400 },
    )
  })
})
