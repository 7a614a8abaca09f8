/** Why a file can’t be brought in: a kind for a page that has words of its own, and a sentence for a terminal. */
import { failure, type Outcome } from '../../src-library/model/outcome.ts'

export const refusalKinds = [
  'unknown-kind',
  'save-as',
  'scanned',
  'protected',
  'damaged',
  'empty',
  'too-large',
  'too-much',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

export type Refusal = {
  readonly kind: RefusalKind
  /** In plain English. */
  readonly text: string
  /** The ending of the kind of file that it has to be saved as, such as `.docx`. */
  readonly needs?: string
}

export const refuse = (kind: RefusalKind, text: string, needs?: string): Outcome<never, Refusal> =>
  failure({ kind, text, ...(needs !== undefined && { needs }) })
