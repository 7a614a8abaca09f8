/**
 * The one door for hostile bytes: whatever parses bytes that somebody else made, and can hang or eat the memory, does
 * it behind this door. The process is watched from outside, because a process that misbehaves does not notice it. It
 * is ended at the deadline, at the memory limit and when the caller gives up. The task is then done once more in a
 * fresh process, and only a second failure is told.
 *
 * One process does one task at a time. To do several at once, make several doors.
 */
import * as v from 'valibot'
import { failure, success, type Outcome } from '../src-library/model/outcome.ts'
import { fromProcessSchema, type FromProcess, type ToProcess } from './messages.ts'
import type { IsolatedProcess, Launch } from './process.ts'
import type { IsolatedFailure, Task } from './task.ts'

export type Limits = {
  /** Milliseconds for one task, counted from when the process is ready. */
  readonly deadline: number
  /** Bytes of resident memory of the whole process. */
  readonly memory: number
  /** How often a task is tried before its failure is reported. */
  readonly attempts: number
}

const defaults: Limits = { deadline: 30_000, memory: 1024 ** 3, attempts: 2 }

/** Milliseconds for a process to start: many, because a slow machine is no fault of the bytes. */
const startMayTake = 60_000

/** Milliseconds between two looks at the memory. */
const memoryEvery = 50

type Options = Partial<Limits> & {
  readonly launch: Launch
  /** Milliseconds that a process without work is kept for the next task. */
  readonly idle?: number
}

type Answered = Outcome<unknown, IsolatedFailure>

/** A process, and who waits for what it says and for its end. */
type Current = {
  readonly process: IsolatedProcess
  ready: boolean
  hear: (message: FromProcess | null) => void
  gone: () => void
  giveUp: () => void
}

export class Isolated {
  readonly #launch: Launch
  readonly #limits: Limits
  readonly #idle: number
  #current: Current | null = null
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #asked = 0
  #closing: NodeJS.Timeout | undefined

  constructor({ launch, idle = 30_000, ...limits }: Options) {
    this.#launch = launch
    this.#idle = idle
    this.#limits = { ...defaults, ...limits }
  }

  /** Does a task on bytes, after those that were asked for before. Never rejects. */
  async run<Input, Answer>(
    task: Task<Input, Answer>,
    bytes: Uint8Array,
    input: Input,
    { signal, ...own }: Partial<Limits> & { readonly signal?: AbortSignal } = {},
  ): Promise<Outcome<Answer, IsolatedFailure>> {
    clearTimeout(this.#closing)
    this.#waiting += 1
    const limits = { ...this.#limits, ...own }
    const result = this.#last.then(async () => {
      const answered = await this.#try({ task: task.name, bytes, input }, limits, signal, (answer) => {
        const read = v.safeParse(task.answer, answer)
        return read.success ? success(read.output) : failure({ kind: 'wrong-answer' })
      })
      this.#waiting -= 1
      if (this.#waiting === 0) this.#closing = setTimeout(() => this.close(), this.#idle).unref()
      return answered
    })
    this.#last = result
    return result
  }

  /** Ends the process. A running task fails with `cancelled`; the next task starts a process. */
  close(): void {
    clearTimeout(this.#closing)
    this.#current?.giveUp()
    this.#end()
  }

  #end(): void {
    this.#current?.process.kill()
    this.#current = null
  }

  async #try<Answer>(
    asked: Omit<ToProcess, 'id'>,
    limits: Limits,
    signal: AbortSignal | undefined,
    read: (answer: unknown) => Outcome<Answer, IsolatedFailure>,
  ): Promise<Outcome<Answer, IsolatedFailure>> {
    for (let attempt = 1; ; attempt++) {
      const answered = await this.#once(asked, limits, signal)
      const result = answered.ok ? read(answered.value) : answered
      if (result.ok || result.failure.kind === 'refused') return result
      // A process that failed is not asked again.
      this.#end()
      if (result.failure.kind === 'cancelled' || attempt >= limits.attempts) return result
    }
  }

  #once(
    asked: Omit<ToProcess, 'id'>,
    { deadline, memory }: Limits,
    signal: AbortSignal | undefined,
  ): Promise<Answered> {
    if (signal?.aborted) return Promise.resolve(failure({ kind: 'cancelled' }))
    return new Promise((resolve) => {
      const current = this.#current ?? this.#start()
      const id = ++this.#asked
      let over = false
      let timer: NodeJS.Timeout | undefined
      const cancel = (): void => settle(failure({ kind: 'cancelled' }))
      const settle = (answered: Answered): void => {
        over = true
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        resolve(answered)
      }
      const ask = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => settle(failure({ kind: 'deadline', milliseconds: deadline })), deadline)
        current.process.send({ id, ...asked } satisfies ToProcess)
      }
      current.hear = (message) => {
        if (message === null) settle(failure({ kind: 'wrong-answer' }))
        else if (message.kind === 'ready') ask()
        else if (message.id !== id) return
        else if (message.kind === 'answer') settle(success(message.answer))
        else settle(failure({ kind: 'refused', message: message.message }))
      }
      current.gone = () => settle(failure({ kind: 'ended' }))
      current.giveUp = cancel
      signal?.addEventListener('abort', cancel)
      timer = setTimeout(() => settle(failure({ kind: 'ended' })), startMayTake)
      if (current.ready) ask()
      const watch = async (): Promise<void> => {
        const resident = await current.process.memory()
        if (over) return
        if (resident !== null && resident > memory) settle(failure({ kind: 'memory', bytes: memory }))
        else setTimeout(() => void watch(), memoryEvery).unref()
      }
      void watch()
    })
  }

  #start(): Current {
    const process = this.#launch()
    const nothing = (): void => undefined
    const current: Current = { process, ready: false, hear: nothing, gone: nothing, giveUp: nothing }
    this.#current = current
    process.onMessage((message) => {
      const decoded = v.safeParse(fromProcessSchema, message)
      if (decoded.success && decoded.output.kind === 'ready') {
        // Once: a process that says it again must not be asked again.
        if (current.ready) return
        current.ready = true
      }
      current.hear(decoded.success ? decoded.output : null)
    })
    process.onExit(() => {
      if (this.#current === current) this.#current = null
      current.gone()
    })
    return current
  }
}
