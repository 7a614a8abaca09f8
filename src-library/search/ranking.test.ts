/**
 * Ranking, as people ask. `ranking.tsv` lists what a hotline operator, a case worker, a lawyer, a trainer or an advocate
 * types, and every section that would answer; weights and words are set on it. The queries of `ranking.aside.tsv` were
 * written from the list of sections alone, scored once, and are not tuned on. Those of `ranking.blind.tsv` were written so,
 * too, and scored once before more questions were written with them in mind: docs/decisions/0089-questions-of-a-section.md
 * has the figures.
 * A direct answer counts as the section it belongs to, and a section as all its versions.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../../src-compiler/commands/folders.ts'
import { compile } from '../../src-compiler/compile.ts'
import { parseJson } from '../format/json.ts'
import { decodePack } from '../format/pack.ts'
import { indexPath, packPath } from '../format/paths.ts'
import type { Pack } from '../model/pack.ts'
import { answersFor } from './asking/directanswers.ts'
import type { SearchedPack } from './asking/facets.ts'
import { loadIndex } from './index/load.ts'
import { search } from './search.ts'
import { fold, lower } from './words/fold.ts'

type Asked = { readonly language: string; readonly query: string; readonly wanted: readonly string[] }

const read = (file: string): readonly Asked[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [language = '', , query = '', wanted = ''] = line.split('\t')
      return { language, query, wanted: wanted.split(' ') }
    })
const tuned = read('ranking.tsv')
const aside = read('ranking.aside.tsv')
const blind = read('ranking.blind.tsv')

let pack: SearchedPack
let about: Pack
/** Every section, by its original's address. */
let sections: ReadonlySet<string>

const original = (article: string): string => article.replace(/\.(?:az|ru)$/, '')

beforeAll(async () => {
  const folder = join(import.meta.dirname, '../../content/trafficking-azerbaijan')
  const files = await openFolder(folder)
  if (!files.ok) throw new Error(files.failure)
  const { compiled } = compile(files.value)
  const index = loadIndex(compiled?.files.get(indexPath) ?? new Uint8Array())
  const json = parseJson(new TextDecoder().decode(compiled?.files.get(packPath)))
  const decoded = json.ok ? decodePack(json.value) : json
  if (!compiled || !index.ok || !decoded.ok) throw new Error('The bundled pack does not compile')
  about = decoded.value
  pack = { id: about.id, index: index.value, sourceTypes: new Map() }
  sections = new Set(
    compiled.articles.flatMap(({ id, sections: own }) =>
      own.map(({ anchor }) => `${original(id)}#${anchor}`),
    ),
  )
}, 120_000)

/** Sections in the order that a reader sees them. */
function seen({ query, language }: Asked, withAnswers: boolean): readonly string[] {
  const answer = search([pack], query, { limit: 10, language })
  const direct = withAnswers ? answersFor([about], answer, language).map((one) => one.answer.section) : []
  return [...direct, ...answer.hits].map(({ article, anchor }) => `${original(article)}#${anchor}`)
}

/** Shares of the queries whose wanted section is first, and is among the first three. */
function shares(asked: readonly Asked[], withAnswers = true): { first: number; three: number } {
  const places = asked.map((each) =>
    [...new Set(seen(each, withAnswers))].findIndex((section) => each.wanted.includes(section)),
  )
  const share = (most: number): number =>
    places.filter((place) => place !== -1 && place < most).length / asked.length
  return { first: share(1), three: share(3) }
}

describe('on the bundled pack', () => {
  it.each([
    ['en', 0.91, 0.99],
    ['az', 0.85, 0.95],
    ['ru', 0.87, 0.98],
  ] as const)('a query in %s that was tuned on finds what it wants', (language, first, three) => {
    const found = shares(tuned.filter((each) => each.language === language))
    expect(found.first).toBeGreaterThanOrEqual(first)
    expect(found.three).toBeGreaterThanOrEqual(three)
  })

  it.each([
    ['that were set aside', aside, 0.8, 0.94],
    ['that were written for the questions', blind, 0.69, 0.85],
  ] as const)('queries %s find what they want', (_, asked, first, three) => {
    const found = shares(asked)
    expect(found.first).toBeGreaterThanOrEqual(first)
    expect(found.three).toBeGreaterThanOrEqual(three)
  })

  it('with answers switched off, most queries that were set aside have a wanted section first', () => {
    expect(shares(aside, false).first).toBeGreaterThanOrEqual(0.78)
  })

  it('every query names sections that there are', () => {
    const unknown = [...tuned, ...aside, ...blind].filter(
      ({ wanted }) => !wanted.some((each) => sections.has(each)),
    )
    expect(unknown).toEqual([])
  })

  it('no query is an ask of an answer, word for word, nor a query twice', () => {
    const plain = (text: string): string => fold(lower(text)).trim()
    const asks = new Set(about.answers.flatMap((answer) => answer.asks.map(plain)))
    const queries = [...tuned, ...aside, ...blind].map(({ query }) => query.toLowerCase())
    expect(queries.filter((query) => asks.has(plain(query)))).toEqual([])
    expect(queries.filter((query, i) => queries.indexOf(query) !== i)).toEqual([])
  })

  it.each([
    ['help-numbers', 'phone number', 'who do I call', 'kömək', 'помощь', 'hotline', 'qaynar xətt'],
    ['referral-mechanism', 'how long', '24 hours', 'müddət', 'срок'],
    ['rights-and-help', 'allowance', 'müavinət', 'пособие', 'lawyer', 'vəkil', 'юрист'],
    ['numbers-to-call', 'emergency', 'təcili', 'срочно'],
    ['safe-accommodation', 'bed', 'ünvan', 'ночлег'],
    ['tier-placement', 'tier'],
  ])('what a caller types opens the answer of %s', (article, ...queries) => {
    for (const query of queries) {
      const asked = search([pack], query, { limit: 1, language: 'en' })
      const [first] = answersFor([about], asked, 'en')
      expect(original(first?.answer.section.article ?? ''), query).toBe(article)
    }
  })

  it('the section that compares shelters is among the first three', () => {
    for (const [language, query] of [
      ['en', 'shelter'],
      ['en', 'bed'],
      ['az', 'sığınacaq'],
      ['ru', 'приют'],
    ] as const)
      expect(seen({ query, language, wanted: [] }, true).slice(0, 3), query).toContain(
        'safe-accommodation#which-door',
      )
  })

  it.each([
    ['en', 'pimp', 'criminal-code#articles-243-244'],
    ['en', 'suicidal', 'first-talk#distress'],
    ['ru', 'трудинспекция', 'labour-inspections#lead'],
    ['ru', 'Хорватия', 'court-judgments#sm-croatia'],
    ['az', 'dilənçi', 'child-first-steps#begging'],
  ])('an everyday word in %s that no text has, %s, finds its section', (language, query, wanted) => {
    expect(seen({ language, query, wanted: [] }, false).slice(0, 3)).toContain(wanted)
  })

  it('a word list is never above a section that answers', () => {
    for (const query of ['passport', 'shelter', 'lawyer', 'зарплата', 'sığınacaq']) {
      const { hits } = search([pack], query, { limit: 3, language: 'en' })
      expect(hits.map(({ article }) => original(article)).includes('glossary'), query).toBe(false)
    }
  })

  it('no hit repeats another in a language', () => {
    for (const query of ['152', 'shelter', 'приют', 'qaynar xətt']) {
      const { hits, total } = search([pack], query, { limit: 500, language: 'az' })
      expect(hits.length).toBe(total)
      const found = hits.map(({ article, anchor }) => `${original(article)}#${anchor}`)
      expect(new Set(found).size, query).toBe(found.length)
    }
  })
})
