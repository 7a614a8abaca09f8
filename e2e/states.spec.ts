// Empty, loading and error states: each in words, with what can be done next. The table in docs/accessibility.md names
// the specs of the others.
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, searchField, test, type Page } from './app.ts'
import { article, filesOf, pack, writeSealed } from './hostilepacks.ts'

const root = resolve(import.meta.dirname, '..')
const lead = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan'

test('the first start says what to do and asks for the language, once', async ({ launch }) => {
  const first = await launch()
  const start = first.page.getByRole('region', { name: 'First start' })
  await expect(start).toContainText('Type a word, or open a section.')
  await start.getByRole('button', { name: 'Русский' }).click()
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(first.page.locator('.first-start')).toHaveCount(0)
  await first.close()
  const second = await launch({ profile: first.profile })
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(second.page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await expect(second.page.locator('.first-start')).toHaveCount(0)
})

test('the words of the first start go when they are closed or left, return at the next start, and leave nothing on disk', async ({
  launch,
}) => {
  const first = await launch()
  const start = first.page.getByRole('region', { name: 'First start' })
  await start.getByRole('button', { name: 'Close' }).click()
  await expect(start).toHaveCount(0)
  await expect(searchField(first.page)).toBeFocused()
  await first.close()
  expect(readdirSync(first.profile).filter((name) => name.startsWith('settings'))).toEqual([])

  const second = await launch({ profile: first.profile })
  await expect(second.page.getByRole('region', { name: 'First start' })).toBeVisible()
  await second.page.getByRole('link', { name: 'Contents', exact: true }).click()
  await expect(second.page.getByRole('heading', { level: 1, name: 'Contents' })).toBeVisible()
  await second.page.getByRole('link', { name: 'Home', exact: true }).click()
  await expect(second.page.getByRole('heading', { name: 'Latest news summary' })).toBeVisible()
  await expect(second.page.getByRole('region', { name: 'First start' })).toHaveCount(0)
})

test('an empty search offers words worth trying, and keeps none that were typed', async ({ win, open }) => {
  await searchField(win).fill('shelter')
  await searchField(win).fill('')
  await expect(win.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
  const examples = win.getByRole('main').getByRole('listitem')
  await expect(examples).toHaveCount(6)
  for (const example of await examples.allTextContents()) {
    await open(`#/search?q=${encodeURIComponent(example)}`)
    await expect(win.locator('.hits .hit').first()).toBeVisible()
  }
})

test('nothing left by the filters is said, and one button takes them off', async ({ win, open }) => {
  await open('#/search?q=hotline&year=1950')
  await expect(win.getByRole('heading', { level: 1 })).toHaveText('Nothing found for “hotline”.')
  await win.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(win.locator('.hits .hit').first()).toBeVisible()
})

/** Holds back what the page reads of the library from now on; gives the way to let it through. */
async function holdBack(win: Page): Promise<() => Promise<void>> {
  await win.evaluate(() => {
    const fetchNow = window.fetch.bind(window)
    const gate = new Promise<void>((open) => Object.assign(window, { letThrough: open }))
    window.fetch = async (...wanted) => {
      await gate
      return fetchNow(...wanted)
    }
  })
  return () => win.evaluate(() => (window as unknown as { letThrough: () => void }).letThrough())
}

test('a text that is quick to come shows no waiting; one that is slow says so after a moment, and moves nothing else', async ({
  win,
  open,
}) => {
  await open('#/contents')
  await expect(win.getByRole('heading', { level: 1, name: 'Contents' })).toBeFocused()
  const edges = () =>
    win.evaluate(() =>
      [...document.querySelectorAll('.toolbar, .toolbar *, .rail, main')].map((element) => {
        const { left, right } = element.getBoundingClientRect()
        return [left, right]
      }),
    )
  const before = await edges()
  const letThrough = await holdBack(win)
  const shownAfter = await win.evaluate(async (hash) => {
    const started = performance.now()
    location.hash = hash
    return new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.opening p')) return
        observer.disconnect()
        resolve(performance.now() - started)
      }).observe(document.body, { childList: true, subtree: true })
    })
  }, `${lead}/assistance-centre`)
  expect(shownAfter).toBeGreaterThanOrEqual(300)
  await expect(win.getByRole('status').filter({ hasText: 'Opening…' })).toBeAttached()
  await expect(win.locator('.opening-lines span')).toHaveCount(3)
  expect(await edges()).toEqual(before)
  await letThrough()
  await expect(win.locator('.section-heading:focus')).toContainText('Assistance Centre')
  await expect(win.locator('.opening')).toHaveCount(0)
})

test('an article that was read comes back without any waiting shown', async ({ win, open }) => {
  await open(lead)
  await win.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (document.querySelector('.opening p')) seen.push('opening')
    }).observe(document.body, { childList: true, subtree: true })
  })
  await open('#/contents')
  await open(lead)
  await expect(win.getByRole('heading', { level: 1, name: 'Human trafficking in Azerbaijan' })).toBeVisible()
  expect(await win.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([])
})

test('a pack whose index is damaged is named, with what still works and what to do', async ({ launch }) => {
  const folder = copyApp()
  const articles = [article('a')]
  writeSealed(join(folder, 'out/library'), 'unsearched', filesOf(pack('unsearched', articles), articles))
  const { page } = await launch({ appPath: folder })
  await searchField(page).fill('shelter')
  await expect(page.getByRole('alert').filter({ hasText: 'unsearched' })).toHaveText(
    'Search is not available in “unsearched”: its index is damaged. You can still browse and print it. Install Fieldshelf again to search it.',
  )
  await expect(page.locator('.hits .hit').first()).toBeVisible()
  rmSync(folder, { recursive: true })
})

test('a pack whose texts are damaged is named, and its hits are there without their lines', async ({
  launch,
}) => {
  const folder = copyApp()
  const texts = Buffer.from('no texts')
  const manifest = join(folder, 'out/library/trafficking-azerbaijan/manifest.json')
  const listed = JSON.parse(readFileSync(manifest, 'utf8')) as { files: Record<string, unknown> }
  listed.files['search/texts.bin'] = {
    bytes: texts.length,
    sha256: createHash('sha256').update(texts).digest('hex'),
  }
  writeFileSync(manifest, JSON.stringify(listed))
  writeFileSync(join(folder, 'out/library/trafficking-azerbaijan/search/texts.bin'), texts)
  const { page } = await launch({ appPath: folder })
  await searchField(page).fill('shelter')
  await expect(page.getByRole('alert').filter({ hasText: 'no lines of text' })).toHaveText(
    /^Results in “.+” show no lines of text, because a file of this pack is damaged\. You can still open them\. Install Fieldshelf again to see the lines\.$/,
  )
  await expect(page.locator('.hits .hit').first()).toBeVisible()
  await expect(page.locator('.hits .snippet')).toHaveCount(0)
  rmSync(folder, { recursive: true })
})

test('an article that can’t be read says so, and leads to the contents', async ({ win, open, tolerate }) => {
  tolerate(/./)
  await open('#/contents')
  await expect(win.locator('.contents-article').first()).toBeVisible()
  await win.evaluate(() => {
    window.fetch = () => Promise.reject(new Error('held'))
  })
  await open('#/read/trafficking-azerbaijan/glossary')
  await expect(win.getByRole('main')).toContainText('This article is damaged and can’t be shown.')
  await expect(win.getByRole('link', { name: 'Browse the contents' })).toBeVisible()
})

test('a library that can’t be read says so, and Settings still open', async ({ launch }) => {
  const folder = copyApp()
  const page = join(folder, 'out/library/trafficking-azerbaijan/manifest.json')
  writeFileSync(page, readFileSync(page, 'utf8').slice(1))
  const shelf = await launch({ appPath: folder })
  await expect(shelf.page.getByRole('alert')).toContainText('Install Fieldshelf again')
  await shelf.page.getByRole('link', { name: 'Settings' }).click()
  await expect(shelf.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  rmSync(folder, { recursive: true })
})

/** The built app in a folder of its own, so that its library can be changed. */
function copyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-app-'))
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/guide', 'out/library'])
    cpSync(join(root, part), join(folder, part), { recursive: true })
  return folder
}
