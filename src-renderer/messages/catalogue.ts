/** The interface's languages. A catalogue is loaded when it is needed: the first screen loads one. */
import type { InterfaceLanguage } from '../../src-bridge/settings.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { en } from './en.ts'
import type { Words } from './words.ts'

/** Each in its own language, so that its readers can read it. */
export const languageNames: Readonly<Record<InterfaceLanguage, string>> = {
  en: 'English',
  az: 'Azərbaycanca',
  ru: 'Русский',
}

export async function wordsIn(language: InterfaceLanguage): Promise<Words> {
  switch (language) {
    case 'en':
      return en
    case 'az':
      return (await import('./az.ts')).az
    case 'ru':
      return (await import('./ru.ts')).ru
    default:
      return assertNever(language)
  }
}
