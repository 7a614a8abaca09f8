/** Reading what is in a pack once before it is installed, as a task for the isolated process: its decoders meet hostile bytes. */
import * as v from 'valibot'
import { task } from '../../src-isolated/task.ts'

/** Files of one call together, in bytes, unless a single one is longer. */
export const batchBytes = 4 * 1024 ** 2

export const decodeTask = task({
  name: 'decode',
  /** The bytes are the files', one after the other. */
  input: v.object({
    id: v.string(),
    files: v.array(v.object({ path: v.string(), bytes: v.number() })),
  }),
  /** The first file that can't be read. */
  answer: v.object({ wrong: v.nullable(v.pipe(v.string(), v.maxLength(300))) }),
})

/** Milliseconds for one batch, and bytes of memory of the process. An index of the largest pack takes 400 MB. */
export const decodeLimits = { deadline: 12_000, memory: 1024 ** 3, attempts: 1 }
