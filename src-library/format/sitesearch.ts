/** The search page of an exported site: what the export writes and the script of the page reads. */

/** Names of the data files: the index, the texts of its sections, and the page of each section, one a line. */
export const siteSearchFiles = { index: 'index', texts: 'texts', pages: 'pages' } as const

/** Ids of elements that the script takes over. */
export const siteSearchIds = {
  form: 'search',
  field: 'search-field',
  status: 'search-status',
  hits: 'search-hits',
  without: 'search-without',
} as const

/** Sentences of the script, in the language of the page, with `{…}` for what it puts in. Each is a `data-` attribute of the form. */
export type SiteSearchWords = {
  readonly found: string
  readonly first: string
  readonly nothing: string
  readonly instead: string
  readonly undated: string
  readonly factsAsOf: string
}
