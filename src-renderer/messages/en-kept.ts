/** English about the page of what is kept, and the questions before anything is. Read with that page. */

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${plural.select(n) === 'one' ? one : other}`

export const enKept = {
  lede: 'Everything that Fieldshelf stores on this computer. Searches are never stored.',
  addedMany: (n: number) => `${count(n, 'bookmark', 'bookmarks')} added.`,
  putBack: 'Put it back',
  none: 'There are no bookmarks. Press “Bookmark” next to any section, or press Ctrl+B.',
  question: 'May Fieldshelf keep bookmarks on this computer?',
  whoSees: [
    'A bookmark stores the section’s title, its first words, and the day. It is not encrypted. Anyone who can use this account, looks after this computer or copies its disk can read it and see what you looked up.',
    'You can change your answer in Settings, and remove everything under “What is kept”.',
  ],
  see: 'See what is kept, and remove it',
  where: 'Where bookmarks stay',
  keep: 'Keep on this computer',
  session: 'Only until I close the window',
  cancel: 'Cancel',
  willAsk: 'Nothing is kept. The first bookmark asks you.',
  keepStops: 'Keep where I stopped reading in each article',
  stopsHint: 'Anyone using this account can see what you read. Turning this off deletes it.',
  foundAs: {
    restored: 'The file was damaged; its last good copy was taken. A bookmark may be missing.',
    lost: 'The file was damaged and could not be read. It was set aside and is still on the disk.',
    newer:
      'A newer Fieldshelf wrote the file. This one shows the parts it understands, and does not change it.',
  },
  list: {
    question: 'May Fieldshelf keep the print list on this computer?',
    whoSees:
      'A kept list stores the titles and first words of its sections, your own title and headings, and the organisation and logo of its cover. It is not encrypted. Anyone who can use this account, looks after this computer or copies its disk can read it.',
    where: 'Where the print list stays',
    willAsk: 'It is not kept. The Print list asks you.',
  },
  onDisk: 'On this computer',
  nothing: 'Nothing is kept.',
  parts: {
    settings: { name: 'Settings', what: 'How the page looks, and your answers about what may be kept.' },
    window: {
      name: 'Place of the window',
      what: 'Where the window was on the screen. If you remove it, it is kept again after the next start.',
    },
    bookmarks: { name: 'Bookmarks', what: 'Titles and beginnings of the sections you bookmarked.' },
    stops: { name: 'Reading positions', what: 'Which articles were read, and how far.' },
    printList: {
      name: 'Print list',
      what: 'Titles and beginnings of its sections, your own title and headings, organisation and logo.',
    },
  },
  entries: (n: number) => count(n, 'entry', 'entries'),
  since: (date: string) => `the first of ${date}`,
  changed: (date: string) => `changed on ${date}`,
  bytes: (n: number) => count(n, 'byte', 'bytes'),
  remove: 'Remove',
  sure: (name: string) => `Remove “${name}” from this computer? It can’t be brought back.`,
  removeForGood: 'Remove for good',
  leave: 'Leave it',
  gone: (name: string) => `Removed. The disk was read again: nothing of “${name}” is there.`,
  notRemoved:
    'It could not be removed: Fieldshelf may not write to its folder, or another program holds the file.',
  limits:
    'Backups, synchronised folders, the system’s own lists, printed pages and saved files stay: Fieldshelf can’t remove them.',
  save: 'Save to a file…',
  open: 'Add from a file…',
  merged: (n: number) => `${count(n, 'bookmark', 'bookmarks')} added; those you had stay as they are.`,
  notSaved: { write: 'It could not be saved there. Choose another folder.' },
  notOpened: {
    unreadable: 'The file could not be read. Choose another.',
    'too-large': 'The file is too large to be a file of bookmarks.',
    'not-kept-file': 'This is not a file of bookmarks. Choose one that Fieldshelf saved.',
    newer: 'This file was saved by a newer Fieldshelf. Install the newer one to open it.',
  },
}

export type KeptWords = typeof enKept
