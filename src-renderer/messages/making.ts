/** The words about making a pack, by the interface's language. Read with that place, and not with the first screen. */
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { azMaking } from './az-making.ts'
import { enMaking, type MakingWords } from './en-making.ts'
import { ruMaking } from './ru-making.ts'
import { turnedCatalogue } from './turned.ts'
import type { Words } from './words.ts'

const catalogues = { en: enMaking, az: azMaking, ru: ruMaking }

export function makingWordsFor({ language, direction }: Words): MakingWords {
  const own = interfaceLanguages.find((one) => one === language) ?? 'en'
  // English that runs from right to left is no language, but the pseudo-locale.
  return own === 'en' && direction === 'rtl' ? turnedCatalogue(enMaking) : catalogues[own]
}
