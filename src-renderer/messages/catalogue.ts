/** The interface's languages. A catalogue is read when it is wanted: the first screen carries one. */
import type { InterfaceLanguage } from '../../src-bridge/settings.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { en } from './en.ts'
import type { Words } from './words.ts'

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
