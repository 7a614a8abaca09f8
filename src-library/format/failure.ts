import { assertNever } from '../model/never.ts'

/** Why something read from disk is not what it should be. The page words these in the reader's language. */
export type FormatFailure =
  | { readonly kind: 'not-json' }
  /** Longer than `limit` UTF-16 units. */
  | { readonly kind: 'too-large'; readonly limit: number }
  /** Nested deeper than `limit` levels. */
  | { readonly kind: 'too-deep'; readonly limit: number }
  /** Written for another edition of the format; `found` is what the manifest says, if that is a number. */
  | { readonly kind: 'wrong-format'; readonly found: number | null; readonly supported: number }
  /** `at` is the way to the wrong value, `sections.2.blocks.0.kind`; empty for the whole. */
  | { readonly kind: 'invalid'; readonly at: string; readonly expected: string }

/** The failure in plain English, for logs and command lines. */
export function describeFailure(failure: FormatFailure): string {
  switch (failure.kind) {
    case 'not-json':
      return 'It is not JSON.'
    case 'too-large':
      return `It is longer than ${failure.limit} characters.`
    case 'too-deep':
      return `It is nested deeper than ${failure.limit} levels.`
    case 'wrong-format':
      return `It is written in pack format ${failure.found ?? '(none)'}; this program reads format ${failure.supported}.`
    case 'invalid':
      return `${failure.at === '' ? 'The whole' : `\`${failure.at}\``} should be ${failure.expected}.`
    default:
      return assertNever(failure)
  }
}
