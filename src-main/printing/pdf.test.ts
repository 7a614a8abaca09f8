import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { withFolder } from '../testing/samplepack.ts'
import { readPdf } from './pdf.ts'

const printed = (): Promise<Uint8Array> => readFile(new URL('./testing/three-sections.pdf', import.meta.url))

const finished = async (neutral = false): Promise<Uint8Array> => {
  const facts = { title: 'Üç bölmə', language: 'az', printedOn: '2026-11-23', neutral }
  const { bytes } = await readPdf(await printed(), facts)
  if (bytes === null) throw new Error('With facts it is finished')
  return bytes
}

const informationOf = async (bytes: Uint8Array): Promise<Record<string, string>> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const information = document.context.lookup(document.context.trailerInfo.Info, PDFDict)
  return Object.fromEntries(
    information.entries().map(([name, value]) => {
      const text = value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : ''
      return [name.decodeText(), text]
    }),
  )
}

describe('a printed PDF', () => {
  it('tells its pages and where its links lead', async () => {
    const { pages, destinations } = await readPdf(await printed(), null)
    expect(pages).toBe(4)
    expect(Object.fromEntries(destinations)).toEqual({ s1: 2, s2: 3, bölmə: 4 })
  })

  it('tells too much of the computer, as it comes from the engine', async () => {
    expect((await informationOf(await printed()))['Creator']).toContain('Mozilla/5.0')
  })

  it('names neither program nor day where it must be neutral', async () => {
    const { CreationDate, ModDate, ...told } = await informationOf(await finished(true))
    expect(told).toEqual({ Title: 'Üç bölmə' })
    expect([CreationDate, ModDate].map((date) => date?.slice(0, 10))).toEqual(['D:20261101', 'D:20261101'])
  })

  it('is refused when it is none', async () => {
    await expect(readPdf(new TextEncoder().encode('<html>'), null)).rejects.toThrow()
  })
})

describe('a finished PDF', () => {
  it('says its title, its maker and the day, and nothing else', async () => {
    expect(await informationOf(await finished())).toEqual({
      Title: 'Üç bölmə',
      Producer: 'Fieldshelf',
      CreationDate: 'D:20261123000000Z',
      ModDate: 'D:20261123000000Z',
    })
  })

  it('keeps pages, links, tags, outline and language', async () => {
    const bytes = await finished()
    const [one, other] = [await readPdf(bytes, null), await readPdf(await printed(), null)]
    expect([one.pages, one.destinations]).toEqual([other.pages, other.destinations])
    const before = await PDFDocument.load(await printed(), { updateMetadata: false })
    const after = await PDFDocument.load(bytes, { updateMetadata: false })
    const treeOf = (document: PDFDocument, name: string): string =>
      String(document.catalog.lookup(PDFName.of(name), PDFDict))
    const roles = after.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    expect(String(roles.get(PDFName.of('RoleMap')))).toContain('/Strong /Span')
    roles.delete(PDFName.of('RoleMap'))
    for (const name of ['StructTreeRoot', 'Outlines', 'MarkInfo', 'Dests']) {
      expect(treeOf(after, name), name).toBe(treeOf(before, name))
    }
    expect(String(after.catalog.get(PDFName.of('Lang')))).toMatch(/az|FEFF0061007A/i)
    expect(treeOf(after, 'ViewerPreferences')).toContain('/DisplayDocTitle true')
  })

  it('is the same, byte for byte, from the same print', async () => {
    expect(Buffer.from(await finished()).equals(await finished())).toBe(true)
  })

  const qpdf = spawnSync('qpdf', ['--version']).status === 0
  it.skipIf(!qpdf)('is sound in the eyes of another program', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'x.pdf')
      await writeFile(path, await finished())
      expect(spawnSync('qpdf', ['--check', path]).status).toBe(0)
    }),
  )
})
