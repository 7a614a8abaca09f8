/**
 * Start-up, in order: lock the process down, be the only one, read what is kept, open the library, show the
 * window. Every part is made here by hand and handed to those who need it.
 */
import { app, clipboard, dialog, ipcMain, protocol, session, shell } from 'electron'
import { performance } from 'node:perf_hooks'
import { chooseLanguage, type Settings } from '../src-bridge/settings.ts'
import { Isolated } from '../src-isolated/isolated.ts'
import { originsOf } from './addresses.ts'
import { answersFrom } from './answers.ts'
import { listen } from './channels.ts'
import {
  chooseDocuments,
  chooseFolder,
  chooseKey,
  chooseNewKey,
  choosePack,
  choosePdf,
  chooseSigned,
  chooseText,
  chooseTextToOpen,
} from './files/dialogs.ts'
import { readersMode } from './files/readersfile.ts'
import { foldersFrom } from './folders.ts'
import { utility } from './isolated/utility.ts'
import { openLibrary } from './library/library.ts'
import { guideFilesIn, pageFilesIn } from './library/pagefiles.ts'
import { answerScheme } from './library/protocol.ts'
import { dataAddress, printAddress, shelfOf } from './library/shelf.ts'
import { lockDownContents } from './lockdown/contents.ts'
import { lockDownProcess, lockDownResolver, mayStart } from './lockdown/process.ts'
import { lockDownSession } from './lockdown/session.ts'
import { setMenu } from './menu/menu.ts'
import type { Words } from './messages/en.ts'
import { wordsOf } from './messages/words.ts'
import { OwnPacks } from './own/packs.ts'
import { InstalledPacks } from './packs/installed.ts'
import { Installer } from './packs/installer.ts'
import { Registry } from './packs/registry.ts'
import { shippedKeys } from './packs/shippedkeys.ts'
import { packAmong, WaitingPack } from './packs/waiting.ts'
import { pdfLimits, pdfTask } from './printing/pdftask.ts'
import { hasPrinter } from './printing/printers.ts'
import { openPrintPage } from './printing/printpage.ts'
import { Prints } from './printing/prints.ts'
import { clearRuntime, settleFolders } from './userdata/folder.ts'
import { settledSoon } from './userdata/settled.ts'
import { bookmarksFormat, ListStore, printListFormat, stopsFormat } from './userdata/liststore.ts'
import { SettingsStore } from './userdata/settings.ts'
import { MainWindow } from './windows/mainwindow.ts'
import { BoundsStore } from './windows/boundsstore.ts'

const packaged = app.isPackaged
/** Pack files that macOS hands over before the app is ready. */
const openedEarly: string[] = []
app.once('will-finish-launching', () => {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openedEarly.push(path)
  })
})
const origins = originsOf(packaged, process.env['ELECTRON_RENDERER_URL'])

if (mayStart(app, (sentence) => process.stderr.write(`${sentence}\n`))) {
  settleOrGiveUp()
  const mask = lockDownProcess(app, protocol, origins)
  app.on('session-created', (created) => lockDownSession(created, origins))
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents, origins))
  if (app.requestSingleInstanceLock()) start(mask).catch(giveUpUnexpectedly)
  else app.exit(0)
}

async function start(mask: number): Promise<void> {
  const stores: { settled(): Promise<void> }[] = []
  process.on('uncaughtException', (error) => void endUnexpectedly(error, stores))
  // Log unhandled rejections; do not quit for them.
  process.on('unhandledRejection', console.error)
  clearRuntime(app)

  const userData = app.getPath('userData')
  const folders = foldersFrom(import.meta.dirname, packaged ? process.resourcesPath : null)
  const registry = await Registry.open(userData)
  const installed = new InstalledPacks(userData, registry, shippedKeys(packaged))
  await installed.tidy()
  const ownPacks = new OwnPacks({
    userData,
    today: () => dayOf(new Date()),
    now: () => Date.now(),
    door: () => new Isolated({ launch: utility(folders.maker) }),
    tell: (progress) => window.tell('own.progress', progress),
    changed: () => window.tell('packs.changed', null),
    toBin: (path) => shell.trashItem(path),
  })
  // It reads while the window opens.
  const library = openLibrary(folders.libraries, {
    installed: installed.open,
    files: installed.openBundled,
    unsigned: !packaged,
    own: ownPacks.candidates,
  })
  ownPacks.showIn(library)
  const [settings, placements, bookmarks, stops, printList, page, guide] = await Promise.all([
    SettingsStore.open(userData),
    BoundsStore.open(userData),
    ListStore.open(userData, bookmarksFormat),
    ListStore.open(userData, stopsFormat),
    ListStore.open(userData, printListFormat),
    // In a development run Vite serves the page.
    origins.development === null ? pageFilesIn(folders.page) : new Map<string, never>(),
    guideFilesIn(folders.guide),
  ])
  stores.push(settings, placements, bookmarks, stops, printList, registry, ownPacks)
  await app.whenReady()
  lockDownResolver(app)
  const words = (): Words => wordsIn(settings.stored.settings.interfaceLanguage)

  // Without `persist:` and without a cache: nothing of what is read stays on the disk.
  const own = session.fromPartition('fieldshelf', { cache: false })
  const window = new MainWindow({
    session: own,
    origins,
    packaged,
    preload: folders.preload,
    words,
    placements,
    theme: () => settings.stored.settings.theme,
    hideScreen: () => settings.stored.settings.hideScreen,
    closed: () => prints.cancel(),
    giveUp,
  })
  const isolated = new Isolated({ launch: utility(folders.isolated) })
  const prints = new Prints({
    openPage: (job, signal) => openPrintPage(job, signal, { session: own, origins, packaged }),
    readPdf: (bytes, facts, signal) => isolated.run(pdfTask, bytes, { facts }, { ...pdfLimits, signal }),
    hasPrinter: () => hasPrinter(window.current),
    tell: (progress) => window.tell('print.progress', progress),
    // Vite's page is of another origin than ours, and can't read from it.
    addressOf: (id, bytes) => (origins.development === null ? printAddress(id) : dataAddress(bytes)),
  })
  const packs = new Installer({
    installed,
    registry,
    library,
    isolated,
    version: app.getVersion(),
    today: () => dayOf(new Date()),
    tell: (progress) => window.tell('packs.progress', progress),
    changed: () => window.tell('packs.changed', null),
    isOwn: (id) => ownPacks.has(id),
  })
  await packs.clear()
  await ownPacks.tidy()
  const waiting = new WaitingPack()
  offer(packAmong(process.argv))
  const { editions } = packs
  const shelf = shelfOf({ page, library, guide, editions, print: (id) => prints.bytesOf(id) })
  const answers = answersFrom({
    about: {
      name: 'Fieldshelf',
      version: app.getVersion(),
      shell: `Electron ${process.versions['electron']}`,
    },
    copy: (text) => clipboard.writeText(text),
    settings,
    settingsChanged: () => showSettings(),
    bookmarks,
    stops,
    printList,
    unsaved: (sections) => window.unsaved(sections),
    covered: (covered) => window.covered(covered),
    placements,
    prints,
    packs,
    own: ownPacks,
    chooseOwn: {
      documents: chooseDocuments(() => window.current, words),
      folder: chooseFolder(() => window.current, words),
      key: chooseKey(() => window.current, words),
      newKey: chooseNewKey(() => window.current, words),
      signed: chooseSigned(() => window.current, words),
    },
    today: () => dayOf(new Date()),
    waiting,
    choosePack: choosePack(() => window.current, words),
    offered: () => ({ folder: app.getPath('documents'), mode: readersMode(mask) }),
    choosePdf: choosePdf(() => window.current, words),
    chooseText: chooseText(() => window.current, words),
    chooseTextToOpen: chooseTextToOpen(() => window.current, words),
  })

  answerScheme(own, shelf)
  listen(ipcMain, {
    answers,
    windows: window.bridged,
    origins,
    now: () => performance.now(),
    report: console.error,
  })
  showSettings()
  window.show()

  app.on('second-instance', (_event, args) => {
    window.show()
    offer(packAmong(args))
  })
  // On macOS a double-click comes so, also before the app is ready (openedEarly).
  app.on('open-file', (event, path) => {
    event.preventDefault()
    window.show()
    offer(packAmong([path]))
  })
  offer(packAmong(openedEarly))
  app.on('activate', () => window.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('before-quit', () => window.quitting())
  app.on('will-quit', () => {
    isolated.close()
    ownPacks.close()
  })
  quitOnceKept(stores)

  /** A pack file from outside waits until the page asks for it. */
  function offer(path: string | null): void {
    if (path === null) return
    waiting.wait(path)
    window.tell('packs.waiting', null)
  }

  function showSettings(): void {
    setMenu(words(), (command) => window.tell('menu.command', command))
    window.followTheme()
  }
}

/** The day by this computer's clock, as an ISO day. */
const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

function wordsIn(chosen: Settings['interfaceLanguage']): Words {
  return wordsOf[chooseLanguage(chosen, app.getPreferredSystemLanguages())]
}

/** Ends only when what the reader made is on the disk. */
function quitOnceKept(stores: readonly { settled(): Promise<void> }[]): void {
  let kept = false
  app.on('will-quit', (event) => {
    if (kept) return clearRuntime(app)
    event.preventDefault()
    void Promise.all(stores.map((store) => store.settled())).then(() => {
      kept = true
      app.quit()
    })
  })
}

function settleOrGiveUp(): void {
  try {
    settleFolders(app, process.platform, process.env['LOCALAPPDATA'])
  } catch {
    giveUp(wordsIn('system').fatal.folder(app.getPath('userData')))
  }
}

/** Writes the last changes to the disk before the app ends, unless that takes too long. */
async function endUnexpectedly(
  error: unknown,
  stores: readonly { settled(): Promise<void> }[],
): Promise<void> {
  await settledSoon(stores)
  giveUpUnexpectedly(error)
}

function giveUpUnexpectedly(error: unknown): void {
  console.error(error)
  giveUp(wordsIn('system').fatal.unexpected)
}

function giveUp(sentence: string): void {
  dialog.showErrorBox(wordsIn('system').fatal.title, sentence)
  app.exit(1)
}
