/** The script of the app's isolated process: the tasks that it does. Built to `out/main/isolated.js`. */
import { serve, worker } from '../../src-isolated/serve.ts'
import { refuseNetwork } from '../lockdown/tripwire.ts'
import { decodeFiles } from '../packs/decodefiles.ts'
import { decodeTask } from '../packs/decodetask.ts'
import { readPdf } from '../printing/pdf.ts'
import { pdfTask } from '../printing/pdftask.ts'

refuseNetwork()
serve([worker(pdfTask, (bytes, { facts }) => readPdf(bytes, facts)), worker(decodeTask, decodeFiles)])
