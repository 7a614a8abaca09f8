/** The isolated process that reads documents. It is ended from outside when it takes too long or too much memory. */
import { serve, worker } from '../../src-isolated/serve.ts'
import { importDocument } from './import.ts'
import { refuse } from './refusal.ts'
import { importTask } from './task.ts'

/** No reader should throw; a file that makes one throw is told like others. */
const broken = 'The file can’t be read. Open it in the program that made it and save it again.'

serve([
  worker(importTask, async (bytes, options) => {
    const document = await importDocument(bytes, options).catch(() => refuse('damaged', broken))
    if (!document.ok) throw new Error(document.failure.text)
    return document.value
  }),
])
