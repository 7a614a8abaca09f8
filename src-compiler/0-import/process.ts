/** The isolated process that reads documents. It is ended from outside when it takes too long or too much memory. */
import { serve, worker } from '../../src-isolated/serve.ts'
import { importDocument } from './import.ts'
import { importTask } from './task.ts'

serve([
  worker(importTask, async (bytes, options) => {
    const document = await importDocument(bytes, options)
    if (!document.ok) throw new Error(document.failure)
    return document.value
  }),
])
