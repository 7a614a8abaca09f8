import { describe, expect, it } from 'vitest'
import { childProcess } from './childprocess.ts'
import { Isolated } from './isolated.ts'
import type { ToProcess } from './messages.ts'
import { describeIsolatedFailure } from './task.ts'
import { FakeProcess } from './testing/fakeprocess.ts'
import { misbehave } from './testing/misbehave.ts'

const bytes = new Uint8Array([1, 2, 3])
const count = { how: 'count' } as const

type Act = (asked: ToProcess, self: FakeProcess) => void

const answer: Act = ({ id, bytes }, self) =>
  self.say({ kind: 'answer', id, answer: { length: bytes.length, asked: self.asked.length, pid: 1 } })

/** A door whose first process acts so, and the next one so; later ones answer. */
function doorTo(acts: readonly Act[]): { door: Isolated; started: FakeProcess[] } {
  const started: FakeProcess[] = []
  const launch = (): FakeProcess => {
    const process = new FakeProcess(acts[started.length] ?? answer)
    started.push(process)
    return process
  }
  return { door: new Isolated({ launch, deadline: 300, memory: 100 }), started }
}

const failures: readonly (readonly [what: string, act: Act, why: unknown])[] = [
  ['never answers', () => undefined, { kind: 'deadline', milliseconds: 300 }],
  ['takes too much memory', (_asked, self) => (self.resident = 101), { kind: 'memory', bytes: 100 }],
  ['ends', (_asked, self) => self.end(), { kind: 'ended' }],
  ['answers another shape', ({ id }, self) => self.say({ kind: 'answer', id }), { kind: 'wrong-answer' }],
  ['says what no process says', (_asked, self) => self.say('x'), { kind: 'wrong-answer' }],
]

describe('a task whose process', () => {
  it.each(failures)('%s is done once more, in a fresh process', async (_what, act) => {
    const { door, started } = doorTo([act])
    expect(await door.run(misbehave, bytes, count)).toMatchObject({ value: { length: 3, asked: 1 } })
    expect(started.map(({ gone }) => gone)).toEqual([true, false])
  })

  it.each(failures)('%s twice has failed, and the next task is answered', async (_what, act, why) => {
    const { door, started } = doorTo([act, act])
    expect(await door.run(misbehave, bytes, count)).toEqual({ ok: false, failure: why })
    expect(started.map(({ gone }) => gone)).toEqual([true, true])
    expect(await door.run(misbehave, bytes, count)).toMatchObject({ ok: true })
  })

  it.each(failures)('%s has failed at once where one attempt is enough', async (_what, act, why) => {
    const { door, started } = doorTo([act])
    expect(await door.run(misbehave, bytes, count, { attempts: 1 })).toEqual({ ok: false, failure: why })
    expect(started).toHaveLength(1)
  })

  it('refuses the bytes is told why, and keeps its process', async () => {
    const refuse: Act = ({ id }, self) => self.say({ kind: 'refused', id, message: 'No letter.' })
    const { door, started } = doorTo([refuse])
    expect(await door.run(misbehave, bytes, count)).toEqual({
      ok: false,
      failure: { kind: 'refused', message: 'No letter.' },
    })
    expect(started.map(({ gone }) => gone)).toEqual([false])
  })

  it('answers an earlier task late is not believed', async () => {
    const late: Act = (asked, self) => {
      self.say({ kind: 'answer', id: asked.id - 1, answer: { length: 9, asked: 9, pid: 9 } })
      answer(asked, self)
    }
    expect(await doorTo([late]).door.run(misbehave, bytes, count)).toMatchObject({ value: { length: 3 } })
  })

  it('says again that it is ready is not asked again', async () => {
    const again: Act = (asked, self) => {
      self.say({ kind: 'ready' })
      answer(asked, self)
    }
    const { door, started } = doorTo([again])
    await door.run(misbehave, bytes, count)
    expect(started[0]?.asked).toHaveLength(1)
  })
})

describe('the door', () => {
  it('hands over one task after the other, to one process', async () => {
    const { door, started } = doorTo([])
    const asked = [1, 2, 3].map(() => door.run(misbehave, bytes, count))
    expect((await Promise.all(asked)).map((each) => each.ok && each.value.asked)).toEqual([1, 2, 3])
    expect(started).toHaveLength(1)
  })

  it('ends the process when the caller gives up, and asks no other', async () => {
    const running = new AbortController()
    const { door, started } = doorTo([() => running.abort()])
    const cancelled = { ok: false, failure: { kind: 'cancelled' } }
    const signal = running.signal
    expect(await door.run(misbehave, bytes, count, { signal })).toEqual(cancelled)
    expect(await door.run(misbehave, bytes, count, { signal })).toEqual(cancelled)
    expect(started.map(({ gone }) => gone)).toEqual([true])
  })

  it('is closed without starting a process for what was running', async () => {
    const closing: { door?: Isolated } = {}
    const { door, started } = doorTo([() => closing.door?.close()])
    closing.door = door
    expect(await door.run(misbehave, bytes, count)).toEqual({ ok: false, failure: { kind: 'cancelled' } })
    expect(started.map(({ gone }) => gone)).toEqual([true])
  })
})

describe('a child process', () => {
  const launch = childProcess(new URL('./testing/misbehaving.ts', import.meta.url))

  it('answers, without our environment, and is ended when it has no work', async () => {
    const door = new Isolated({ launch, idle: 10 })
    const { value } = (await door.run(misbehave, bytes, { how: 'look' })) as {
      value: { length: number; pid: number }
    }
    // Windows adds some of its own.
    expect(value.length).toBeLessThan(process.platform === 'win32' ? Object.keys(process.env).length : 3)
    await expect.poll(() => alive(value.pid)).toBe(false)
  })

  it.each([
    ['loops', 'loop', 'deadline'],
    ['eats the memory', 'eat', 'memory'],
    ['ends itself', 'end', 'ended'],
  ] as const)('that %s is seen from outside', async (_what, how, kind) => {
    const deadline = how === 'loop' ? 300 : 50_000
    const door = new Isolated({ launch, deadline, memory: 250 * 1024 ** 2, attempts: 1 })
    expect(await door.run(misbehave, bytes, { how })).toMatchObject({ failure: { kind } })
    door.close()
  })

  it('that can’t be started is a failure, not an exception', async () => {
    const none = childProcess(new URL('./testing/none.ts', import.meta.url))
    const door = new Isolated({ launch: none, attempts: 1 })
    expect(await door.run(misbehave, bytes, count)).toEqual({ ok: false, failure: { kind: 'ended' } })
  })
})

it('each failure is one sentence', () => {
  const sentences = [
    { kind: 'refused', message: 'These bytes are no letter.' },
    { kind: 'deadline', milliseconds: 2500 },
    { kind: 'memory', bytes: 300 * 1024 ** 2 },
    { kind: 'ended' },
    { kind: 'wrong-answer' },
    { kind: 'cancelled' },
  ] as const
  expect(sentences.map(describeIsolatedFailure)).toMatchInlineSnapshot(`
    [
      "These bytes are no letter.",
      "Reading it takes longer than 2.5 seconds.",
      "Reading it takes more than 300 MB of memory.",
      "The process that reads it ended twice.",
      "The process that reads it gave an answer that makes no sense.",
      "Reading it was cancelled.",
    ]
  `)
})

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
