/** Keeps a page in its window. Links of the texts lead nowhere outside the app. */
import type { WebContents } from 'electron'
import { isOwnPage, type Origins } from '../addresses.ts'

export function lockDownContents(contents: WebContents, origins: Origins): void {
  // Neither is raised for the app's own loadURL, nor for a change of the hash: the page's own way about.
  contents.on('will-frame-navigate', (event) => {
    if (!isReload(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-navigate', (event) => {
    if (!isReload(event.url, true)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // A page can't keep its window open.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')

  // Should one get past all that, its window goes.
  contents.on('did-start-navigation', (event) => {
    if (event.isMainFrame && !isOwnPage(event.url, origins) && event.url !== 'about:blank') contents.close()
  })

  /** Vite's server reloads the page when code was changed. */
  function isReload(address: string, main: boolean): boolean {
    return origins.development !== null && main && isOwnPage(address, origins)
  }
}
