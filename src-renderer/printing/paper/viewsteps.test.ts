import { describe, expect, it } from 'vitest'
import type { ViewStep } from '../../../src-bridge/printprogress.ts'
import { ViewSteps } from './viewsteps.ts'

const drawn = (done: number): ViewStep => ({ kind: 'drawing', done, all: 9 })

describe('the steps of a print view', () => {
  it('are answered as they come to one who waits', async () => {
    const steps = new ViewSteps()
    const first = steps.after(0)
    steps.take(drawn(1))
    expect(await first).toEqual({ count: 1, step: drawn(1) })
    const second = steps.after(1)
    steps.take(drawn(2))
    expect(await second).toEqual({ count: 2, step: drawn(2) })
  })

  it('are not piled up: who comes late hears the latest', async () => {
    const steps = new ViewSteps()
    for (const done of [1, 2, 3]) steps.take(drawn(done))
    expect(await steps.after(0)).toEqual({ count: 3, step: drawn(3) })
  })

  it('end with a null, also for one who waits already', async () => {
    const steps = new ViewSteps()
    steps.take(drawn(9))
    const waiting = steps.after(1)
    steps.end()
    expect(await waiting).toBeNull()
    expect(await steps.after(0)).toEqual({ count: 1, step: drawn(9) })
    expect(await steps.after(1)).toBeNull()
  })
})
