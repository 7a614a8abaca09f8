/** Takes the place of `printing/preview/pdfpages.ts` in the USB edition, whose bridge can't make a PDF. */
import type { PdfPages } from '../printing/preview/pdfpages.ts'

export function openPdf(): Promise<PdfPages> {
  return Promise.reject(new Error('The USB edition shows no PDF pages.'))
}
