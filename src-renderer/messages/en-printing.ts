/** English words on paper and about printing. */

import type { InterfaceLanguage } from '../../src-bridge/settings.ts'

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${plural.select(n) === 'one' ? one : other}`

export const enPrinting = {
  /** On paper. */
  paper: {
    /** Of these words. */
    language: 'en' as InterfaceLanguage,
    /** Before the page's number, between it and the number of pages, and after that. */
    pageOf: ['Page ', ' of ', ''] as readonly [string, string, string],
    /** Before the page that a cross reference names. */
    onPage: 'page\u00A0',
    edition: (edition: string) => `Edition ${edition}`,
    printed: (date: string) => `printed ${date}`,
    section: (number: string) => `Section ${number}`,
    sectionCount: (n: number) => count(n, 'section', 'sections'),
    /** In the place of the picture on a cover. */
    logo: 'Logo',
    logoOf: (organisation: string) => `Logo of ${organisation}`,
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
    noDate: 'no date',
    excerpt: 'only a part was read',
    /** Above the second and further parts of a table that is too wide for the page. */
    tableGoesOn: (from: number, to: number) =>
      from === to ? `The table goes on: column ${from}` : `The table goes on: columns ${from} to ${to}`,
    copyReadAt: 'Copy read:',
    read: (date: string) => `read ${date}`,
    citedIn: (sections: string) => `Cited in: ${sections}.`,
    introduction: 'introduction',
    ownNotes: 'Your notes',
    /** Above the lines in the margin of a training sheet. */
    marginNotes: 'Notes',
    /** Lines to fill in at the head of a case file. */
    caseHead: ['Who', 'When', 'Why'] as readonly string[],
    /** The summaries of a briefing, before its parts. */
    brief: 'In brief',
    leavesOut: 'What this summary leaves out',
    /** A sheet to take home. */
    sheet: {
      /** Where the reader gives none of their own. */
      title: 'Useful information',
      facts: (from: string, to: string) => `Information as of ${from === to ? to : `${from} to ${to}`}.`,
      documents: (numbers: string, date: string) =>
        `${numbers}: found in official documents on ${date}, not tested by phone.`,
      call: (numbers: string, date: string) => `${numbers}: called and answered on ${date}.`,
      ask: 'Source and date: ask the person who gave you this sheet.',
      office: 'Office copy, not for handing out',
    },
    /** Cards to carry: a number, or a fact. */
    card: {
      documents: (date: string) => `Found in official documents on ${date}, not tested by phone.`,
      call: (date: string) => `Called and answered on ${date}.`,
      read: (date: string) => `Checked on ${date}.`,
      abroad: 'From abroad:',
      /** Before a line to write the day on. */
      called: 'Called and answered on:',
      ask: 'Source: ask the person who gave you this card.',
    },
    /** The hits of a search. */
    evidence: {
      title: (query: string) => `Search hits: ${query}`,
      query: 'Searched for',
      filters: 'Narrowed to',
      noFilters: 'no filters',
      order: 'Order',
      also: 'Searched as well',
      found: 'Found',
      all: (total: number) => `${count(total, 'section', 'sections')}, all of them here`,
      first: (total: number, shown: number) =>
        `${count(total, 'section', 'sections')}, of which the first ${shown} are here`,
      searched: 'Searched in',
      pack: (title: string, edition: string) => `${title}, edition ${edition}`,
      day: 'Searched on',
      entries: 'Entries',
      common: (facts: string) => `${facts}, unless an entry says otherwise`,
      factsUnless: (date: string) => `Facts as of ${date}, unless an entry says otherwise`,
      readUnless: (date: string) => `Read on ${date}, unless a source says otherwise.`,
    },
  },
  /** The print list. */
  list: {
    /** Beside an item: where it is, once its pages are measured; before that a guess. */
    begins: (page: number) => `begins on page ${page}`,
    about: (n: number) => `about ${count(n, 'page', 'pages')}`,
    total: (n: number) => count(n, 'page', 'pages'),
    layout: 'Layout',
    top: 'Move to top',
    insert: 'Add to the end of the list',
    heading: 'Heading',
    newPage: 'New page',
    notesPage: 'Page for notes',
    headingText: 'Text of the heading',
    inserted: (what: string) => `${what} added.`,
    removed: (what: string) => `${what} removed.`,
    moved: (what: string, place: number, n: number) => `${what} is now ${place} of ${n}.`,
    sets: 'Ready-made lists',
    setOf: (n: number) => count(n, 'section', 'sections'),
    taken: (name: string) => `“${name}” is your list now. Change it as you like.`,
    missing: 'Some sections of this list are not in this edition.',
  },
  /** The preview. */
  preview: {
    title: (section: string) => `Print: ${section}`,
    pages: 'Pages',
    thumbnails: 'All pages, small',
    page: (n: number, total: number) => `Page ${n} of ${total}`,
    /** Of a booklet: it has two pages. */
    side: (n: number, total: number) => `Side ${n} of ${total}`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
    /** `onSheet`: pages on a sheet that is printed on both sides. */
    extent: (pages: number, before: number | null, onSheet: number) =>
      `${before === null ? '' : `${before} → `}${count(pages, 'page', 'pages')}, ${count(Math.ceil(pages / onSheet), 'sheet', 'sheets')} if double-sided`,
    /** How large the pages are drawn. */
    sizes: {
      name: 'Size of the pages',
      width: 'Fit width',
      page: 'Whole page',
      two: 'Two pages',
      percent: (n: number) => `${n} %`,
      smaller: 'Smaller',
      larger: 'Larger',
    },
    preparing: 'Making the pages…',
    /** While they are made. */
    steps: {
      reading: (done: number, all: number) => `Making the pages: article ${done} of ${all} read`,
      drawing: (done: number, all: number) => `Making the pages: section ${done} of ${all}`,
      pass: (pass: number, all: number) =>
        all === 1
          ? 'Making the pages: laying them out'
          : `Making the pages: laying them out, pass ${pass} of ${all}`,
      finishing: (pages: number) => `Finishing ${count(pages, 'page', 'pages')}`,
      showing: 'Opening the pages',
    },
    /** Sections of a print list that this edition does not have. */
    lost: (n: number) =>
      plural.select(n) === 'one'
        ? `${count(n, 'section', 'sections')} of the list is not in this edition and is not printed. The list shows how it began.`
        : `${count(n, 'section', 'sections')} of the list are not in this edition and are not printed. The list shows how they began.`,
    cancel: 'Cancel',
    cancelled: 'The pages were not made. Change an option, or make them now.',
    prepare: 'Make the pages',
    options: 'Options',
    preset: 'Layout',
    presets: {
      standard: { name: 'Standard', hint: '12 point, for the folder or the desk' },
      handout: {
        name: 'Sheet to take home',
        hint: '16 point, for a client: a neutral title, no sources, no boxes for staff',
      },
      caseFile: { name: 'Case file', hint: '12 point, who, when and why at the top, lines to write on' },
      briefing: { name: 'Briefing', hint: '12 point, in brief first, contents, numbered paragraphs to cite' },
      training: {
        name: 'Training',
        hint: '14 point, contents, lines for notes in the margin, a page for each section',
      },
      card: { name: 'Card', hint: '14 point, four to a sheet: a number to cut out and carry' },
    },
    textSize: 'Text size',
    points: (n: number) => `${n} pt`,
    paper: 'Paper',
    papers: { A4: 'A4', A5: 'A5', Letter: 'Letter', booklet: 'Booklet: A5 on A4' },
    /** How to print a booklet. */
    booklet:
      'Save the PDF and print it on A4 without scaling, on both sides, flipped on the short edge. Then fold the sheets in the middle.',
    include: 'What to print',
    hits: 'How many hits',
    firstHits: (n: number) => `First ${n}`,
    allHits: (n: number) => `All ${n}`,
    subsections: 'The sections below it',
    parts: {
      facts: 'Date and sources box',
      sources: 'List of sources',
      notesArea: 'Ruled lines for notes',
      helpNumbers: 'Help numbers',
      contents: 'Contents',
      cover: 'Cover',
    },
    /** Of a cover. */
    cover: {
      organisation: 'Organisation on the cover',
      logo: 'Logo on the cover',
      remove: 'Remove the logo',
      hint: 'PNG or JPEG. It is drawn again, smaller, without the data that is hidden in the file.',
      chosen: 'The logo is on the cover.',
      removed: 'The logo is removed.',
      failures: {
        'not-a-picture': 'This file is no PNG or JPEG picture, or it is damaged.',
        'too-large': 'This picture is too large. Choose one of up to 10 MB and 40 million pixels.',
      },
    },
    /** Of a sheet to take home. */
    sheet: {
      heading: 'The sections’ own headings, small',
      office: 'Office copy: the same text with its sources, for your file',
      fit: 'Fit on one sheet of paper, both sides',
      fits: (size: number) => `It fits on one sheet of paper, in ${size.toLocaleString('en')} point.`,
      tooLong: (n: number) =>
        `It is ${count(n, 'line', 'lines')} too long for one sheet of paper, even in 14 point.`,
      leaveOutOne: 'It fits without any one of these:',
      leaveOutAll: 'It fits without these:',
      lines: (title: string, n: number) => `${title}: ${count(n, 'line', 'lines')}`,
      titleHint:
        'Choose one that does not show what the sheet is about. Left empty, it is “Useful information”.',
      telling: 'Telling words on this sheet',
      tellingHint: 'They show what the sheet is about if someone else reads it.',
      times: (word: string, n: number) => `${word} × ${n}`,
      noneTelling: 'This sheet has no words that the authors marked as telling.',
      unread: 'The list of telling words could not be read. Read the sheet yourself before you hand it out.',
    },
    /** Of cards. */
    card: {
      sentence: 'What the number is for',
      each: 'In every language there is',
      lineHint:
        'Printed on each card, for example a name to ask for. Left empty, the card has a line to write on.',
      line: 'Your line on the card',
    },
    ownTitle: 'Title on paper',
    listTitleHint: 'Leave it empty to use the title of the pack. Your title is part of the list.',
    ownTitleHint: 'Leave it empty to use the section’s own title. Your title is not stored.',
    print: 'Print…',
    savePdf: 'Save PDF…',
    saved: (path: string) => `Saved: ${path}`,
    printed: 'Sent to the printer.',
    opened: 'The browser’s own print dialog opens in a new tab.',
    paperWarning: 'Printed pages and saved files stay where you leave them. So may the printer’s own memory.',
    noPreview:
      'In a browser the finished pages can’t be shown here, and no PDF file can be made by Fieldshelf itself. ' +
      'Print opens the same pages in a new tab with the browser’s own dialog, where you can print or choose “Save as PDF”. ' +
      'A contents page then has no page numbers.',
    notShown: 'The pages were made but could not be shown here. You can still print or save them.',
    tryAgain: 'Try again',
    failures: {
      'not-found':
        'This section is not in the library any more, so nothing was printed. Go back and choose it again.',
      'no-card': 'This section has no number or short answer for a card. Choose another layout.',
      'card-full': 'Your line is too long for a card. Make it shorter.',
      render: 'The pages could not be made. Try again; if it happens again, choose fewer sections.',
      timeout: 'Making the pages took too long and was stopped. Choose fewer sections, or try again.',
      'no-printer': 'No printer was found. Save a PDF instead, and print it where there is one.',
      printer: 'The printer did not accept the job. Look at the printer and try again, or save a PDF.',
      write: 'The PDF could not be written there. Choose another folder, or a disk with room.',
      expired: 'These pages are out of date. They are being made again: save them then.',
      superseded: '',
      unavailable: 'This can’t be done here.',
    },
  },
}

/** Every language's catalogue has exactly the English one's shape. */
export type PrintingWords = typeof enPrinting
export type PaperWords = PrintingWords['paper']
export type PreviewWords = PrintingWords['preview']
