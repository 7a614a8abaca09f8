// What the first screen loads: these files and no others, and no more bytes than an old laptop reads at once.
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, needsMain, test, withIdleWork, type Page } from './app.ts'

const renderer = resolve(import.meta.dirname, '../out/renderer')

/** Without the fingerprint that the build gives each file. */
const plain = (name: string): string => name.replace(/-[\w-]{8}(?=\.\w+$)/, '')

/** The files of the page that it has loaded so far, by their plain names. */
async function loaded(win: Page): Promise<string[]> {
  const addresses = await win.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  return [...new Set(addresses.filter((path) => path.includes('/assets/')).map((path) => path.slice(1)))]
}

const bytes = (paths: readonly string[], ending: string): number =>
  paths
    .filter((path) => path.endsWith(ending))
    .reduce((sum, path) => sum + readFileSync(join(renderer, path)).length, 0)

const names = (paths: readonly string[], ending: string): string[] =>
  paths.filter((path) => path.endsWith(ending)).map((path) => plain(path.replace(/^assets\//, '')))

/** Files of the page that the first screen does without. */
const isLater =
  /^(directanswers|Reading|Second|aids|HomeBookmarks|BookmarkItem|besideclicks|kept|settings|Contents|FindBar|AppearancePanel|ShortcutSheet|KeepQuestion|Print|PickBar|collectmany|Evidence|List|listkeeping|Settings|Kept|LeftOutPacks|Packs|packs|Making|making|Changes|comparison|following|Beside|About)/

test('Home in English loads the page, the search worker, and five faces of two fonts', async ({
  win,
  reload,
  app,
}) => {
  needsMain(app)
  // A page that never rests reads nothing ahead: all that it loads is the first screen's.
  await win.addInitScript(() => {
    if (sessionStorage.getItem('restless')) globalThis.requestIdleCallback = () => 0
  })
  await win.evaluate(() => sessionStorage.setItem('restless', 'yes'))
  await reload()
  await expect(win.getByRole('heading', { name: 'Latest news summary' })).toBeVisible()
  await expect(win.locator('.home-news .text')).toBeVisible()
  await win.evaluate(() => document.fonts.ready)
  const first = await loaded(win)
  expect(names(first, '.woff2').sort()).toEqual([
    'literata-latin-400-normal.woff2',
    'literata-latin-700-normal.woff2',
    'noto-sans-latin-400-normal.woff2',
    'noto-sans-latin-600-normal.woff2',
    'noto-sans-latin-700-normal.woff2',
  ])
  for (const name of [...names(first, '.js'), ...names(first, '.css')]) {
    expect(name, 'no catalogue, PDF reader or print view').not.toMatch(/^(az|ru|pdf|print|marks)/)
    expect(name, 'no other place').not.toMatch(isLater)
  }
  // The page holds the desk, its answers, and hits with their rows; the stemmers, 64 KB, stay out of it.
  const budget = { page: 250_000, search: 160_000, sheets: 60_000, fonts: 100_000 }
  const isSearch = (path: string): boolean => path.startsWith('assets/worker')
  expect(
    bytes(
      first.filter((path) => !isSearch(path)),
      '.js',
    ),
  ).toBeLessThan(budget.page)
  expect(bytes(first.filter(isSearch), '.js')).toBeLessThan(budget.search)
  expect(bytes(first, '.css')).toBeLessThan(budget.sheets)
  expect(bytes(first, '.woff2')).toBeLessThan(budget.fonts)
})

test.describe(() => {
  test.use({ session: withIdleWork })
  test('other places are read ahead once the first screen is at rest, and going there reads nothing more', async ({
    win,
    open,
    reload,
  }) => {
    await reload()
    await expect
      .poll(async () => names(await loaded(win), '.js'))
      .toEqual(
        expect.arrayContaining([expect.stringMatching(/^SettingsPlace/), expect.stringMatching(/^About/)]),
      )
    const ahead = await loaded(win)
    for (const [hash, heading] of [
      ['#/list', 'Print list'],
      ['#/settings', 'Settings'],
      ['#/about', 'About'],
      ['#/kept', 'What is kept'],
    ] as const) {
      await open(hash)
      await expect(win.getByRole('heading', { level: 1, name: heading })).toBeFocused()
    }
    await win.keyboard.press('F1')
    await expect(win.getByRole('dialog', { name: 'Help and keys' })).toBeVisible()
    const scripts = (paths: readonly string[]): string[] =>
      paths.filter((path) => /\.(js|css)$/.test(path)).sort()
    expect(scripts(await loaded(win))).toEqual(scripts(ahead))
  })
})

test('a place whose file can’t be read says so, and the others are there', async ({
  win,
  open,
  reload,
  tolerate,
}) => {
  tolerate(/./)
  const file = /SettingsPlace/
  await win.route(file, (route) => route.abort())
  await reload()
  await open('#/settings')
  await expect(win.getByRole('alert')).toHaveText(/Something went wrong on this page/)
  await open('#/contents')
  await expect(win.getByRole('heading', { level: 1, name: 'Contents' })).toBeFocused()
  await win.unroute(file)
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
