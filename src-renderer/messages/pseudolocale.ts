/**
 * English as a language would be that runs from right to left: every message between the marks that turn its
 * letters around (U+202E, U+202C). It shows on every screen what has not been mirrored, and what is not in a
 * catalogue. It is no language of the interface: only a developer or a test asks for it.
 */
import { en } from './en.ts'
import type { Words } from './words.ts'

export const pseudoLocale: Words = { ...(turned(en) as Words), language: 'en', direction: 'rtl' }

function turned(words: unknown): unknown {
  if (typeof words === 'string') return `\u202e${words}\u202c`
  if (typeof words === 'function') {
    const say = words as (...given: unknown[]) => unknown
    return (...given: unknown[]) => turned(say(...given))
  }
  if (Array.isArray(words)) return words.map(turned)
  if (typeof words === 'object' && words !== null) {
    return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, turned(value)]))
  }
  return words
}
