/**
 * Letters that look right and are not. A Cyrillic `а` inside a Latin word is
 * drawn like its Latin twin and found by no search; it comes from keyboards
 * switched half-way and from text recognition. Such words are mended when text
 * is read, one letter for one, so that every offset stays what it was.
 *
 * So is `ǝ`, the turned e of African alphabets, for the `ə` of Azerbaijani: the two are drawn alike. So are `ɘ` and, beside letters, `∂`.
 *
 * A word is mended only when it can be read one way: all letters of one script
 * have twins in the other, and the other has a letter without a twin.
 */
import type { TextRange } from '../text.ts'

/** Drawn alike in common typefaces: https://www.unicode.org/reports/tr39/#Confusable_Detection, narrowed to those. */
const twins: readonly (readonly [cyrillic: string, latin: string])[] = [
  ['а', 'a'],
  ['е', 'e'],
  ['о', 'o'],
  ['р', 'p'],
  ['с', 'c'],
  ['у', 'y'],
  ['х', 'x'],
  ['і', 'i'],
  ['ј', 'j'],
  ['ѕ', 's'],
  ['һ', 'h'],
  ['ә', 'ə'],
  ['А', 'A'],
  ['В', 'B'],
  ['Е', 'E'],
  ['К', 'K'],
  ['М', 'M'],
  ['Н', 'H'],
  ['О', 'O'],
  ['Р', 'P'],
  ['С', 'C'],
  ['Т', 'T'],
  ['Х', 'X'],
  ['І', 'I'],
  ['Ј', 'J'],
  ['Ѕ', 'S'],
  ['Ә', 'Ə'],
]
const toLatin = new Map(twins)
const toCyrillic = new Map(twins.map(([cyrillic, latin]) => [latin, cyrillic]))

const latin = /\p{Script=Latin}/u
const cyrillic = /\p{Script=Cyrillic}/u

export type MendedWord = {
  readonly at: TextRange
  readonly from: string
  readonly to: string
  /** The script it is read in, or the letter that was meant. */
  readonly script: 'Latin' | 'Cyrillic' | 'ə'
}

/** The text with its mixed words mended, as long as it was, and the words in order. */
export function mendLetters(text: string): { readonly text: string; readonly mended: readonly MendedWord[] } {
  const hasTurned = turned.test(text)
  if (!hasTurned && (!cyrillic.test(text) || !latin.test(text))) return { text, mended: [] }
  const mended: MendedWord[] = []
  const result = text.replace(/[\p{L}∂]+/gu, (word, start: number) => {
    const reading = readTurned(word) ?? readWord(word)
    if (!reading) return word
    mended.push({ at: { start, end: start + word.length }, from: word, ...reading })
    return reading.to
  })
  return { text: result, mended }
}

const turned = /[ǝƎɘ]|(?<=\p{L})∂|∂(?=\p{L})/u

function readTurned(word: string): Pick<MendedWord, 'to' | 'script'> | null {
  if (!turned.test(word)) return null
  const plain = word.replace(/[ǝɘ∂]/gu, 'ə').replaceAll('Ǝ', 'Ə')
  return { to: readWord(plain)?.to ?? plain, script: 'ə' }
}

function readWord(word: string): Pick<MendedWord, 'to' | 'script'> | null {
  if (!latin.test(word) || !cyrillic.test(word)) return null
  const letters = [...word]
  const asLatin = letters.map((letter) => (cyrillic.test(letter) ? toLatin.get(letter) : letter))
  const asCyrillic = letters.map((letter) => (latin.test(letter) ? toCyrillic.get(letter) : letter))
  const isLatin = !asLatin.includes(undefined)
  const isCyrillic = !asCyrillic.includes(undefined)
  if (isLatin === isCyrillic) return null
  return isLatin ? { to: asLatin.join(''), script: 'Latin' } : { to: asCyrillic.join(''), script: 'Cyrillic' }
}
