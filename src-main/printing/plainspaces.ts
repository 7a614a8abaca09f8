/**
 * Text that is copied out of a PDF, or searched in it, has plain spaces. The page draws U+00A0 where a line must not end
 * (reading/bound.ts). Some fonts have a glyph for it, and strict readers then give out a character that can't be seen or
 * typed. So a font's map from glyphs to letters (ToUnicode, PDF 32000-1, 9.10.3) is rewritten.
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
