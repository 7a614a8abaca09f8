/** The web preferences of every window, all of them said: a default that changes must not change the app. */
import type { Session, WebPreferences } from 'electron'

const locked = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  plugins: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  // A middle click would open a window.
  disableBlinkFeatures: 'Auxclick',
  // Not enough by itself to keep dictionaries from being fetched: see session.ts.
  spellcheck: false,
  safeDialogs: true,
  disableDialogs: true,
  autoplayPolicy: 'document-user-activation-required',
  enableWebSQL: false,
  webgl: false,
  defaultEncoding: 'utf-8',
  v8CacheOptions: 'none',
} as const satisfies WebPreferences

type WindowOptions = {
  readonly session: Session
  readonly packaged: boolean
  /** Absolute path of the preload; null for a window that needs no bridge. */
  readonly preload: string | null
  /** A window that is never shown must not be slowed for it. */
  readonly hidden: boolean
}

export function webPreferences(options: WindowOptions): Readonly<WebPreferences> {
  return Object.freeze({
    ...locked,
    session: options.session,
    devTools: !options.packaged,
    backgroundThrottling: !options.hidden,
    ...(options.preload === null ? {} : { preload: options.preload }),
  })
}
