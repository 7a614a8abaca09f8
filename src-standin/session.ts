/** Sessions: who answers a scheme, who may be asked for, what is permitted. One per partition, as in Electron. */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app } from './app.ts'
import { note } from './journal.ts'
import { schemes } from './schemes.ts'
import { notingFunction } from './without-effect.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  decide: (response: Electron.CallbackResponse) => void,
) => void
type PermissionRequest = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type PermissionCheck = Parameters<Electron.Session['setPermissionCheckHandler']>[0]

/** Schemes that Chromium knows and Electron lets an app answer in its place. */
const intercepted = ['http', 'https', 'file']

class SessionProtocol implements Pick<
  Electron.Protocol,
  'registerSchemesAsPrivileged' | 'unhandle' | 'isProtocolHandled'
> {
  readonly #handlers = new Map<string, SchemeHandler>()

  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    schemes.register(customSchemes)
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`The protocol "${scheme}" is already handled`)
    if (!schemes.has(scheme) && !intercepted.includes(scheme))
      throw new Error(
        `The stand-in serves only schemes that were registered, before the app was ready, as standard, secure and supportFetchAPI. "${scheme}" was not.`,
      )
    this.#handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme)
  }

  /** Not Electron's: who answers this scheme. */
  handlerOf(scheme: string): SchemeHandler | undefined {
    return this.#handlers.get(scheme)
  }
}

export class Session
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setSpellCheckerLanguages'
      | 'setSpellCheckerDictionaryDownloadURL'
      | 'getSpellCheckerLanguages'
      | 'isPersistent'
    >
{
  readonly protocol = new SessionProtocol()
  readonly #partition: string
  #beforeRequest: BeforeRequest | null = null
  #permissionRequest: PermissionRequest = null
  #permissionCheck: PermissionCheck = null
  #spellCheckerLanguages = [app.getLocale()]
  #dictionaryUrl = 'https://redirector.gvt1.com/edgedl/chrome/dict/'

  constructor(partition: string) {
    super()
    this.#partition = partition
    app.emit('session-created', this)
    // Electron begins the download as soon as the session exists, unless the list was emptied in the same tick
    // (electron_api_session.cc). Windows and Linux only: macOS has its own spell checker.
    if (process.platform === 'darwin') return
    for (const language of this.#spellCheckerLanguages)
      note({ kind: 'dictionary', url: this.#dictionaryUrl, language })
  }

  readonly webRequest = {
    onBeforeRequest: (
      filterOrListener: Electron.WebRequestFilter | BeforeRequest | null,
      listener?: BeforeRequest | null,
    ): void => {
      if (typeof filterOrListener === 'object' && filterOrListener !== null)
        throw new Error('The stand-in asks onBeforeRequest about every request: leave the filter out.')
      this.#beforeRequest = listener ?? filterOrListener
    },
  }

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#permissionRequest = handler
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#permissionCheck = handler
  }

  setSpellCheckerLanguages(languages: string[]): void {
    this.#spellCheckerLanguages = languages
  }

  getSpellCheckerLanguages(): string[] {
    return this.#spellCheckerLanguages
  }

  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.#dictionaryUrl = new URL(url).href
  }

  isPersistent(): boolean {
    return this.#partition.startsWith('persist:')
  }

  readonly setSpellCheckerEnabled = notingFunction<[boolean]>('session.setSpellCheckerEnabled')
  readonly setCertificateVerifyProc = notingFunction<[unknown]>('session.setCertificateVerifyProc')
  readonly setDevicePermissionHandler = notingFunction<[unknown]>('session.setDevicePermissionHandler')
  readonly setDisplayMediaRequestHandler = notingFunction<[unknown]>('session.setDisplayMediaRequestHandler')
  readonly setBluetoothPairingHandler = notingFunction<[unknown]>('session.setBluetoothPairingHandler')
  readonly setProxy = notingFunction<[Electron.ProxyConfig], Promise<void>>(
    'session.setProxy',
    Promise.resolve(),
  )
  readonly clearStorageData = notingFunction<[], Promise<void>>('session.clearStorageData', Promise.resolve())
  readonly clearCache = notingFunction<[], Promise<void>>('session.clearCache', Promise.resolve())

  /** Not Electron's: what the app's filter says of a request; yes if there is none. */
  allows(details: Electron.OnBeforeRequestListenerDetails): Promise<Electron.CallbackResponse> {
    const ask = this.#beforeRequest
    return ask === null ? Promise.resolve({}) : new Promise((resolve) => ask(details, resolve))
  }

  /** Not Electron's: the answers to a page that asks for a permission, and that looks it up. Both yes by default. */
  async permits(
    contents: Electron.WebContents,
    permission: Permission,
  ): Promise<{ asked: boolean; checked: boolean }> {
    const [ask, check] = [this.#permissionRequest, this.#permissionCheck]
    const details = { isMainFrame: true, requestingUrl: contents.getURL() }
    const asked =
      ask === null || (await new Promise<boolean>((resolve) => ask(contents, permission, resolve, details)))
    return { asked, checked: check === null || check(contents, permission, details.requestingUrl, details) }
  }
}

export type Permission =
  'notifications' | 'geolocation' | 'midi' | 'clipboard-read' | 'local-fonts' | 'idle-detection'

/** Chromium's name of each permission that it can be told about in advance. */
export const permissionNames: Readonly<Record<Permission, string>> = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  'local-fonts': 'local-fonts',
  'idle-detection': 'idle-detection',
}

class Sessions {
  readonly #byPartition = new Map<string, Session>()

  get defaultSession(): Session {
    return this.fromPartition('')
  }

  /** Partitions differ in who answers and who is asked; their storage is one, gone when the app ends. */
  fromPartition(partition: string): Session {
    if (!app.hasSessions()) throw new Error('Session can only be received when app is ready')
    const known = this.#byPartition.get(partition)
    if (known !== undefined) return known
    const made = new Session(partition)
    this.#byPartition.set(partition, made)
    return made
  }
}

export const session = new Sessions()

/** The default session's protocol; before the app is ready it can only register schemes. */
export const protocol = {
  registerSchemesAsPrivileged: (customSchemes: Electron.CustomScheme[]): void => {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    schemes.register(customSchemes)
  },
  handle: (scheme: string, handler: SchemeHandler): void =>
    session.defaultSession.protocol.handle(scheme, handler),
  unhandle: (scheme: string): void => session.defaultSession.protocol.unhandle(scheme),
  isProtocolHandled: (scheme: string): boolean => session.defaultSession.protocol.isProtocolHandled(scheme),
}
