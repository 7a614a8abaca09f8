/** The terms and phrases that are marked in a text for a query, in each language of the packs. */
import type { Marks } from '../result.ts'
import { analyse } from '../words/analyzer.ts'
import type { ResolvedWord } from './resolve.ts'

/** `phrases`: words side by side, as the query has them and as its alternatives have them. */
export function marksOf(
  words: readonly Pick<ResolvedWord, 'raw' | 'correction' | 'corrected' | 'prefix'>[],
  phrases: readonly (readonly string[])[],
  languages: readonly string[],
): Marks {
  const single = new Set<string>()
  for (const { correction, corrected, raw } of words)
    for (const word of correction ? corrected : [raw])
      if (!word.includes(' ')) addTerms(word, languages, single)
  for (const [word = '', ...more] of phrases) if (more.length === 0) addTerms(word, languages, single)
  return {
    languages,
    terms: [...single].sort(),
    phrases: phrases
      .filter((phrase) => phrase.length > 1)
      .map((phrase) => phrase.map((word) => [...addTerms(word, languages, new Set())])),
    prefix: words.find((word) => word.prefix !== null)?.prefix ?? null,
  }
}

/** Adds what a word is marked by: its forms in each of the languages. */
function addTerms(raw: string, languages: readonly string[], to: Set<string>): Set<string> {
  for (const language of languages) {
    const { stem, root, surface } = analyse(raw, language)
    to.add(stem).add(surface)
    if (root !== null) to.add(root)
  }
  return to
}
