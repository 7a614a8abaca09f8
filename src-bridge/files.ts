/**
 * Text files that the reader saves to a place of their choice, or opens from there. One table, for main's dialogs and
 * for the browser's downloads. A file's stem tells nothing of the subject: names of files outlive their contents.
 */

type FileForm = { readonly stem: string; readonly extension: string; readonly mediaType: string }

export const fileForms = {
  printList: { stem: 'list', extension: 'json', mediaType: 'application/json' },
  /** Bookmarks, and where reading stopped. */
  kept: { stem: 'kept', extension: 'json', mediaType: 'application/json' },
  /** https://docs.citationstyles.org/en/stable/specification.html, appendix on CSL-JSON */
  cslJson: { stem: 'sources', extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json' },
  ris: { stem: 'sources', extension: 'ris', mediaType: 'application/x-research-info-systems' },
  bibTex: { stem: 'sources', extension: 'bib', mediaType: 'application/x-bibtex' },
} as const satisfies Readonly<Record<string, FileForm>>

export type FileKind = keyof typeof fileForms
export const fileKinds = Object.keys(fileForms) as readonly FileKind[]

/** The kinds of file that can be opened again. */
export const openedKinds = ['printList', 'kept'] as const satisfies readonly FileKind[]
export type OpenedKind = (typeof openedKinds)[number]

/** Characters: a print list of a thousand sections with their quotes fits, and so do a thousand bookmarks. */
export const fileLimit = 2_000_000

/** Bytes a file of so many characters has at the most, in UTF-8. */
export const mostBytes = fileLimit * 3
