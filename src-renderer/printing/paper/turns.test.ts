import { describe, expect, it } from 'vitest'
import { takeTurns } from './turns.ts'

/** Whether work goes on before the page has had a chance to do anything else. */
async function goesOnAtOnce(work: Promise<void>): Promise<boolean> {
  let wentOn = false
  void work.then(() => (wentOn = true))
  for (let microtask = 0; microtask < 10; microtask++) await Promise.resolve()
  const atOnce = wentOn
  await work
  return atOnce
}

describe('turns', () => {
  it('let others in at the end of a slice, and not before', async () => {
    let now = 0
    const turns = takeTurns(() => now)
    now = 39
    expect(await goesOnAtOnce(turns.next())).toBe(true)
    now = 40
    expect(await goesOnAtOnce(turns.next())).toBe(false)
    now = 79
    expect(await goesOnAtOnce(turns.next())).toBe(true)
    now = 80
    expect(await goesOnAtOnce(turns.next())).toBe(false)
  })
})
