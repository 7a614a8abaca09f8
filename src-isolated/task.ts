/**
 * A task for an isolated process: bytes that somebody else made go in, a plain value comes out. Neither side
 * names a file to the other. The caller decodes the answer, because hostile bytes may have taken the process over.
 */
import type * as v from 'valibot'

/** The parts of a task that both sides know. Values are what structured clone carries: plain objects and bytes. */
export type Task<Input, Answer> = {
  readonly name: string
  /** The plain value that goes to the process with the bytes. */
  readonly input: v.GenericSchema<unknown, Input>
  /** What the caller accepts as an answer. Bound its lengths: nothing else does. */
  readonly answer: v.GenericSchema<unknown, Answer>
}

/** Gives a task its types. */
export const task = <Input, Answer>(parts: Task<Input, Answer>): Task<Input, Answer> => parts

/** Why a task has no answer. */
export type IsolatedFailure =
  /** The task itself says that these bytes are not what it reads. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'deadline'; readonly milliseconds: number }
  | { readonly kind: 'memory'; readonly bytes: number }
  /** The process ended by itself. */
  | { readonly kind: 'ended' }
  /** It answered something that the task never answers. */
  | { readonly kind: 'wrong-answer' }
  /** The caller gave up. */
  | { readonly kind: 'cancelled' }

/** The failure in plain English, for command lines and logs. The page has words of its own. */
export function describeIsolatedFailure(failure: IsolatedFailure): string {
  switch (failure.kind) {
    case 'refused':
      return failure.message
    case 'deadline':
      return `Reading it takes longer than ${Math.round(failure.milliseconds / 100) / 10} seconds.`
    case 'memory':
      return `Reading it takes more than ${Math.round(failure.bytes / 1024 ** 2)} MB of memory.`
    case 'ended':
      return 'The process that reads it ended twice.'
    case 'wrong-answer':
      return 'The process that reads it gave an answer that makes no sense.'
    case 'cancelled':
      return 'Reading it was cancelled.'
  }
}
