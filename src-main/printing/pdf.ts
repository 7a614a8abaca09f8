/**
 * The PDF after printing. Chromium writes the time to the second and a full user agent into it; a sheet that
 * is handed on must not tell which computer made it, and when to the second. pdf-lib keeps what it does not
 * know: tags, outline and named destinations stay (see pdf.test.ts).
 */
import type { PDFArray, PDFDict, PDFDocument } from 'pdf-lib'

export type PrintedPdf = {
  readonly pages: number
  /** By the id of the element that a link of the document points to: its page, from 1. */
  readonly destinations: ReadonlyMap<string, number>
}

export type PdfFacts = {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** `2026-11-23`; all that is said of the time. */
  readonly printedOn: string
}

/** Rejects what is not a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  const document = await open(bytes)
  return { pages: document.getPageCount(), destinations: await destinationsOf(document) }
}

export async function finishPdf(bytes: Uint8Array, facts: PdfFacts): Promise<Uint8Array<ArrayBuffer>> {
  const { PDFName } = await import('pdf-lib')
  const document = await open(bytes)
  const day = new Date(`${facts.printedOn}T00:00:00Z`)
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setLanguage(facts.language)
  document.setProducer('Fieldshelf')
  document.setCreationDate(day)
  document.setModificationDate(day)
  const information = document.context.lookup(document.context.trailerInfo.Info) as PDFDict
  for (const name of ['Creator', 'Author']) information.delete(PDFName.of(name))
  const saved = await document.save({ addDefaultPage: false, updateFieldAppearances: false })
  return new Uint8Array(saved)
}

/** Loaded when the first print is made: the shelf opens without it. */
async function open(bytes: Uint8Array): Promise<PDFDocument> {
  const { PDFDocument } = await import('pdf-lib')
  return PDFDocument.load(bytes, { updateMetadata: false })
}

/** Chromium lists them in the catalog's `/Dests`, under percent-encoded names, as `[page /XYZ left top zoom]`. */
async function destinationsOf(document: PDFDocument): Promise<Map<string, number>> {
  const { PDFDict, PDFName, PDFArray } = await import('pdf-lib')
  const numbers = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]))
  const pages = new Map<string, number>()
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = document.context.lookupMaybe(value, PDFArray) as PDFArray | undefined
    const page = numbers.get(target?.get(0)?.toString() ?? '')
    if (page !== undefined) pages.set(decodeURIComponent(name.decodeText()), page)
  }
  return pages
}
