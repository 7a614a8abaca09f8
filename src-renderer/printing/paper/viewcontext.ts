/** What every kind of document is drawn on, and how it says that it can't be. */
import type { Content } from '../../../src-bridge/content.ts'
import type { PrintFailure } from '../../../src-bridge/contract.ts'
import { failure } from '../../../src-library/model/outcome.ts'
import type { ChosenSection } from '../../../src-library/model/print.ts'

export type ViewContext = {
  readonly target: HTMLElement
  readonly content: Content
  readonly hash: string
  /** Whether somebody looks at the view itself, in a tab. */
  readonly seen: boolean
}

/** A class of print.css: not drawn on a screen. */
export const unlaid = 'unlaid'

/** UTF-16 units, as `printReadySchema` takes them. */
export const longestPdfTitle = 500

export const missingIn = ({ missing }: { readonly missing: readonly ChosenSection[] }): string =>
  missing.map(({ pack, article, anchor }) => `${pack}/${article}#${anchor}`).join(', ')

export const printFailure = (
  kind: PrintFailure['kind'],
  detail: string,
): { ok: false; failure: PrintFailure } => failure({ kind, detail: detail.slice(0, 2000) })
