/**
 * The limit: the bare scoring loop. Postings decoded beforehand into flat arrays with their weights
 * ready, terms resolved beforehand, top 20 kept. Nothing that answers a query can do less. Of the query's
 * words it takes either all, or those that our search scores: all but stop words.
 */
import { analyse } from '../src-library/search/words/analyzer.ts'
import { bodyField } from '../src-library/search/index/fields.ts'
import { loadIndex, type SearchIndex } from '../src-library/search/index/load.ts'
import { Cursor } from '../src-library/search/index/postings.ts'
import { Scores } from '../src-library/search/asking/score.ts'
import { isStopWord } from '../src-library/search/words/stopwords.ts'
import { Top } from '../src-library/search/asking/top.ts'
import { wordsIn } from '../src-library/search/words/words.ts'

export type Loop = (query: string) => void

export type Loops = { readonly bare: Loop; readonly bareTelling: Loop; readonly packed: Loop }
type Flat = { readonly sections: Uint32Array; readonly weights: Float32Array }

/** The bare loop, and our own scoring loop over the same lists, unpacked where they are not kept. Each runs one prepared query. */
export function loops(bytes: Uint8Array, queries: readonly string[]): Loops {
  const loaded = loadIndex(bytes)
  if (!loaded.ok) throw new Error(loaded.failure.kind)
  const index = loaded.value
  const terms = new Map(queries.map((query) => [query, termsOf(index, query, false)]))
  const telling = new Map(queries.map((query) => [query, termsOf(index, query, true)]))
  const flat = new Map([...new Set([...terms.values()].flat())].map((term) => [term, flatten(index, term)]))
  const scores = new Float32Array(index.sections.size)
  const packed = new Scores(index)
  const add = (own: readonly number[]): void => {
    scores.fill(0)
    for (const term of own) {
      const { sections, weights } = flat.get(term) as Flat
      for (let i = 0; i < sections.length; i++) {
        const section = sections[i] as number
        scores[section] = (scores[section] as number) + (weights[i] as number)
      }
    }
    keep(scores)
  }
  return {
    bare: (query) => add(terms.get(query) ?? []),
    bareTelling: (query) => add(telling.get(query) ?? []),
    packed: (query) => {
      packed.clear()
      for (const [i, term] of (telling.get(query) ?? []).entries())
        for (const list of index.lists(term)) if (list.field === bodyField) packed.add(list, 1, 1 << i, 1)
      keep(packed.values)
    },
  }
}

function keep(scores: Float32Array): void {
  const top = new Top(20)
  for (let section = 0; section < scores.length; section++) {
    const score = scores[section] as number
    if (score > 0) top.offer(section, score)
  }
}

const termsOf = (index: SearchIndex, query: string, isTelling: boolean): number[] =>
  wordsIn(query)
    .map(({ raw }) => analyse(raw, 'en'))
    .filter(({ surface }) => !isTelling || !isStopWord(surface, ['en']))
    .map(({ stem }) => index.terms.find(stem))
    .filter((term) => term !== -1)

function flatten(index: SearchIndex, term: number): Flat {
  const list = index.lists(term).find((each) => each.field === bodyField)
  const sections: number[] = []
  const weights: number[] = []
  if (list) {
    const cursor = new Cursor(list, index.postings)
    for (cursor.next(); cursor.section !== Infinity; cursor.next()) {
      sections.push(cursor.section)
      weights.push(cursor.count / (cursor.count + 1.2))
    }
  }
  return { sections: Uint32Array.from(sections), weights: Float32Array.from(weights) }
}
