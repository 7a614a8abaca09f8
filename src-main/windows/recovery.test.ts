import { expect, it } from 'vitest'
import { recoveryFrom } from './recovery.ts'

it.each(['crashed', 'oom', 'killed', 'abnormal-exit', 'memory-eviction'])(
  'a page that is gone (%s) is opened again once, then the reader is asked',
  (reason) => {
    expect(recoveryFrom(reason, 100_000, null)).toBe('reload')
    expect(recoveryFrom(reason, 100_000, 40_001)).toBe('ask')
    expect(recoveryFrom(reason, 100_000, 40_000)).toBe('reload')
  },
)

it('a page that ended by itself is left', () => {
  expect(recoveryFrom('clean-exit', 0, null)).toBe('nothing')
})

it.each(['launch-failed', 'integrity-failure'])('a page that can’t be started (%s) is given up', (reason) => {
  expect(recoveryFrom(reason, 0, null)).toBe('give-up')
})
