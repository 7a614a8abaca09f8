/** Windows that a page opens by itself: what Chromium said of each, and what the app's handler says to it. */
import type Electron from 'electron'
import type { Protocol } from './devtools.ts'
import { schemes } from './schemes.ts'

export type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

export class Popups {
  handler: OpenHandler | null = null
  readonly #announced: Protocol.Page.windowOpenPayload[] = []

  /** Comes before the page itself. */
  announce(opening: Protocol.Page.windowOpenPayload): void {
    this.#announced.push(opening)
  }

  /** Asks about the oldest that was announced: null if it is refused. Without a handler Electron opens it. */
  ask(opener: string): { url: string; options: Electron.BrowserWindowConstructorOptions } | null {
    const opening = this.#announced.shift()
    const url = schemes.fromChromium(opening?.url ?? 'about:blank')
    const verdict = this.handler?.({
      url,
      frameName: opening?.windowName ?? '',
      features: opening?.windowFeatures.join(',') ?? '',
      disposition: 'foreground-tab',
      referrer: { url: opener, policy: 'strict-origin-when-cross-origin' },
    })
    return verdict?.action === 'deny' ? null : { url, options: verdict?.overrideBrowserWindowOptions ?? {} }
  }
}
