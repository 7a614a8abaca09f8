/**
 * The window: where it was last, in the reader's colours, shown when the page is painted, and opened again
 * when the page's process dies.
 */
import { app, BrowserWindow, dialog, nativeTheme, screen, type Session } from 'electron'
import { performance } from 'node:perf_hooks'
import type { EventName, EventOf } from '../../src-bridge/contract.ts'
import { fewSections } from '../../src-bridge/kept.ts'
import type { Settings } from '../../src-bridge/settings.ts'
import { assertNever } from '../../src-library/model/never.ts'
import type { Origins } from '../addresses.ts'
import { webPreferences } from '../lockdown/preferences.ts'
import { setContextMenu } from '../menu/menu.ts'
import type { Words } from '../messages/en.ts'
import { smallestWindow } from './bounds.ts'
import type { BoundsStore } from './boundsstore.ts'
import { OneQuestion } from './onequestion.ts'
import { recoveryFrom, type GoneReason } from './recovery.ts'
import { StuckPage } from './stuckpage.ts'
import { paperColour, systemTheme } from './theme.ts'

type Dependencies = {
  readonly session: Session
  readonly origins: Origins
  readonly packaged: boolean
  readonly preload: string
  readonly words: () => Words
  readonly placements: BoundsStore
  readonly theme: () => Settings['theme']
  /** Whether Hide screen is offered. */
  readonly hideScreen: () => boolean
  readonly closed: () => void
  /** The page can't be shown at all. */
  readonly giveUp: (sentence: string) => void
}

/** Says nothing of what is read: it shows in task bars, in Alt+Tab and to screen recorders. */
const title = 'Fieldshelf'

export class MainWindow {
  readonly #dependencies: Dependencies
  readonly #bridged = new Set<number>()
  #window: BrowserWindow | null = null
  /** When the page was last opened again after its process had died. */
  #reopened: number | null = null
  readonly #question = new OneQuestion()
  /** Sections that would be lost, and whether the app was to end. */
  #unsaved = 0
  #quitting = false
  #painted = false

  readonly #page: StuckPage

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
    this.#page = new StuckPage({
      offered: dependencies.hideScreen,
      minimise: () => this.#window?.minimize(),
      later: setTimeout,
    })
  }

  get current(): BrowserWindow | null {
    return this.#window
  }

  /** Ids of the web contents that hold the bridge. */
  get bridged(): ReadonlySet<number> {
    return this.#bridged
  }

  /** So many sections of a list would be lost if the window closed now. */
  unsaved(sections: number): void {
    this.#unsaved = sections
  }

  covered(covered: boolean): void {
    this.#page.covered(covered)
  }

  /** The app is to end: if the reader closes the window after all, so does the app. */
  quitting(): void {
    this.#quitting = true
  }

  /** Tells the page, if there is one. */
  tell<E extends EventName>(event: E, value: EventOf<E>): void {
    this.#window?.webContents.send(event, value)
  }

  /** Opens the window, or brings it to the front. */
  show(): void {
    if (this.#window === null) return this.#open()
    // It shows itself then; macOS also asks for it while the app starts.
    if (!this.#painted) return
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  /** What the system draws follows the theme: title bar, menus, dialogs. */
  followTheme(): void {
    nativeTheme.themeSource = systemTheme(this.#dependencies.theme())
    this.#window?.setBackgroundColor(this.#paper())
  }

  #paper(): string {
    return paperColour(this.#dependencies.theme(), nativeTheme.shouldUseDarkColors)
  }

  #open(): void {
    const { placements, words } = this.#dependencies
    const { maximized, ...bounds } = placements.opening([
      screen.getPrimaryDisplay(),
      ...screen.getAllDisplays(),
    ])
    const window = new BrowserWindow({
      ...bounds,
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      show: false,
      title,
      backgroundColor: this.#paper(),
      webPreferences: webPreferences({ ...this.#dependencies, hidden: false }),
    })
    this.#window = window
    this.#bridged.add(window.webContents.id)
    window.on('page-title-updated', (event) => event.preventDefault())
    window.once('ready-to-show', () => {
      this.#painted = true
      // Maximizing shows a window, so it waits for the first paint as well.
      if (maximized) window.maximize()
      else window.show()
    })
    window.on('close', (event) => {
      if (this.#unsaved > fewSections) {
        event.preventDefault()
        void this.#offerToStay(window)
        return
      }
      const display = screen.getDisplayMatching(window.getBounds())
      placements.remember(display, window.getNormalBounds(), window.isMaximized())
    })
    window.once('closed', () => {
      this.#unsaved = 0
      this.#bridged.clear()
      this.#window = null
      this.#painted = false
      this.#dependencies.closed()
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => void this.#recover(window, reason))
    window.on('unresponsive', () => void this.#offerReopening(window))
    window.webContents.on('before-input-event', (_event, { type, key, isAutoRepeat, control, alt, meta }) => {
      if (type !== 'keyDown') return
      const press = { key, repeat: isAutoRepeat, ctrlKey: control, altKey: alt, metaKey: meta }
      this.#page.press(press, performance.now())
    })
    setContextMenu(words, window)
    void this.#load(window)
  }

  async #load(window: BrowserWindow): Promise<void> {
    this.#page.covered(false)
    try {
      await window.loadURL(`${this.#dependencies.origins.page}index.html`)
    } catch (error) {
      // A window that was closed meanwhile has nothing to show; one that was reloaded meanwhile has.
      const superseded = String(error).includes('ERR_ABORTED')
      if (!superseded && !window.isDestroyed())
        this.#dependencies.giveUp(this.#dependencies.words().fatal.page)
    }
  }

  #reopen(window: BrowserWindow): Promise<void> {
    this.#reopened = performance.now()
    return this.#load(window)
  }

  async #recover(window: BrowserWindow, reason: GoneReason): Promise<void> {
    const { recovery, fatal } = this.#dependencies.words()
    const what = recoveryFrom(reason, performance.now(), this.#reopened)
    switch (what) {
      case 'nothing':
        return
      case 'reload':
        return this.#reopen(window)
      case 'ask': {
        const answer = await ask(window, recovery.gone, recovery.again, [recovery.openAgain, recovery.quit])
        if (window.isDestroyed()) return
        return answer === 0 ? this.#reopen(window) : window.close()
      }
      case 'give-up':
        return this.#dependencies.giveUp(fatal.page)
      default:
        return assertNever(what)
    }
  }

  /** A list that is in no file and not kept would be gone. */
  async #offerToStay(window: BrowserWindow): Promise<void> {
    const wasQuitting = this.#quitting
    this.#quitting = false
    const { unsaved } = this.#dependencies.words()
    const buttons = [unsaved.stay, unsaved.close] as const
    const answer = await this.#question.ask(() =>
      ask(window, unsaved.question(this.#unsaved), unsaved.detail, buttons),
    )
    if (answer !== 1 || window.isDestroyed()) return
    this.#unsaved = 0
    window.close()
    if (wasQuitting) app.quit()
  }

  async #offerReopening(window: BrowserWindow): Promise<void> {
    const { recovery } = this.#dependencies.words()
    const buttons = [recovery.wait, recovery.openAgain] as const
    const answer = await this.#question.ask(() => ask(window, recovery.stuck, recovery.stuckDetail, buttons))
    // The process ends and frees its memory. The page is then opened again, as after any crash.
    if (answer === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
  }
}

/** The number of the button pressed; closing the dialog presses the first. */
async function ask(
  window: BrowserWindow,
  message: string,
  detail: string,
  buttons: readonly [string, string],
): Promise<number> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title,
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response
}
