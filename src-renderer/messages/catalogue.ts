/** The interface's languages. A catalogue is read when it is wanted: the first screen carries one. */
import { interfaceLanguages, type InterfaceLanguage, type Settings } from '../../src-bridge/settings.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { en } from './en.ts'
import type { Words } from './words.ts'

/** The language of the interface: the reader's choice, else the first of the system's that there is, else English. */
export function chooseLanguage(
  chosen: Settings['interfaceLanguage'],
  system: readonly string[],
): InterfaceLanguage {
  if (chosen !== 'system') return chosen
  const spoken = system.map((tag) => tag.toLowerCase().split('-')[0])
  return interfaceLanguages.find((language) => language === spoken.find(isOurs)) ?? 'en'
}

const isOurs = (language: string | undefined): boolean => interfaceLanguages.some((one) => one === language)

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
