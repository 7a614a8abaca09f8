/** Finding a piece of text as it stands, letter by letter: no stems and no synonyms, unlike a search. */
import { fold, lower } from './words/fold.ts'
import type { Range } from './result.ts'

export type FindOptions = {
  readonly wholeWord: boolean
  /** Whether `e` also finds `ə` and `é`. Capital letters never matter. */
  readonly ignoreAccents: boolean
}

/** A letter with the marks that stand on it, which may be composed with it or not. */
const withMarks = /\P{M}\p{M}*|\p{M}+/gsu
const wordLetter = /[\p{L}\p{N}\p{M}]/u

/** Where `wanted` stands in `text`, in order and apart. Nothing is found for white space alone. */
export function findIn(text: string, wanted: string, options: FindOptions): readonly Range[] {
  const plain = options.ignoreAccents ? (word: string) => fold(lower(word)) : lower
  const needle = plain(wanted.trim().replace(/\s+/g, ' '))
  if (needle === '') return []
  const { letters, places } = lettersOf(text, plain)
  const found: Range[] = []
  for (let at = letters.indexOf(needle); at !== -1; at = letters.indexOf(needle, at + 1)) {
    const start = places[at] ?? 0
    const end = places[at + needle.length] ?? text.length
    const apart = start >= (found.at(-1)?.end ?? 0)
    if (apart && (!options.wholeWord || standsAlone(text, start, end))) found.push({ start, end })
  }
  return found
}

/** The text letter by letter in its plain form, and for each of its units where it came from. */
function lettersOf(text: string, plain: (word: string) => string): { letters: string; places: number[] } {
  let letters = ''
  const places: number[] = []
  let at = 0
  for (const [letter] of text.matchAll(withMarks)) {
    const form = /\s/.test(letter) ? ' ' : plain(letter)
    for (let unit = 0; unit < form.length; unit++) places.push(at)
    letters += form
    at += letter.length
  }
  return { letters, places }
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? ''
  const [after = ''] = text.slice(end, end + 2)
  return !wordLetter.test(before) && !wordLetter.test(after)
}
