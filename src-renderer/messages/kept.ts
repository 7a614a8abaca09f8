/** The words about what is kept, by the interface's language. Read with the page of what is kept, and not with the first screen. */
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { azKept } from './az-kept.ts'
import { enKept, type KeptWords } from './en-kept.ts'
import { ruKept } from './ru-kept.ts'
import { turnedCatalogue } from './turned.ts'
import type { Words } from './words.ts'

const catalogues = { en: enKept, az: azKept, ru: ruKept }

export function keptWordsFor({ language, direction }: Words): KeptWords {
  const own = interfaceLanguages.find((one) => one === language) ?? 'en'
  // English that runs from right to left is no language, but the pseudo-locale.
  return own === 'en' && direction === 'rtl' ? turnedCatalogue(enKept) : catalogues[own]
}
