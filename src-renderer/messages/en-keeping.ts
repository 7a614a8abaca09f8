/** English about bookmarks, reading positions, and what is kept. */

export const enKeeping = {
  title: 'What is kept',
  bookmarks: 'Bookmarks',
  set: 'Bookmark',
  unset: 'Remove bookmark',
  added: (title: string) => `“${title}” is bookmarked.`,
  removed: (title: string) => `The bookmark “${title}” is removed.`,
  full: 'There are a thousand bookmarks, and there is no room for more. Remove some first.',
  forNow: 'Bookmarks are not kept on this computer. They disappear when you close the window.',
  all: (n: number) => `All ${n.toLocaleString('en')} bookmarks, and what is kept`,
  lookFor: 'Look for it',
  stopped: 'You stopped at:',
  lostStops: 'Where you stopped in articles that are gone',
  notKept: {
    'disk-full': 'It could not be kept: the disk is full. It lasts until you close the window.',
    'too-large': 'It could not be kept: there is too much to keep. Remove something, then try again.',
    'read-only':
      'It could not be kept: Fieldshelf may not write to its folder. It lasts until you close the window.',
    newer: 'It could not be kept: a newer Fieldshelf wrote the file, which is left as it is.',
    unknown: 'It could not be kept. It lasts until you close the window.',
  },
}

export type KeepingWords = typeof enKeeping
