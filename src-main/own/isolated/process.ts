/** The script of the isolated process that reads and compiles own documents. Built to `out/main/maker.js`. */
import { serve } from '../../../src-isolated/serve.ts'
import { refuseNetwork } from '../../lockdown/tripwire.ts'
import { workers } from './workers.ts'

refuseNetwork()
serve(workers)
