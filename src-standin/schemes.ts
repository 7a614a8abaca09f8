/**
 * Custom schemes. A navigation to `app://…` never reaches the DevTools protocol in
 * plain Chromium, so `app://host/x` is shown to it as `https://host.app-scheme.invalid/x`
 * and held there. Everything that main sees is translated back. `.invalid` can
 * never be resolved (RFC 2606), so nothing could leave even if nothing held it.
 */
import type { CustomScheme } from 'electron'

export class Schemes {
  readonly #registered = new Set<string>()

  /** The stand-in serves a scheme as an https origin, which has these three privileges. A scheme without them fails. */
  register(schemes: readonly CustomScheme[]): void {
    for (const { scheme, privileges } of schemes)
      if (privileges?.standard && privileges.secure && privileges.supportFetchAPI)
        this.#registered.add(scheme)
  }

  has(scheme: string): boolean {
    return this.#registered.has(scheme)
  }

  toChromium(url: string): string {
    const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
    if (parts === null) return url
    const [, scheme = '', host = '', rest = ''] = parts
    return this.has(scheme) ? `https://${host}.${scheme}-scheme.invalid${rest || '/'}` : url
  }

  fromChromium(url: string): string {
    return url.replace(
      /^https:\/\/([^/?#]*)\.([a-z0-9+.-]+)-scheme\.invalid(?=[/?#]|$)/i,
      (whole, host: string, scheme: string) => (this.has(scheme) ? `${scheme}://${host}` : whole),
    )
  }
}

/** `app` of `app://host/x`; empty for what is no URL. */
export const schemeOf = (url: string): string => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''

export const schemes = new Schemes()
