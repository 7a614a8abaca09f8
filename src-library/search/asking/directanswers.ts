/**
 * Finds the direct answers that a text asks for. A phrase in any language opens an answer. It is given in the reader's
 * language if that version exists. Nothing is computed: the answer is the author's own text.
 */
import type { NotCovered } from '../../model/desk.ts'
import type { DirectAnswer } from '../../model/directanswer.ts'
import type { ArticleEntry, Pack } from '../../model/pack.ts'
import { analyse, baseLanguage } from '../words/analyzer.ts'
import type { Correction } from '../result.ts'
import { isStopWord } from '../words/stopwords.ts'
import { wordsIn } from '../words/words.ts'
import { askWords, commonWords, type AskWord } from './asks.ts'
import { editsWithin } from '../words/edits.ts'

export type AnsweringPack = Pick<Pack, 'id' | 'answers' | 'contents' | 'news'>

export type PackAnswer<Of extends AnsweringPack = AnsweringPack> = {
  readonly pack: Of
  readonly answer: DirectAnswer
}

/** A question: a text, and the words that the search replaced in it. */
export type QuestionText = { readonly text: string; readonly corrections: readonly Correction[] }

/** More is a list, and the list of hits is below. */
export const mostAnswers = 3

/** An ask that explains less than this of the words that were typed is about something else. */
const leastExplained = 2 / 3
/** An ask of one word explains at least this: beside two other words it says too little. */
const leastExplainedByOne = 1 / 2
/** A word that is only begun counts for an ask's word from this many letters on, if it is most of it. */
const leastBegun = 4
const mostOfWord = 0.6

/**
 * The answers that a text asks for, each once. Where several packs answer, the best of each is among them, in the order
 * of the packs; within a pack the best is first. `language` is the reader's, as a BCP 47 tag.
 */
export function answersFor<Of extends AnsweringPack>(
  packs: readonly Of[],
  asked: QuestionText,
  language: string,
): readonly PackAnswer<Of>[] {
  const words = askedWords(asked)
  const digits = digitsAsked(asked.text)
  if (words.length === 0 && digits === null) return []
  const found: { answered: PackAnswer<Of>; score: number; at: number }[] = []
  for (const [at, pack] of packs.entries()) {
    for (const versions of askableOf(pack)) {
      const scores = versions.map((version) => scoreOf(version, words, digits))
      const best = Math.max(...scores)
      if (best === 0) continue
      const own = versions.find(({ answer }) => baseLanguage(answer.language) === baseLanguage(language))
      const chosen = own ?? versions[scores.indexOf(best)]
      if (chosen) found.push({ answered: { pack, answer: chosen.answer }, score: best, at })
    }
  }
  const ranked = found.sort((a, b) => b.score - a.score)
  const firsts = ranked.filter((one) => ranked.find(({ at }) => at === one.at) === one)
  const others = ranked.filter((one) => !firsts.includes(one))
  return [...firsts.sort((a, b) => a.at - b.at), ...others]
    .slice(0, mostAnswers)
    .sort((a, b) => a.at - b.at || b.score - a.score)
    .map(({ answered }) => answered)
}

/** What the packs say they do not cover, of what a text asks for. */
export function notCoveredFor<Of extends Pick<Pack, 'desk'>>(
  packs: readonly Of[],
  asked: QuestionText,
): readonly { readonly pack: Of; readonly subject: NotCovered }[] {
  const words = askedWords(asked)
  const isMet = ({ language, text }: NotCovered['asks'][number]): boolean =>
    scoreOfAsk(readAsk(askWords(text, language), noWords), language, words) > 0
  return packs.flatMap((pack) =>
    pack.desk.notCovered.filter(({ asks }) => asks.some(isMet)).map((subject) => ({ pack, subject })),
  )
}

const noWords: ReadonlySet<string> = new Set()

/** A word of the query, in each way it may have been meant. */
type AskedWord = { readonly ways: readonly string[]; readonly isBegun: boolean; readonly tells: boolean }

/** Without the words that a minus leaves out. */
function askedWords({ text, corrections }: QuestionText): readonly AskedWord[] {
  const put = new Map(corrections.map(({ from, to }) => [from.toLowerCase(), to]))
  const words = wordsIn(text).filter(({ start }) => !/(?:^|\s)[-−]$/.test(text.slice(0, start)))
  return words.map(({ raw, end }) => ({
    ways: [raw, ...wordsIn(put.get(raw.toLowerCase()) ?? '').map((word) => word.raw)],
    isBegun: end === text.length,
    tells: !isStopWord(analyse(raw, 'en').surface, ['en', 'az', 'ru']),
  }))
}

/** The digits of a text that is a number, however they are grouped: `562 21 12`. */
const digitsAsked = (text: string): string | null =>
  /^[\s+()\d-]+$/.test(text) && /\d{2}/.test(text) ? text.replace(/\D/g, '') : null

/** An ask as it is read. */
type ReadAsk = {
  readonly words: readonly AskWord[]
  /** The share of a text that it has to explain. */
  readonly explains: number
}

/** An answer with its asks read. */
type Askable = { readonly answer: DirectAnswer; readonly asks: readonly ReadAsk[] }

const known = new WeakMap<AnsweringPack, readonly (readonly Askable[])[]>()

/** The answers of a pack, versions of one answer together: read once, because every key asks them all. */
function askableOf(pack: AnsweringPack): readonly (readonly Askable[])[] {
  const read = known.get(pack)
  if (read) return read
  const entries = [...pack.contents.flatMap(({ articles }) => articles), ...pack.news]
  const originals = new Map(entries.map((entry) => [entry.id, originalOf(entry)]))
  const keyOf = ({ section, id }: DirectAnswer): string =>
    `${originals.get(section.article) ?? section.article}#${id}`
  const headings = entries.flatMap(({ language, sections }) =>
    sections.map(({ title }) => ({ title, language })),
  )
  const common = commonWords(pack.answers, headings, keyOf)
  const versions = new Map<string, Askable[]>()
  for (const answer of pack.answers) {
    const key = keyOf(answer)
    const asks = answer.asks.map((ask) => readAsk(askWords(ask, answer.language), common))
    versions.set(key, [...(versions.get(key) ?? []), { answer, asks }])
  }
  const all = [...versions.values()]
  known.set(pack, all)
  return all
}

/** A single word that means several things, `help`, asks only by itself: `legal help` is about something else. */
function readAsk(words: readonly AskWord[], common: ReadonlySet<string>): ReadAsk {
  const [only, ...more] = words
  if (!only || more.length > 0) return { words, explains: leastExplained }
  return { words, explains: common.has(only.stem) ? 1 : leastExplainedByOne }
}

const originalOf = ({ id, translation }: ArticleEntry): string => translation?.of ?? id

/** 0 where nothing of it is asked. */
function scoreOf({ answer, asks }: Askable, words: readonly AskedWord[], digits: string | null): number {
  if (digits !== null) return isNumberOf(answer, digits) ? 10 : 0
  return asks.reduce((best, ask) => Math.max(best, scoreOfAsk(ask, answer.language, words)), 0)
}

/** 0 where a word of the ask is missing; more for an ask that explains more of the text, and more of its words exactly. */
function scoreOfAsk(
  { words: ask, explains }: ReadAsk,
  language: string,
  words: readonly AskedWord[],
): number {
  let exact = 0
  const used = new Set<AskedWord>()
  for (const wanted of ask) {
    const [best] = words
      .map((word) => ({ word, fit: fitOf(word, wanted, language) }))
      .sort((a, b) => b.fit - a.fit)
    if (!best || best.fit === 0) return 0
    used.add(best.word)
    exact += best.fit
  }
  if (ask.length === 0) return 0
  const telling = words.filter(({ tells }) => tells).length
  // An ask of stop words alone is met by the text that has nothing else.
  const explained =
    telling === 0 ? ask.length / words.length : [...used].filter(({ tells }) => tells).length / telling
  return explained < explains ? 0 : explained + exact / 10
}

/** A number by its digits: as dialled inside the country, from abroad, or from abroad without the country code. */
function isNumberOf({ phone }: DirectAnswer, digits: string): boolean {
  if (!phone) return false
  const inside = phone.number.replace(/\D/g, '')
  const abroad = phone.abroad?.replace(/\D/g, '') ?? ''
  return digits === inside || (abroad !== '' && digits.length >= 6 && abroad.endsWith(digits))
}

/** How well a word of the text is a word of an ask: 1 for a form of it, less for a slip, 0 for another word. */
function fitOf({ ways, isBegun }: AskedWord, wanted: AskWord, language: string): number {
  let best = 0
  for (const way of ways) {
    const { surface, stem, root } = analyse(way, language)
    if (surface === wanted.surface) return 1
    if (stem === wanted.stem) best = Math.max(best, 0.9)
    else if (root !== null && root === wanted.root) best = Math.max(best, 0.7)
    else if (isBeginning(surface, wanted.surface) && isBegun) best = Math.max(best, 0.6)
    else if (best === 0 && isSlip(surface, wanted.surface)) best = 0.5
  }
  return best
}

const isBeginning = (begun: string, whole: string): boolean =>
  begun.length >= leastBegun && begun.length >= whole.length * mostOfWord && whole.startsWith(begun)

/** Within the limits of the search: a number is never guessed, nor a short word, and the first letter is right. */
function isSlip(typed: string, meant: string): boolean {
  if (/\d/.test(typed) || Math.min(typed.length, meant.length) < 4 || typed.charAt(0) !== meant.charAt(0))
    return false
  return editsWithin(typed, meant, typed.length < 7 ? 1 : 2) !== null
}
