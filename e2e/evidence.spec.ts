// The hits of a search become a sheet of evidence: asked for, previewed, saved.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, needsMain, test, type Page } from './app.ts'
import { readPaper } from './paper/paper.ts'
import { bodyOf } from './paper/textchecks.ts'

let folder = ''
test.beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'fieldshelf-evidence-'))))
test.afterEach(() => rmSync(folder, { recursive: true }))

const pages = (win: Page) => win.locator('.pages section')
/** The engine reads the index again in the print view: on a busy machine that takes its time. */
const drawn = { timeout: 20_000 }

test('the hits are printed with what was asked, when, of which edition, and their sources', async ({
  app,
  win,
  open,
}) => {
  test.slow()
  needsMain(app)
  await open('#/search?q=shelter&kind=encyclopedia')
  const hits = win.locator('.hits .hit')
  await expect(hits.nth(5)).toBeVisible()
  const titles = (await hits.locator('h2').allTextContents()).slice(0, 5)
  await win.getByRole('button', { name: 'Print results' }).click()
  await expect(win.getByRole('heading', { level: 1 })).toContainText('“shelter”')
  await expect(pages(win).first()).toContainText('Search hits: shelter', drawn)

  const file = join(folder, 'sheet.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await win.getByRole('button', { name: 'Save PDF' }).click()
  await expect(win.locator('.said')).toContainText('sheet.pdf')
  const paper = readPaper(readFileSync(file))
  const text = paper.text.replace(/\s+/g, ' ')
  expect(text).toMatch(/Searched for shelter Narrowed to Encyclopedia Order Most relevant/)
  expect(text).toMatch(/Found \d+ sections, of which the first 20 are here/)
  expect(text).toMatch(/Searched in .+, edition 2026-12 Entries .+ Searched on \d+ \w+ \d{4}/)
  expect(text).toMatch(/Entries Facts as of \d+ \w+ \d{4}.*, unless an entry says otherwise/)
  for (const [at, title] of titles.entries()) expect(text).toContain(`${at + 1}. ${title}`)
  expect(text).toContain('20. ')
  expect(text).not.toContain('21. ')
  expect(text.match(/ Sources: (\d|not stated)/g)?.length).toBe(20)
  expect(text).toMatch(/Sources Read on .+ 1 .+https?:\/\//)
  // No hit is cut in two: up to the sources a page after the first begins with one, or with an article.
  const begins = paper.pages.map((page) => bodyOf(page)[0]?.text ?? '')
  const sources = paper.pages.findIndex(({ layout }) => /^\s*Sources\s*$/m.test(layout))
  expect(sources).toBeGreaterThan(1)
  for (const line of begins.slice(1, sources + 1)) expect(line).toMatch(/^(\d+\. |Sources$|\p{Lu})/u)
})

test('as many hits as were chosen are on the sheet', async ({ app, win, open }) => {
  test.slow()
  needsMain(app)
  await open('#/search/print?q=shelter')
  await expect(pages(win).first()).toContainText('the first 20 are here', drawn)
  await win.getByRole('radio', { name: 'First 10' }).check()
  await expect(pages(win).first()).toContainText('the first 10 are here', drawn)
})

test('Ctrl+P prints the hit that has the focus, and without one the hits', async ({ win, open }) => {
  await open('#/search?q=shelter')
  await expect(win.locator('.hits .hit').first()).toBeVisible()
  await win.keyboard.press('Control+p')
  await expect.poll(() => win.evaluate(() => location.hash)).toBe('#/search/print?q=shelter')
  await win.getByRole('button', { name: 'Back' }).click()
  await win.locator('.hits .hit h2 a').first().focus()
  await win.keyboard.press('Control+p')
  await expect.poll(() => win.evaluate(() => location.hash)).toMatch(/^#\/print\//)
})

test('a search that finds nothing says so instead of making a sheet', async ({ win, open }) => {
  await open('#/search/print?q=xyzzyqwv')
  await expect(win.getByRole('heading', { level: 1 })).toContainText('Nothing found')
})
