/**
 * Words of a text, with their place. Letters of any script, digits, marks; an apostrophe joins (`Azerbaijan's` is one
 * word), a hyphen parts. What words that a hyphen or a blank parts are together, `cooperation` for `co-operation`
 * or `13000` for `13 000` and `U.S.` for `U. S.`, is told beside them: they are found both ways.
 */
import { numberAt, numberSignAt } from './numbers.ts'
import { needsPlainWriting, plainly, signs } from './writing.ts'

export type Word = {
  /** As written; in plain writing if it contains invisible signs. */
  readonly raw: string
  /** `[start, end)` in the text. */
  readonly start: number
  readonly end: number
  /** Ordinal in the text; a line feed leaves a gap, so that no phrase reaches across two blocks. */
  readonly position: number
}

/** Several words that are also one. */
export type JoinedWord = Word & {
  /** Position of the last of the words; `position` is that of the first. */
  readonly last: number
  /** A number of its own: its words alone mean something else. */
  readonly isNumber: boolean
}

/** Positions a line feed skips. */
const gap = 3

/** Longer words are cut: people do not type them, and the dictionary keeps lengths in a byte. */
export const longestWord = 64

/** Words with hyphens between them that are also read as one. */
const mostJoined = 5

/** A word that is not a number by itself. */
export const wordPattern = [
  // Initials: U.S., N.B, and U.S on the way to U.S.A.
  String.raw`(?<![\p{L}\p{N}])(?:\p{L}\.)+(?:\p{L}(?![\p{L}\p{N}])\.?)(?![\p{L}\p{N}])`,
  String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[${signs.apostrophes}]\p{L}[\p{L}\p{N}\p{M}]*)*`,
].join('|')
const wordAt = new RegExp(wordPattern, 'uy')
/** Initials with blanks between them, U. S., and т. е.; in what is being typed the last point may be missing. */
const initialsApart = new RegExp(
  String.raw`\p{L}\.(?:[ \u00a0\u2009\u202f]\p{L}\.)*[ \u00a0\u2009\u202f]\p{L}(?:\.(?![\p{L}\p{N}])|$)`,
  'uy',
)

/** The words of a text in order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  eachWordIn(text, (raw, start, end, position) => {
    words.push({ raw, start, end, position })
  })
  return words
}

/** What words of a text are together, in the order of the last of them. */
export function joinedWordsIn(text: string): JoinedWord[] {
  const joined: JoinedWord[] = []
  eachWordIn(
    text,
    () => undefined,
    (raw, start, end, position, last, isNumber) => {
      joined.push({ raw, start, end, position, last, isNumber })
    },
  )
  return joined
}

export type EachWord = (raw: string, start: number, end: number, position: number) => void
export type EachJoined = (
  raw: string,
  start: number,
  end: number,
  position: number,
  last: number,
  isNumber: boolean,
) => void

/** Calls back for each word of a text in order, and for what words are together after the last of them. */
export function eachWordIn(text: string, word: EachWord, joined?: EachJoined): void {
  if (!needsPlainWriting(text)) {
    eachPlainWordIn(text, word, joined)
    return
  }
  const plain = plainly(text)
  const { from, to } = plain
  eachPlainWordIn(
    plain.text,
    (raw, start, end, position) => {
      word(raw, from[start] ?? 0, to[end - 1] ?? 0, position)
    },
    joined &&
      ((raw, start, end, position, last, isNumber) => {
        joined(raw, from[start] ?? 0, to[end - 1] ?? 0, position, last, isNumber)
      }),
  )
}

function eachPlainWordIn(text: string, word: EachWord, joined: EachJoined = () => undefined): void {
  let position = -1
  let from = 0
  let chain: Chain | null = null
  const take = (start: number, end: number): void => {
    position += 1
    if (position > 0 && breaksBetween(text, from, start)) position += gap
    word(text.slice(start, end), start, end, position)
    from = end
  }
  const close = (): void => {
    if (chain && chain.count > 1 && chain.count <= mostJoined)
      joined(chain.raw, chain.start, chain.end, chain.position, position, false)
    chain = null
  }
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    const beginsNumber = isDigit(code) || code === plus || code === bracket
    const number = beginsNumber ? numberAt(text, at) : null
    if (number) {
      const [[start, end] = [at, at + 1], ...more] = number.words
      const isPart = more.length === 0 && number.joined.length === 0 && hangsOn(text, chain, start)
      if (!isPart) close()
      take(start, end)
      const first = position
      for (const [start, end] of more) take(start, end)
      for (const raw of number.joined) joined(raw, at, from, first, position, true)
      if (chain && isPart) chain = lengthened(chain, text.slice(start, end), end)
      close()
      at = from
      continue
    }
    const sign = code === capitalN || code === smallN || code === numero ? numberSignAt(text, at) : 0
    if (sign > 0) {
      close()
      at += sign
      continue
    }
    const initials = text.charCodeAt(at + 1) === point ? initialsFrom(text, at) : []
    if (initials.length > 1) {
      close()
      for (const [letter, start] of initials) take(start, start + letter.length)
      const [[, first] = ['', at]] = initials
      const letters = initials.map(([letter]) => `${letter}.`).join('')
      const end = from + (text.charCodeAt(from) === point ? 1 : 0)
      joined(letters, first, end, position - initials.length + 1, position, false)
      at = end
      continue
    }
    // No sign or blank of ASCII begins a word, and most words are plain: the pattern is asked about the others.
    const end = isSign(code) ? -1 : withoutNumber(text, at, wordEnd(text, at))
    if (end === -1) {
      at += 1
      continue
    }
    const isPart = hangsOn(text, chain, at)
    if (!isPart) close()
    take(at, end)
    const raw = text.slice(at, end)
    if (chain && isPart) chain = lengthened(chain, raw, end)
    else if (!isDigit(code)) chain = { raw, start: at, end, position, count: 1 }
    at = end
  }
  close()
}

/** The letters that are initials with blanks between them, and where each is; none where they are not. */
function initialsFrom(text: string, at: number): readonly (readonly [letter: string, start: number])[] {
  initialsApart.lastIndex = at
  const [found = ''] = initialsApart.exec(text) ?? []
  return [...found.matchAll(/\p{L}/gu)].map(({ 0: letter, index }) => [letter, at + index] as const)
}

/** Words that hyphens hold together, so far. */
type Chain = {
  /** Without the hyphens. */
  readonly raw: string
  readonly start: number
  readonly end: number
  readonly position: number
  readonly count: number
}

const lengthened = (chain: Chain, raw: string, end: number): Chain => ({
  ...chain,
  raw: chain.raw + raw,
  end,
  count: chain.count + 1,
})

const hyphen = new RegExp(`[${signs.hyphens}]`, 'u')

/** Whether a hyphen joins the word that starts here to the chain. A blank may follow it, where a line of a PDF ended. */
const hangsOn = (text: string, chain: Chain | null, start: number): boolean => {
  if (chain === null || start > chain.end + 2 || !hyphen.test(text.charAt(chain.end))) return false
  return start === chain.end + 1 || (text.charAt(chain.end + 1) === ' ' && /\p{Ll}/u.test(text.charAt(start)))
}

/** Letters glued to a number with signs in it, `USD13,000`, are a word without its first digits. */
function withoutNumber(text: string, start: number, end: number): number {
  if (end < 0 || !isDigit(text.charCodeAt(end - 1)) || !isDigit(text.charCodeAt(end + 1))) return end
  const [letters = ''] = /^\p{L}{2,}(?=\d+$)/u.exec(text.slice(start, end)) ?? []
  const digits = start + letters.length
  if (letters === '') return end
  const [[, last] = [0, 0]] = numberAt(text, digits)?.words ?? []
  return last > end ? digits : end
}

/** Where a word ends that begins here; -1 where none does. */
function wordEnd(text: string, start: number): number {
  const end = plainWordEnd(text, start)
  if (end !== -1) return end
  wordAt.lastIndex = start
  const match = wordAt.exec(text)
  return match === null ? -1 : start + match[0].length
}

/**
 * Where a word of letters and digits of ASCII ends that begins here with a letter, -1 if it may be none: what follows is no sign
 * of ASCII, or one that may belong to it, an apostrophe or the point of an initial.
 */
function plainWordEnd(text: string, start: number): number {
  if (!isLetter(text.charCodeAt(start))) return -1
  let end = start + 1
  while (end < text.length && !isSign(text.charCodeAt(end)) && text.charCodeAt(end) < 128) end++
  if (end === text.length) return end
  const next = text.charCodeAt(end)
  const mayGoOn = next > 127 || next === apostrophe || next === graveAccent
  return mayGoOn || (next === point && end === start + 1) ? -1 : end
}

const apostrophe = 39
const bracket = 40
const plus = 43
const point = 46
const capitalN = 78
const smallN = 110
const numero = 0x2116
const graveAccent = 96

const isDigit = (code: number): boolean => code > 47 && code < 58

const isLetter = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91)

/** Of ASCII, and neither letter nor digit. */
const isSign = (code: number): boolean => code < 128 && !isLetter(code) && !isDigit(code)

function breaksBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) return true
  return false
}
