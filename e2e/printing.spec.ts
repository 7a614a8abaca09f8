// A reader prints: the preview, the file, the printer. The contents of the paper are tested in golden.spec.ts.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { PrintJob } from '../src-library/model/print.ts'
import { expect, needsMain, test } from './app.ts'
import { findChromium } from '../src-standin/chromium.ts'
import { checks } from './paper/checks.ts'
import { chosen, jobOf } from './paper/golden.ts'
import { wayPng } from './paper/goldenfigures.ts'
import { libraryFrom } from '../src-standin/printing/libraryfolder.ts'
import { readPaper, type Paper } from './paper/paper.ts'
import { nothingDrawn, openPrinter } from '../src-standin/printing/printer.ts'

const pack = 'trafficking-azerbaijan'
const section = `#/print/${pack}/human-trafficking-in-azerbaijan/assistance-centre`
const article = `#/print/${pack}/human-trafficking-in-azerbaijan`

let folder = ''
test.beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'fieldshelf-saved-'))))
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The reader's day, which the footer bears. */
function dayOf(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

type App = NonNullable<Parameters<typeof needsMain>[0]>

/** Answers the save dialog with a file; tells what the dialog proposed. */
async function saveAs(app: App, file: string | null): Promise<() => Promise<string>> {
  await app.evaluate(({ dialog }, filePath) => {
    const asked = globalThis as { proposed?: string }
    dialog.showSaveDialog = ((...given: { defaultPath?: string }[]) => {
      asked.proposed = given.at(-1)?.defaultPath ?? ''
      return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
    }) as typeof dialog.showSaveDialog
  }, file)
  return () => app.evaluate(() => (globalThis as { proposed?: string }).proposed ?? '')
}

async function savedPaper(app: App, win: Page, name = 'sheet.pdf'): Promise<Paper> {
  const file = join(folder, name)
  await saveAs(app, file)
  await win.getByRole('button', { name: 'Save PDF' }).click()
  await expect(win.locator('.said')).toContainText(name)
  return readPaper(readFileSync(file))
}

const pages = (win: Page): ReturnType<Page['locator']> => win.locator('.pages section')

test('exactly the section is previewed, in real pages, with its sheets counted', async ({ win, open }) => {
  await open(section)
  await expect(win.getByRole('button', { name: 'Print…' })).toBeFocused()
  await expect(win.getByRole('button', { name: 'Print…' })).toHaveAccessibleDescription(
    /^Print: Assistance Centre/,
  )
  await expect(win.getByText(/^\d+ pages?, \d+ sheets? if double-sided$/)).toBeVisible()
  await expect(pages(win).first()).toContainText('The Assistance Centre for Victims of Human Trafficking')
  await expect(pages(win).first()).not.toContainText('Main Department is the special police unit')
  // The canvas is drawn: it holds ink.
  const inked = (): Promise<boolean> =>
    win
      .locator('.pages canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
          data: [],
        }
        return Array.from(data).some((value, index) => index % 4 === 0 && value < 80)
      })
  await expect.poll(inked).toBe(true)
})

test('the saved PDF keeps the rules of paper, and its metadata tells nothing of the computer', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await open(section)
  const paper = await savedPaper(app, win)
  const given = {
    job: jobOf(['x'], { printedOn: dayOf(new Date()) }),
    title: 'Assistance Centre (Aid Centre): shelter and help for victims',
    language: 'en',
    edition: '2026-12',
    measured: { pages: paper.pages.length, places: {} },
    drawn: { ...nothingDrawn, parts: 1 },
    paper,
    letters: ['sığınacaq', 'İnsan Alveri Qurbanlarına Yardım Mərkəzi'],
  }
  // The others compare the paper with what was drawn, in golden.spec.ts.
  const alone = [
    'P1',
    'P2',
    'P3',
    'P5',
    'P6',
    'P7',
    'P8',
    'P9',
    'P10',
    'P18',
    'P19',
    'P20',
    'P21',
    'P25',
    'P26',
    'P28',
    'P30',
  ]
  for (const { rule, says, find } of checks.filter((check) => alone.includes(check.rule))) {
    expect(find(given), `${rule}: ${says}`).toEqual([])
  }
  expect(paper.outline.map(({ title }) => title)).toContain('Sources')

  // A booklet is printed from its file, and the preview says how.
  await win.getByRole('radio', { name: 'Booklet: A5 on A4' }).check()
  await expect(win.getByText(/on both sides, flipped on the short edge/)).toBeVisible()
  await expect(win.getByRole('button', { name: 'Print…' })).toHaveCount(0)
  await expect(win.getByText('Side 1 of', { exact: false }).first()).toBeVisible()
  const booklet = await savedPaper(app, win, 'booklet.pdf')
  expect(booklet.sides.length % 2).toBe(0)
  expect(booklet.sides.every(({ width, height }) => width > height)).toBe(true)
  expect(booklet.outline.map(({ title }) => title)).toContain('Sources')
})

test('a cover names the organisation, with a logo from a file that is drawn again', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await open(section)
  await win.getByRole('checkbox', { name: 'Cover' }).check()
  const logo = win.getByLabel('Logo on the cover')
  await logo.setInputFiles({
    name: 'bad.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg onload="x()"/>'),
  })
  await expect(win.getByRole('alert')).toContainText('no PNG or JPEG')
  const hidden = Buffer.concat([Buffer.from(wayPng, 'base64'), Buffer.from('hidden words of a camera')])
  await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: hidden })
  await expect(win.getByRole('alert')).toHaveCount(0)
  await win.getByLabel('Organisation on the cover').fill('The house by the river')
  await expect(pages(win).first()).toContainText('The house by the river')
  await expect(win.getByText('May Fieldshelf keep the print list on this computer?')).toBeVisible()
  const paper = await savedPaper(app, win)
  expect(paper.alternatives).toContain('Logo of The house by the river')
  expect(paper.images).toBe(1)
  // Paper for a client would give it away.
  await win.getByRole('radio', { name: /Sheet to take home/ }).check()
  await expect(win.getByLabel('Organisation on the cover')).toHaveCount(0)
  await expect(pages(win).first()).not.toContainText('The house by the river')
})

test(
  'the shell prints the same text as the print view does by itself',
  { tag: '@long' },
  async ({ app, win, open }) => {
    // Two browsers.
    test.slow()
    needsMain(app)
    await open(article)
    await win.getByRole('radio', { name: /Briefing/ }).check()
    await expect(pages(win).nth(0)).toContainText('Contents')
    const paper = await savedPaper(app, win)
    const out = resolve(import.meta.dirname, '../out')
    const printer = await openPrinter({
      page: join(out, 'renderer'),
      library: libraryFrom([join(out, 'library', pack)]).files,
      chromium: findChromium(),
    })
    try {
      const job: PrintJob = {
        ...jobOf([], { preset: 'briefing' }),
        sections: [chosen('human-trafficking-in-azerbaijan', pack)],
        include: {
          cover: false,
          contents: true,
          facts: true,
          sources: true,
          notesArea: false,
          helpNumbers: false,
        },
      }
      const { pdf } = await printer.print(job)
      const undated = (text: string): string => text.replace(/printed \d+ \w+ \d{4}/g, '')
      expect(undated(paper.text)).toBe(undated(readPaper(pdf).text))
    } finally {
      await printer.close()
    }
  },
)

test('the name offered for the file tells nothing of the subject', async ({ app, win, open }) => {
  needsMain(app)
  await open(section)
  const proposed = await saveAs(app, null)
  await win.getByRole('button', { name: 'Save PDF' }).click()
  await expect.poll(async () => basename(await proposed())).toBe('print.pdf')
})

test('cancelling the dialog is no error, and leaves nothing behind', async ({ app, win, open }) => {
  needsMain(app)
  await open(section)
  const proposed = await saveAs(app, null)
  await win.getByRole('button', { name: 'Save PDF' }).click()
  await expect.poll(proposed).not.toBe('')
  await expect(win.getByRole('alert')).toHaveCount(0)
  expect(readdirSync(folder)).toEqual([])
})

test('a place that can’t be written to is said with its remedy', async ({ app, win, open }) => {
  needsMain(app)
  await open(section)
  writeFileSync(join(folder, 'no-folder'), '')
  await saveAs(app, join(folder, 'no-folder', 'sheet.pdf'))
  await win.getByRole('button', { name: 'Save PDF' }).click()
  await expect(win.getByRole('alert')).toContainText('Choose another folder')
})

test('no PDF is left on the disk but the one the reader saved', async ({ app, win, open }) => {
  needsMain(app)
  await open(section)
  await savedPaper(app, win)
  expect(readdirSync(folder)).toEqual(['sheet.pdf'])
  // Other specs check their own papers in folders of this name at the same time.
  const ofSpecs = /(^|[\\/])fieldshelf-paper-/
  const leftovers = readdirSync(tmpdir(), { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      name.endsWith('.pdf') &&
      !name.endsWith('sheet.pdf') &&
      !ofSpecs.test(name) &&
      existsSync(join(tmpdir(), name)),
  )
  expect(leftovers).toEqual([])
})

test('without a printer the reader is told to save a PDF', async ({ win, open, app }) => {
  needsMain(app)
  await open(section)
  await expect(pages(win)).not.toHaveCount(0)
  await win.getByRole('button', { name: 'Print…' }).click()
  await expect(win.getByRole('alert')).toContainText('Save a PDF instead')
})

test('an option makes the pages again', async ({ win, open }) => {
  await open(article)
  await expect(pages(win)).not.toHaveCount(0)
  const before = await pages(win).count()
  await win.getByRole('radio', { name: '18 pt' }).check()
  await expect.poll(() => pages(win).count()).toBeGreaterThan(before)
  await win.getByRole('checkbox', { name: 'List of sources' }).uncheck()
  await expect(win.locator('.pages')).not.toContainText('.gov.az/')
})

test('a sheet to take home bears the reader’s title, says its telling words first and names no source', async ({
  win,
  open,
}) => {
  await open(section)
  await win.getByRole('radio', { name: /Sheet to take home/ }).check()
  await expect(win.getByText('Telling words on this sheet')).toBeVisible()
  await win.getByLabel('Title on paper').fill('Where to go on Monday')
  await win.getByLabel('Title on paper').press('Enter')
  // Two prints, one after the other.
  await expect(pages(win).first()).toContainText('Where to go on Monday', { timeout: 30_000 })
  await expect(win.locator('.pages')).toContainText('ask the person who gave you this sheet')
  await expect(win.locator('.pages')).not.toContainText(
    /Human trafficking in Azerbaijan: a reference|Sources|\.gov\.az/,
  )
  await win.getByRole('checkbox', { name: /^Office copy/ }).check()
  await expect(win.locator('.pages')).toContainText('Office copy, not for handing out')
  // The text of a page is there once the page is near: the sources are on the last.
  await win.locator('.pages').focus()
  await win.keyboard.press('End')
  await expect(win.locator('.pages')).toContainText('dost.gov.az/')
})

test('pages turn by keys and buttons, and the small ones follow', async ({ win, open }) => {
  await open(article)
  await expect(pages(win).nth(3)).toBeAttached()
  await win.locator('.pages').focus()
  await win.keyboard.press('PageDown')
  await expect(win.getByRole('status').filter({ hasText: /^Page 2 of/ })).toBeVisible()
  await win.getByRole('button', { name: 'Next page' }).click()
  await expect(
    win.getByRole('navigation', { name: 'All pages, small' }).locator('[aria-current]'),
  ).toHaveAccessibleName(/^Page 3 of/)
  await win.keyboard.press('End')
  await win.locator('.pages').focus()
  await win.keyboard.press('End')
  await expect(win.getByRole('button', { name: 'Next page' })).toBeDisabled()
  await win.keyboard.press('Home')
  await expect(win.getByRole('button', { name: 'Previous page' })).toBeDisabled()
})

test('pages that were passed are freed, and drawn again on the way back', async ({ win, open }) => {
  await win.setViewportSize({ width: 1280, height: 500 })
  await open(article)
  const first = win.locator('.pages canvas').first()
  const width = (): Promise<number> => first.evaluate((canvas: HTMLCanvasElement) => canvas.width)
  const drawn = (): Promise<boolean> => width().then((pixels) => pixels !== 595)
  await expect.poll(drawn).toBe(true)
  await win.locator('.pages').focus()
  await win.keyboard.press('End')
  await expect.poll(drawn).toBe(false)
  await win.keyboard.press('Home')
  await expect.poll(drawn).toBe(true)
})

test('in a narrow window the pages come first, and the options after them', async ({ win, open }) => {
  await win.setViewportSize({ width: 360, height: 740 })
  await open(section)
  const extent = win.getByText(/^\d+ pages?, \d+ sheets?/)
  await expect(extent).toBeInViewport()
  await expect(pages(win).first()).toBeInViewport()
  const [shown, options] = [
    await win.locator('.pages').boundingBox(),
    await win.locator('.print-options').boundingBox(),
  ]
  expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThanOrEqual(options?.y ?? 0)
  await win.getByRole('button', { name: 'Options' }).click()
  await expect(win.getByRole('radio', { name: /Standard/ })).toBeFocused()
})

test('the pages follow the title as it is typed, say how many there were before, and stay where they are', async ({
  win,
  open,
}) => {
  await open(article)
  await win.getByLabel('Title on paper').pressSequentially('For the desk')
  await expect(pages(win).first()).toContainText('For the desk')
  const scrolled = (): Promise<number> => win.locator('.pages').evaluate(({ scrollTop }) => scrollTop)
  await win.getByLabel('Size of the pages').selectOption('Whole page')
  await win.getByRole('button', { name: 'Next page' }).click()
  await expect(win.locator('.page-turner')).toContainText('Page 2 of')
  const before = await scrolled()
  await win.getByRole('radio', { name: '16 pt' }).check()
  await expect(win.getByText(/^\d+ → \d+ pages, \d+ sheets/)).toBeVisible()
  expect(await scrolled()).toBe(before)
  const page = await pages(win).nth(1).boundingBox()
  const room = await win.locator('.pages').boundingBox()
  expect(page?.height).toBeLessThanOrEqual(room?.height ?? 0)
})

test('a section that is not there is said, and nothing is printed', async ({ win, open }) => {
  await open(`#/print/${pack}/human-trafficking-in-azerbaijan/no-such-section`)
  await expect(win.getByRole('heading', { level: 1 })).toHaveText('There is no such section')
})
