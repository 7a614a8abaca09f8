/** The words about packs, by the interface's language. Read with the places of packs, and not with the first screen. */
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { azPacks } from './az-packs.ts'
import { enPacks, type PackWords } from './en-packs.ts'
import { ruPacks } from './ru-packs.ts'
import { turnedCatalogue } from './turned.ts'
import type { Words } from './words.ts'

const catalogues = { en: enPacks, az: azPacks, ru: ruPacks }

export function packWordsFor({ language, direction }: Words): PackWords {
  const own = interfaceLanguages.find((one) => one === language) ?? 'en'
  // English that runs from right to left is no language, but the pseudo-locale.
  return own === 'en' && direction === 'rtl' ? turnedCatalogue(enPacks) : catalogues[own]
}
