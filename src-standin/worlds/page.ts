/** The page's own world: it gets what the preload exposes, frozen, and nothing else. */
import { Crossing } from './crossing.ts'

declare const hostTag: string

function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  return value
}

if (window === top)
  new Crossing(hostTag, 'page', (key, value) =>
    Object.defineProperty(window, key, {
      value: freeze(value),
      enumerable: true,
      writable: false,
      configurable: false,
    }),
  )
