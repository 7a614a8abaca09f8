// What readers of the bundled pack print most keeps to its pages: on edition 2026-11, where they were too many, and on the pack as it is.
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { decodeArticle } from '../src-library/format/article.ts'
import { findChromium } from '../src-standin/chromium.ts'
import { libraryFrom } from '../src-standin/printing/libraryfolder.ts'
import { openPrinter, type Printer } from '../src-standin/printing/printer.ts'
import { openEdition } from './paper/edition.ts'
import { bundledPack, figuresIn, printedPages, rightsSheet } from './paper/figures.ts'

const out = resolve(import.meta.dirname, '../out')

async function printing(
  library: ReadonlyMap<string, string | Uint8Array>,
  use: (printer: Printer) => Promise<void>,
): Promise<void> {
  const printer = await openPrinter({ page: join(out, 'renderer'), library, chromium: findChromium() })
  await use(printer).finally(() => printer.close())
}

test('edition 2026-11 keeps to its pages', async () => {
  const library = await openEdition()
  await printing(library, async (printer) => {
    // Its rights were longer than a leaf: the preview says what to leave out, and then they fit.
    const { leaf } = await printedPages(printer, rightsSheet('en'))
    expect(leaf?.over).toBeGreaterThan(0)
    const named = new Set(leaf?.leaveOut.map(({ title }) => title))
    const bytes = library.get(`${bundledPack}/articles/rights-and-help.json`)
    const article = decodeArticle(JSON.parse(new TextDecoder().decode(bytes as Uint8Array)))
    const left = (article.ok ? article.value.sections : []).filter(
      ({ heading, title }) => heading.depth === 2 && !named.has(title),
    )
    expect(left.length).toBeGreaterThan(2)
    const rest = rightsSheet('en', [
      'rights-and-help#lead',
      ...left.map(({ anchor }) => `rights-and-help#${anchor}+`),
    ])
    expect(await printedPages(printer, rest)).toMatchObject({ pages: 2, leaf: { over: 0 } })
    const figures = figuresIn(['en'])
      .slice(1)
      .filter(({ name }) => !name.includes('16 pt'))
    for (const { name, most, job } of figures)
      expect((await printedPages(printer, job)).pages, name).toBeLessThanOrEqual(most)
  })
})

test('the pack as it is keeps to its pages', { tag: '@long' }, async () => {
  test.slow()
  await printing(libraryFrom([join(out, 'library', bundledPack)]).files, async (printer) => {
    const figures = figuresIn(['en', 'az', 'ru']).filter(({ name }) => !name.startsWith('Briefing'))
    for (const { name, most, job } of figures)
      expect((await printedPages(printer, job)).pages, name).toBeLessThanOrEqual(most)
  })
})
