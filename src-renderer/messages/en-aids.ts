/** English about aids to reading: the second pane, previews, terms, listening, and finding in one article. */

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
  },
  reference: {
    title: 'Copy the reference in a style:',
    short: 'Short',
    numbered: 'Numbered',
    authorDate: 'Author and date',
    gost: 'ГОСТ Р 7.0.5',
    noDate: 'n.d.',
  },
  listening: {
    listen: 'Listen',
    stop: 'Stop',
    pause: 'Pause',
    goOn: 'Go on',
    ended: 'The section is read to its end.',
    failed: 'The voice of this computer does not answer.',
    row: (column: string, value: string) => `${column}: ${value}.`,
  },
}

export type AidWords = typeof enAids
