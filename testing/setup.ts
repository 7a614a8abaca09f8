/**
 * `npm test` draws the same random cases each time, so that a failure is a change and not chance.
 * `npm run test:long` draws new ones, many times as many, and prints the seed of a failure.
 */
import fc from 'fast-check'
import { afterAll, vi } from 'vitest'
import { isLong } from './effort.ts'

if (!isLong) fc.configureGlobal({ seed: 20_261_130 })

// Files that share a worker share its clock: a false one would stop the next file for ever.
afterAll(() => void vi.useRealTimers())
