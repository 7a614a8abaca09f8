/** A process that is none: it says what a test has it say, for the door's own rules. */
import type { ToProcess } from '../messages.ts'
import type { IsolatedProcess } from '../process.ts'

export class FakeProcess implements IsolatedProcess {
  gone = false
  resident: number | null = 0
  readonly asked: ToProcess[] = []
  readonly #answer: (asked: ToProcess, self: FakeProcess) => void
  #hear: (message: unknown) => void = () => undefined
  #exit: () => void = () => undefined

  /** `answer` is called for each task, and says what the process then does. */
  constructor(answer: (asked: ToProcess, self: FakeProcess) => void) {
    this.#answer = answer
  }

  send = (message: unknown): void => {
    this.asked.push(message as ToProcess)
    this.#answer(message as ToProcess, this)
  }

  onMessage = (listener: (message: unknown) => void): void => {
    this.#hear = listener
    queueMicrotask(() => listener({ kind: 'ready' }))
  }

  onExit = (listener: () => void): void => {
    this.#exit = listener
  }

  memory = (): Promise<number | null> => Promise.resolve(this.resident)

  kill = (): void => {
    this.gone = true
    queueMicrotask(() => this.#exit())
  }

  say(message: unknown): void {
    this.#hear(message)
  }

  end(): void {
    this.gone = true
    this.#exit()
  }
}
