import { readFile } from 'node:fs/promises'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { read, refusal } from '../../testing/read.ts'

type Piece = { readonly text: string; readonly x?: number; readonly y: number; readonly size?: number }

/** A PDF without tags, its pieces at these places, in points from below. */
async function pdf(...pages: readonly (readonly Piece[])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const pieces of pages) {
    const page = document.addPage([595, 842])
    for (const { text, x = 60, y, size = 11 } of pieces) page.drawText(text, { x, y, size, font })
  }
  return await document.save()
}

describe('a PDF', () => {
  it('with tags keeps its headings, links, lists and tables', async () => {
    const bytes = new Uint8Array(await readFile(new URL('tagged.pdf', import.meta.url)))
    const { title, markdown } = await read('a.pdf', bytes)
    expect(title).toBe('The well of the village')
    expect(markdown).toBe(
      'The old well was opened again in May, after the families had waited for a year and more than that, and the water is tested each month. See [the mill](https://example.org/mill) for more.\n\n## Water\n\nIt is cold.\n\n- one\n  - inner\n- two\n\n1. first\n\nTable: Calls\n\n| Year | Calls |\n| ---- | ----- |\n| 2019 | 7     |\n\n## Rope\n\nIt is long.\n',
    )
  })

  it('without tags has headings by size, paragraphs by gaps, and lists by their signs', async () => {
    const { title, markdown } = await read(
      'a.pdf',
      await pdf([
        { text: 'The well of the village', y: 780, size: 20 },
        { text: 'The old well was opened again in May, after the fami-', y: 740 },
        { text: 'lies had waited for a year. All families were there.', y: 726 },
        { text: 'It is deep.', y: 698 },
        { text: 'Water', y: 660, size: 15 },
        { text: 'It is tested each month, and it is cold in summer.', y: 640 },
        { text: '• one', y: 612 },
        { text: '• two', y: 598 },
      ]),
    )
    expect(title).toBe('The well of the village')
    expect(markdown).toBe(
      'The old well was opened again in May, after the families had waited for a year. All families were there.\n\nIt is deep.\n\n## Water\n\nIt is tested each month, and it is cold in summer.\n\n- one\n- two\n',
    )
  })

  it('loses what each page repeats, and joins a paragraph over the end of a page', async () => {
    const frame = (number: number, ...pieces: readonly Piece[]): readonly Piece[] => [
      { text: 'Report of the committee', y: 810 },
      ...pieces,
      { text: `Page ${number}`, y: 30 },
    ]
    const { markdown, remarks } = await read(
      'a.pdf',
      await pdf(
        frame(1, { text: 'The families had waited for', y: 700 }),
        frame(2, { text: 'a year and a day.', y: 700 }),
        frame(3, { text: 'It is deep.', y: 700 }),
      ),
    )
    expect(markdown).toBe('The families had waited for a year and a day.\n\nIt is deep.\n')
    expect(remarks.map(({ words }) => words)).toEqual(['Report of the committee Page 1 Page 2 Page 3'])
  })

  it('keeps the lines of a table as they lie, and asks a person', async () => {
    const { markdown, remarks } = await read(
      'a.pdf',
      await pdf([
        { text: 'Year', y: 700 },
        { text: 'Calls', x: 200, y: 700 },
        { text: '2019', y: 686 },
        { text: '7', x: 200, y: 686 },
      ]),
    )
    expect(markdown).toMatch(/^```\nYear +Calls\n2019 +7\n```\n$/)
    expect(remarks.map(({ code }) => code)).toEqual(['table-not-read'])
  })

  it('that is a picture of pages, or is damaged, is refused with a sentence', async () => {
    expect(await refusal('a.pdf', await pdf([]))).toMatch(/picture of pages/)
    expect(await refusal('a.pdf', '%PDF-1.7\nnothing')).toMatch(/damaged/)
  })
})
