/**
 * Finds a piece of text as it is: unlike a search, without stems and synonyms. Other ways of writing the same, by the
 * table of words/writing.ts, are equal: quotes, dashes, spaces, numbers, words with and without a hyphen.
 */
import { fold, lower } from './words/fold.ts'
import { canonicalNumber, endsInNumberSign, shortNumberIn } from './words/numbers.ts'
import { eachWordIn } from './words/words.ts'
import { plainly } from './words/writing.ts'
import type { Range } from './result.ts'

export type FindOptions = {
  readonly wholeWord: boolean
  /** Whether `e` also finds `ə` and `é`. Capital letters never matter. */
  readonly ignoreAccents: boolean
}

/** A text made ready to be searched again and again. */
export type FoldedLine = {
  readonly text: string
  /** Its letters in plain form, and for each unit of them where it came from, `[from, to)` in the text. */
  readonly letters: string
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Words by what they are in any writing; made when first asked for. */
  readonly writings: () => Writings
}

const letterWithMarks = /\P{M}\p{M}*|\p{M}+/gsu
const wordLetter = /[\p{L}\p{N}\p{M}]/u

/** The places of `wanted` in `text`, in order and apart. Nothing is found for white space alone. */
export const findIn = (text: string, wanted: string, options: FindOptions): readonly Range[] =>
  findFolded(foldedLine(text, options), wanted, options)

/** Folds a text; the same options must be given to search it. */
export function foldedLine(text: string, { ignoreAccents }: Pick<FindOptions, 'ignoreAccents'>): FoldedLine {
  const plain = plainly(text)
  let letters = ''
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const [letter] of plain.text.matchAll(letterWithMarks)) {
    const form = isFreeBlank(plain.text, at) ? '' : plainForm(letter, ignoreAccents)
    for (let unit = 0; unit < form.length; unit++) {
      from.push(plain.from[at] ?? 0)
      to.push(plain.to[at + letter.length - 1] ?? text.length)
    }
    letters += form
    at += letter.length
  }
  let writings: Writings | null = null
  return { text, letters, from, to, writings: () => (writings ??= readWords(text, ignoreAccents)) }
}

/** The ranges of `wanted` in a text that was folded with the same options. */
export function findFolded(line: FoldedLine, wanted: string, options: FindOptions): readonly Range[] {
  const needle = needleOf(wanted, options.ignoreAccents)
  if (needle === '') return []
  // A hyphen inside a word may be written or not.
  const closed = needle.replace(/(?<=\p{L})-(?=\p{L})/gu, '')
  const sequence = sequenceOf(wanted, options.ignoreAccents)
  // As it is written, too: a text is read letter by letter, and only words in a needle are put into one script.
  const written = foldedLine(wanted.trim(), options).letters
  const short = shortNumberIn(wanted)
  const found = [...new Set([needle, closed, written, ...(short === null ? [] : [short])])].flatMap((each) =>
    literally(line, each, options.wholeWord),
  )
  return apart([...found, ...(sequence === null ? [] : bySequence(line, sequence, options.wholeWord))])
}

/** A blank that may be written or not: § 5, 5 %, € 5. */
const freeBlank = /(?<=[§€$£₼₽]) (?=\d)|(?<=\d) (?=[%‰°€$£₼₽])/
const isFreeBlank = (text: string, at: number): boolean =>
  /\s/.test(text.charAt(at)) && freeBlank.test(`${text.charAt(at - 1)} ${text.charAt(at + 1)}`)

/** Look-alikes of another script are mended word by word. */
const needleOf = (wanted: string, ignoreAccents: boolean): string =>
  wanted
    .trim()
    .replace(/\s+/g, ' ')
    .replaceAll(new RegExp(freeBlank, 'g'), '')
    .split(/\s+/)
    .map((word) => plainForm(word, ignoreAccents))
    .join(' ')
    .trim()

function plainForm(letter: string, ignoreAccents: boolean): string {
  if (/^\s$/.test(letter)) return ' '
  const form = lower(letter).replaceAll('—', '-').replaceAll('…', '...').replaceAll('×', 'x')
  return ignoreAccents ? fold(form) : form
}

function literally({ text, letters, from, to }: FoldedLine, needle: string, wholeWord: boolean): Range[] {
  const found: Range[] = []
  for (let at = letters.indexOf(needle); at !== -1; at = letters.indexOf(needle, at + 1)) {
    const start = from[at] ?? 0
    const end = to[at + needle.length - 1] ?? text.length
    const isApart = start >= (found.at(-1)?.end ?? 0)
    if (isApart && (!wholeWord || standsAlone(text, start, end))) found.push({ start, end })
  }
  return found
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? ''
  const [after = ''] = text.slice(end, end + 2)
  return !wordLetter.test(before) && !wordLetter.test(after)
}

/** Words of the searched text, each by what it is in any writing, and what is between them in plain form. */
type Sequence = {
  readonly keys: readonly string[]
  readonly between: readonly string[]
  readonly before: string
  readonly after: string
  /** Only the sign of a number is before it, № or No.: any of them will do. */
  readonly numbered: boolean
}

const longestNumberSign = 4

/** Null if there are several words and each has only one writing: then letters are enough. */
function sequenceOf(wanted: string, ignoreAccents: boolean): Sequence | null {
  const { next } = readWords(wanted, ignoreAccents)
  const keys: string[] = []
  const between: string[] = []
  let before = ''
  let hasWritings = false
  let end = 0
  for (let place = 0; place < next.length;) {
    // What words are together rather than the first of them; a telephone number with its country rather than without.
    const [word, ...joined] = next[place] ?? []
    if (!word) break
    const [first = word] = joined
    const longest = joined.reduce((best, one) => (one.to > best.to ? one : best), first)
    hasWritings ||= isNumber(longest.key) || joined.length > 0
    if (keys.length > 0) between.push(plainBetween(wanted, end, longest.start))
    else before = plainly(wanted.slice(0, longest.start)).text.trimStart()
    keys.push(longest.key)
    end = longest.end
    place = longest.to
  }
  const after = plainly(wanted.slice(end)).text.trimEnd()
  const numbered = before !== '' && endsInNumberSign(before) === before.length
  return keys.length === 1 || hasWritings ? { keys, between, before, after, numbered } : null
}

/** Places where words follow one another as in the sequence, each in any of its writings. The last may go on. */
function bySequence(
  { text, writings }: FoldedLine,
  { keys, between, before, after, numbered }: Sequence,
  wholeWord: boolean,
): Range[] {
  const plainText = (from: number, to: number): string => plainly(text.slice(Math.max(0, from), to)).text
  const { starts, next } = writings()
  const [first = ''] = keys
  return (starts.get(first) ?? []).flatMap((found) => {
    let at = found
    for (const [i, key] of keys.entries()) {
      if (i === 0) continue
      const isLast = i === keys.length - 1 && !wholeWord
      const one = next[at.to]?.find((each) => (isLast ? each.key.startsWith(key) : each.key === key))
      if (!one || plainBetween(text, at.end, one.start) !== between[i - 1]) return []
      at = one.key === key ? one : { ...one, end: one.start + key.length }
    }
    const [start, end] = [found.start - before.length, at.end + after.length]
    if (plainText(at.end, end) !== after) return []
    if (!numbered) return plainText(start, found.start) === before ? [{ start, end }] : []
    const sign = endsInNumberSign(plainText(found.start - longestNumberSign, found.start))
    return sign > 0 ? [{ start: found.start - sign, end }] : []
  })
}

const plainBetween = (text: string, from: number, to: number): string =>
  plainly(text.slice(from, to)).text.replace(/\s+/g, ' ')

const isNumber = (raw: string): boolean => /^\d[^\p{L}]*$/u.test(raw)

/** U.S. and US are one in capitals; *us* is another word. */
const abbreviation = /^(?:(?:\p{L}\.)+\p{L}?|\p{Lu}{2,5})$/u

function writingOf(raw: string, ignoreAccents: boolean): string {
  if (isNumber(raw)) return canonicalNumber(raw)
  const letters = plainForm(raw, ignoreAccents)
  return abbreviation.test(raw) ? `.${letters.replaceAll('.', '')}` : letters
}

/** A word, or several that are one; `to` is the number of the word that follows. */
type Writing = Range & { readonly key: string; readonly to: number }

/** What begins at each word of a text; and where a number, or a word that is several, begins. */
export type Writings = {
  readonly next: readonly (readonly Writing[])[]
  readonly starts: ReadonlyMap<string, readonly Writing[]>
}

function readWords(text: string, ignoreAccents: boolean): Writings {
  const next: Writing[][] = []
  const starts = new Map<string, Writing[]>()
  const numbers = new Map<number, number>()
  const add = (raw: string, start: number, end: number, from: number, to: number): void => {
    const one = { key: writingOf(raw, ignoreAccents), start, end, to }
    next[from]?.push(one)
    const known = starts.get(one.key)
    if (known) known.push(one)
    else starts.set(one.key, [one])
  }
  eachWordIn(
    text,
    (raw, start, end, position) => {
      numbers.set(position, next.length)
      next.push([])
      add(raw, start, end, next.length - 1, next.length)
    },
    (raw, start, end, position, last) => {
      add(raw, start, end, numbers.get(position) ?? 0, (numbers.get(last) ?? 0) + 1)
    },
  )
  return { next, starts }
}

/** Places in order; of those that overlap the first, and of those that begin together the longest. */
function apart(ranges: readonly Range[]): readonly Range[] {
  const ordered = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)
  const found: Range[] = []
  for (const range of ordered) if (range.start >= (found.at(-1)?.end ?? 0)) found.push(range)
  return found
}
