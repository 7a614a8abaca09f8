import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { expect, it } from 'vitest'
import { sayPlainSpaces } from './plainspaces.ts'

/** What the map of a document's one font says afterwards. */
async function plain(map: string): Promise<string> {
  const document = await PDFDocument.create()
  const { context } = document
  const ref = context.register(context.flateStream(map))
  context.register(context.obj({ Type: 'Font', Subtype: 'Type0', ToUnicode: ref }))
  await sayPlainSpaces(document)
  const stream = context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) throw new Error('The map is gone.')
  expect(stream.dict.get(PDFName.of('Filter'))).toBe(PDFName.of('FlateDecode'))
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

it('writes a no-break space as a plain space in the map of letters', async () => {
  const map = (space: string): string =>
    `3 beginbfchar\n<0003> <0020>\n<0062> <${space}>\n<006B> <00A9>\nendbfchar\n`
  expect(await plain(map('00A0'))).toBe(map('0020'))
})

it('a glyph that has this number, and ranges, stay as they are', async () => {
  const map =
    '1 beginbfchar\n<00A0> <0041>\nendbfchar\n2 beginbfrange\n<0001> <00A0> <0100>\n<00A0> <00A3> <0041>\nendbfrange\n'
  expect(await plain(map)).toBe(map)
})

it('a document whose fonts have no map is left alone', async () => {
  const document = await PDFDocument.create()
  document.context.register(document.context.obj({ Type: 'Font', Subtype: 'Type1' }))
  await expect(sayPlainSpaces(document)).resolves.toBeUndefined()
})
