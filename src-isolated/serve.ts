/** The isolated process's own side: does the tasks it is asked for, one after the other. */
import * as v from 'valibot'
import type { FromProcess, ToProcess } from './messages.ts'
import type { Task } from './task.ts'

/** How a process does a task. An error it throws is the reason why it refuses these bytes. */
export type Worker = {
  readonly name: string
  readonly work: (bytes: Uint8Array, input: unknown) => Promise<unknown>
}

export const worker = <Input, Answer>(
  task: Task<Input, Answer>,
  work: (bytes: Uint8Array, input: Input) => Answer | Promise<Answer>,
): Worker => ({
  name: task.name,
  work: async (bytes, input) => work(bytes, v.parse(task.input, input)),
})

type Port = {
  readonly send: (message: FromProcess) => void
  readonly listen: (listener: (message: ToProcess) => void) => void
}

/** Longer reasons are cut off: the caller shows them. */
const longestReason = 300

/** Serves until the caller ends the process, or is gone itself. */
export function serve(workers: readonly Worker[], port: Port = portOf(process)): void {
  const byName = new Map(workers.map(({ name, work }) => [name, work]))
  let last: Promise<void> = Promise.resolve()
  const answer = async ({ id, task, bytes, input }: ToProcess): Promise<void> => {
    try {
      const work = byName.get(task)
      if (!work) throw new Error(`No task is called ${task}`)
      port.send({ kind: 'answer', id, answer: await work(bytes, input) })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      port.send({ kind: 'refused', id, message: message.slice(0, longestReason) })
    }
  }
  port.listen((message) => {
    last = last.then(() => answer(message))
  })
  port.send({ kind: 'ready' })
}

/** Electron's utility process has a port to its parent; a child process of Node's has a channel. */
type Parented = {
  readonly parentPort?: {
    postMessage(message: unknown): void
    on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  }
}

function portOf(own: NodeJS.Process & Parented): Port {
  const { parentPort } = own
  if (parentPort)
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (listener) => parentPort.on('message', ({ data }) => listener(data as ToProcess)),
    }
  own.on('disconnect', () => own.exit())
  return {
    send: (message) => own.send?.(message),
    listen: (listener) => own.on('message', (message) => listener(message as ToProcess)),
  }
}
