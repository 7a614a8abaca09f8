/** Electron's `app`: paths, switches, the life of the process. */
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type Electron from 'electron'
import { readPackage } from './argv.ts'
import { InstanceLock } from './instance-lock.ts'
import { utilityMetrics } from './utilityprocess.ts'
import { notingFunction } from './without-effect.ts'

/** The steps to end the app: set by the owner of the windows and Chromium. */
export type Ending = {
  /** Asks every window to close; false if one refused. */
  readonly closeWindows: () => boolean
  /** Resolves when Chromium has gone. */
  readonly stop: () => Promise<void>
}

class CommandLine implements Electron.CommandLine {
  readonly #switches = new Map<string, string>()
  readonly #args: string[] = []

  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name, value)
  }
  appendArgument(value: string): void {
    this.#args.push(value)
  }
  hasSwitch(name: string): boolean {
    return this.#switches.has(name)
  }
  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? ''
  }
  removeSwitch(name: string): void {
    this.#switches.delete(name)
  }
  /** Not Electron's: everything set so far. */
  entries(): readonly (readonly [name: string, value: string])[] {
    return [...this.#switches]
  }
}

class App
  extends EventEmitter
  implements
    Pick<
      Electron.App,
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'getAppPath'
      | 'getPath'
      | 'setPath'
      | 'getName'
      | 'setName'
      | 'getVersion'
      | 'getLocale'
      | 'getPreferredSystemLanguages'
      | 'requestSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'hasSingleInstanceLock'
    >
{
  readonly commandLine = new CommandLine()
  readonly #paths = new Map<string, string>()
  readonly #ready: Promise<void>
  #resolveReady: () => void = () => undefined
  #stage: 'starting' | 'sessions' | 'ready' | 'quitting' = 'starting'
  #quitting = false
  #packaged = false
  #appPath = ''
  #name: string | null = null
  #lock: InstanceLock | null = null
  #ending: Ending | null = null

  constructor() {
    super()
    this.#ready = new Promise((resolve) => {
      this.#resolveReady = resolve
    })
  }

  // -- life

  whenReady(): Promise<void> {
    return this.#ready
  }
  isReady(): boolean {
    return this.#stage === 'ready' || this.#stage === 'quitting'
  }

  /** In Electron's order; a second call while the first is under way does nothing (shell/browser/browser.cc). */
  quit(): void {
    if (this.#quitting || this.#stage === 'quitting') return
    let refused = false
    const event = { preventDefault: () => void (refused = true) }
    this.#quitting = true
    this.emit('before-quit', event)
    refused ||= !(this.#ending?.closeWindows() ?? true)
    if (!refused) this.emit('will-quit', event)
    this.#quitting = false
    if (!refused) this.exit(0)
  }

  exit(exitCode = 0): void {
    if (this.#stage === 'quitting') return
    this.#stage = 'quitting'
    this.emit('quit', {}, exitCode)
    this.#lock?.release()
    void (this.#ending?.stop() ?? Promise.resolve()).finally(() => process.exit(exitCode))
  }

  getAppMetrics(): readonly Pick<Electron.ProcessMetric, 'pid' | 'type' | 'memory'>[] {
    return utilityMetrics()
  }

  // -- names and paths

  getAppPath(): string {
    return this.#appPath
  }
  get isPackaged(): boolean {
    return this.#packaged
  }
  getName(): string {
    return this.#name ?? readPackage(this.#appPath).name
  }
  get name(): string {
    return this.getName()
  }
  setName(name: string): void {
    this.#name = name
  }
  getVersion(): string {
    return readPackage(this.#appPath).version
  }
  getLocale(): string {
    return 'en-US'
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-US']
  }

  getPath(name: string): string {
    const home = homedir()
    const set = this.#paths.get(name)
    if (set !== undefined) return set
    switch (name) {
      case 'home':
        return home
      case 'temp':
        return tmpdir()
      case 'exe':
        return process.argv[0] ?? process.execPath
      case 'appData':
        return appData(home)
      case 'userData':
        return join(this.getPath('appData'), this.getName())
      case 'sessionData':
        return this.getPath('userData')
      case 'crashDumps':
        return join(this.getPath('sessionData'), 'Crashpad')
      case 'logs':
        return join(this.getPath('userData'), 'logs')
      case 'documents':
      case 'downloads':
      case 'desktop':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, name.charAt(0).toUpperCase() + name.slice(1))
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  // -- one instance

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const profile = this.getPath('userData')
    mkdirSync(profile, { recursive: true })
    this.#lock ??= new InstanceLock(profile, (second) =>
      this.emit('second-instance', {}, [...second.argv], second.workingDirectory, second.additionalData),
    )
    return this.#lock.acquire(additionalData ?? {})
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock?.held ?? false
  }
  releaseSingleInstanceLock(): void {
    this.#lock?.release()
  }

  // -- what has no part here

  /** Every page is sandboxed here anyway: see `preferences.ts`. */
  readonly enableSandbox = notingFunction<[]>('app.enableSandbox')
  readonly configureHostResolver =
    notingFunction<[Electron.ConfigureHostResolverOptions]>('app.configureHostResolver')
  readonly setProxy = notingFunction<[Electron.ProxyConfig], Promise<void>>('app.setProxy', Promise.resolve())
  readonly setAppUserModelId = notingFunction<[string]>('app.setAppUserModelId')
  readonly setAboutPanelOptions =
    notingFunction<[Electron.AboutPanelOptionsOptions]>('app.setAboutPanelOptions')
  readonly clearRecentDocuments = notingFunction<[]>('app.clearRecentDocuments')
  readonly focus = notingFunction<[]>('app.focus')

  // -- not Electron's: called by the stand-in's start

  begin(appPath: string, switches: ReadonlyMap<string, string>, packaged: boolean): void {
    this.#appPath = appPath
    this.#packaged = packaged
    for (const [name, value] of switches) this.commandLine.appendSwitch(name, value)
    const profile = switches.get('user-data-dir')
    if (profile !== undefined) this.setPath('userData', profile)
  }
  hasSessions(): boolean {
    return this.#stage !== 'starting'
  }
  allowSessions(ending: Ending): void {
    this.#ending = ending
    this.#stage = 'sessions'
  }
  becomeReady(): void {
    this.#stage = 'ready'
    this.emit('ready', {}, {})
    this.#resolveReady()
  }
}

function appData(home: string): string {
  if (process.platform === 'darwin') return join(home, 'Library/Application Support')
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData/Roaming')
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
}

export const app = new App()
