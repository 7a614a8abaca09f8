import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { frameWeight, noHold, Pace, type Growth } from './pace.svelte.ts'
import { pieceWeight, wholeWeight } from './pieces.ts'

/** A page whose frames come when the test says, and whose clock goes on with each piece. */
function page(pieceTime = 1) {
  const frames: (() => void)[] = []
  let time = 0
  const pace = new Pace({
    now: () => time,
    frame: (then) => frames.push(then),
    flush: () => void (time += pieceTime),
    hold: noHold,
  })
  return { pace, frames, frame: (): void => frames.shift()?.() }
}

const heavy = (count: number, weight = 1): number[] => Array.from({ length: count }, () => weight)
const size = ({ from, to }: Growth): number => to - from

test('draws a short text at once', () => {
  const { pace, frames } = page()
  const growth = pace.grow(heavy(wholeWeight))
  expect([growth.from, growth.to, frames.length]).toEqual([0, wholeWeight, 0])
})

test('begins a long text with one piece, and adds no more than a share in each frame', () => {
  const { pace, frame, frames } = page()
  const growth = pace.grow(heavy(10_000))
  expect(size(growth)).toBe(pieceWeight)
  let last = size(growth)
  while (frames.length > 0) {
    frame()
    expect(size(growth) - last).toBeLessThanOrEqual(frameWeight)
    last = size(growth)
  }
  expect([growth.from, growth.to, pace.drawing]).toEqual([0, 10_000, false])
})

test('a slow machine draws one piece a frame', () => {
  const { pace, frame } = page(30)
  const growth = pace.grow(heavy(10_000))
  frame()
  expect(size(growth)).toBe(2 * pieceWeight)
})

test('drawing begins at the item that was gone to, and what is drawn stays in one piece around it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 20, maxLength: 200 }),
      fc.nat({ max: 250 }),
      (weights, at) => {
        const { pace, frame, frames } = page()
        const growth = pace.grow(weights, at, 0)
        const target = Math.min(at, weights.length - 1)
        expect(growth.from).toBe(target)
        expect(growth.to).toBeGreaterThan(target)
        let known = { from: growth.from, to: growth.to }
        while (frames.length > 0) {
          frame()
          expect(growth.from).toBeLessThanOrEqual(known.from)
          expect(growth.to).toBeGreaterThanOrEqual(known.to)
          known = { from: growth.from, to: growth.to }
        }
        expect(known).toEqual({ from: 0, to: weights.length })
      },
    ),
  )
})

test('one who waits for all of it waits for fewer frames, and finds all of it', async () => {
  const calm = page()
  calm.pace.grow(heavy(10_000))
  let calmFrames = 0
  for (; calm.frames.length > 0; calmFrames++) calm.frame()
  const hurried = page()
  const growth = hurried.pace.grow(heavy(10_000))
  const drawn = hurried.pace.drawn()
  let hurriedFrames = 0
  for (; hurried.frames.length > 0; hurriedFrames++) hurried.frame()
  await drawn
  expect(size(growth)).toBe(10_000)
  expect(hurriedFrames).toBeLessThan(calmFrames / 3)
})

test('copying finishes the drawing at once', () => {
  const { pace } = page()
  const [rows, items] = [pace.grow(heavy(5000)), pace.grow(heavy(3000))]
  pace.finish()
  expect([size(rows), size(items), pace.drawing]).toEqual([5000, 3000, false])
})

test('a list that leaves the page is drawn no further, and one who waits is told', async () => {
  const { pace, frame, frames } = page()
  const growth = pace.grow(heavy(10_000))
  const drawn = pace.drawn()
  growth.stop()
  const known = size(growth)
  while (frames.length > 0) frame()
  await drawn
  expect(size(growth)).toBe(known)
})

test('holds the visible content in place around each frame, and releases it at the end', () => {
  const hold = { before: vi.fn(), after: vi.fn(), end: vi.fn() }
  const frames: (() => void)[] = []
  const pace = new Pace({ frame: (then) => frames.push(then), now: () => 0, flush: () => undefined, hold })
  pace.grow(heavy(2000))
  while (frames.length > 0) frames.shift()?.()
  expect(hold.before).toHaveBeenCalledTimes(hold.after.mock.calls.length)
  expect(hold.before.mock.calls.length).toBeGreaterThan(1)
  expect(hold.end).toHaveBeenCalled()
})
