/** English about aids to reading: the second pane, previews, terms, listening, and finding in one article. */

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${plural.select(n) === 'one' ? one : other}`

export const enAids = {
  second: {
    name: (title: string) => `Second pane: ${title}`,
    open: 'Open beside',
    close: 'Close the second pane',
    fold: 'Show the first pane',
    unfold: 'Show the second pane',
    find: 'Find in the second pane',
    section: 'Section',
    part: 'This article is long. The pane shows one section of it.',
  },
  years: {
    open: 'Figures on one axis of years',
    title: 'Two figures on one axis of years',
    first: 'First figure',
    other: 'Second figure',
    hint: '“Not known”: the figure has no value for that year.',
  },
  preview: {
    name: (title: string) => `Preview: ${title}`,
    within: (article: string) => `In: ${article}`,
    noText: 'This section begins with a table or a picture.',
  },
  mentions: {
    title: 'Mentioned in',
  },
  term: {
    lookUp: (word: string) => `Look up “${word}”`,
    name: (word: string) => `The term “${word}”`,
    none: (word: string) => `“${word}” is not among the terms of this library.`,
    also: 'also:',
    avoid: 'not:',
    search: (word: string) => `Search for “${word}”`,
  },
  within: {
    label: 'Search in this article',
    found: (n: number) => count(n, 'section', 'sections'),
    none: 'No section of this article has these words.',
    all: 'Search the whole library',
  },
  listening: {
    listen: 'Listen',
    stop: 'Stop',
    pause: 'Pause',
    goOn: 'Go on',
    reading: (title: string) => `Reading aloud: ${title}`,
    ended: 'The section is read to its end.',
    failed: 'The voice of this computer does not answer.',
    row: (column: string, value: string) => `${column}: ${value}.`,
  },
}

export type AidWords = typeof enAids
