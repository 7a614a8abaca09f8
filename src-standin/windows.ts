/** Electron's `BrowserWindow`, over one page of Chromium. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app } from './app.ts'
import { browser, type Popup } from './browser.ts'
import { say } from './journal.ts'
import { menuAccelerators, pressAccelerator } from './menu.ts'
import { WebContents, webContents } from './webcontents.ts'
import { notingFunction } from './without-effect.ts'

type Options = Electron.BrowserWindowConstructorOptions
type State = 'normal' | 'maximized' | 'minimized' | 'fullscreen'

/** In the order in which they were focused: the last is in front. */
const windows = new Set<BrowserWindow>()

export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'loadURL'
      | 'show'
      | 'hide'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isVisible'
      | 'isFocused'
      | 'isMaximized'
      | 'isMinimized'
      | 'isFullScreen'
      | 'maximize'
      | 'unmaximize'
      | 'minimize'
      | 'restore'
      | 'setFullScreen'
      | 'getBounds'
      | 'getNormalBounds'
      | 'setBounds'
      | 'getTitle'
      | 'setTitle'
      | 'setBackgroundColor'
    >
{
  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((each) => each.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return [...windows].find((each) => each.id === id) ?? null
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].filter((each) => each.isVisible()).at(-1) ?? null
  }

  readonly id: number
  readonly webContents: WebContents
  #bounds: Electron.Rectangle
  #title: string
  #visible: boolean
  #state: State = 'normal'
  #painted = false
  #closed = false

  constructor(options: Options = {}) {
    super()
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.#title = options.title ?? app.getName()
    this.#visible = options.show ?? true
    this.webContents = new WebContents(options.webPreferences ?? {}, {
      painted: () => this.#onPainted(),
      titled: (title) => this.#onTitle(title),
      resized: () => void this.#onResized(),
      keyed: pressAccelerator,
      accelerators: menuAccelerators,
      close: () => this.close(),
      gone: () => this.#closedByPerson(),
    })
    this.id = this.webContents.id
    windows.add(this)
    app.emit('browser-window-created', {}, this)
    this.#open().catch((error: unknown) => {
      if (!this.#closed) say(`A window could not be opened: ${String(error)}`)
    })
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  // -- showing

  show(): void {
    this.#becomeVisible()
    this.#toFront()
  }
  hide(): void {
    this.#visible = false
    this.emit('hide')
  }
  focus(): void {
    this.#toFront()
  }
  isVisible(): boolean {
    return this.#visible
  }
  isFocused(): boolean {
    return BrowserWindow.getFocusedWindow() === this
  }

  // -- state and place

  isMaximized(): boolean {
    return this.#state === 'maximized'
  }
  isMinimized(): boolean {
    return this.#state === 'minimized'
  }
  isFullScreen(): boolean {
    return this.#state === 'fullscreen'
  }
  /** Shows a hidden window, as in Electron. */
  maximize(): void {
    this.#becomeVisible()
    this.#enter('maximized', 'maximize')
  }
  unmaximize(): void {
    this.#enter('normal', 'unmaximize')
  }
  minimize(): void {
    this.#enter('minimized', 'minimize')
  }
  restore(): void {
    this.#enter('normal', 'restore')
  }
  setFullScreen(on: boolean): void {
    this.#enter(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen')
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    void this.#placeInChromium({ windowState: 'normal' }, this.#bounds)
    for (const event of ['resize', 'move', 'resized', 'moved']) this.emit(event)
  }

  getTitle(): string {
    return this.#title
  }
  setTitle(title: string): void {
    this.#title = title
  }

  readonly setBackgroundColor = notingFunction<[string]>('window.setBackgroundColor')
  readonly setContentProtection = notingFunction<[boolean]>('window.setContentProtection')
  readonly setMenuBarVisibility = notingFunction<[boolean]>('window.setMenuBarVisibility')
  readonly flashFrame = notingFunction<[boolean]>('window.flashFrame')

  // -- the end

  /** Asks the app's listeners first; the page itself is not asked. */
  close(): void {
    this.closeUnlessRefused()
  }

  /** Not Electron's: true if no handler objected. */
  closeUnlessRefused(): boolean {
    if (this.#closed) return true
    let refused = false
    this.emit('close', { preventDefault: () => void (refused = true) })
    if (!refused) this.destroy()
    return !refused
  }

  destroy(): void {
    browser.closePage(this.webContents.targetId)
    this.#end()
  }

  isDestroyed(): boolean {
    return this.#closed
  }

  /** It has gone already: the app hears of it in the usual order, and can't object. */
  #closedByPerson(): void {
    if (!this.#closed) this.emit('close', { preventDefault: () => undefined })
    this.#end()
  }

  #end(): void {
    if (this.#closed) return
    this.#closed = true
    windows.delete(this)
    this.webContents.end()
    this.emit('closed')
    if (windows.size === 0 && !app.emit('window-all-closed')) app.quit()
  }

  // -- the page's window in Chromium

  async #open(): Promise<void> {
    const { targetId } = await this.webContents.open(this.#bounds, this.#visible || !hasVisibleWindow(this))
    if (this.#closed) browser.closePage(targetId)
    else if (this.#visible) await this.#placeInChromium({}, this.#bounds)
  }

  #becomeVisible(): void {
    if (this.#visible) return
    this.#visible = true
    void this.#placeInChromium({}, this.#bounds)
    this.emit('show')
  }

  #toFront(): void {
    windows.delete(this)
    windows.add(this)
    if (browser.headed)
      browser.send('Target.activateTarget', { targetId: this.webContents.targetId }).catch(() => undefined)
    this.emit('focus')
  }

  #enter(state: State, event: string): void {
    if (this.#state === state) return
    this.#state = state
    void this.#placeInChromium({ windowState: state })
    this.emit(event)
  }

  async #placeInChromium(state: { windowState?: State }, bounds?: Electron.Rectangle): Promise<void> {
    if (!browser.headed) return
    try {
      const { targetId } = this.webContents
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId })
      if (state.windowState !== undefined)
        await browser.send('Browser.setWindowBounds', { windowId, bounds: state })
      if (bounds !== undefined)
        await browser.send('Browser.setWindowBounds', {
          windowId,
          bounds: { left: bounds.x, top: bounds.y, width: bounds.width, height: bounds.height },
        })
    } catch {
      // A hidden page has no window.
    }
  }

  #onPainted(): void {
    if (this.#painted) return
    this.#painted = true
    this.emit('ready-to-show')
  }

  #onTitle(title: string): boolean {
    let refused = false
    this.emit('page-title-updated', { preventDefault: () => void (refused = true) }, title, true)
    if (!refused) this.#title = title
    return !refused
  }

  /** A person dragged its edge. Without a display the size is what the app said. */
  async #onResized(): Promise<void> {
    if (!browser.headed || this.#closed) return
    const { targetId } = this.webContents
    const found = await browser.send('Browser.getWindowForTarget', { targetId }).catch(() => null)
    if (found === null) return
    const { left, top, width, height, windowState = 'normal' } = found.bounds
    this.#state = windowState
    if (
      windowState === 'normal' &&
      left !== undefined &&
      top !== undefined &&
      width !== undefined &&
      height !== undefined
    )
      this.#bounds = { x: left, y: top, width, height }
    this.emit('resize')
    this.emit('resized')
  }
}

/** The first window is shown sooner or later: it takes Chromium's first one, whatever `show` says now. */
const hasVisibleWindow = (other: BrowserWindow): boolean => [...windows].some((each) => each !== other)

/** Closes them one after the other; false if one refused. */
export function closeAllWindows(): boolean {
  return BrowserWindow.getAllWindows().every((window) => window.closeUnlessRefused())
}

/** A window that a page opened by itself: the app is asked, and opens its own if it wants one. */
export function handlePopup({ openerId, close }: Popup): void {
  const opener = webContents.fromDevToolsTargetId(openerId)
  if (opener === undefined) return close()
  const allowed = opener.popups.ask(opener.getURL())
  close()
  if (allowed === null) return
  const window = new BrowserWindow(allowed.options)
  window.loadURL(allowed.url).catch(() => undefined)
  opener.emit('did-create-window', window, { url: allowed.url })
}
