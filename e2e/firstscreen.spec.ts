// What the first screen loads: these files and no others, and no more bytes than an old laptop reads at once.
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, needsMain, test } from './app.ts'

const renderer = resolve(import.meta.dirname, '../out/renderer')

/** Without the fingerprint that the build gives each file. */
const plain = (name: string): string => name.replace(/-[\w-]{8}(?=\.\w+$)/, '')

test('Home in English loads the page, the search worker, and five faces of two fonts', async ({
  win,
  app,
}) => {
  needsMain(app)
  await expect(win.getByRole('heading', { name: 'Latest news summary' })).toBeVisible()
  await win.evaluate(() => document.fonts.ready)
  const loaded = await win.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const assets = loaded.filter((path) => path.includes('/assets/')).map((path) => path.slice(1))
  const kinds = (ending: string): string[] => [
    ...new Set(
      assets.filter((path) => path.endsWith(ending)).map((path) => plain(path.replace(/^assets\//, ''))),
    ),
  ]
  expect(kinds('.woff2').sort()).toEqual([
    'literata-latin-400-normal.woff2',
    'literata-latin-700-normal.woff2',
    'noto-sans-latin-400-normal.woff2',
    'noto-sans-latin-600-normal.woff2',
    'noto-sans-latin-700-normal.woff2',
  ])
  for (const name of kinds('.js'))
    expect(name, 'no catalogue, PDF reader or print view').not.toMatch(/^(az|ru|pdf|print|marks)/)
  const bytes = (paths: readonly string[]): number =>
    [...new Set(paths)].reduce((sum, path) => sum + readFileSync(join(renderer, path)).length, 0)
  const budget = { scripts: 420_000, sheets: 60_000, fonts: 100_000 }
  expect(bytes(assets.filter((path) => path.endsWith('.js')))).toBeLessThan(budget.scripts)
  expect(bytes(assets.filter((path) => path.endsWith('.css')))).toBeLessThan(budget.sheets)
  expect(bytes(assets.filter((path) => path.endsWith('.woff2')))).toBeLessThan(budget.fonts)
})

test('another language loads its own catalogue alone, and the letters it needs', async ({
  win,
  open,
  app,
}) => {
  needsMain(app)
  await open('#/settings')
  await win.getByRole('radio', { name: 'Русский' }).check()
  await expect(win.getByRole('heading', { level: 1, name: 'Настройки' })).toBeVisible()
  await win.evaluate(() => document.fonts.ready)
  const loaded = await win.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname.split('/').at(-1) ?? ''),
  )
  const names = new Set(loaded.map(plain))
  expect(names).toContain('ru.js')
  expect(names).toContain('noto-sans-cyrillic-400-normal.woff2')
  expect(names).not.toContain('az.js')
})

test('the PDF reader is a file of its own, larger than all that the first screen loads', () => {
  const files = readdirSync(join(renderer, 'assets'))
  const size = (start: string): number =>
    files
      .filter((file) => file.startsWith(start))
      .reduce((sum, file) => sum + readFileSync(join(renderer, 'assets', file)).length, 0)
  expect(size('pdf')).toBeGreaterThan(1_000_000)
  expect(size('index')).toBeLessThan(200_000)
})
