/** The words of the aids to reading, by the interface's language. Read with an article, and not with the first screen. */
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { azAids } from './az-aids.ts'
import { enAids, type AidWords } from './en-aids.ts'
import { ruAids } from './ru-aids.ts'
import { turnedCatalogue } from './turned.ts'
import type { Words } from './words.ts'

const catalogues = { en: enAids, az: azAids, ru: ruAids }

export function aidWordsFor({ language, direction }: Words): AidWords {
  const own = interfaceLanguages.find((one) => one === language) ?? 'en'
  // English that runs from right to left is no language, but the pseudo-locale.
  return own === 'en' && direction === 'rtl' ? turnedCatalogue(enAids) : catalogues[own]
}
