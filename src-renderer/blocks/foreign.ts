/**
 * Words of another language in a line that has lost its markup, such as a snippet. They are known by their letters,
 * as the analyzer knows them (`languageOfWord`): enough for a voice to change over where it would stumble most.
 */
import { fold } from '../../src-library/search/words/fold.ts'

export type LanguageRun = { readonly text: string; readonly language: string | null }

const word = /[\p{L}\p{M}’'-]+/gu
const azerbaijani = /[əğış]/i
const cyrillic = /\p{Script=Cyrillic}/u

/** The text cut where its language changes; null is the language around it, given as a BCP 47 tag. */
export function languageRunsOf(text: string, around: string): readonly LanguageRun[] {
  // Most lines hold nothing foreign; what folding leaves as it is has no such letter.
  if (fold(text) === text && !cyrillic.test(text)) return [{ text, language: null }]
  const passages: LanguageRun[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(word)) {
    const language = languageOf(found)
    if (language === null || language === around.split('-')[0]) continue
    if (index > from) passages.push({ text: text.slice(from, index), language: null })
    passages.push({ text: found, language })
    from = index + found.length
  }
  if (from < text.length || passages.length === 0) passages.push({ text: text.slice(from), language: null })
  return passages
}

const languageOf = (found: string): string | null =>
  azerbaijani.test(found) ? 'az' : cyrillic.test(found) ? 'ru' : null
