/**
 * Opens a link to a section in the second pane: Ctrl+click (Cmd on a Mac), the middle button, or Shift+Enter on the
 * link. In a browser the first two belong to the browser, which opens a tab.
 *
 * The middle button is read when it comes up, because the app switches off what Chromium does with it:
 * src-main/lockdown/preferences.ts.
 */
import type { Navigation, SecondSection } from '../state/navigation.svelte.ts'
import { parseLocation } from '../state/location.ts'
import type { Shell } from './shell.ts'

/** Listens until the returned function is called. */
export function followBesideClicks({ bridge, navigation }: Pick<Shell, 'bridge' | 'navigation'>): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const listen = <Name extends keyof DocumentEventMap>(
    name: Name,
    act: (event: DocumentEventMap[Name]) => void,
  ): void => document.addEventListener(name, act, { signal, capture: true })
  let pressed: HTMLAnchorElement | null = null
  // Where there is a native menu, the window is the app's own.
  if (bridge.can('menu')) {
    listen('click', (event) => {
      if (event.ctrlKey || event.metaKey) open(event, event.target, navigation)
    })
    listen('pointerdown', (event) => (pressed = event.button === 1 ? linkOf(event.target) : null))
    listen('pointerup', (event) => {
      if (event.button === 1 && pressed && pressed === linkOf(event.target))
        open(event, event.target, navigation)
      pressed = null
    })
    listen('auxclick', (event) => {
      if (event.button === 1 && linkOf(event.target)) event.preventDefault()
    })
  }
  listen('keydown', (event) => {
    const { shiftKey, ctrlKey, altKey, metaKey } = event
    if (event.key === 'Enter' && shiftKey && !ctrlKey && !altKey && !metaKey)
      open(event, event.target, navigation)
  })
  return () => stop.abort()
}

const linkOf = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#/read/"]') : null

function open(event: Event, target: EventTarget | null, navigation: Navigation): void {
  const section = sectionOf(linkOf(target))
  if (!section) return
  event.preventDefault()
  event.stopPropagation()
  navigation.goBeside(section)
}

/** The section that a link leads to; null for any other link. */
export function sectionOf(link: HTMLAnchorElement | null): SecondSection | null {
  const location = link && parseLocation(link.hash)
  if (location?.place !== 'reading') return null
  const { pack, article, anchor } = location
  return { pack, article, anchor }
}
