/** Electron's `webContents`: one page, its loading, its scripts, its calls, its paper. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type Electron from 'electron'
import { app } from './app.ts'
import { browser, type PageTarget } from './browser.ts'
import type { DevToolsEvent } from './chromium.ts'
import { colorScheme } from './colorscheme.ts'
import { Debugger } from './debugger.ts'
import type { Protocol } from './devtools.ts'
import { FrameTree, type WebFrameMain } from './frames.ts'
import { ipcMain } from './ipc.ts'
import { note, say } from './journal.ts'
import { Loads, type Load } from './loads.ts'
import { mayNavigate, startNavigation } from './navigation.ts'
import { preparePage, settlePermissions } from './pagesetup.ts'
import { printParameters } from './pdf.ts'
import { Popups, type OpenHandler } from './popups.ts'
import { PreloadWorld } from './preloadworld.ts'
import { checkPreferences } from './preferences.ts'
import { answerRequest } from './requests.ts'
import { schemeOf, schemes } from './schemes.ts'
import { Session, session } from './session.ts'
import { notingFunction } from './without-effect.ts'
import type { FromPreload } from './worlds/messages.ts'
import { pack } from './worlds/values.ts'

/** What the page's window does for it. */
export type Holder = {
  readonly painted: () => void
  readonly titled: (title: string) => boolean
  readonly resized: () => void
  readonly keyed: (accelerator: string) => void
  readonly accelerators: () => readonly string[]
  readonly close: () => void
  readonly gone: () => void
}

type Params<T extends keyof Protocol.Events> = Protocol.Events[T]

const all = new Set<WebContents>()
let count = 0

export class WebContents
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'loadURL'
      | 'reload'
      | 'getURL'
      | 'getTitle'
      | 'isLoading'
      | 'isDestroyed'
      | 'isCrashed'
      | 'send'
      | 'executeJavaScript'
      | 'setWindowOpenHandler'
      | 'printToPDF'
      | 'print'
      | 'forcefullyCrashRenderer'
      | 'close'
    >
{
  readonly id = ++count
  readonly session: Session
  readonly popups = new Popups()
  readonly #holder: Holder
  readonly #frames = new FrameTree()
  readonly #loads = new Loads()
  readonly #target: Promise<PageTarget>
  #resolveTarget: (target: PageTarget) => void = () => undefined
  #rejectTarget: (error: Error) => void = () => undefined
  #targetId = ''
  #title = ''
  #destroyed = false
  #crashed = false
  readonly debugger = new Debugger(async () => (await this.#target).send)
  readonly #preload = new PreloadWorld(async () => (await this.#target).send)
  readonly #preferences: Electron.WebPreferences

  constructor(preferences: Electron.WebPreferences, holder: Holder) {
    super()
    checkPreferences(preferences)
    this.#preferences = preferences
    this.#holder = holder
    // The app hands over a session it got from this stand-in; Electron's types don't know it.
    const givenSession = preferences.session as unknown
    this.session =
      givenSession instanceof Session
        ? givenSession
        : preferences.partition === undefined
          ? session.defaultSession
          : session.fromPartition(preferences.partition)
    this.#target = new Promise((resolve, reject) => {
      this.#resolveTarget = resolve
      this.#rejectTarget = reject
    })
    this.#target.catch(() => undefined)
    all.add(this)
    app.emit('web-contents-created', {}, this)
  }

  // -- what a page is

  get mainFrame(): WebFrameMain {
    return this.#frames.main
  }
  getURL(): string {
    return this.#frames.main.url
  }
  getTitle(): string {
    return this.#title
  }
  isLoading(): boolean {
    return this.#loads.isLoading
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  isCrashed(): boolean {
    return this.#crashed
  }

  // -- what it does

  /** Rejects as Electron does: `ERR_… (-n) loading '…'`; a second load ends the first with ERR_ABORTED. */
  loadURL(url: string): Promise<void> {
    const load = this.#loads.begin(url)
    // A data: or blank address is no request that Chromium would hold.
    if (!['http', 'https', 'file'].includes(schemeOf(url)) && !schemes.has(schemeOf(url)))
      startNavigation(this, this.#frames, url, this.#frames.main)
    this.#navigate(load).catch(() => this.#loads.fail(load, 'net::ERR_FAILED'))
    return load.done
  }

  async #navigate(load: Load): Promise<void> {
    const { send } = await this.#target
    const { errorText, loaderId } = await send('Page.navigate', { url: schemes.toChromium(load.url) })
    if (errorText !== undefined) this.#loads.fail(load, errorText)
    else if (loaderId === undefined) this.#loads.finish(load) // only the fragment changed
  }

  reload(): void {
    this.#loads.begin(this.getURL())
    void this.#command('Page.reload')
  }

  /** In the page's own world; a promise is waited for. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { send } = await this.#target
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#preload.call(
      'hostEmit',
      channel,
      args.map((each) => pack(each)),
    )
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { send } = await this.#target
    const { data } = await send('Page.printToPDF', printParameters(options))
    return Buffer.from(data, 'base64')
  }

  /** There is no printer and no dialog here: Electron's own words for that. */
  print(
    _options?: Electron.WebContentsPrintOptions,
    done?: (success: boolean, failureReason: string) => void,
  ): void {
    queueMicrotask(() => done?.(false, 'No printers available on the network'))
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.popups.handler = handler
  }

  forcefullyCrashRenderer(): void {
    void this.#command('Page.crash')
  }

  getPrintersAsync(): Promise<Electron.PrinterInfo[]> {
    return Promise.resolve([])
  }

  /** Shows the page in the colour scheme of `nativeTheme`. */
  followColorScheme(): void {
    void this.#command('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: colorScheme.current ?? '' }],
    })
  }

  close(): void {
    this.#holder.close()
  }

  readonly setWebRTCIPHandlingPolicy = notingFunction<[string]>('webContents.setWebRTCIPHandlingPolicy')

  // -- Chromium's page

  /** Opens the page. Resolves when it can load; rejects when Chromium could not open it. */
  async open(size: { width: number; height: number }, shown: boolean): Promise<PageTarget> {
    try {
      const target = await browser.openPage(size, shown, (event) => this.#hear(event))
      this.#targetId = target.targetId
      this.#frames.begin(target.targetId)
      await preparePage(target, this.#readPreload())
      await settlePermissions(this.session, this as unknown as Electron.WebContents)
      this.#resolveTarget(target)
      this.followColorScheme()
      return target
    } catch (error) {
      this.#rejectTarget(error instanceof Error ? error : new Error(String(error)))
      throw error
    }
  }

  get targetId(): string {
    return this.#targetId
  }

  /** The page has ended. */
  end(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.#loads.end()
    this.#frames.end()
    all.delete(this)
    this.emit('destroyed')
  }

  tellAccelerators(): void {
    void this.#preload.call('hostAccelerators', this.#holder.accelerators())
  }

  /** Puts text on the system's clipboard, as the page's own copy command would. */
  async copy(text: string): Promise<void> {
    const expression = `addEventListener('copy', (event) => {
      event.preventDefault()
      event.clipboardData.setData('text/plain', ${JSON.stringify(text)})
    }, { once: true, capture: true }), document.execCommand('copy')`
    await this.#preload.evaluate(expression, true)
  }

  /** A preload that can't be read leaves the page without its bridge, as in Electron. */
  #readPreload(): string {
    const { preload } = this.#preferences
    if (preload === undefined) return ''
    try {
      return readFileSync(preload, 'utf8')
    } catch (error) {
      this.#preloadFailed(String(error))
      return ''
    }
  }

  #preloadFailed(message: string): void {
    say(`Unable to load preload script: ${this.#preferences.preload ?? ''}: ${message}`)
    this.emit('preload-error', {}, this.#preferences.preload, new Error(message))
  }

  async #command<M extends keyof Protocol.CommandParameters>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<void> {
    try {
      const { send } = await this.#target
      await send(method, params)
    } catch {
      // The page has gone meanwhile: Electron ignores it as well.
    }
  }

  // -- what happens in it

  #hear(event: DevToolsEvent): void {
    switch (event.method) {
      case 'Fetch.requestPaused':
        void this.#request(event.params)
        return
      case 'Runtime.bindingCalled':
        if (event.params.name === 'hostBinding')
          this.#fromPreload(JSON.parse(event.params.payload) as FromPreload)
        return
      case 'Runtime.executionContextCreated':
        return this.#contextCreated(event.params.context)
      case 'Page.frameAttached':
        return this.#frames.attached(event.params.frameId, event.params.parentFrameId)
      case 'Page.frameDetached':
        return this.#frames.detached(event.params.frameId)
      case 'Page.frameNavigated':
        return this.#navigated(event.params.frame)
      case 'Page.navigatedWithinDocument':
        return this.#movedWithin(event.params)
      case 'Page.domContentEventFired':
        return this.#hasDocument() ? void this.emit('dom-ready', {}) : undefined
      case 'Page.loadEventFired':
        return this.#loaded()
      case 'Page.windowOpen':
        return this.popups.announce(event.params)
      case 'Browser.downloadWillBegin':
        return this.#downloads(event.params)
      case 'Target.detachedFromTarget':
        return this.#holder.gone()
      case 'Inspector.targetCrashed':
        this.#crashed = true
        return void this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
      case 'Network.webSocketCreated':
      case 'Network.webTransportCreated':
        return note({ kind: 'socket', url: event.params.url })
      case 'Log.entryAdded':
        return note({ kind: 'complaint', source: event.params.entry.source, text: event.params.entry.text })
    }
  }

  async #request(paused: Params<'Fetch.requestPaused'>): Promise<void> {
    const isMainFrame = this.#frames.isMain(paused.frameId)
    try {
      const { send } = await this.#target
      await answerRequest(paused, {
        send,
        session: this.session,
        contents: this as unknown as Electron.WebContents,
        isMainFrame,
        mayNavigate: (url) => this.#mayNavigate(url, paused.frameId),
      })
    } catch (error) {
      // Chromium gave the request up, or the page has gone.
      if (!this.#destroyed && process.env['STANDIN_VERBOSE'] !== undefined) say(String(error))
    }
  }

  /** The app is not asked about what it loads itself. */
  #mayNavigate(url: string, frameId: string): boolean {
    const isOwn = this.#frames.isMain(frameId) && this.#loads.isExpected(url)
    if (!isOwn && !mayNavigate(this, this.#frames, url, frameId)) return false
    startNavigation(this, this.#frames, url, this.#frames.byId(frameId))
    return true
  }

  #contextCreated(context: Protocol.Runtime.ExecutionContextDescription): void {
    if (this.#preload.enter(context, this.#targetId)) this.tellAccelerators()
  }

  #navigated(frame: Protocol.Page.Frame): void {
    this.#frames.navigated(frame)
    if (frame.parentId !== undefined) return
    this.#crashed = false
    this.#loads.commit()
    this.emit('did-navigate', {}, this.getURL(), 200, 'OK')
  }

  #movedWithin({ frameId, url }: Params<'Page.navigatedWithinDocument'>): void {
    this.#frames.byId(frameId)?.moveTo(url)
    this.emit('did-navigate-in-page', {}, schemes.fromChromium(url), this.#frames.isMain(frameId))
  }

  /** Chromium begins with a blank page of its own, of which Electron says nothing. */
  #hasDocument(): boolean {
    return this.getURL() !== ''
  }

  #loaded(): void {
    if (!this.#hasDocument()) return
    this.#loads.loaded()
    this.#holder.painted()
    this.emit('did-finish-load', {})
    this.emit('did-stop-loading', {})
  }

  #titleChanged(title: string): void {
    if (title === this.#title) return
    this.#title = title
    let refused = false
    this.emit('page-title-updated', { preventDefault: () => void (refused = true) }, title, true)
    if (!refused) this.#holder.titled(title)
  }

  /** Nothing is ever saved here; what the app would have let through is noted. */
  #downloads({ frameId, url, suggestedFilename }: Params<'Browser.downloadWillBegin'>): void {
    if (this.#frames.byId(frameId) === null) return
    const item = { getURL: () => schemes.fromChromium(url), getFilename: () => suggestedFilename }
    let refused = false
    this.session.emit('will-download', { preventDefault: () => void (refused = true) }, item, this)
    if (!refused) note({ kind: 'download', url: item.getURL() })
  }

  #fromPreload(message: FromPreload): void {
    switch (message.kind) {
      case 'invoke':
        return void this.#answer(message)
      case 'send':
        return ipcMain.hear(this.#event() as unknown as Electron.IpcMainEvent, message)
      case 'key':
        return this.#holder.keyed(message.accelerator)
      case 'resized':
        return this.#holder.resized()
      case 'title':
        return this.#titleChanged(message.title)
      case 'context-menu':
        return void this.emit('context-menu', {}, message.place)
      case 'preload-error':
        return this.#preloadFailed(message.message)
    }
  }

  async #answer(message: Extract<FromPreload, { kind: 'invoke' }>): Promise<void> {
    const event = this.#event() as unknown as Electron.IpcMainInvokeEvent
    const { ok, value } = await ipcMain.answer(event, message)
    await this.#preload.call('hostReply', message.id, ok, value)
  }

  #event(): object {
    const senderFrame = this.#frames.main
    return { type: 'frame', sender: this, senderFrame, frameId: senderFrame.routingId, processId: 1 }
  }
}

export const webContents = {
  getAllWebContents: (): WebContents[] => [...all],
  fromId: (id: number): WebContents | undefined => [...all].find((each) => each.id === id),
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    [...all].find((each) => each.targetId === targetId),
}
