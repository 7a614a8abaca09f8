/**
 * English words of menus and dialogs. `&` comes before the letter that chooses an item together with Alt;
 * no menu may have one twice.
 */
import type { MenuCommand } from '../../src-bridge/contract.ts'

const commands: Readonly<Record<MenuCommand, string>> = {
  home: '&Home',
  contents: '&Contents',
  search: '&Search the Library',
  settings: '&Settings…',
  about: '&About Fieldshelf',
  back: '&Back',
  forward: '&Forward',
  print: '&Print…',
  printAlone: 'Print Section Al&one…',
  savePdf: 'Save &as PDF…',
  collect: 'Add to Print &List',
  printList: 'Print Lis&t',
  bookmark: 'Add &Bookmark',
  find: '&Find in This Page…',
  findNext: 'Find &Next',
  findPrevious: 'Find Pre&vious',
  nextSection: '&Next Section',
  previousSection: '&Previous Section',
  nextPane: 'Ne&xt Pane',
  previousPane: 'Pre&vious Pane',
  textLarger: '&Larger Text',
  textSmaller: '&Smaller Text',
  textDefault: '&Normal Text Size',
  appearance: '&Appearance…',
  shortcuts: '&Help and Keys',
  openPack: 'Open a Pac&k…',
  makePack: '&Make a Pack…',
}

export const en = {
  commands,
  menus: { file: '&File', edit: '&Edit', view: '&View', go: '&Go', window: '&Window', help: '&Help' },
  roles: {
    undo: '&Undo',
    redo: '&Redo',
    cut: 'Cu&t',
    copy: '&Copy',
    paste: '&Paste',
    selectAll: 'Select &All',
    togglefullscreen: '&Full Screen',
    minimize: '&Minimize',
    close: '&Close Window',
    quit: '&Quit',
    hide: 'Hide Fieldshelf',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
  },
  savePdf: { title: 'Save as PDF', fileKind: 'PDF document' },
  save: {
    printList: { title: 'Save the Print List', fileKind: 'Print list' },
    kept: { title: 'Save the Bookmarks', fileKind: 'Bookmarks' },
    bibTex: { title: 'Save the Sources as BibTeX', fileKind: 'BibTeX' },
    cslJson: { title: 'Save the Sources as CSL-JSON', fileKind: 'CSL-JSON' },
    ris: { title: 'Save the Sources as RIS', fileKind: 'RIS' },
  },
  newKey: { title: 'Where the Key File Is Kept', fileKind: 'Publisher’s key' },
  openKey: { title: 'Choose the Key File', fileKind: 'Publisher’s key' },
  signedPack: { title: 'Save the Signed Pack', fileKind: 'Fieldshelf pack' },
  openPack: { title: 'Open a Pack', fileKind: 'Fieldshelf pack' },
  openDocuments: {
    title: 'Choose Documents',
    folderTitle: 'Choose a Folder of Documents',
    fileKind: 'Documents',
    allFiles: 'All files',
  },
  exportFolder: { title: 'Choose a Folder for the Copy' },
  open: {
    printList: { title: 'Open a Print List', fileKind: 'Print list' },
    kept: { title: 'Open Bookmarks', fileKind: 'Bookmarks' },
  },
  unsaved: {
    question: (n: number) =>
      `Your print list has ${n.toLocaleString('en')} sections and is not saved. Close the window all the same?`,
    detail: 'The list is lost if you close. Stay to save it as a file, or to keep it on this computer.',
    stay: 'Stay',
    close: 'Close',
  },
  recovery: {
    gone: 'The page had to be opened again. Your settings are safe.',
    again: 'It happened twice within a minute. Open it again, or quit Fieldshelf and start it again.',
    stuck: 'The page does not answer.',
    stuckDetail: 'Wait if it is still at work, for example on a long print. Otherwise open it again.',
    openAgain: 'Open Again',
    wait: 'Wait',
    quit: 'Quit',
  },
  fatal: {
    title: 'Fieldshelf has to close',
    folder: (path: string) =>
      `Fieldshelf can’t write to its folder, ${path}. Make room on the disk, or give this account the right to write there, and start it again.`,
    page: 'The page could not be opened. This copy is damaged: install Fieldshelf again.',
    unexpected: 'Something unexpected went wrong. Your settings are safe. Start Fieldshelf again.',
  },
}

export type Words = typeof en
