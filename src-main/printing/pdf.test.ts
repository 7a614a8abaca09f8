import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { withFolder } from '../testing/samplepack.ts'
import { readPdf } from './pdf.ts'

const qpdf = spawnSync('qpdf', ['--version']).status === 0

const printed = (): Promise<Uint8Array> => readFile(new URL('./testing/three-sections.pdf', import.meta.url))

const finished = async (neutral = false, booklet = false): Promise<Uint8Array> => {
  const facts = { title: 'Üç bölmə', language: 'az', printedOn: '2026-11-23', neutral, booklet }
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

  it.skipIf(!qpdf)('is sound in the eyes of another program', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'x.pdf')
      await writeFile(path, await finished())
      expect(spawnSync('qpdf', ['--check', path]).status).toBe(0)
    }),
  )
})

/** All that a structure tree says of content: the page, the form and the number of each piece. */
function contentIn(document: PDFDocument): readonly { page: string; form: string; number: number }[] {
  const { context } = document
  const tags = context
    .enumerateIndirectObjects()
    .flatMap(([, value]) => (value instanceof PDFDict && value.has(PDFName.of('S')) ? [value] : []))
  return tags.flatMap((tag) => {
    const kids = tag.get(PDFName.of('K'))
    const list = kids instanceof PDFArray ? kids.asArray() : [kids]
    return list.flatMap((kid) => {
      if (kid instanceof PDFNumber)
        return [{ page: String(tag.get(PDFName.of('Pg'))), form: '', number: kid.asNumber() }]
      const number = kid instanceof PDFDict ? kid.lookupMaybe(PDFName.of('MCID'), PDFNumber) : undefined
      if (!(kid instanceof PDFDict) || !number) return []
      return [
        {
          page: String(kid.get(PDFName.of('Pg'))),
          form: String(kid.get(PDFName.of('Stm'))),
          number: number.asNumber(),
        },
      ]
    })
  })
}

describe('a booklet', () => {
  const opened = async (): Promise<PDFDocument> =>
    PDFDocument.load(await finished(false, true), { updateMetadata: false })

  it('has the last page beside the first, on sides of A4', async () => {
    const booklet = await opened()
    expect(booklet.getPages().map((page) => page.getSize())).toEqual(
      Array.from({ length: 2 }, () => ({ width: 841.89, height: 595.28 })),
    )
    const { destinations } = await readPdf(await finished(false, true), null)
    expect(Object.fromEntries(destinations)).toEqual({ s1: 2, s2: 2, bölmə: 1 })
  })

  it('keeps every tag, and leads it to its content', async () => {
    const [pages, booklet] = [
      contentIn(await PDFDocument.load(await printed(), { updateMetadata: false })),
      contentIn(await opened()),
    ]
    expect(pages.length).toBeGreaterThan(5)
    expect(booklet.map(({ number }) => number)).toEqual(pages.map(({ number }) => number))
    // A page has become a form of a side, and all of its content with it.
    const formOf = new Map(pages.map(({ page }, at) => [page, booklet[at]?.form]))
    expect(booklet.map(({ form }) => form)).toEqual(pages.map(({ page }) => formOf.get(page)))
    expect(new Set(formOf.values()).size).toBe(new Set(pages.map(({ page }) => page)).size)
    const { context } = await opened()
    for (const { form } of booklet) {
      const stream = context.lookup(PDFRef.of(Number.parseInt(form)))
      expect(String(stream)).toContain('/Subtype /Form')
      expect(String(stream)).toContain('/StructParents')
    }
  })

  it('has links and outline that lead to its sides, and no page of before', async () => {
    const booklet = await opened()
    const sides = booklet.getPages()
    const refs = new Set(sides.map(({ ref }) => String(ref)))
    const objects = booklet.context.enumerateIndirectObjects()
    const kept = objects.filter(
      ([, value]) => value instanceof PDFDict && value.get(PDFName.of('Type')) === PDFName.of('Page'),
    )
    expect(new Set(kept.map(([ref]) => String(ref)))).toEqual(refs)
    const targets = objects.flatMap(([, value]) => {
      const target = value instanceof PDFDict ? value.get(PDFName.of('Dest')) : undefined
      return target instanceof PDFArray ? [String(target.get(0))] : []
    })
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((target) => !refs.has(target))).toEqual([])
    const links = sides.flatMap(({ node }) => node.Annots()?.asArray() ?? [])
    expect(links).toHaveLength(3)
  })

  it.skipIf(!qpdf)('is sound in the eyes of another program', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'x.pdf')
      await writeFile(path, await finished(false, true))
      expect(spawnSync('qpdf', ['--check', path]).status).toBe(0)
    }),
  )
})
