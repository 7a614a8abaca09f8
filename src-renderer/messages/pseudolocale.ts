/**
 * English as a language would be that runs from right to left: every message between the marks that turn its
 * letters around (U+202E, U+202C). It shows on every screen what has not been mirrored, and what is not in a
 * catalogue. It is no language of the interface: only a developer or a test asks for it.
 */
import { en } from './en.ts'
import { turnedCatalogue } from './turned.ts'
import type { Words } from './words.ts'

export const pseudoLocale: Words = { ...turnedCatalogue(en), language: 'en', direction: 'rtl' }
