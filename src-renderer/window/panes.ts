/**
 * F6 goes from pane to pane of the window, as in browsers and mail programs: into
 * each where the reader last was in it, else at what it is mostly used for.
 */

/** Every pane that may be there, and what is gone to in it. A pane may lie within another. */
const panes: readonly (readonly [pane: string, entry: string])[] = [
  ['.rail', '[aria-current]'],
  ['.toolbar', '#search-field'],
  ['.appearance-panel', 'input:checked'],
  ['.article-contents', '[aria-current]'],
  ['.narrowing', 'select'],
  ['.print-options', 'input'],
  ['main', 'h1[tabindex], .hits a'],
  ['.find-bar', 'input'],
]
const selector = panes.map(([pane]) => pane).join(', ')
const focusable = 'a[href], button:not(:disabled), input, select, summary, [tabindex]'

const lastIn = new WeakMap<Element, HTMLElement>()

/** Remembers where the focus was in each pane, until the returned function is called. */
export function followPanes(): () => void {
  const follow = ({ target }: FocusEvent): void => {
    const pane = target instanceof HTMLElement ? target.closest(selector) : null
    if (pane) lastIn.set(pane, target as HTMLElement)
  }
  document.addEventListener('focusin', follow)
  return () => document.removeEventListener('focusin', follow)
}

/** Moves the focus by one pane, from the last to the first. A question that is open keeps it. */
export function goToPane(by: 1 | -1): void {
  if (document.querySelector('dialog[open]')) return
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((pane) => pane.checkVisibility())
  const here = document.activeElement?.closest<HTMLElement>(selector)
  const at = here ? shown.indexOf(here) : by === 1 ? -1 : 0
  const next = shown[(at + by + shown.length) % shown.length]
  if (next) entryOf(next)?.focus()
}

function entryOf(pane: HTMLElement): HTMLElement | null {
  const last = lastIn.get(pane)
  if (last?.isConnected && last.checkVisibility()) return last
  const usual = panes.find(([name]) => pane.matches(name))?.[1] ?? focusable
  return (
    [usual, focusable]
      .flatMap((wanted) => [...pane.querySelectorAll<HTMLElement>(wanted)])
      .find((element) => element.checkVisibility()) ?? null
  )
}
