/** The concept that a word of a text names, alone or with the words around it: “responder” in “the first responder”. */
import type { Concept } from '../../../src-library/model/concept.ts'
import type { Range } from '../../../src-library/search/result.ts'
import { analyse, baseLanguage } from '../../../src-library/search/words/analyzer.ts'
import { wordsIn } from '../../../src-library/search/words/words.ts'

/** Null if no concept has such a name in the language of the text. The longest name counts. */
export function conceptAt(
  concepts: readonly Concept[],
  text: string,
  selected: Range,
  language: string,
): Concept | null {
  const stemsOf = (said: string): readonly string[] =>
    wordsIn(said).map(({ raw }) => analyse(raw, language).stem)
  const words = wordsIn(text)
  const stems = words.map(({ raw }) => analyse(raw, language).stem)
  const first = words.findIndex(({ end }) => end > selected.start)
  const last = words.findLastIndex(({ start }) => start < selected.end)
  if (first === -1 || last < first) return null
  const found = concepts.flatMap((concept) =>
    namesIn(concept, language)
      .map(stemsOf)
      .filter((name) => name.length > 0 && covers(stems, name, first, last))
      .map((name) => ({ concept, length: name.length })),
  )
  return (
    found.reduce<(typeof found)[number] | null>(
      (longest, one) => (longest && longest.length >= one.length ? longest : one),
      null,
    )?.concept ?? null
  )
}

const namesIn = ({ words }: Concept, language: string): readonly string[] =>
  words
    .filter((own) => baseLanguage(own.language) === baseLanguage(language))
    .flatMap(({ term, also }) => [term, ...also])

/** Whether a name occurs at a place that has all the selected words. */
function covers(stems: readonly string[], name: readonly string[], first: number, last: number): boolean {
  for (let start = Math.max(0, last - name.length + 1); start <= first; start++)
    if (name.every((stem, at) => stems[start + at] === stem)) return true
  return false
}
