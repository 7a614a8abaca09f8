/** The words about signing, by language: on screen the interface's. Read with the step that signs, and with its sheet. */
import { interfaceLanguages, type InterfaceLanguage } from '../../src-bridge/settings.ts'
import { azSigning } from './az-signing.ts'
import { enSigning, type SigningWords } from './en-signing.ts'
import { ruSigning } from './ru-signing.ts'
import { turnedCatalogue } from './turned.ts'
import type { Words } from './words.ts'

const catalogues = { en: enSigning, az: azSigning, ru: ruSigning }

export const signingWordsIn = (language: InterfaceLanguage): SigningWords => catalogues[language]

export function signingWordsFor({ language, direction }: Words): SigningWords {
  const own = interfaceLanguages.find((one) => one === language) ?? 'en'
  // English that runs from right to left is no language, but the pseudo-locale.
  return own === 'en' && direction === 'rtl' ? turnedCatalogue(enSigning) : signingWordsIn(own)
}
