/**
 * The telling words of a sheet: those that give its reader away where others may see it. They are the words of the
 * concepts that a pack's authors marked so, in the language of the text, in every form the search knows.
 */
import type { Concept } from '../../../src-library/model/concept.ts'
import { textOfBlocks, textOfInlines } from '../../../src-library/model/text.ts'
import { analyse, baseLanguage } from '../../../src-library/search/words/analyzer.ts'
import { wordsIn } from '../../../src-library/search/words/words.ts'
import type { Dossier } from './dossier.ts'

export type TellingWord = {
  /** As the authors write it. */
  readonly word: string
  /** How often the text has it, in any form. */
  readonly count: number
}

/** A text of a document, with its language (BCP 47). */
export type SaidText = { readonly text: string; readonly language: string }

type Phrase = { readonly word: string; readonly stems: readonly string[] }

/** Most frequent first. A word inside a longer phrase that is telling counts as that phrase only. */
export function tellingWords(
  texts: readonly SaidText[],
  concepts: readonly Concept[],
): readonly TellingWord[] {
  const phrases = new Map<string, ReadonlyMap<string, readonly Phrase[]>>()
  const counts = new Map<string, number>()
  for (const { text, language } of texts) {
    const base = baseLanguage(language)
    const known = phrases.get(base) ?? phrasesIn(base, concepts)
    phrases.set(base, known)
    const words = wordsIn(text)
    const stems = words.map(({ raw }) => analyse(raw, base).stem)
    for (let at = 0; at < stems.length;) {
      const found = known.get(stems[at] ?? '')?.find(({ stems: wanted }) =>
        wanted.every((stem, offset) => {
          const first = words[at]
          const here = words[at + offset]
          // A line between two words ends the phrase.
          return stems[at + offset] === stem && here && first && here.position === first.position + offset
        }),
      )
      if (found) counts.set(found.word, (counts.get(found.word) ?? 0) + 1)
      at += found?.stems.length ?? 1
    }
  }
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1))
}

/** The telling phrases of a language by their first stem, longest first. */
function phrasesIn(language: string, concepts: readonly Concept[]): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  const said = concepts
    .filter(({ telling }) => telling)
    .flatMap(({ words }) => words.filter((one) => baseLanguage(one.language) === language))
    .flatMap(({ term, also }) => [term, ...also])
  for (const word of new Set(said)) {
    const stems = wordsIn(word).map(({ raw }) => analyse(raw, language).stem)
    const [first] = stems
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { word, stems }])
  }
  for (const phrases of byFirst.values()) {
    phrases.sort((one, other) => other.stems.length - one.stems.length)
  }
  return byFirst
}

/** All that a sheet prints of its content and its title. The words around them are ours, and tell nothing. */
export function textsOfSheet(dossier: Dossier): readonly SaidText[] {
  const shown = dossier.sheet?.heading !== 'none'
  return [
    { text: dossier.title, language: dossier.language },
    ...dossier.between
      .flat()
      .flatMap((one) => (one.kind === 'heading' ? [{ text: one.text, language: dossier.language }] : [])),
    ...dossier.parts.flatMap(({ root, below, news }) => [
      ...(shown ? [{ text: root.title, language: root.language }] : []),
      { text: textOfBlocks(root.blocks), language: root.language },
      ...(news
        ? [
            { text: textOfInlines(news.leavesOut), language: root.language },
            ...news.keyFigures.map(({ label, value }) => ({
              text: `${value}\n${label}`,
              language: root.language,
            })),
          ]
        : []),
      ...below.flatMap(({ title, blocks, language }) => [
        { text: title, language },
        { text: textOfBlocks(blocks), language },
      ]),
    ]),
    ...dossier.notes.map(({ blocks, language }) => ({ text: textOfBlocks(blocks), language })),
  ]
}
