/**
 * F6 goes from pane to pane of the window, as in browsers and mail programs: into
 * each where the reader last was in it, else at what it is mostly used for.
 */
import { untilTouched } from '../state/touch.ts'

/** Every possible pane, and the element that gets the focus in it. A pane may be inside another. */
const panes: readonly (readonly [pane: string, entry: string])[] = [
  ['.rail', '[aria-current]'],
  ['.toolbar', '#search-field'],
  ['.appearance-panel', 'input:checked'],
  ['.article-contents', '[data-anchor][aria-current]'],
  ['.narrowing', 'select'],
  ['.print-options', 'input'],
  ['main', 'h1[tabindex], .hits .hit h2 a'],
  ['.second-pane', '[tabindex="-1"][id]'],
  ['.find-bar', 'input'],
]
const selector = panes.map(([pane]) => pane).join(', ')
const focusable = 'a[href], button:not(:disabled), input, select, summary, [tabindex]'
/** What a pane shows is still being read. */
const busy = '[aria-busy="true"]'

const lastIn = new WeakMap<Element, HTMLElement>()
/** The pane that had the focus last: an element that is taken away takes its focus along, and leaves none. */
let lastPane: HTMLElement | null = null

/** Remembers where the focus was in each pane, until the returned function is called. */
export function followPanes(): () => void {
  const follow = ({ target }: FocusEvent): void => {
    const pane = target instanceof HTMLElement ? target.closest<HTMLElement>(selector) : null
    if (pane) lastIn.set(pane, target as HTMLElement)
    lastPane = pane
  }
  document.addEventListener('focusin', follow)
  return () => document.removeEventListener('focusin', follow)
}

/** Moves the focus by one pane, from the last to the first. A question that is open keeps it. */
export function goToPane(by: 1 | -1): void {
  if (document.querySelector('dialog[open]')) return
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((pane) => pane.checkVisibility())
  const active = document.activeElement
  const here = active === document.body ? lastPane : active?.closest<HTMLElement>(selector)
  const at = here?.isConnected ? shown.indexOf(here) : by === 1 ? -1 : 0
  const next = shown[(at + by + shown.length) % shown.length]
  if (next) void enter(next)
}

/**
 * Into a pane; where it is still busy, onto the pane itself, and on to what it is used for once that is there. A
 * reader who does anything else meanwhile stays where they are.
 */
async function enter(pane: HTMLElement): Promise<void> {
  const last = lastIn.get(pane)
  if (last && last !== pane && last.isConnected && last.checkVisibility()) return last.focus()
  const usual = panes.find(([name]) => pane.matches(name))?.[1] ?? focusable
  const entry = firstShown(pane, usual)
  if (entry) return entry.focus()
  if (!pane.querySelector(busy)) return firstShown(pane, focusable)?.focus()
  pane.focus({ preventScroll: true })
  const touched = untilTouched(window)
  await calm(pane, touched.signal)
  const waits = !touched.signal.aborted && document.activeElement === pane
  touched.abort()
  if (waits) (firstShown(pane, usual) ?? firstShown(pane, focusable))?.focus()
}

/** Resolves when nothing of the pane is busy any more, or the signal aborts. */
function calm(pane: HTMLElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!pane.querySelector(busy)) done()
    })
    const done = (): void => {
      observer.disconnect()
      resolve()
    }
    observer.observe(pane, { childList: true, subtree: true, attributeFilter: ['aria-busy'] })
    signal.addEventListener('abort', done, { once: true })
  })
}

const firstShown = (pane: HTMLElement, wanted: string): HTMLElement | null =>
  [...pane.querySelectorAll<HTMLElement>(wanted)].find((element) => element.checkVisibility()) ?? null
