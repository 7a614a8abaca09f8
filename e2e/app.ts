/**
 * The fixtures of every spec: one app for all tests of a worker, put back as it was
 * before each test that asks for it.
 *
 *   win      the app's page, at Home, with the default settings and those of `test.use({ settings: { … } })`
 *   open     goes to a place of the page and waits until it is drawn: `await open('#/contents')`
 *   app      main's side of it (`app.evaluate(({ dialog }) => …)`); null on the browser host
 *   restart  ends the app and starts it again with the same profile; gives the new page
 *   reload   draws the page again
 *   launch   an app of the test's own, with its own profile, switches or environment. A test that asks for this alone
 *            does not pay for the shared app
 *   faults   errors of the page so far: exceptions, console errors, violations of the
 *            content policy. A test fails if there is any at its end
 *   tolerate excepts faults that the test provokes itself: `tolerate(/404/)`
 *
 * A test also fails if a request left the app while it ran.
 *
 * The same specs run on the stand-in for Electron's executable, on the real one
 * (E2E_HOST=electron), and some on the browser host and from a stick. So that they pass on each:
 * - Don't look at `win.url()`: on the stand-in it is https. Ask `location.hash`, or main.
 * - Replace dialogs that ask a person, in main: `app.evaluate(({ dialog }, path) => { dialog.showSaveDialog = …`.
 *   They are put back after the test.
 * - Choose a menu item by its id: `Menu.getApplicationMenu().getMenuItemById('print').click()`.
 * - Don't wait for a time; wait for something a reader would see.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { defaultSettings, type Settings } from '../src-bridge/settings.ts'
import { openShelf, type HostName, type LaunchOptions, type Shelf } from './launch.ts'

export { expect, type Locator, type Page } from '@playwright/test'
export { isStandIn } from './launch.ts'

type WorkerFixtures = {
  /** Where the page runs: set by the project. */
  host: HostName
  /** The shared app, as it is now. */
  shared: SharedShelf
}
type Fixtures = {
  /** With which the page is drawn, besides the default ones. */
  settings: Partial<Settings>
  /** Entries of the session's storage when it is drawn. */
  session: Readonly<Record<string, string>>
  app: ElectronApplication | null
  win: Page
  open: (hash: string) => Promise<void>
  restart: () => Promise<Page>
  reload: () => Promise<void>
  launch: (options?: LaunchOptions) => Promise<Shelf>
  faults: string[]
  tolerate: (fault: RegExp) => void
  tolerated: RegExp[]
}

const viewport = { width: 1280, height: 800 }

export const test = base.extend<Fixtures, WorkerFixtures>({
  host: ['shell', { scope: 'worker', option: true }],

  shared: [
    async ({ host }, use) => {
      const shared = new SharedShelf(host)
      await use(shared)
      await shared.end()
    },
    { scope: 'worker' },
  ],

  settings: [{}, { option: true }],
  session: [{}, { option: true }],

  faults: async ({ shared, settings, session, tolerated }, use) => {
    const faults: string[] = []
    await shared.fresh({ settings: { ...defaultSettings, ...settings }, session }, (fault) => {
      if (!tolerated.some((pattern) => pattern.test(fault))) faults.push(fault)
    })
    await use(faults)
    base.expect(faults, 'faults of the page').toEqual([])
    base.expect(shared.departures(), 'requests that left the app').toEqual([])
  },

  tolerated: async ({}, use) => use([]),
  tolerate: async ({ tolerated }, use) => use((fault) => void tolerated.push(fault)),

  app: async ({ shared, faults }, use) => {
    void faults // which opened the app
    await use(shared.current.app)
  },

  win: async ({ shared, faults }, use) => {
    void faults // which opened the app
    await use(shared.current.page)
  },

  open: async ({ shared, faults }, use) => {
    void faults // which opened the app
    await use(async (hash) => {
      const { page } = shared.current
      const painted = (): Promise<unknown> =>
        page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      await page.evaluate((to) => {
        location.hash = to
      }, hash)
      await painted()
      await page.locator('.opening').first().waitFor({ state: 'detached' })
      // The focus goes to the new place after it is drawn.
      await painted()
    })
  },

  restart: async ({ shared, faults }, use) => {
    void faults // which opened the app
    await use(async () => (await shared.restart()).page)
  },

  reload: async ({ shared, faults }, use) => {
    void faults // which opened the app
    await use(async () => {
      await shared.current.reload()
      await drawn(shared.current.page)
    })
  },

  launch: async ({ host }, use) => {
    const opened: Shelf[] = []
    const profiles: string[] = []
    await use(async (options = {}) => {
      const profile = options.profile ?? newProfile()
      profiles.push(profile)
      const shelf = await openShelf(host, { ...options, profile })
      opened.push(shelf)
      return shelf
    })
    for (const shelf of opened) await shelf.close()
    for (const profile of profiles) removeProfile(profile)
  },
})

/** The window listens to the menu and to its address once it is drawn. */
const drawn = (page: Page): Promise<void> => page.locator('#main').waitFor()

type Given = { readonly settings: Settings; readonly session: Readonly<Record<string, string>> }

/** One app, kept from test to test. */
class SharedShelf {
  readonly #host: WorkerFixtures['host']
  readonly #profile = newProfile()
  #shelf: Shelf | null = null
  #onFault: (fault: string) => void = () => undefined
  #departed = 0

  constructor(host: WorkerFixtures['host']) {
    this.#host = host
  }

  get current(): Shelf {
    if (this.#shelf === null) throw new Error('The app was not opened.')
    return this.#shelf
  }

  /** The app as a reader finds it at the first start. */
  async fresh(given: Given, onFault: (fault: string) => void): Promise<void> {
    this.#onFault = () => undefined
    if (this.#shelf?.isOpen() !== true) await this.#open()
    const { page, reload } = this.current
    await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null, media: null })
    await page.evaluate(async ({ settings, session }) => {
      sessionStorage.clear()
      for (const [name, value] of Object.entries(session)) sessionStorage.setItem(name, value)
      localStorage.clear()
      location.hash = '#/'
      type Held = { fieldshelf?: { call(channel: string, request: unknown): Promise<unknown> } }
      const { fieldshelf } = globalThis as Held
      await fieldshelf?.call('settings.write', settings)
      for (const part of ['bookmarks', 'stops', 'printList']) await fieldshelf?.call('kept.remove', { part })
      // A section in the second pane is in the state of the history, and would be open again.
      history.replaceState(null, '')
    }, given)
    await page.setViewportSize(viewport)
    await reload()
    await drawn(page)
    this.#onFault = onFault
  }

  async restart(): Promise<Shelf> {
    await this.current.close()
    return this.#open()
  }

  /** Since this was last asked, or the app was opened. */
  departures(): readonly string[] {
    const left = this.current.left()
    const news = left.slice(this.#departed)
    this.#departed = left.length
    return news
  }

  async end(): Promise<void> {
    await this.#shelf?.close()
    removeProfile(this.#profile)
  }

  async #open(): Promise<Shelf> {
    const shelf = await openShelf(this.#host, { profile: this.#profile })
    shelf.listen((fault) => this.#onFault(fault))
    await shelf.page.setViewportSize(viewport)
    await shelf.page.addInitScript(leaveOutIdleWork)
    this.#shelf = shelf
    this.#departed = 0
    return shelf
  }
}

/** For tests of what the page does while nothing is asked of it. */
export const withIdleWork = { idleWork: 'yes' }

/**
 * Runs in the page. Work that a page does at rest takes longer than drawing it: the search engine warms
 * up, and sixty parts are read ahead. The shared app draws hundreds of pages, and a test goes to two or three places.
 * So there the warm-up is left out, and parts are read when they are opened. Apps of `launch` do as a reader's does,
 * and so does the shared one after `test.use({ session: withIdleWork })`.
 */
function leaveOutIdleWork(): void {
  if (sessionStorage.getItem('idleWork') !== null) return
  const send = Worker.prototype.postMessage as (message: unknown, more?: unknown) => void
  Worker.prototype.postMessage = function (message: unknown, more?: unknown): void {
    if ((message as { kind?: unknown } | null)?.kind !== 'warm') send.call(this, message, more)
  }
  const whenIdle = window.requestIdleCallback.bind(window)
  // The first two let Ctrl and a click open a section beside the text, and keep the print list. The others read ahead.
  let left = 2
  window.requestIdleCallback = (call, options) => {
    if (left === 0) return 0
    left -= 1
    return whenIdle(call, options)
  }
}

export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'fieldshelf-profile-'))

/** Chromium may still be writing its last file. */
export const removeProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

/** Narrows `app`: skips the test on the browser host. */
export function needsMain(app: ElectronApplication | null): asserts app is ElectronApplication {
  test.skip(app === null, 'The browser host has no main process.')
}

/** The one search field. */
export const searchField = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Search the library', exact: true })
