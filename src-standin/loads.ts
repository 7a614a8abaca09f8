/** What `loadURL` promises: one load at a time, ended by its page, by an error or by the next load. */

/** Chromium's net_error_list.h, as far as an app meets them here. */
const numbers: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
}

export type Load = { readonly url: string; readonly done: Promise<void> }
type Current = Load & {
  readonly resolve?: () => void
  readonly reject?: (error: Error) => void
  committed: boolean
}

export class Loads {
  #current: Current | null = null

  get isLoading(): boolean {
    return this.#current !== null
  }

  /** Whether this navigation is the app's own, and no page's. Chromium asks without the fragment. */
  isExpected(url: string): boolean {
    return this.#current !== null && plain(this.#current.url) === plain(url)
  }

  begin(url: string): Load {
    if (this.#current !== null) this.fail(this.#current, 'net::ERR_ABORTED')
    const settle: { resolve?: () => void; reject?: (error: Error) => void } = {}
    const done = new Promise<void>((resolve, reject) => Object.assign(settle, { resolve, reject }))
    done.catch(() => undefined) // a caller need not wait for it
    this.#current = { url, done, ...settle, committed: false }
    return this.#current
  }

  /** The page of the load has replaced the one before. */
  commit(): void {
    if (this.#current !== null) this.#current.committed = true
  }

  /** A page has loaded: ours, if it is the one that was committed. */
  loaded(): void {
    if (this.#current?.committed) this.finish(this.#current)
  }

  finish(load: Load): void {
    if (load === this.#current) this.#take()?.resolve?.()
  }

  /** `errorText` as Chromium says it: `net::ERR_…`. */
  fail(load: Load, errorText: string): void {
    if (load !== this.#current) return
    const code = errorText.replace(/^net::/, '')
    const errno = numbers[code] ?? numbers['ERR_FAILED']
    const error = new Error(`${code} (${errno}) loading '${load.url}'`)
    this.#take()?.reject?.(Object.assign(error, { code, errno, url: load.url }))
  }

  /** The page has gone. */
  end(): void {
    if (this.#current !== null) this.fail(this.#current, 'net::ERR_ABORTED')
  }

  #take(): Current | null {
    const load = this.#current
    this.#current = null
    return load
  }
}

const plain = (url: string): string => (URL.canParse(url) ? new URL(url).href : url).replace(/#.*$/s, '')
