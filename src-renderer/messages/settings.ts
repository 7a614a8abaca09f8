/** The words of Settings, the appearance panel and About, by the interface's language. Read with them, and not with the first screen. */
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { azSettings } from './az-settings.ts'
import { enSettings, type SettingsWords } from './en-settings.ts'
import { ruSettings } from './ru-settings.ts'
import { turnedCatalogue } from './turned.ts'
import type { Words } from './words.ts'

const catalogues = { en: enSettings, az: azSettings, ru: ruSettings }

export function settingsWordsFor({ language, direction }: Words): SettingsWords {
  const own = interfaceLanguages.find((one) => one === language) ?? 'en'
  // English that runs from right to left is no language, but the pseudo-locale.
  return own === 'en' && direction === 'rtl' ? turnedCatalogue(enSettings) : catalogues[own]
}
