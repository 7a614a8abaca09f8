/**
 * Keeps what is in sight where it is while a long document is drawn above and below it. The browser's own scroll
 * anchoring can't: it gives up when an element before the anchor grows by more than the window in one step.
 */

/** Pixels below the window's top, clear of the toolbar. The reader looks at the content there. */
const sightLine = 100
/** Children that are looked through one by one: their boxes may lie beside each other. */
const few = 16

type Kept = { readonly element: Element; readonly top: number; readonly scroll: number }

export class Hold {
  #kept: Kept | null = null
  readonly #root: () => HTMLElement | undefined

  /** `root` is the column that is being drawn. */
  constructor(root: () => HTMLElement | undefined) {
    this.#root = root
  }

  before(): void {
    document.documentElement.style.setProperty('overflow-anchor', 'none')
    // Between two frames heights that were estimated became real; a reader who scrolled looks at something else.
    if (this.#kept?.element.isConnected && this.#kept.scroll === window.scrollY) this.#putBack()
    else this.#pick()
  }

  after(): void {
    this.#putBack()
  }

  end(): void {
    document.documentElement.style.removeProperty('overflow-anchor')
    this.#kept = null
  }

  #pick(): void {
    const root = this.#root()
    const element = root ? elementInSight(root) : null
    this.#kept = element && { element, top: topOf(element), scroll: window.scrollY }
  }

  #putBack(): void {
    if (!this.#kept) return
    const { element, top } = this.#kept
    const moved = topOf(element) - top
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
    this.#kept = { element, top: topOf(element), scroll: window.scrollY }
  }
}

const topOf = (element: Element): number => element.getBoundingClientRect().top

/** The element at the top of the window; null at the very top of the page. */
export const elementInSight = (root: Element): Element | null =>
  window.scrollY > 0 ? elementAt(root, sightLine) : null

/** The smallest element of `root` that reaches below the line, or begins there first; null when all of it is above. */
function elementAt(root: Element, line: number): Element | null {
  for (let element = root; ;) {
    const child = firstBelow(element.children, line)
    if (!child) return element === root ? null : element
    if (topOf(child) >= line) return child
    element = child
  }
}

/** The first child whose end is below the line. Many children are boxes one below the other. */
function firstBelow(children: HTMLCollection, line: number): Element | null {
  const endsBelow = (element: Element): boolean => element.getBoundingClientRect().bottom > line
  if (children.length <= few)
    return [...children].find((child) => !child.matches('.margin') && endsBelow(child)) ?? null
  return children[firstWhere(children.length, (at) => endsBelow(children[at] as Element))] ?? null
}

/** The first place, from 0, where `holds` is true, by halving; `count` if nowhere. Once true, it stays so. */
export function firstWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** As many frames as heights may take to settle, and as many in which nothing moved. */
const mostFrames = 600
const stillFrames = 3

/**
 * Puts the reader somewhere again at each frame until heights that were only estimated have become real, and for as
 * long as `drawing` says that there is more to come. A reader who does anything stays where they are.
 */
export async function whenSettled(
  place: () => void,
  drawing: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  for (let still = 0, frames = 0; still < stillFrames && frames < mostFrames; frames++) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    if (signal.aborted) return
    const before = window.scrollY
    place()
    still = drawing() || Math.abs(window.scrollY - before) >= 1 ? 0 : still + 1
  }
}
