/**
 * Direct answers of the front matters -> those of the pack. An answer is shown large, above all results. So each has
 * a source and a day, and its section contains its value.
 */
import type { Article } from '../../src-library/model/article.ts'
import { longestValue, type DirectAnswer } from '../../src-library/model/directanswer.ts'
import { textOfBlocks } from '../../src-library/model/text.ts'
import { isAnchor } from '../../src-library/format/paths.ts'
import {
  askKey,
  askWords,
  commonWords,
  everyWord,
  meetsAsk,
  mostHeadings,
} from '../../src-library/search/asking/asks.ts'
import type { AnswerSetting } from '../2-parse/answers.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import { nameOf } from '../names.ts'
import { didYouMean } from '../suggest.ts'
import type { Surroundings } from './surroundings.ts'

export function answersOf(articles: readonly Article[], around: Surroundings): readonly DirectAnswer[] {
  const read: { answer: DirectAnswer; setting: AnswerSetting; document: ParsedDocument }[] = []
  for (const article of articles.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const document = around.documents.get(article.id)
    if (!document) continue
    const ids = new Set<string>()
    for (const setting of document.frontMatter.answers) {
      const answer = answerOf(setting, article, document, around)
      if (!answer) continue
      checkId(answer, setting, ids, document)
      read.push({ answer, setting, document })
    }
  }
  const answers = read.map(({ answer }) => answer)
  const headings = articles.flatMap(({ language, sections }) =>
    sections.map(({ title }) => ({ title, language })),
  )
  const common = commonWords(
    answers,
    headings,
    ({ section, id }) => `${originalIn(articles, section.article)}#${id}`,
  )
  const answerByWording = new Map<string, DirectAnswer>()
  for (const { answer, setting, document } of read)
    checkAsks(answer, setting, { asked: answerByWording, common, articles }, document)
  reportUntranslated(answers, articles, around)
  return answers
}

function answerOf(
  setting: AnswerSetting,
  article: Article,
  { source: { report } }: ParsedDocument,
  { sources }: Surroundings,
): DirectAnswer | null {
  const { source, value, number, abroad } = setting
  if (source && !sources.has(source.value)) {
    const message = `There is no source \`${source.value}\` in sources.yaml.`
    report('unknown-source', source.at, message, didYouMean(source.value, sources.keys()))
  }
  const anchor = setting.section?.value.replace(/^#/, '') ?? ''
  const section = article.sections.find((one) => one.anchor === anchor)
  if (setting.section && !section) {
    const anchors = article.sections.map((one) => one.anchor)
    report(
      'link-to-nowhere',
      setting.section.at,
      `There is no section \`${anchor}\` in this document.`,
      didYouMean(anchor, anchors) ?? `It has: ${anchors.slice(0, 12).join(', ')}.`,
    )
  }
  if (!section || !source || !value || !setting.checked) return null
  const text = textOfBlocks(section.blocks)
  for (const one of number ? [number, ...(abroad ? [abroad] : [])] : [value])
    if (one.value.length <= longestValue && !isSaidIn(text, one.value))
      report(
        'bad-value',
        one.at,
        `\`${one.value}\` does not stand in the section \`${anchor}\`, and neither does its number.`,
        'Name the section that says it, or say it there.',
      )
  return {
    id: setting.id?.value ?? anchor,
    section: { article: article.id, anchor },
    language: article.language,
    value: value.value,
    says: setting.says,
    asks: setting.asks.map((ask) => ask.value),
    source: source.value,
    confidence: setting.confidence ?? section.confidence,
    checked: setting.checked,
    until: setting.until,
    phone: number && {
      number: number.value,
      abroad: abroad?.value ?? null,
      checkedBy: setting.checkedBy ?? 'documents',
    },
  }
}

/** Whether a section says a value: as it is written, but for spaces and hyphens that hold, or its number at least. */
function isSaidIn(text: string, value: string): boolean {
  const plain = (one: string): string =>
    one
      .replace(/[\u2010\u2011]/g, '-')
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .toLowerCase()
  if (plain(text).includes(plain(value))) return true
  const digits = (one: string): string => one.replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3}(?!\d))/g, '')
  const numbers = digits(value).match(/\d+(?:[.-]\d+)*/g) ?? []
  const numbersInSection = new Set(digits(plain(text)).match(/\d+(?:[.-]\d+)*/g) ?? [])
  return numbers.length > 0 && numbers.every((number) => numbersInSection.has(number))
}

function checkId(
  { id }: DirectAnswer,
  setting: AnswerSetting,
  ids: Set<string>,
  { source: { report } }: ParsedDocument,
): void {
  const at = setting.id?.at ?? setting.section?.at ?? setting.at
  if (!isAnchor(id)) report('bad-id', at, `\`${id}\` can’t be an answer’s id.`, `Write \`${nameOf(id)}\`.`)
  else if (ids.has(id))
    report(
      'bad-value',
      at,
      `There are two answers called \`${id}\` in this document.`,
      'Give the second one an `id` of its own, the same in translations.',
    )
  ids.add(id)
}

type AskedWording = {
  readonly asked: Map<string, DirectAnswer>
  /** Words that mean several things in the pack. */
  readonly common: ReadonlySet<string>
  readonly articles: readonly Article[]
}

/**
 * No two answers share an ask, and none is met by many headings: with its stop words, because `who do I call` is not what every
 * heading with `call` says. A single word that means several things opens its answer only where nothing else is typed.
 */
function checkAsks(
  answer: DirectAnswer,
  setting: AnswerSetting,
  { asked, common, articles }: AskedWording,
  { source: { report }, frontMatter }: ParsedDocument,
): void {
  const isSame = (other: DirectAnswer): boolean =>
    other.id === answer.id &&
    originalIn(articles, other.section.article) ===
      (frontMatter.translation?.of.value ?? answer.section.article)
  for (const { value, at } of setting.asks) {
    const key = askKey(value, answer.language)
    if (key === '') {
      report('bad-value', at, `\`${value}\` has no word that can be asked for.`)
      continue
    }
    const taken = asked.get(key)
    if (taken && !isSame(taken)) {
      const other = `\`${taken.section.article}#${taken.section.anchor}\``
      report(
        'ask-taken',
        at,
        `“${value}” already opens the answer of ${other}.`,
        'Leave it with one of them.',
      )
    }
    asked.set(key, answer)
    const ask = askWords(value, answer.language)
    if (ask.length === 1 && ask.every(({ stem }) => common.has(stem))) continue
    const headings = articles
      .filter(({ language }) => language === answer.language)
      .flatMap(({ sections }) => sections)
      .filter(({ title }) => meetsAsk(title, everyWord(value, answer.language), answer.language))
    if (headings.length > mostHeadings)
      report(
        'ask-everywhere',
        at,
        `“${value}” is also in ${headings.length} headings: it may mean something else.`,
        'Ask with one more word.',
      )
  }
}

const originalIn = (articles: readonly Article[], article: string): string =>
  articles.find(({ id }) => id === article)?.translation?.of ?? article

/** A translated section whose original has an answer wants it as well, or readers of its language see another one. */
function reportUntranslated(
  answers: readonly DirectAnswer[],
  articles: readonly Article[],
  around: Surroundings,
): void {
  for (const { id, translation, sections } of articles) {
    if (!translation) continue
    const own = new Set(answers.flatMap((one) => (one.section.article === id ? [one.id] : [])))
    for (const answer of answers) {
      const isOurs =
        answer.section.article === translation.of &&
        sections.some(({ anchor }) => anchor === answer.section.anchor)
      if (!isOurs || own.has(answer.id)) continue
      around.documents
        .get(id)
        ?.source.report(
          'answer-untranslated',
          null,
          `The answer \`${answer.id}\` of \`${translation.of}\` is missing in this translation.`,
          'Add it under `answers`, with the same section and id.',
        )
    }
  }
}
