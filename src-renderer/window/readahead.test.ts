import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readAhead } from './readahead.ts'

/** What waits for the page to have nothing to do. */
let idle: (() => void)[] = []

beforeEach(() => {
  idle = []
  vi.stubGlobal('requestIdleCallback', (then: () => void) => idle.push(then))
})
afterEach(() => void vi.unstubAllGlobals())

/** The page has nothing to do for a moment. */
async function rest(): Promise<void> {
  idle.shift()?.()
  await new Promise((resolve) => setTimeout(resolve))
}

test('one part is read each time the page has nothing to do, in order', async () => {
  const read: string[] = []
  const part = (name: string) => () => Promise.resolve(read.push(name))
  const done = readAhead([part('first'), part('second')])
  expect(read).toEqual([])
  await rest()
  expect(read).toEqual(['first'])
  await rest()
  expect(read).toEqual(['first', 'second'])
  await done
})

test('the next part waits for the one that is being read', async () => {
  let arrive = (): void => undefined
  const slow = vi.fn(() => new Promise<void>((resolve) => (arrive = resolve)))
  const next = vi.fn(() => Promise.resolve())
  const done = readAhead([slow, next])
  await rest()
  await rest()
  expect(next).not.toHaveBeenCalled()
  arrive()
  await new Promise((resolve) => setTimeout(resolve))
  await rest()
  await done
  expect(next).toHaveBeenCalledOnce()
})

test('a part that can’t be read keeps none of the others', async () => {
  const next = vi.fn(() => Promise.resolve())
  const done = readAhead([() => Promise.reject(new Error('no such file')), next])
  await rest()
  await rest()
  await done
  expect(next).toHaveBeenCalledOnce()
})
