/** English about signing a pack of one's own documents, on screen and on the sheet for the safe. */
import type { SigningFailureKind } from '../../src-bridge/signing.ts'

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${plural.select(n) === 'one' ? one : other}`

export const enSigning = {
  title: 'Sign and save to a stick',
  lede: 'Makes one file for other computers. It says who signed it, and Fieldshelf refuses it if a single letter is changed.',
  saveFirst: 'Save the pack in your library first: what you sign is what you see there.',
  goes: (n: number) => `${count(n, 'document goes', 'documents go')} along.`,
  stay: (n: number) =>
    `${count(n, 'document stays', 'documents stay')} on this computer, because the answer to “May you pass this on?” is not yes:`,
  more: (n: number) => `and ${n.toLocaleString('en')} more`,
  answer: 'Change the answers',
  last: (date: string, edition: string) => `Signed last on ${date}, as edition ${edition}.`,
  sameEdition: (edition: string) =>
    `This edition is still called ${edition}. Give it another name, so that readers can tell the two apart.`,
  rename: 'Change the name of the edition',
  key: {
    title: 'Your publisher’s key',
    lede: 'The key says that a pack is yours. It is a small file, locked with a passphrase. You need the same key for every pack and every edition.',
    choose: 'Choose the key file…',
    make: 'Make a new key',
    makeOnce: 'Only if your organisation has none yet: readers know you by it.',
    name: 'Publisher',
    nameHint: 'Readers see this name. It can’t be changed later.',
    passphrase: 'Passphrase',
    newHint: 'At least five words or 16 signs. Write it down on paper: there is no way in without it.',
    again: 'The same passphrase again',
    differ: 'The two passphrases differ. Type both again.',
    show: 'Show what I type',
    act: 'Make the key and choose where its file is kept…',
    making: 'The key is being made…',
    made: 'The key is made. Print the sheet for the safe now.',
    chosen: (name: string) => `Key of ${name}`,
    number: 'Check number',
    numberMeans:
      'Readers who open your first pack compare this number with you, by telephone or face to face.',
    file: 'Key file',
    other: 'Use another key',
    differs:
      'The edition before was signed with another key. Computers that have it will refuse this one, until the old pack is removed there.',
  },
  sheet: {
    title: 'Sheet for the safe',
    lede: 'It says what the key is and what to do if it is lost or stolen. Keep it in a safe, apart from the passphrase.',
    print: 'Print the sheet…',
    pdf: 'Save it as PDF…',
    making: 'The sheet is being made…',
    printed: 'The sheet is printed.',
    saved: (path: string) => `The sheet is saved: ${path}`,
  },
  act: 'Sign and choose where to save…',
  signing: 'The pack is being checked and signed. This may take a minute.',
  done: 'The signed pack is saved.',
  doneAt: 'The file:',
  next: 'Take the stick to another computer and open the file there: File menu, Open a pack.',
  stayed: 'These documents stayed on this computer:',
  unlinked: (document: string, to: string) =>
    `In “${document}” the link to “${to}” is plain text in the copy.`,
  failures: {
    'not-found': 'The pack is not there any more. Go back to your packs.',
    'disk-full':
      'There is too little room on the stick or disk. Nothing was saved: make room or take another.',
    'read-only': 'Nothing may be written there. Nothing was saved: choose another folder or stick.',
    'not-written': 'It could not be written. Nothing was saved: try again.',
    damaged: 'The folder of this pack can’t be read. It is left as it is.',
    errors: 'Without the documents that stay, the pack has a mistake. Nothing was saved: look under Check.',
    'too-many': 'The pack is too large to be signed. Nothing was saved: make two packs of it.',
    'nothing-to-pass-on': 'You may pass on none of these documents yet. Nothing was saved.',
    cancelled: 'Cancelled. Nothing was saved.',
    'not-saved': 'The pack was changed since it was saved. Save it in your library first, then sign it.',
    'no-key': 'Choose the key file first.',
    'key-gone': 'The key file can’t be read. Put in the stick that it is on, and choose it again.',
    'not-a-key': 'This is no key file. Choose the file whose name ends in .shelfkey.',
    'key-damaged': 'This key file is damaged. Take the copy from your safe.',
    'wrong-passphrase':
      'The passphrase does not open this key. Type it again; if it is right, the key file is damaged: take the copy from your safe.',
    'short-passphrase': 'The passphrase is too short. Take at least five words or 16 signs.',
    name: 'Give the publisher’s name: up to 200 letters.',
    'name-taken': 'A file of this name is there already, and it was left as it is. Choose another name.',
    'own-folder':
      'That is Fieldshelf’s own folder, and it is removed with Fieldshelf. Nothing was saved: choose another place.',
    gone: 'The stick or the folder is not there any more. Nothing was saved: put the stick in and try again.',
    unsound: 'The signed file could not be read back. Nothing was saved: try again.',
  } satisfies Readonly<Record<SigningFailureKind, string>> as Readonly<Record<SigningFailureKind, string>>,
  /** The sheet for the safe. */
  paper: {
    title: 'Publisher’s key: sheet for the safe',
    publisher: 'Publisher',
    number: 'Check number',
    key: 'Public key',
    file: 'Key file',
    date: 'Date',
    passphraseAt: 'The passphrase is here',
    copiesAt: 'Copies of the key file are here',
    people: 'People who may sign',
    never: 'Never write the passphrase on this sheet. Keep the two apart: together they sign in your name.',
    useTitle: 'What the check number is for',
    use: 'Readers see it when they open your first pack. They call you and compare it with the number on this sheet. Read it out digit by digit.',
    lostTitle: 'If the key file or the passphrase is lost',
    lost: [
      'Look for the copies first. Without the file and its passphrase you can sign no more packs with this key. There is no other way in.',
      'Make a new key in Fieldshelf: Make a pack, Save, Make a new key.',
      'Call your readers and tell them the new check number. They remove your old pack under Settings, Packs, and open the new one. Their bookmarks stay.',
    ],
    stolenTitle: 'If somebody else has the key file or the passphrase',
    stolen: [
      'Call your readers at once. They open no pack in your name until you call again.',
      'Make a new key with another passphrase, and tell your readers its check number.',
      'If you still have the old key, withdraw it in your next pack, and let it name the new key. The page “Publishing a pack” in Fieldshelf’s documentation has both commands.',
    ] as readonly string[],
  },
}

export type SigningWords = typeof enSigning
