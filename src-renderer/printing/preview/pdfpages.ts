/**
 * Draws a PDF's pages with pdf.js. Loaded when the first preview is opened, so
 * that the shelf opens without it. Its worker is a file of the app, started by
 * our own policy; evaluated code, WebAssembly and fetched fonts are off, and
 * the content security policy would refuse them.
 */
import * as pdfjs from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.mjs?worker&url'
import { startWorker } from '../../../src-bridge/worker.ts'

export type PdfPages = {
  readonly count: number
  /** Of the first page, in whole points: those of one job are all alike. */
  readonly width: number
  readonly height: number
  /** Of the document, as it says itself; null when it does not. */
  readonly language: string | null
  /** Draws a page, `number` from 1, over the whole canvas, whose size in pixels it sets. Resolves at once if `signal` stops it. */
  readonly draw: (
    number: number,
    canvas: HTMLCanvasElement,
    pixels: number,
    signal: AbortSignal,
  ) => Promise<void>
  /** A page's text, for those who can't see it. */
  readonly text: (number: number) => Promise<string>
  readonly close: () => void
}

let worker: pdfjs.PDFWorker | undefined

/** Takes the bytes over: the buffer is handed to the worker. Rejects bytes that are no PDF. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  worker ??= pdfjs.PDFWorker.create({ port: startWorker(workerAddress) })
  const loading = pdfjs.getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: true,
  })
  const pdf = await loading.promise
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
  const { info } = await pdf.getMetadata()
  return {
    count: pdf.numPages,
    width: Math.round(width),
    height: Math.round(height),
    language: 'Language' in info && typeof info.Language === 'string' ? info.Language : null,
    draw: async (number, canvas, pixels, signal) => {
      const page = await pdf.getPage(number)
      if (signal.aborted) return
      const viewport = page.getViewport({ scale: pixels / page.getViewport({ scale: 1 }).width })
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      const task = page.render({ canvas, viewport })
      signal.addEventListener('abort', () => task.cancel(), { once: true })
      await task.promise.catch((error: unknown) => {
        if (!(error instanceof pdfjs.RenderingCancelledException)) throw error
      })
    },
    text: async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
    },
    close: () => void loading.destroy(),
  }
}
