/** The words of menus and dialogs, in the interface's languages. A missing one does not compile. */
import type { InterfaceLanguage } from '../../src-bridge/settings.ts'
import { az } from './az.ts'
import { en, type Words } from './en.ts'
import { ru } from './ru.ts'

export const wordsOf: Readonly<Record<InterfaceLanguage, Words>> = { en, az, ru }
