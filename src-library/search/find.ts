/**
 * Finds a piece of text as it is: unlike a search, without stems and synonyms. Other ways of writing the same, by the
 * table of words/writing.ts, are equal: quotes, dashes, spaces, numbers, words with and without a hyphen.
 */
import { fold, lower } from './words/fold.ts'
import { canonicalNumber } from './words/numbers.ts'
import { eachWordIn, joinedWordsIn, wordsIn } from './words/words.ts'
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
  /** Numbers, and words with hyphens, by what they are in any writing; made when first asked for. */
  readonly writings: () => ReadonlyMap<string, readonly Range[]>
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
    const form = plainForm(letter, ignoreAccents)
    for (let unit = 0; unit < form.length; unit++) {
      from.push(plain.from[at] ?? 0)
      to.push(plain.to[at + letter.length - 1] ?? text.length)
    }
    letters += form
    at += letter.length
  }
  let writings: ReadonlyMap<string, readonly Range[]> | null = null
  return { text, letters, from, to, writings: () => (writings ??= writingsIn(text, ignoreAccents)) }
}

/** The ranges of `wanted` in a text that was folded with the same options. */
export function findFolded(line: FoldedLine, wanted: string, options: FindOptions): readonly Range[] {
  const needle = needleOf(wanted, options.ignoreAccents)
  if (needle === '') return []
  // A hyphen inside a word may be written or not.
  const closed = needle.replace(/(?<=\p{L})-(?=\p{L})/gu, '')
  const key = keyOf(wanted, options.ignoreAccents)
  // As it is written, too: a text is read letter by letter, and only words in a needle are put into one script.
  const written = foldedLine(wanted.trim(), options).letters
  const found = [...new Set([needle, closed, written])].flatMap((each) =>
    literally(line, each, options.wholeWord),
  )
  return apart([...found, ...(key === null ? [] : (line.writings().get(key) ?? []))])
}

/** Look-alikes of another script are mended word by word. */
const needleOf = (wanted: string, ignoreAccents: boolean): string =>
  wanted
    .trim()
    .split(/\s+/)
    .map((word) => plainForm(word, ignoreAccents))
    .join(' ')
    .trim()

function plainForm(letter: string, ignoreAccents: boolean): string {
  if (/^\s$/.test(letter)) return ' '
  const form = lower(letter).replaceAll('—', '-')
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

/** The searched text in every way of writing it, if it is one number or one word; else null. */
function keyOf(wanted: string, ignoreAccents: boolean): string | null {
  const words = wordsIn(wanted)
  const last = words.at(-1)
  if (!last) return null
  const whole = joinedWordsIn(wanted).find(
    ({ position, last: end }) => position === 0 && end === last.position,
  )
  const raw = whole?.raw ?? (words.length === 1 ? last.raw : null)
  return raw === null ? null : writingOf(raw, ignoreAccents)
}

const isNumber = (raw: string): boolean => /^\d[^\p{L}]*$/u.test(raw)

const writingOf = (raw: string, ignoreAccents: boolean): string =>
  isNumber(raw) ? canonicalNumber(raw) : plainForm(raw, ignoreAccents)

function writingsIn(text: string, ignoreAccents: boolean): ReadonlyMap<string, readonly Range[]> {
  const all = new Map<string, Range[]>()
  const add = (raw: string, start: number, end: number): void => {
    const key = writingOf(raw, ignoreAccents)
    all.set(key, [...(all.get(key) ?? []), { start, end }])
  }
  eachWordIn(
    text,
    (raw, start, end) => {
      if (isNumber(raw)) add(raw, start, end)
    },
    add,
  )
  return all
}

/** Places in order; of those that overlap the first, and of those that begin together the longest. */
function apart(ranges: readonly Range[]): readonly Range[] {
  const ordered = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)
  const found: Range[] = []
  for (const range of ordered) if (range.start >= (found.at(-1)?.end ?? 0)) found.push(range)
  return found
}
