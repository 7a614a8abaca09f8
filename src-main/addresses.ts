/**
 * Where the app's own page lives. Everything has one origin, `app://fieldshelf/`: the page's files, the
 * library and a prepared print. Only an unpackaged run may have another, Vite's server for live reload.
 */

export const scheme = 'app'
export const host = 'fieldshelf'

export type Origins = {
  /** Base of the page's files, ends in `/`. */
  readonly page: string
  /** Vite's server in a development run, else null. */
  readonly development: string | null
}

/** `developmentAddress` is `ELECTRON_RENDERER_URL`; a packaged app never looks at it. */
export function originsOf(packaged: boolean, developmentAddress: string | undefined): Origins {
  const development = packaged || !developmentAddress ? null : new URL('/', developmentAddress).href
  return { page: development ?? `${scheme}://${host}/`, development }
}

/** Whether this address is one of the app's own pages, which alone may call main. */
export function isOwnPage(address: string, origins: Origins): boolean {
  return sameOrigin(address, origins.page)
}

/** Whether a request may be made at all. Vite's server also speaks over a web socket. */
export function isOwnRequest(address: string, origins: Origins): boolean {
  if (sameOrigin(address, `${scheme}://${host}/`)) return true
  if (origins.development === null) return false
  if (address.startsWith('devtools:')) return true
  return sameOrigin(address.replace(/^ws(s?):/i, 'http$1:'), origins.development)
}

/** By protocol and host: the `origin` of an address with our scheme is the string `null` in Node. */
function sameOrigin(address: string, base: string): boolean {
  if (!URL.canParse(address)) return false
  const one = new URL(address)
  const other = new URL(base)
  return (
    one.protocol === other.protocol && one.host === other.host && one.username === '' && one.password === ''
  )
}
