/** Codes as sentences: why a file was refused, why a part was left out, what a mistake is. */
import type { OwnProblem, RefusedFile } from '../../src-bridge/own.ts'
import type { MakingWords } from '../messages/en-making.ts'

export const refusalIn = ({ kind, needs }: RefusedFile, words: MakingWords): string =>
  kind === 'save-as' && needs !== undefined ? words.saveAs(needs) : words.refusals[kind]

/** Null where there are no words for the code. */
export function remarkIn(code: string | null, words: MakingWords): string | null {
  return code === null ? words.look.byYou : own(words.remarks, code)
}

/** The message in the reader's language, or the compiler's English one if it has no translation. */
export function problemIn(
  { code, text }: OwnProblem,
  words: MakingWords,
): { text: string; isEnglish: boolean } {
  const said = own(words.problems, code)
  return said === null ? { text, isEnglish: true } : { text: said, isEnglish: false }
}

const own = (record: Readonly<Record<string, string>>, code: string): string | null =>
  Object.hasOwn(record, code) ? (record[code] ?? null) : null
