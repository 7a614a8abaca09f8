/** The Chromium that draws every window: how it is started, which pages belong to us, how it ends. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'
import { Chromium, findChromium, idlePages, type DevToolsEvent, type Send } from './chromium.ts'
import type { Protocol } from './devtools.ts'
import { say } from './journal.ts'

/** One page of Chromium that a window of the app shows. */
export type PageTarget = { readonly targetId: string; readonly sessionId: string; readonly send: Send }

/** Hears what happens in one page. */
export type PageListener = (event: DevToolsEvent) => void

/** A window that a page opened by itself: held before it asked for anything. */
export type Popup = { readonly openerId: string; readonly close: () => void }

type Arrival = { readonly sessionId: string; readonly waiting: boolean }

/** Not handed on to Chromium: they are the host's own. */
const ownSwitches = new Set(['inspect', 'inspect-brk', 'user-data-dir', 'no-sandbox'])

/** No request of its own, no questions, no crash uploads: what Electron leaves out of Chromium. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-popup-blocking', // the app's window-open handler is asked instead
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--password-store=basic',
  '--test-type', // no bar about --no-sandbox
]
const quietFeatures = [
  'AimEnabled',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  'Translate',
  ...idlePages,
]

class Browser {
  #chromium: Chromium | null = null
  #headed = false
  readonly #listeners = new Map<string, PageListener>()
  readonly #arrived = new Map<string, Arrival>()
  readonly #expected = new Map<string, (arrival: Arrival) => void>()
  #opening = 0
  /** The window that `--app` opens by itself: without it, the first window of the app would be a tabbed one. */
  #startupPage: string | null = null
  #onStartupPage: ((targetId: string) => void) | null = null
  #onPopup: (popup: Popup) => void = (popup) => popup.close()

  get headed(): boolean {
    return this.#headed
  }

  get send(): Send {
    if (this.#chromium === null) throw new Error('Chromium is started when the app is ready')
    return this.#chromium.session()
  }

  /** Starts Chromium with the switches that the app has set; resolves when pages can be opened. */
  async start(onPopup: (popup: Popup) => void, onGone: () => void): Promise<void> {
    const path = findChromium()
    if (path === null)
      throw new Error(
        'No Chromium was found. Install one (apt-get install chromium, or npx playwright install chromium), or name it in CHROMIUM_PATH.',
      )
    this.#onPopup = onPopup
    this.#headed = hasDisplay() && process.env['STANDIN_HEADLESS'] === undefined
    const profile = join(app.getPath('sessionData'), 'chromium')
    rmSync(profile, { recursive: true, force: true })
    const chromium = new Chromium(path, profile, this.#arguments(), (event) => this.#hear(event))
    this.#chromium = chromium
    this.#passLinesOn(chromium)
    chromium.process.once('exit', () => {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
      onGone()
    })
    const startupPage = new Promise<string>((resolve) => {
      if (this.#headed) this.#onStartupPage = resolve
    })
    const filter = [{ type: 'page' }]
    await this.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter,
    })
    await this.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
    if (this.#headed) this.#startupPage = await this.#settled(await startupPage)
  }

  /** Its own first address must be there: loaded later, it would take the place of the app's. */
  async #settled(startupPage: string): Promise<string> {
    const sessionId = this.#arrived.get(startupPage)?.sessionId ?? ''
    const send = this.#sendTo(sessionId)
    const isOwn = (url: string): boolean => url.startsWith('data:')
    const navigated = new Promise<void>((resolve) => {
      this.#listeners.set(sessionId, (event) => {
        if (event.method === 'Page.frameNavigated' && isOwn(event.params.frame.url)) resolve()
      })
    })
    await Promise.all([send('Page.enable'), send('Runtime.runIfWaitingForDebugger')])
    const { frameTree } = await send('Page.getFrameTree')
    if (!isOwn(frameTree.frame.url)) await navigated
    return startupPage
  }

  async stop(): Promise<void> {
    const chromium = this.#chromium
    if (chromium === null || !chromium.running) return
    const gone = new Promise<void>((resolve) => chromium.process.once('exit', () => resolve()))
    const kill = setTimeout(() => chromium.process.kill('SIGKILL'), 3000)
    this.send('Browser.close').catch(() => undefined)
    await gone
    clearTimeout(kill)
  }

  /** Opens a page of its own; the listener hears its events from the first on. */
  async openPage(
    size: { width: number; height: number },
    shown: boolean,
    listener: PageListener,
  ): Promise<PageTarget> {
    const startup = this.#startupPage
    if (startup !== null && shown) {
      this.#startupPage = null
      return this.#adopt(startup, listener)
    }
    // Chromium's own hidden targets can't be printed, so on a display a hidden window is one in the task bar.
    const state = !shown && this.#headed ? { windowState: 'minimized' as const } : {}
    this.#opening += 1
    try {
      const place = { url: 'about:blank', newWindow: true, ...size, ...state }
      const { targetId } = await this.send('Target.createTarget', place)
      return await this.#adopt(targetId, listener)
    } finally {
      this.#opening -= 1
      if (this.#opening === 0) this.#closeStrangers()
    }
  }

  closePage(targetId: string): void {
    this.send('Target.closeTarget', { targetId }).catch(() => undefined)
  }

  async #adopt(targetId: string, listener: PageListener): Promise<PageTarget> {
    const arrival =
      this.#arrived.get(targetId) ??
      (await new Promise<Arrival>((resolve) => this.#expected.set(targetId, resolve)))
    this.#arrived.delete(targetId)
    this.#expected.delete(targetId)
    this.#listeners.set(arrival.sessionId, listener)
    return { targetId, sessionId: arrival.sessionId, send: this.#sendTo(arrival.sessionId) }
  }

  #sendTo(sessionId: string): Send {
    const chromium = this.#chromium
    if (chromium === null) throw new Error('Chromium is not running')
    return chromium.session(sessionId)
  }

  #hear(event: DevToolsEvent): void {
    const own = event.sessionId === undefined ? undefined : this.#listeners.get(event.sessionId)
    if (own !== undefined) own(event)
    else if (event.method === 'Target.attachedToTarget') this.#arrive(event.params)
    else if (event.method === 'Target.detachedFromTarget')
      this.#listeners.get(event.params.sessionId)?.(event)
    else if (event.method === 'Browser.downloadWillBegin')
      for (const listener of this.#listeners.values()) listener(event)
    else if (event.method === 'Fetch.requestPaused')
      // A popup's: it is being closed.
      this.#sendTo(event.sessionId ?? '')('Fetch.failRequest', {
        requestId: event.params.requestId,
        errorReason: 'Aborted',
      }).catch(() => undefined)
  }

  #arrive({ sessionId, targetInfo, waitingForDebugger }: Protocol.Target.attachedToTargetPayload): void {
    const { targetId, openerId } = targetInfo
    if (openerId !== undefined) return this.#holdPopup(sessionId, targetId, openerId)
    const arrival = { sessionId, waiting: waitingForDebugger }
    this.#arrived.set(targetId, arrival)
    this.#expected.get(targetId)?.(arrival)
    if (this.#onStartupPage !== null) {
      this.#onStartupPage(targetId)
      this.#onStartupPage = null
    } else if (this.#opening === 0) this.#closeStrangers()
  }

  /**
   * Its requests are held before it may run. It must run for a moment: it shares its
   * opener's process, which would stop with it.
   */
  #holdPopup(sessionId: string, targetId: string, openerId: string): void {
    const send = this.#sendTo(sessionId)
    Promise.all([
      send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      send('Runtime.runIfWaitingForDebugger'),
    ]).then(
      () => this.#onPopup({ openerId, close: () => this.closePage(targetId) }),
      () => this.closePage(targetId),
    )
  }

  /** Pages that the app did not ask for: Ctrl+N in Chromium's own window. */
  #closeStrangers(): void {
    for (const targetId of this.#arrived.keys()) if (targetId !== this.#startupPage) this.closePage(targetId)
    this.#arrived.clear()
  }

  #arguments(): string[] {
    const { commandLine } = app
    const isRoot = process.getuid?.() === 0
    // A packaged app refuses the switch: a test that looks at one asks for DevTools here.
    const devTools = process.env['STANDIN_DEVTOOLS_PORT']
    const features = [...quietFeatures, ...commandLine.getSwitchValue('disable-features').split(',')]
    return [
      ...quiet,
      ...(isRoot || commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
      ...(devTools === undefined ? [] : [`--remote-debugging-port=${devTools}`]),
      // about:blank would be ignored, and a tabbed window opened.
      ...(this.#headed
        ? ['--app=data:text/html,', `--class=${app.getName()}`]
        : ['--headless', '--disable-gpu', '--no-startup-window']),
      ...commandLine
        .entries()
        .filter(([name]) => !ownSwitches.has(name) && name !== 'disable-features')
        .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
      `--disable-features=${features.filter((name) => name !== '').join(',')}`,
    ]
  }

  /** Only the line that a caller of --remote-debugging-port waits for. */
  #passLinesOn(chromium: Chromium): void {
    chromium.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n'))
        if (process.env['STANDIN_VERBOSE'] !== undefined || line.startsWith('DevTools listening on'))
          process.stderr.write(line + '\n')
    })
    chromium.process.once('error', (error) => say(`Chromium could not be started: ${error.message}`))
  }
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

export const browser = new Browser()
