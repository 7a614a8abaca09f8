/** A booklet read back: its pages in the order in which a reader turns them. */
import { PDFDocument } from 'pdf-lib'
import { bookletSide, bookletSides } from '../../src-library/model/booklet.ts'

const half = bookletSide.width / 2

/** The same pages, each by itself and without tags: a side is cut in the middle. Blank ones are among them. */
export async function unfolded(pdf: Uint8Array): Promise<Uint8Array> {
  const booklet = await PDFDocument.load(pdf, { updateMetadata: false })
  const pages = await PDFDocument.create({ updateMetadata: false })
  const sides = bookletSides(2 * booklet.getPageCount())
  const all = booklet.getPageIndices()
  // A page that is copied twice in one call is one page.
  const [left, right] = [await pages.copyPages(booklet, all), await pages.copyPages(booklet, all)]
  for (const page of left) page.setMediaBox(0, 0, half, bookletSide.height)
  for (const page of right) page.setMediaBox(half, 0, half, bookletSide.height)
  const halves = sides.flatMap((side, at) => [
    { number: side.left ?? 0, page: left[at] },
    { number: side.right ?? 0, page: right[at] },
  ])
  for (const { page } of halves.sort((one, other) => one.number - other.number)) if (page) pages.addPage(page)
  return pages.save()
}

/** The page at a place of a side, both from 1. `x`: points from the left. */
export function pageAt(side: number, x: number, count: number): number {
  const { left, right } = bookletSides(2 * count)[side - 1] ?? { left: 0, right: 0 }
  return (x < half ? left : right) ?? 0
}
