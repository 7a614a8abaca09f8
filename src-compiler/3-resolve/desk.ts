/** The desk and the ready-made sets of pack.json, with every address, source and language checked. */
import type { Article, Section, SectionAddress } from '../../src-library/model/article.ts'
import type { Block } from '../../src-library/model/block.ts'
import { mostNeeds, type Desk, type NotCovered, type ReadySet } from '../../src-library/model/desk.ts'
import type { DirectAnswer } from '../../src-library/model/directanswer.ts'
import type { Wording } from '../../src-library/model/wording.ts'
import { isAnchor } from '../../src-library/format/paths.ts'
import { askKey, askWords, meetsAsk } from '../../src-library/search/asking/asks.ts'
import type { NeedSetting, NotCoveredSetting } from '../1-read/desk.ts'
import type { LanguageText, TextAt } from '../1-read/fields.ts'
import type { TextRange } from '../1-read/text.ts'
import { nameOf } from '../names.ts'
import { didYouMean } from '../suggest.ts'
import { resolveAddress } from './links.ts'
import type { Surroundings } from './surroundings.ts'

export function deskOf(
  articles: readonly Article[],
  answers: readonly DirectAnswer[],
  around: Surroundings,
): Desk {
  const { desk, report } = around.settings
  const beyond = desk.needs[mostNeeds]
  if (beyond)
    report(
      'bad-value',
      firstOf(beyond.at),
      `The desk has room for ${mostNeeds} needs; this is one more.`,
      'Leave out what callers ask least.',
    )
  return {
    numbers: desk.numbers.flatMap((number) => {
      const section = addressOf(number, around)
      if (!section) return []
      if (answersAt(answers, section).some(({ phone }) => phone)) return [section]
      report(
        'answer-missing',
        number.at,
        `\`${number.value}\` has no answer with a \`number\`.`,
        'Add one under `answers` in the front matter of its document.',
      )
      return []
    }),
    needs: desk.needs.slice(0, mostNeeds).flatMap((need) => needOf(need, articles, answers, around)),
    notCovered: desk.notCovered.flatMap((one) => notCoveredOf(one, articles, answers, around)),
  }
}

function needOf(
  need: NeedSetting,
  articles: readonly Article[],
  answers: readonly DirectAnswer[],
  around: Surroundings,
): Desk['needs'] {
  const says = wordingOf(need.says, 'says', need.at, articles, around)
  const section = need.answer && addressOf(need.answer, around)
  if (!need.answer || !section || says.length === 0) return []
  const own = sectionAt(articles, section)
  if (answersAt(answers, section).length === 0 && own && !hasTable(own.blocks))
    around.settings.report(
      'answer-missing',
      need.answer.at,
      `\`${need.answer.value}\` has neither an answer nor a table to show in place.`,
      'Add an answer to it in the front matter of its document, or name another section.',
    )
  return [{ says, section }]
}

function notCoveredOf(
  setting: NotCoveredSetting,
  articles: readonly Article[],
  answers: readonly DirectAnswer[],
  around: Surroundings,
): readonly NotCovered[] {
  const { report } = around.settings
  const { source, asks } = setting
  const says = wordingOf(setting.says, 'says', setting.at, articles, around)
  if (source && !around.sources.has(source.value)) {
    const message = `There is no source \`${source.value}\` in sources.yaml.`
    report('unknown-source', source.at, message, didYouMean(source.value, around.sources.keys()))
  }
  if (asks.length === 0)
    report(
      'missing-value',
      firstOf(setting.at),
      'This has no `asks`: no query shows it.',
      'Add what people type: "asks": { "en": ["doctor"] }.',
    )
  for (const ask of asks) warnWhereCovered(ask, articles, answers, around)
  if (!source || says.length === 0) return []
  return [{ asks: asks.map(({ language, text }) => ({ language, text })), says, source: source.value }]
}

/** `notCovered` is for subjects without a section: an ask or a heading that has the phrase says otherwise. */
function warnWhereCovered(
  { language, text, at }: LanguageText,
  articles: readonly Article[],
  answers: readonly DirectAnswer[],
  { settings: { report } }: Surroundings,
): void {
  const key = askKey(text, language)
  const answer = answers.find((one) => one.asks.some((ask) => askKey(ask, one.language) === key))
  const words = askWords(text, language)
  const covered =
    answer?.section ??
    articles
      .filter((article) => article.language === language)
      .flatMap(({ id, sections }) => sections.map(({ anchor, title }) => ({ article: id, anchor, title })))
      .find(({ title }) => meetsAsk(title, words, language))
  if (!covered) return
  const place = `\`${covered.article}#${covered.anchor}\``
  const message = answer
    ? `“${text}” is also an ask of ${place}.`
    : `“${text}” is in the heading of ${place}: the pack has a section on it.`
  report('not-covered-here', at, message, 'Take it out here, or there.')
}

export function setsOf(articles: readonly Article[], around: Surroundings): readonly ReadySet[] {
  const { sets, report } = around.settings
  const ids = new Set<string>()
  return sets.flatMap(({ at, id, says, sections, preset }) => {
    if (id && !isAnchor(id.value))
      report('bad-id', id.at, `\`${id.value}\` can’t be a set’s id.`, `Write \`${nameOf(id.value)}\`.`)
    if (id && ids.has(id.value)) report('bad-value', id.at, `There are two sets called \`${id.value}\`.`)
    ids.add(id?.value ?? '')
    if (sections.length === 0)
      report('missing-value', firstOf(at), 'This set has no sections.', 'Add "sections": ["article#anchor"].')
    const addresses = sections.flatMap((section) => addressOf(section, around) ?? [])
    const wording = wordingOf(says, 'says', at, articles, around)
    return id && addresses.length > 0 && wording.length > 0
      ? [{ id: id.value, says: wording, sections: addresses, preset: preset ?? 'standard' }]
      : []
  })
}

/** The texts, after reporting the languages of the pack that have none. */
function wordingOf(
  texts: readonly LanguageText[],
  key: string,
  at: TextRange,
  articles: readonly Article[],
  { settings }: Surroundings,
): Wording {
  const languages = [...new Set([settings.language, ...articles.map(({ language }) => language)])].sort()
  const missing = languages.filter((language) => !texts.some((text) => text.language === language))
  if (missing.length > 0)
    settings.report(
      'missing-value',
      firstOf(at),
      `\`${key}\` is missing in ${missing.map((language) => `\`${language}\``).join(', ')}.`,
      'Say it in every language of the pack’s documents.',
    )
  return texts.map(({ language, text }) => ({ language, text }))
}

const addressOf = ({ value, at }: TextAt, { places, settings }: Surroundings): SectionAddress | null =>
  resolveAddress(value, '', places, at, settings.report)

const answersAt = (
  answers: readonly DirectAnswer[],
  { article, anchor }: SectionAddress,
): readonly DirectAnswer[] =>
  answers.filter(({ section }) => section.article === article && section.anchor === anchor)

const sectionAt = (articles: readonly Article[], { article, anchor }: SectionAddress): Section | undefined =>
  articles.find(({ id }) => id === article)?.sections.find((section) => section.anchor === anchor)

const hasTable = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'table')

const firstOf = (at: TextRange): TextRange => ({ start: at.start, end: at.start + 1 })
