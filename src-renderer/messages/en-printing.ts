/** What is printed and said about printing, in English. */

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${plural.select(n) === 'one' ? one : other}`

export const enPrinting = {
  /** On paper. */
  paper: {
    language: 'en',
    /** Before the page's number, between it and the number of pages, and after that. */
    pageOf: ['Page ', ' of ', ''] as const,
    edition: (edition: string) => `Edition ${edition}`,
    printed: (date: string) => `printed ${date}`,
    section: (number: string) => `Section ${number}`,
    sectionCount: (n: number) => count(n, 'section', 'sections'),
    contents: 'Contents',
    /** Running head of the pages after the last part. */
    endMatter: 'Notes and sources',
    article: 'Article',
    factsAsOf: 'Facts as of',
    undated: 'not dated',
    withEdition: (date: string, edition: string) => `${date} · edition ${edition}`,
    confidence: 'Confidence',
    newsOf: 'News of',
    summarised: (date: string) => `summarised ${date}`,
    sources: 'Sources',
    sourcesAtEnd: (numbers: string) => `${numbers}, listed at the end`,
    noSource: 'not stated',
    notes: 'Notes',
    elsewhere: 'Mentioned here, not in this document',
    within: (title: string, article: string) => `${title}, in “${article}”`,
    published: (date: string) => `published ${date}`,
    read: (date: string) => `read ${date}`,
    citedIn: (sections: string) => `Cited in: ${sections}.`,
    introduction: 'introduction',
    ownNotes: 'Your notes',
    leavesOut: 'What this summary leaves out',
  },
}

export type PaperWords = (typeof enPrinting)['paper']
