/**
 * Opens the app on the host there is: Electron or its stand-in with the real main bundle, the browser host, or as a
 * file from a stick.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { _electron, chromium, type ElectronApplication, type Page } from '@playwright/test'
import { findChromium } from '../src-standin/chromium.ts'
import { readJournal, type JournalEntry } from '../src-standin/journal.ts'

const root = resolve(import.meta.dirname, '..')
const binaries: Readonly<Record<string, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}
const binary = join(root, 'node_modules/electron/dist', binaries[process.platform] ?? 'electron')

/** The real Electron where its binary is installed; E2E_HOST decides otherwise. */
export const isStandIn =
  process.env['E2E_HOST'] === 'standin' || (process.env['E2E_HOST'] !== 'electron' && !existsSync(binary))

/** The executable: Electron's own, or the one in its place. */
export const executable = isStandIn ? join(root, 'out/host/electron') : binary

export type LaunchOptions = {
  readonly profile?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Where the built app lies, if not here. */
  readonly appPath?: string
  /** Pages without their content policy: what guards behind it must hold by themselves. */
  readonly withoutPolicy?: boolean
}

/** A running app. */
export type Shelf = {
  /** Main's side; null on the browser host. */
  readonly app: ElectronApplication | null
  /** The first window. */
  readonly page: Page
  readonly profile: string
  /** What went on its way to a network so far. */
  readonly left: () => readonly string[]
  /** What the stand-in wrote down; empty elsewhere. */
  readonly journal: () => readonly JournalEntry[]
  /** Hands faults of the page to this listener, and to no other. */
  readonly listen: (onFault: (fault: string) => void) => void
  /** Loads the page again, and puts back what a test replaced in main. */
  readonly reload: () => Promise<void>
  readonly isOpen: () => boolean
  readonly close: () => Promise<void>
}

/** Where the page runs. `stick`: the USB edition, opened as a file. */
export type HostName = 'shell' | 'browser' | 'stick'

export async function openShelf(
  host: HostName,
  options: LaunchOptions & { readonly profile: string },
): Promise<Shelf> {
  switch (host) {
    case 'shell':
      return openShell(options)
    case 'browser':
      return openInBrowser(options)
    case 'stick':
      return openFromStick(options)
  }
}

type LaunchSettings = LaunchOptions & { readonly profile: string }

/** Starts Electron or its stand-in, as far as its process; `openShelf` also waits for its page. */
export async function launchShell({
  profile,
  args = [],
  env = {},
  appPath = root,
  withoutPolicy = false,
}: LaunchSettings): Promise<ElectronApplication> {
  if (isStandIn) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'out/host')
  const inherited = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && !['ELECTRON_RUN_AS_NODE', 'ELECTRON_RENDERER_URL'].includes(name),
  ) as [string, string][]
  return _electron.launch({
    args: [`--user-data-dir=${profile}`, ...args, appPath],
    cwd: root,
    bypassCSP: withoutPolicy,
    env: {
      ...Object.fromEntries(inherited),
      STANDIN_HEADLESS: '1',
      STANDIN_JOURNAL: journalOf(profile),
      ...env,
    },
  })
}

const journalOf = (profile: string): string => join(profile, 'journal.jsonl')

async function openShell(needs: LaunchSettings): Promise<Shelf> {
  const app = await launchShell(needs)
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.protocol !== 'about:')
  await page.waitForLoadState()
  await rememberMain(app)
  let open = true
  app.once('close', () => {
    open = false
  })
  const faults = new Faults(page)
  const journal = (): readonly JournalEntry[] => readJournal(journalOf(needs.profile))
  return {
    app,
    page,
    profile: needs.profile,
    journal,
    left: () => [
      ...journal()
        .filter(isDeparture)
        .map((entry) => JSON.stringify(entry)),
      ...faults.departures,
    ],
    listen: (onFault) => faults.listen(onFault),
    reload: async () => {
      await putMainBack(app)
      const loaded = page.waitForEvent('load')
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
      await loaded
    },
    isOpen: () => open && !page.isClosed(),
    close: async () => {
      // A test may leave a print list behind: the window would ask whether to lose it, and no test answers.
      await page.evaluate(loseList).catch(() => undefined)
      await app.close()
    },
  }
}

/** Runs in the page. */
async function loseList(): Promise<void> {
  type Held = { fieldshelf?: { call(channel: string, request: unknown): Promise<unknown> } }
  await (globalThis as Held).fieldshelf?.call('window.unsaved', { sections: 0 })
}

const isDeparture = ({ kind }: JournalEntry): boolean =>
  kind === 'request' || kind === 'socket' || kind === 'dictionary' || kind === 'download'

/** Main's functions that a test may replace. */
async function rememberMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog, screen }) => {
    Object.assign(globalThis, { replaceable: [dialog, screen].map((each) => [each, { ...each }]) })
  })
}

async function putMainBack(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { replaceable } = globalThis as unknown as { replaceable: [object, object][] }
    for (const [each, original] of replaceable) Object.assign(each, original)
  })
}

/** The reader's settings lie in the browser, by address: a profile keeps both. */
async function openInBrowser({ profile }: LaunchSettings): Promise<Shelf> {
  const server = await startBrowserHost(['--port', String(await portOf(profile))])
  return visit(profile, server.address, server.address, server.stop)
}

/** A path that is hard on addresses: what a person calls a folder. */
const stickName = 'Флешка #1, 100% təlim'

/** Makes the USB edition once for each profile, as a coordinator does, on a medium that can't be written. */
async function openFromStick({ profile }: LaunchSettings): Promise<Shelf> {
  const stick = join(profile, stickName)
  if (!existsSync(stick)) {
    const shelf = ['--import', 'tsx', join(root, 'src-compiler/cli.ts'), 'stick']
    const pack = join(root, 'out/library/trafficking-azerbaijan')
    execFileSync(process.execPath, [...shelf, pack, '--out', stick], { cwd: root, stdio: 'pipe' })
    for (const name of [...readdirSync(stick, { recursive: true, encoding: 'utf8' }), ''])
      chmodSync(join(stick, name), 0o555)
  }
  const own = pathToFileURL(`${stick}/`).href
  return visit(profile, `${own}Fieldshelf.html`, own, () => {
    // Else the profile could not be removed.
    for (const name of ['', ...readdirSync(stick, { recursive: true, encoding: 'utf8' })])
      chmodSync(join(stick, name), 0o755)
    return Promise.resolve()
  })
}

/** The page at an address, in a browser of its own. `own`: how all addresses begin that it may ask for. */
async function visit(
  profile: string,
  address: string,
  own: string,
  stop: () => Promise<void>,
): Promise<Shelf> {
  const executablePath = findChromium()
  if (executablePath === null) {
    throw new Error('No Chromium was found: install one, or name it in CHROMIUM_PATH.')
  }
  const context = await chromium.launchPersistentContext(join(profile, 'browser'), {
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const faults = new Faults(page, own)
  await page.goto(address)
  return {
    app: null,
    page,
    profile,
    journal: () => [],
    left: () => faults.departures,
    listen: (onFault) => faults.listen(onFault),
    reload: async () => void (await page.reload()),
    isOpen: () => !page.isClosed(),
    close: async () => {
      await context.close()
      await stop()
    },
  }
}

/** A port that was free when the profile was first used. */
async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'port')
  if (existsSync(file)) return Number(readFileSync(file, 'utf8'))
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  writeFileSync(file, String(port))
  return port
}

export type BrowserHost = { readonly address: string; readonly stop: () => Promise<void> }

/** Starts the loopback server, and reads its address from the line it prints. */
export async function startBrowserHost(args: readonly string[] = []): Promise<BrowserHost> {
  const server = spawn(process.execPath, [join(root, 'out/main/browser.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(server, 'exit')
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address === undefined) continue
    return {
      address,
      stop: async () => {
        server.kill()
        await gone
      },
    }
  }
  throw new Error('The browser host ended before it said its address.')
}

/** Listens to one page: faults for a test, departures for good. */
class Faults {
  readonly departures: string[] = []
  #listener: (fault: string) => void = () => undefined

  constructor(page: Page, own?: string) {
    page.on('pageerror', (error) => this.#listener(`error: ${error.stack ?? error.message}`))
    page.on('crash', () => this.#listener('the page crashed'))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#listener(`console: ${message.text()}`)
    })
    page.on('request', (request) => {
      const url = request.url()
      const isOwn =
        own === undefined
          ? /^(app:|https:\/\/fieldshelf\.app-scheme\.invalid\/)/.test(url)
          : url.startsWith(own)
      if (!isOwn && !/^(data|blob|about):/.test(url)) this.departures.push(url)
    })
  }

  listen(listener: (fault: string) => void): void {
    this.#listener = listener
  }
}
