/**
 * lunr's own search over our store: the same clauses, presence, wildcards, edit
 * distance, boosts and BM25, to the last rounding, as `lunr.Index.query`. This is what "lunr is
 * the reference" means: if the store lost or moved a posting, `plain.test.ts` sees other
 * sections or other scores than lunr's. Written to be compared, not to be fast.
 */
import lunr from 'lunr'
import { termPipeline, tokensOf } from '../index/builder.ts'
import { fieldCount, fields } from '../index/fields.ts'
import type { SearchIndex } from '../index/load.ts'
import { Cursor, type PostingList } from '../index/postings.ts'
import { idf } from '../asking/idf.ts'
import { bestFirst, type ScoredSection } from '../asking/top.ts'

/** lunr's own defaults; ours are in weights.ts. */
const k1 = 1.2
const b = 0.75

/** The types of lunr leave it out. */
type Clause = lunr.Query.Clause & { readonly presence: lunr.Query.presence }

/** lunr's own builder, with the words and terms of our index. Texts are read as English. */
export function referenceBuilder(): lunr.Builder {
  const builder = new lunr.Builder()
  builder.ref('number')
  for (const field of fields) builder.field(field)
  const tokenize = (
    text?: null | string | object | object[],
    metadata?: { fields: string[] },
  ): lunr.Token[] =>
    tokensOf(
      typeof text === 'string' ? text : '',
      'en',
      fields.findIndex((field) => field === metadata?.fields[0]),
    )
  builder.tokenizer = Object.assign(tokenize, { separator: lunr.tokenizer.separator })
  builder.pipeline = termPipeline()
  return builder
}

/** Answers a lunr query. Terms are used unchanged: analyse them first. Of equals, the lower section comes first. */
export function plainSearch(index: SearchIndex, query: lunr.Query): ScoredSection[] {
  const { PROHIBITED, REQUIRED } = lunr.Query.presence
  const boosts = fields.map(() => new Map<number, number>())
  const all = new Set<number>()
  const required: Set<number>[] = []
  const prohibited = new Set<number>()
  for (const clause of query.clauses as Clause[]) {
    const holding = new Set<number>()
    for (const term of expand(index, clause)) {
      const lists = index.lists(term)
      for (let field = 0; field < fieldCount; field++) {
        if (!clause.fields.includes(fields[field] ?? '')) continue
        const sections = sectionsOf(index, lists[lists.findIndex((list) => list.field === field)])
        for (const section of sections) (clause.presence === PROHIBITED ? prohibited : holding).add(section)
        if (clause.presence === PROHIBITED) continue
        const boost = boosts[field] ?? new Map<number, number>()
        boost.set(term, (boost.get(term) ?? 0) + (clause.boost ?? 1))
        for (const section of sections) all.add(section)
      }
    }
    if (clause.presence === REQUIRED) required.push(holding)
  }
  const negated = (query.clauses as Clause[]).every((clause) => clause.presence === PROHIBITED)
  const candidates = negated ? Array.from({ length: index.sections.size }, (_, section) => section) : [...all]
  const scores = scoresOf(index, boosts)
  return candidates
    .filter((section) => required.every((holding) => holding.has(section)) && !prohibited.has(section))
    .map((section) => ({ section, score: scores.get(section) ?? 0 }))
    .sort(bestFirst)
}

/** A clause's terms, as `lunr.TokenSet` would find them. */
function expand(index: SearchIndex, clause: lunr.Query.Clause): number[] {
  const { term, editDistance } = clause
  const found: number[] = []
  if (editDistance) index.terms.near(term, editDistance, (ordinal) => found.push(ordinal))
  else if (term.includes('*')) {
    const { from, to } = index.terms.range(term.slice(0, term.indexOf('*')))
    const pattern = new RegExp(`^${term.split('*').map(escapePattern).join('.*')}$`, 'su')
    for (let ordinal = from; ordinal < to; ordinal++)
      if (pattern.test(index.terms.wordAt(ordinal))) found.push(ordinal)
  } else if (index.terms.find(term) !== -1) found.push(index.terms.find(term))
  return found
}

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function sectionsOf(index: SearchIndex, list: PostingList | undefined): number[] {
  const sections: number[] = []
  if (list) for (const { section } of walk(index, list)) sections.push(section)
  return sections
}

function* walk(index: SearchIndex, list: PostingList): Generator<Cursor> {
  const cursor = new Cursor(list, index.postings)
  for (cursor.next(); cursor.section !== Infinity; cursor.next()) yield cursor
}

/** lunr's sum over fields of the cosine of query and field, with the field's weights rounded as in its vectors. */
function scoresOf(index: SearchIndex, boosts: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const scores = new Map<number, number>()
  boosts.forEach((terms, field) => {
    const lengths = index.lengths(field)
    const average = index.meta.averages[field] ?? 0
    const magnitude = Math.sqrt([...terms.values()].reduce((sum, boost) => sum + boost * boost, 0))
    for (const [term, boost] of terms) {
      const lists = index.lists(term)
      const list = lists.find((each) => each.field === field)
      if (!list) continue
      const rarity = idf(
        index.sections.size,
        lists.reduce((sum, each) => sum + each.size, 0),
      )
      for (const { section, count } of walk(index, list)) {
        const length = (lengths[section] ?? 0) / average
        const weight = (rarity * ((k1 + 1) * count)) / (k1 * (1 - b + b * length) + count)
        const score = (boost * (Math.round(weight * 1000) / 1000)) / magnitude
        scores.set(section, (scores.get(section) ?? 0) + score)
      }
    }
  })
  return scores
}
