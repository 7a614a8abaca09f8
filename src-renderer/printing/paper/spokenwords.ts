/** The words around a printed text, in its language. Each part of a mixed list uses its own. */
import type { InterfaceLanguage } from '../../../src-bridge/settings.ts'
import { wordsIn } from '../../messages/catalogue.ts'
import type { PaperWords } from '../../messages/en-printing.ts'
import { printingLanguage, printingWordsIn } from '../../messages/printing.ts'
import type { Words } from '../../messages/words.ts'

export type LanguageWords = {
  readonly paper: PaperWords
  /** Those of the shared blocks. */
  readonly blocks: Words
}

/** The nearest of our catalogues for the language (BCP 47) of the printed text. */
export type SpokenWords = (language: string) => LanguageWords

/** Reads the words of these languages. Texts in any other get English words. */
export async function spokenWords(languages: Iterable<string>): Promise<SpokenWords> {
  const ours = new Set<InterfaceLanguage>([...[...languages].map(printingLanguage), 'en'])
  const read = [...ours].map(async (language): Promise<readonly [InterfaceLanguage, LanguageWords]> => [
    language,
    { paper: printingWordsIn(language).paper, blocks: await wordsIn(language) },
  ])
  const known = new Map(await Promise.all(read))
  const english: LanguageWords = { paper: printingWordsIn('en').paper, blocks: await wordsIn('en') }
  return (language) => known.get(printingLanguage(language)) ?? english
}
