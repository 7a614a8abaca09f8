// What leaves an article says where it comes from: copied text, and its sources for a reference manager.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, needsMain, searchField, test, type Page } from './app.ts'

const article = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan'
type App = NonNullable<Parameters<typeof needsMain>[0]>

let folder = ''
test.beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'fieldshelf-sources-'))))
test.afterEach(() => rmSync(folder, { recursive: true }))

const text = (anchor: string): string => `section[data-anchor="${anchor}"] .text > p`

/**
 * Selects from one element to another and presses the keys for copying. Gives what the page put in
 * place of the selection; null where it left the copying to the browser.
 */
async function copyFrom(win: Page, from: string, to = from): Promise<string | null> {
  await expect(win.locator(to).first()).toBeVisible()
  await win.evaluate(
    ([first, last]) => {
      const [start, end] = [first, last].map((selector) => document.querySelector(selector ?? ''))
      if (!start || !end) throw new Error('There is nothing to select.')
      const range = document.createRange()
      range.setStart(start, 0)
      range.setEnd(end, end.childNodes.length)
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
    },
    [from, to],
  )
  return copy(win)
}

async function copy(win: Page): Promise<string | null> {
  type Heard = { copied?: Promise<string | null> }
  await win.evaluate(() => {
    ;(globalThis as Heard).copied = new Promise((resolve) => {
      const hear = (event: ClipboardEvent): void =>
        resolve(event.defaultPrevented ? (event.clipboardData?.getData('text/plain') ?? '') : null)
      window.addEventListener('copy', hear, { once: true })
    })
  })
  await win.keyboard.press('Control+c')
  return win.evaluate(() => (globalThis as Heard).copied ?? null)
}

const said = (win: Page) => win.locator('.said')

test('a copied passage is followed by its section, edition, date and sources', async ({ win, open }) => {
  await open(`${article}/assistance-centre`)
  const copied = (await copyFrom(win, text('assistance-centre'))) ?? ''
  await expect(said(win)).toHaveText('Copied with its source.')
  const [passage = '', citation = ''] = copied.split('\n\n')
  expect(passage).toMatch(/^\S.*\.\[1\]/)
  expect(citation).toMatch(
    /^Human trafficking in Azerbaijan › Assistance Centre .* \(\d+\)\. .+\. Edition \S+\. Facts as of \d+ \w+ \d{4}\.\nSources:\n\[1\] /,
  )
  const marks = new Set(passage.match(/\[\d+\]/g))
  expect(new Set(citation.match(/^\[\d+\]/gm))).toEqual(marks)
  expect(citation.match(/https?:\/\//g)).toHaveLength(marks.size)
})

test('a selection over several sections names each of them', async ({ win, open }) => {
  await open(article)
  const copied = await copyFrom(win, text('assistance-centre'), text('who-is-affected'))
  const sections = await win.locator('section[data-anchor]').evaluateAll((found) => {
    const anchors = found.map((one) => one.getAttribute('data-anchor'))
    return anchors.indexOf('who-is-affected') - anchors.indexOf('assistance-centre') + 1
  })
  expect(copied?.match(/^Human trafficking in Azerbaijan › .*Facts as of/gm)).toHaveLength(sections)
  // Margins hold no text of the article.
  expect(copied).not.toContain('Copy reference')
})

test('everything selected is the article with its sources, and nothing of the window around it', async ({
  win,
  open,
}) => {
  await open(`${article}/assistance-centre`)
  await expect(win.locator(text('assistance-centre')).first()).toBeVisible()
  await win.keyboard.press('Control+a')
  const copied = await copy(win)
  expect(copied).toContain('\n\n1 ')
  expect(copied).not.toContain('Print list')
  expect(copied).not.toContain('In this article')
})

test('a table is copied in rows and cells', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/tier-placement/by-year')
  const copied = await copyFrom(win, 'section[data-anchor="by-year"] table tbody')
  expect(copied).toMatch(/^2007\t[^\t\n]+\t/)
  expect(copied).toMatch(/\n2008\t/)
})

test('a copied table keeps every cell, and has its sources in a column and as an HTML table', async ({
  win,
  open,
}) => {
  await open('#/read/trafficking-azerbaijan/victims-in-figures')
  await win.evaluate(() =>
    window.addEventListener('copy', (event) => {
      Object.assign(window, { html: event.clipboardData?.getData('text/html') })
    }),
  )
  const copied = (await copyFrom(win, '.article-text figure table')) ?? ''
  const rows = copied.split('\n\n')[0]?.split('\n') ?? []
  const cells = rows.map((row) => row.split('\t').length)
  expect(rows.length).toBeGreaterThan(8)
  expect(new Set(cells).size).toBe(1)
  expect(rows[0]).toMatch(/\tSource$/)
  for (const row of rows.slice(1)) expect(row).toMatch(/\t(\[\d+\])+$/)
  expect(rows.join('\n')).not.toMatch(/\d\[/)
  const html = await win.evaluate(() => (window as unknown as { html: string }).html)
  expect(html.match(/<tr>/g)).toHaveLength(rows.length)
})

test('a few words are copied unchanged, and so is a selection elsewhere', async ({ win, open }) => {
  await open(`${article}/assistance-centre`)
  expect(await copyFrom(win, 'section[data-anchor="assistance-centre"] h2 .number')).toBeNull()
  expect(await copyFrom(win, '.source-list li')).toBeNull()
  await searchField(win).fill('a longer query than any name or number that is copied')
  await open(`${article}/assistance-centre`)
  await win.keyboard.press('Control+k')
  await expect(searchField(win)).toBeFocused()
  await win.keyboard.press('Control+a')
  expect(await copy(win)).toBeNull()
  await expect(said(win)).toHaveText('')
})

test('a setting leaves the source out of copied text', async ({ win, open }) => {
  await open('#/settings')
  await win.getByRole('checkbox', { name: /^Add the source to text/ }).uncheck()
  await open(`${article}/assistance-centre`)
  expect(await copyFrom(win, text('assistance-centre'))).toBeNull()
})

/** Answers the save dialog; gives the name it proposed. */
async function saveAs(app: App, file: string): Promise<() => Promise<string>> {
  await app.evaluate(({ dialog }, filePath) => {
    const asked = globalThis as { proposed?: string }
    dialog.showSaveDialog = ((...given: { defaultPath?: string }[]) => {
      asked.proposed = given.at(-1)?.defaultPath ?? ''
      return Promise.resolve({ canceled: false, filePath })
    }) as typeof dialog.showSaveDialog
  }, file)
  return () => app.evaluate(() => (globalThis as { proposed?: string }).proposed ?? '')
}

test('the sources of an article are saved for a reference manager, under a name that tells nothing', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await open(article)
  const listed = win.locator('.source-list > li')
  await expect(listed.first()).toBeAttached()
  const json = join(folder, 'mine.json')
  const proposed = await saveAs(app, json)
  await win.getByRole('button', { name: 'Save as CSL-JSON' }).click()
  await expect(said(win)).toContainText('mine.json')
  expect(basename(await proposed())).toBe('sources-1.json')
  const items = JSON.parse(readFileSync(json, 'utf8')) as { title: string; URL?: string }[]
  expect(items).toHaveLength(await listed.count())
  await expect(listed.first()).toContainText(items[0]?.title ?? '-')
})

test('the sources of the print list are saved as RIS, each once', async ({ app, win, open }) => {
  needsMain(app)
  for (const anchor of ['assistance-centre', 'centre-child']) {
    await open(`${article}/${anchor}`)
    await win
      .locator(`section[data-anchor="${anchor}"]`)
      .getByRole('button', { name: /^Add to list/ })
      .click()
  }
  await open('#/list')
  const ris = join(folder, 'mine.ris')
  await saveAs(app, ris)
  await win.getByRole('button', { name: 'Save as RIS' }).click()
  await expect(said(win)).toContainText('mine.ris')
  const saved = readFileSync(ris, 'utf8')
  expect(saved).toMatch(/^TY {2}- \w+\r\n/)
  const addresses = saved.match(/^UR {2}- .*$/gm) ?? []
  expect(addresses.length).toBeGreaterThan(0)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('the sources of one section are saved for a reference manager, and no others', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  const path = join(folder, 'sources.ris')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await open('#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan/assistance-centre')
  const margin = win.getByRole('complementary', { name: /Assistance Centre/ }).first()
  const names = await margin.locator('.source-name').count()
  await margin.getByText('Save sources', { exact: true }).click()
  await margin.getByRole('button', { name: 'Save as RIS…' }).click()
  await expect(win.getByRole('status').filter({ hasText: 'Saved as' })).toBeAttached()
  expect(readFileSync(path, 'utf8').match(/^TY {2}- /gm)).toHaveLength(names)
})
