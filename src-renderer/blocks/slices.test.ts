import { expect, test } from 'vitest'
import { inSlices } from './slices.ts'

/** Each step of the work takes a millisecond. */
function* count(to: number, clock: { time: number }): Generator<number> {
  for (let n = 0; n < to; n++) {
    clock.time += 1
    yield n
  }
}

test('long work pauses again and again, and no slice is longer than it may be', async () => {
  const clock = { time: 0 }
  const pauses: number[] = []
  const pause = () => Promise.resolve(pauses.push(clock.time))
  const done = await inSlices(count(100, clock), () => true, { now: () => clock.time, pause })
  expect(done?.length).toBe(100)
  expect(pauses.length).toBeGreaterThan(5)
  pauses.forEach((time, at) => expect(time - (pauses[at - 1] ?? 0)).toBeLessThanOrEqual(12))
})

test('work that is no longer wanted is given up at the next pause', async () => {
  const clock = { time: 0 }
  const pause = () => Promise.resolve()
  const done = await inSlices(count(100, clock), () => clock.time < 30, { now: () => clock.time, pause })
  expect(done).toBeNull()
  expect(clock.time).toBeLessThan(50)
})

test('short work never pauses', async () => {
  const clock = { time: 0 }
  const pause = () => Promise.reject(new Error('paused'))
  expect(await inSlices(count(5, clock), () => true, { now: () => clock.time, pause })).toEqual([
    0, 1, 2, 3, 4,
  ])
})
