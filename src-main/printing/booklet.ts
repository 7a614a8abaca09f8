/**
 * Pages of A5 -> a booklet on A4, in place: each page's content becomes a form that a side of a sheet draws. The text is not
 * copied, so tags, outline, links and fonts stay. Tags name content by its page and number; of content in a form they
 * name the form too (PDF 32000-1, 14.7.4.2). To be called when nothing else is changed any more.
 */
import type { PDFArray, PDFDict, PDFDocument, PDFPage, PDFRef } from 'pdf-lib'
import { bookletSide, bookletSides } from '../../src-library/model/booklet.ts'

type Library = typeof import('pdf-lib')

/** Where a page is now. */
type Moved = {
  readonly side: PDFRef
  readonly form: PDFRef
  /** Points by which its content is moved. */
  readonly by: { readonly x: number; readonly y: number }
}

type Placing = { readonly page: PDFPage; readonly half: 'left' | 'right' }

export async function makeBooklet(document: PDFDocument): Promise<void> {
  const library = await import('pdf-lib')
  const pages = document.getPages()
  const moved = new Map<string, Moved>()
  const sides = bookletSides(pages.length).map(({ left, right }) => {
    const at = (number: number | null): PDFPage | undefined => pages[(number ?? 0) - 1]
    const [first, second] = [at(left), at(right)]
    return [
      ...(first ? [{ page: first, half: 'left' } as const] : []),
      ...(second ? [{ page: second, half: 'right' } as const] : []),
    ]
  })
  for (const placed of sides) drawSide(document, placed, moved, library)
  for (let at = 0; at < pages.length; at++) document.removePage(0)
  retarget(document, moved, library)
  for (const { ref } of pages) document.context.delete(ref)
}

/** Adds a side at the end of the document. */
function drawSide(
  document: PDFDocument,
  placed: readonly Placing[],
  moved: Map<string, Moved>,
  library: Library,
): void {
  const { PDFArray, PDFDict, PDFName } = library
  const { context } = document
  const side = document.addPage([bookletSide.width, bookletSide.height])
  side.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  const forms = context.obj({})
  const annotations = context.obj([])
  const drawing = placed.map(({ page, half }) => {
    const { width, height } = page.getSize()
    const by = {
      // In the middle of its half, where A5 is a trifle narrower.
      x: (half === 'left' ? 0.25 : 0.75) * bookletSide.width - width / 2,
      y: (bookletSide.height - height) / 2,
    }
    const form = formOf(page, document, library)
    const name = PDFName.of(half)
    forms.set(name, form)
    moved.set(page.ref.toString(), { side: side.ref, form, by })
    const own = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (const annotation of own?.asArray() ?? []) {
      const dictionary = context.lookup(annotation, PDFDict)
      for (const box of ['Rect', 'QuadPoints'])
        shift(dictionary.lookupMaybe(PDFName.of(box), PDFArray), by, library)
      if (dictionary.has(PDFName.of('P'))) dictionary.set(PDFName.of('P'), side.ref)
      annotations.push(annotation)
    }
    return `q 1 0 0 1 ${by.x.toFixed(3)} ${by.y.toFixed(3)} cm /${half} Do Q`
  })
  side.node.set(PDFName.of('Resources'), context.obj({ XObject: forms }))
  side.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawing.join('\n'))))
  if (annotations.size() > 0) side.node.set(PDFName.of('Annots'), annotations)
}

/** A page's content as a form. One stream stays as it is; several are joined. */
function formOf(page: PDFPage, { context }: PDFDocument, library: Library): PDFRef {
  const { PDFArray, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } = library
  const { width, height } = page.getSize()
  const contents = page.node.get(PDFName.of('Contents'))
  const parts = (contents instanceof PDFArray ? contents.asArray() : [contents]).flatMap((part) => {
    const stream = context.lookup(part)
    return stream instanceof PDFRawStream ? [stream] : []
  })
  const [first, ...others] = parts
  const joined =
    first && others.length === 0
      ? first
      : context.flateStream(parts.map((part) => decoded(decodePDFRawStream(part).decode())).join('\n'))
  const entries = {
    Type: PDFName.of('XObject'),
    Subtype: PDFName.of('Form'),
    BBox: context.obj([0, 0, width, height]),
    Resources: page.node.get(PDFName.of('Resources')),
    StructParents: page.node.get(PDFName.of('StructParents')),
  }
  for (const [name, value] of Object.entries(entries)) if (value) joined.dict.set(PDFName.of(name), value)
  if (contents instanceof PDFRef && joined === first) return contents
  return context.register(joined)
}

const decoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** Moves a list of coordinates, x and y in turn. */
function shift(box: PDFArray | undefined, { x, y }: Moved['by'], { PDFNumber }: Library): void {
  for (let at = 0; box && at < box.size(); at++) {
    const number = box.lookup(at, PDFNumber).asNumber()
    box.set(at, PDFNumber.of(number + (at % 2 === 0 ? x : y)))
  }
}

/** Leads tags and destinations from the pages to the sides. */
function retarget(document: PDFDocument, moved: ReadonlyMap<string, Moved>, library: Library): void {
  const { PDFArray, PDFDict, PDFName } = library
  const { context, catalog } = document
  for (const [, value] of context.enumerateIndirectObjects()) {
    if (!(value instanceof PDFDict)) continue
    if (value.has(PDFName.of('S')) && value.has(PDFName.of('K'))) retag(value, moved, context, library)
    // Of links and of the outline; of actions.
    for (const name of ['Dest', 'D']) redirect(value.get(PDFName.of(name)), moved, library)
  }
  const named = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [, value] of named?.entries() ?? []) {
    redirect(context.lookupMaybe(value, PDFArray), moved, library)
  }
}

/** `[page /XYZ left top zoom]`, as the engine writes it. */
function redirect(target: unknown, moved: ReadonlyMap<string, Moved>, library: Library): void {
  const { PDFArray, PDFNumber } = library
  if (!(target instanceof PDFArray)) return
  const now = moved.get(target.get(0)?.toString() ?? '')
  if (!now) return
  target.set(0, now.side)
  for (const [at, by] of [
    [2, now.by.x],
    [3, now.by.y],
  ] as const) {
    const number = target.size() > at ? target.get(at) : undefined
    if (number instanceof PDFNumber) target.set(at, PDFNumber.of(number.asNumber() + by))
  }
}

/** A tag: its content is in a form of a side now. */
function retag(
  tag: PDFDict,
  moved: ReadonlyMap<string, Moved>,
  context: PDFDocument['context'],
  { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef }: Library,
): void {
  const pageName = PDFName.of('Pg')
  const own = moved.get(tag.get(pageName)?.toString() ?? '')
  if (own) tag.set(pageName, own.side)
  const kids = tag.get(PDFName.of('K'))
  const several = kids instanceof PDFRef ? context.lookup(kids) : kids
  const list = several instanceof PDFArray ? several : context.obj(kids ? [kids] : [])
  for (let at = 0; at < list.size(); at++) {
    const kid = list.get(at)
    const content = context.lookup(kid)
    if (content instanceof PDFNumber && own) {
      list.set(at, context.obj({ Type: 'MCR', Pg: own.side, Stm: own.form, MCID: content }))
    } else if (content instanceof PDFDict && !content.has(PDFName.of('S'))) {
      const now = content.has(pageName) ? moved.get(content.get(pageName)?.toString() ?? '') : own
      if (!now) continue
      content.set(pageName, now.side)
      if (content.has(PDFName.of('MCID'))) content.set(PDFName.of('Stm'), now.form)
    }
  }
  if (!(several instanceof PDFArray)) tag.set(PDFName.of('K'), list)
}
