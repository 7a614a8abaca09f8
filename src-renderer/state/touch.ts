/**
 * Whether the reader has done something since: a view that is drawn late must not scroll away what they are looking
 * at. Aborts at the first key, wheel, touch or press of a button.
 */
export function untilTouched(window: Pick<Window, 'addEventListener'>): AbortController {
  const touched = new AbortController()
  for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    window.addEventListener(kind, () => touched.abort(), {
      signal: touched.signal,
      passive: true,
      // Not for the key that is being handled now.
      capture: true,
    })
  return touched
}
