/**
 * The PDF after printing; done in the isolated process (pdftask.ts), and never in main. Chromium writes the time to the second and a full user agent into it; a sheet that
 * is handed on must not tell which computer made it, and when to the second. pdf-lib keeps what it does not
 * know: tags, outline and named destinations stay (see pdf.test.ts).
 */
import type { PDFArray, PDFDict, PDFDocument } from 'pdf-lib'
import type * as v from 'valibot'
import type { pdfTask } from './pdftask.ts'
import { makeBooklet } from './booklet.ts'
import { sayPlainSpaces } from './plainspaces.ts'

export type PdfAnswer = v.InferOutput<typeof pdfTask.answer>

export type PdfFacts = {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** `2026-11-23`. The PDF has no other time. */
  readonly printedOn: string
  /** Whether the file must not tell which program made it, and of the time no more than the month. */
  readonly neutral: boolean
  /** Whether its pages are laid two to a side of A4. */
  readonly booklet: boolean
}

/** Objects read or written in one go: all of them, because nothing else waits for this process. */
const objectsAtATime = Infinity

/** Loaded when the first print is made: the process starts without it. */
const pdfLibrary = () => import('pdf-lib')

/**
 * Takes a printed PDF apart: how many pages it has, and by the id of the element that a link of the document points to,
 * its page, from 1. With facts it also gives the bytes to show and to save. Rejects what is not a PDF.
 */
export async function readPdf(bytes: Uint8Array, facts: PdfFacts | null): Promise<PdfAnswer> {
  const { PDFDocument } = await pdfLibrary()
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: objectsAtATime })
  const pages = document.getPageCount()
  const destinations = [...(await destinationsOf(document))]
  return { pages, destinations, bytes: facts && (await finish(document, facts)) }
}

/** Chromium lists them in the catalog's `/Dests`, under percent-encoded names, as `[page /XYZ left top zoom]`. */
async function destinationsOf(document: PDFDocument): Promise<Map<string, number>> {
  const { PDFDict, PDFName, PDFArray } = await pdfLibrary()
  const numbers = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]))
  const pages = new Map<string, number>()
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [name, value] of destinations?.entries() ?? []) {
    const target: PDFArray | undefined = document.context.lookupMaybe(value, PDFArray)
    const page = numbers.get(target?.get(0)?.toString() ?? '')
    if (page !== undefined) pages.set(decodeURIComponent(name.decodeText()), page)
  }
  return pages
}

/** Roles of PDF 2.0 that the engine writes into older files: a reader that does not know them drops their words. */
const newRoles = ['Em', 'Strong']

async function nameRoles({ catalog, context }: PDFDocument): Promise<void> {
  const { PDFDict, PDFName } = await pdfLibrary()
  const tree = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  tree?.set(PDFName.of('RoleMap'), context.obj(Object.fromEntries(newRoles.map((role) => [role, 'Span']))))
}

async function finish(document: PDFDocument, facts: PdfFacts): Promise<Uint8Array<ArrayBuffer>> {
  const { PDFName } = await pdfLibrary()
  const date = facts.neutral ? `${facts.printedOn.slice(0, 7)}-01` : facts.printedOn
  const day = new Date(`${date}T00:00:00Z`)
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setLanguage(facts.language)
  if (!facts.neutral) document.setProducer('Fieldshelf')
  document.setCreationDate(day)
  document.setModificationDate(day)
  const information = document.context.lookup(document.context.trailerInfo.Info) as PDFDict
  for (const name of ['Creator', 'Author', ...(facts.neutral ? ['Producer'] : [])])
    information.delete(PDFName.of(name))
  await sayPlainSpaces(document)
  await nameRoles(document)
  if (facts.booklet) await makeBooklet(document)
  const saved = await document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: objectsAtATime,
  })
  return new Uint8Array(saved)
}
