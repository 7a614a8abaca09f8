/** The words about printing, by language: on screen the interface's, on paper the document's. */
import { interfaceLanguages, type InterfaceLanguage } from '../../src-bridge/settings.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { azPrinting } from './az-printing.ts'
import { enPrinting, type PrintingWords } from './en-printing.ts'
import { ruPrinting } from './ru-printing.ts'
import { turnedCatalogue } from './turned.ts'
import type { Words } from './words.ts'

export function printingWordsIn(language: InterfaceLanguage): PrintingWords {
  switch (language) {
    case 'en':
      return enPrinting
    case 'az':
      return azPrinting
    case 'ru':
      return ruPrinting
    default:
      return assertNever(language)
  }
}

/** The interface language for a text in this language (BCP 47), or English if we do not have it. */
export function printingLanguage(language: string): InterfaceLanguage {
  const [primary] = language.toLowerCase().split('-')
  return interfaceLanguages.find((one) => one === primary) ?? 'en'
}

/** The words on screen about printing; in the pseudo-locale turned around, like the rest of the interface. */
export const previewWordsFor = (words: Words): PrintingWords['preview'] => onScreen(words, 'preview')

/** The same of the print list. */
export const listWordsFor = (words: Words): PrintingWords['list'] => onScreen(words, 'list')

function onScreen<Part extends 'preview' | 'list'>(
  { language, direction }: Words,
  part: Part,
): PrintingWords[Part] {
  const words = printingWordsIn(printingLanguage(language))[part]
  // English that runs from right to left is no language, but the pseudo-locale.
  return language === 'en' && direction === 'rtl' ? turnedCatalogue(words) : words
}
