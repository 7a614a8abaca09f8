/** Electron's `WebFrameMain`: the frames of one page, as main sees them. The main frame stays one object. */
import type { Protocol } from './devtools.ts'
import { schemes } from './schemes.ts'

export class WebFrameMain {
  readonly #id: string
  readonly #tree: FrameTree
  #url = ''

  constructor(tree: FrameTree, id: string) {
    this.#tree = tree
    this.#id = id
  }

  get url(): string {
    return this.#url
  }
  /** As Electron says it: scheme and host, whatever the scheme. */
  get origin(): string {
    return this.#url.split('/').slice(0, 3).join('/')
  }
  get parent(): WebFrameMain | null {
    return this.#tree.parentOf(this.#id)
  }
  get top(): WebFrameMain {
    return this.#tree.main
  }
  readonly processId = 1
  get routingId(): number {
    return this.#tree.numberOf(this.#id)
  }
  isDestroyed(): boolean {
    return !this.#tree.holds(this)
  }

  /** Not Electron's. */
  moveTo(url: string): void {
    this.#url = schemes.fromChromium(url)
  }
}

type Entry = { readonly frame: WebFrameMain; readonly parent: string | null }

export class FrameTree {
  readonly #frames = new Map<string, Entry>()
  #mainId = ''
  #main: WebFrameMain

  constructor() {
    this.#main = new WebFrameMain(this, '')
    this.#frames.set('', { frame: this.#main, parent: null })
  }

  get main(): WebFrameMain {
    return this.#main
  }

  /** The main frame has its target's id, known once Chromium has made the page. */
  begin(targetId: string): void {
    this.#mainId = targetId
    const main = new WebFrameMain(this, targetId)
    this.#main = main
    this.#frames.clear()
    this.#frames.set(targetId, { frame: main, parent: null })
  }

  navigated({ id, parentId, url }: Protocol.Page.Frame): void {
    if (!this.#frames.has(id))
      this.#frames.set(id, { frame: new WebFrameMain(this, id), parent: parentId ?? null })
    this.#frames.get(id)?.frame.moveTo(url)
  }

  attached(id: string, parent: string): void {
    if (!this.#frames.has(id)) this.#frames.set(id, { frame: new WebFrameMain(this, id), parent })
  }

  detached(id: string): void {
    this.#frames.delete(id)
  }

  /** No frame is left. */
  end(): void {
    this.#frames.clear()
  }

  byId(id: string): WebFrameMain | null {
    return this.#frames.get(id)?.frame ?? null
  }

  isMain(id: string): boolean {
    return id === this.#mainId
  }

  parentOf(id: string): WebFrameMain | null {
    const parent = this.#frames.get(id)?.parent ?? null
    return parent === null ? null : this.byId(parent)
  }

  numberOf(id: string): number {
    return [...this.#frames.keys()].indexOf(id) + 1
  }

  holds(frame: WebFrameMain): boolean {
    return [...this.#frames.values()].some((entry) => entry.frame === frame)
  }
}
