/** English about packs: opening, installing, going back, and what an edition changed. */
import type { PackRefusalKind } from '../../src-bridge/packs.ts'

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${plural.select(n) === 'one' ? one : other}`

export const enPacks = {
  title: 'Packs',
  see: 'See the packs of this computer, and open another',
  keptHere: 'Packs that you installed are under Packs, and can be removed there.',
  lede: 'A pack holds articles, news and numbers of one publisher. A new edition comes as a file whose name ends in .shelf, on a stick for instance.',
  inBrowser: 'In a browser packs can only be read. Open Fieldshelf’s own window to install one.',
  open: 'Open a pack…',
  drop: 'Or drop the file on this window.',
  make: 'Make a pack of your own documents',
  steps: {
    copying: 'The file is being copied to this computer. Leave the stick in.',
    checking: 'Every byte is being checked. The stick can be taken out.',
    reading: 'What is in the pack is being read. The stick can be taken out.',
  },
  done: (percent: number) => `${percent} %`,
  cancel: 'Cancel',
  offered: (title: string, edition: string) => `${title}, edition ${edition}`,
  from: (publisher: string, place: string | null) =>
    place ? `From ${publisher}, ${place}` : `From ${publisher}`,
  made: (date: string) => `made on ${date}`,
  size: (bytes: number) =>
    `${Math.max(0.1, bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`,
  asOf: (date: string) => `facts as of ${date}`,
  youHave: (edition: string) => `You have edition ${edition}.`,
  isNew: 'You have no edition of this pack.',
  counts: (added: number, changed: number, gone: number) =>
    `${count(added, 'section is', 'sections are')} new, ${count(changed, 'has', 'have')} changed, ${count(gone, 'is', 'are')} gone.`,
  nothingChanged: 'No section differs from the edition that you have.',
  comparing: 'The two editions are being compared…',
  notCompared: 'The two editions could not be compared. The pack itself is sound.',
  seeChanges: 'See what changes',
  numbers: 'Numbers to call that change',
  numberNew: 'New number',
  numberGone: 'No longer listed',
  numberWas: (before: string, after: string) => `${before} becomes ${after}`,
  numberChecked: (date: string) => `Checked on ${date}`,
  standing: {
    shipped: 'The publisher of Fieldshelf signed this pack.',
    vouched: 'The publisher of Fieldshelf knows this publisher.',
    accepted: 'You have accepted this publisher on this computer.',
    unknown: 'This computer does not know this publisher.',
    came: 'It came with this copy of Fieldshelf.',
    own: 'Own documents, not checked. The pack was made on this computer.',
  },
  stranger: (publisher: string) =>
    `No pack from ${publisher} was used on this computer before. The pack is whole. Fieldshelf will notice if somebody else signs the next one, but it cannot tell who “${publisher}” is.`,
  compare: (publisher: string) =>
    `Ask ${publisher} for their number, by telephone or face to face, and compare it with this one:`,
  checkNumber: 'Check number',
  older: (edition: string, here: string) =>
    `This is an older edition (${edition}) than the one you have or had (${here}). Its numbers may be wrong.`,
  untrusted:
    'Its articles are found like all others, under the publisher’s name. Its numbers are not shown on Home.',
  install: 'Install',
  installStranger: 'It is the same number: install',
  installOlder: 'Install the older edition',
  notNow: 'Not now',
  keepMine: 'Keep mine',
  installing: 'The pack is being installed…',
  installed: (title: string, edition: string) => `${title}, edition ${edition}, is installed.`,
  kept: (edition: string) => `Edition ${edition} is kept: you can go back to it below.`,
  list: 'On this computer',
  edition: (edition: string) => `Edition ${edition}`,
  cameWith: 'came with Fieldshelf',
  installedOn: (date: string) => `installed on ${date}`,
  damaged: 'The installed file is damaged or missing. Open the pack once more from its stick, or remove it.',
  goBack: (edition: string) => `Go back to ${edition}`,
  goForward: (edition: string) => `Change to ${edition}`,
  wentBack: (title: string, edition: string) => `${title}: edition ${edition} is shown now.`,
  whatChanged: 'What changed',
  change: 'Change its documents',
  check: 'Check now',
  checking: 'Every byte is being read…',
  sound: (title: string) => `${title} is sound: every byte is as it was signed.`,
  unsound: (title: string) => `${title} is damaged. Open the pack once more from its stick, or go back.`,
  remove: 'Remove',
  sure: (title: string) =>
    `Remove ${title}, both editions? Your bookmarks stay, and lead to it again once it is installed.`,
  removeYes: 'Remove it',
  leave: 'Leave it',
  removed: (title: string) => `${title} is removed.`,
  recovered:
    'The list of packs was lost, and the packs were found again in their folder. Which editions were here before is not known any more: look at the date of a pack before you install it.',
  newer: 'A newer Fieldshelf wrote the list of packs. They are shown, and can be changed only there.',
  refusals: {
    'not-a-pack':
      'This is no Fieldshelf pack. Choose a file whose name ends in .shelf; on a stick from a Mac, the larger of two with the same name.',
    newer: 'This pack needs a newer Fieldshelf. Install the newest one, then open the pack again.',
    outdated: 'This pack was made for an older Fieldshelf. Ask its publisher for a new edition.',
    damaged: 'The file is damaged: bytes are missing or changed. Copy it again from where it came from.',
    'unsafe-key':
      'The key that signed this file is not safe: anybody could have signed it. Do not use it, and tell its publisher.',
    'unreadable-content': 'The file is whole, but what is in it cannot be read. Tell its publisher.',
    'too-much': 'This pack takes too long or too much memory to read. Ask its publisher for a smaller one.',
    'too-large': 'The file is larger than 2 GB, and no pack is. Ask its publisher for a smaller one.',
    withdrawn:
      'The key that signed this pack must not be trusted any more. Ask its publisher for a new edition.',
    'other-key':
      'This pack has the name of one that you have, but somebody else signed it. If its publisher has changed, ask them how; to use it all the same, remove the other first.',
    reserved:
      'This pack calls itself one of Fieldshelf’s own, and is not. Do not use it, and tell the person who gave it to you.',
    'made-here':
      'This pack is made on this computer, and you have its documents here already. Open the file on another computer.',
    'too-few-signatures':
      'Not all who must sign this pack have signed it. Ask its publisher for a copy that has all signatures.',
    'same-sequence':
      'This file says that it is the edition you have, and has other contents. Ask its publisher which one is genuine.',
    'already-here': 'You have this edition already. There is nothing to do.',
    'too-many': 'There are 25 packs already, and there is no room for more. Remove one first.',
    gone: 'The file cannot be read: the stick was removed, or another program holds the file. Put the stick in and open it again.',
    'no-room': 'There is too little room on this computer. Make room, then open the pack again.',
    'not-written': 'Fieldshelf may not write to its folder. Ask the person who looks after this computer.',
    cancelled: 'Cancelled.',
    expired: 'This pack is no longer at hand. Open it again.',
  } satisfies Readonly<Record<PackRefusalKind, string>> as Readonly<Record<PackRefusalKind, string>>,
  needs: (version: string) => `It needs Fieldshelf ${version}.`,
  room: (needed: string, free: string) => `${needed} are needed, ${free} are free.`,
  unchanged: 'Nothing was installed, and nothing has changed.',
  /** Packs that are not shown: one, and several. */
  leftOut: {
    packDamaged: (pack: string) =>
      `The pack “${pack}” is damaged and was left out. Install Fieldshelf again to get it back.`,
    packsDamaged: (packs: number, names: string) =>
      `${packs} packs are damaged and were left out: ${names}. Install Fieldshelf again to get them back.`,
    packNewer: (pack: string) =>
      `The pack “${pack}” was made for a newer Fieldshelf and was left out. Install the newest one to read it.`,
    packsNewer: (packs: number, names: string) =>
      `${packs} packs were made for a newer Fieldshelf and were left out: ${names}. Install the newest one to read them.`,
    packOlder: (pack: string) =>
      `The pack “${pack}” was made for an older Fieldshelf and was left out. Ask its publisher for a new edition.`,
    packsOlder: (packs: number, names: string) =>
      `${packs} packs were made for an older Fieldshelf and were left out: ${names}. Ask their publishers for new editions.`,
    packUntrusted: (pack: string) =>
      `The pack “${pack}” was left out: the key that signed it is not trusted here. Ask its publisher for a new edition.`,
    packsUntrusted: (packs: number, names: string) =>
      `${packs} packs were left out, because the keys that signed them are not trusted here: ${names}. Ask their publishers for new editions.`,
    packTwice: (folder: string) =>
      `The pack in “${folder}” was left out: another edition of it is in this library. To read this one, take the other away and start again.`,
    packsTwice: (packs: number, folders: string) =>
      `${packs} packs were left out, because other editions of them are in this library: ${folders}. To read these, take the others away and start again.`,
    packTwin: (folder: string) =>
      `The pack in “${folder}” was left out: the pack that is shown has the same name and edition, but other contents. Ask its publisher which one is genuine, take the other away and start again.`,
    packsTwin: (packs: number, folders: string) =>
      `${packs} packs were left out, because the packs that are shown have the same names and editions, but other contents: ${folders}. Ask their publishers which ones are genuine, take the others away and start again.`,
    packTooLarge: (folder: string) =>
      `The pack in “${folder}” was left out: a pack may have 20,000 files and 1 GB, and a library 200 packs. Ask its publisher for a smaller one, or take other packs away.`,
    packsTooLarge: (packs: number, folders: string) =>
      `${packs} packs were left out: ${folders}. A pack may have 20,000 files and 1 GB, and a library 200 packs. Ask their publishers for smaller ones, or take other packs away.`,
  },
  changes: {
    title: (pack: string) => `What changed: ${pack}`,
    between: (before: string, after: string) => `From edition ${before} to edition ${after}.`,
    none: 'There is no earlier edition to compare with.',
    same: 'No section differs.',
    find: 'Show only sections with',
    shown: (n: number) => `${count(n, 'change', 'changes')} shown`,
    newsOf: (date: string) => `news of ${date}`,
    sources: (titles: string) => `Sources: ${titles}`,
    noSource: 'no source stated',
    kinds: { new: 'New', changed: 'Changed', gone: 'Gone' },
    added: 'added',
    removed: 'removed',
    movedTo: 'It is here now',
    said: 'What it said',
    print: 'Print these changes',
    back: 'Packs',
    more: (n: number) => `Show ${n.toLocaleString('en')} more`,
  },
  /** What changed, on paper. */
  paper: {
    pack: 'Pack',
    editions: 'Compared',
    sections: 'Sections',
    found: (total: number, shown: number) =>
      shown < total
        ? `${count(total, 'section', 'sections')}, of which the first ${shown} are here`
        : `${count(total, 'section', 'sections')}, all of them here`,
    marks:
      'New words are bold and underlined. Old words are struck through. […] is text that did not change.',
  },
}

export type PackWords = typeof enPacks
