/**
 * Makes a frame that scrolls sideways reachable by keyboard and named, but only
 * while it does scroll: a tab stop that does nothing is in the way.
 */
import type { Attachment } from 'svelte/attachments'

export function scrollable(name: string): Attachment<HTMLElement> {
  return (frame) => {
    const observer = new ResizeObserver(() => {
      const scrolls = frame.scrollWidth > frame.clientWidth
      frame.tabIndex = scrolls ? 0 : -1
      if (scrolls) {
        frame.setAttribute('role', 'group')
        frame.setAttribute('aria-label', name)
      } else {
        frame.removeAttribute('tabindex')
        frame.removeAttribute('role')
        frame.removeAttribute('aria-label')
      }
    })
    observer.observe(frame)
    return () => observer.disconnect()
  }
}
