/**
 * What is copied out of a PDF, or looked for in it, has plain spaces. Where a line must not end the page draws U+00A0
 * (reading/bound.ts), and fonts with a glyph of its own for it say so: strict readers then hand out a character that
 * nobody can see or types. A font's map from glyphs to letters (ToUnicode, PDF 32000-1, 9.10.3) is told otherwise.
 */
import type { PDFDocument } from 'pdf-lib'

/** One glyph, one letter: `<0062> <00A0>`. Ranges have three numbers on a line. */
const noBreakSpace = /^(<[0-9A-F]{4}>) <00A0>$/gm

/** Rewrites the maps of all fonts. */
export async function sayPlainSpaces(document: PDFDocument): Promise<void> {
  const { PDFDict, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } = await import('pdf-lib')
  const { context } = document
  for (const [, font] of context.enumerateIndirectObjects()) {
    const map = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined
    const stream = map instanceof PDFRef ? context.lookup(map) : undefined
    if (!(map instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue
    const written = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const plain = written.replace(noBreakSpace, '$1 <0020>')
    if (plain !== written) context.assign(map, context.flateStream(Buffer.from(plain, 'latin1')))
  }
}
