/** The questions of Help in each language. They are not in the catalogues, because the first screen does without them. */
import { azHelp } from './az-help.ts'
import { enHelp, type HelpWords } from './en-help.ts'
import { ruHelp } from './ru-help.ts'

const all: Readonly<Record<string, HelpWords>> = { en: enHelp, az: azHelp, ru: ruHelp }

/** English where there are none in the language. */
export const helpIn = (language: string): HelpWords => all[language] ?? enHelp
