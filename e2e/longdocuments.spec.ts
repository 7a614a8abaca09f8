// Very long documents: the first words are there at once, no frame draws more than its share, and nothing is missing.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { highlighted } from './highlights.ts'
import { copyApp } from './appcopy.ts'
import { article, filesOf, pack, section, writeSealed } from './hostilepacks.ts'
import { manyHeadings, manyRows, numbers, paragraph } from './longarticles.ts'

const headings = manyHeadings('Six hundred headings', 600)
const rows = 3000
const table = manyRows('A table of three thousand rows', rows)
const list = article('list', {
  title: 'A list of two thousand items',
  sections: [
    section('lead', {
      blocks: [
        { kind: 'list', ordered: true, start: 1, items: numbers(2000).map((n) => [paragraph(`Item ${n}`)]) },
      ],
    }),
  ],
})

let folder = ''
test.beforeAll(() => {
  folder = copyApp(['out/guide', 'out/library']).folder
  const articles = [headings, table, list]
  writeSealed(join(folder, 'out/library'), 'long', filesOf(pack('long', articles), articles))
})
test.afterAll(() => rmSync(folder, { recursive: true }))

/** The most elements that one frame added from now on. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { most: 0, all: 0 }
    let added = 0
    const next = (): void => {
      seen.most = Math.max(seen.most, added)
      seen.all += added
      added = 0
      requestAnimationFrame(next)
    }
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element) added += 1 + node.querySelectorAll('*').length
    }).observe(document.body, { childList: true, subtree: true })
    requestAnimationFrame(next)
    Object.assign(globalThis, { framesSeen: seen })
  })
const framesSeen = (page: Page): Promise<{ most: number; all: number }> =>
  page.evaluate(() => (globalThis as unknown as { framesSeen: { most: number; all: number } }).framesSeen)

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

const topOf = (page: Page, anchor: string): Promise<number> =>
  page.locator(`#heading-${anchor}`).evaluate((heading) => heading.getBoundingClientRect().top)

/** The share of one frame: an article’s first piece, or a few pieces after it. */
const mostOfAFrame = 4000
/** How long it takes is not what is tested: other programs may be busy. */
const allDrawn = { timeout: 120_000 }

test('a long article is drawn piece by piece, and all of it', async ({ launch }) => {
  test.setTimeout(400_000)
  const { page } = await launch({ appPath: folder })
  for (const [id, selector, count] of [
    ['headings', '.article-text > section', 601],
    ['table', '.article-text tbody tr', rows],
    ['list', '.article-text ol > li', 2000],
  ] as const) {
    await goTo(page, '#/contents')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await watchFrames(page)
    await goTo(page, `#/read/long/${id}`)
    await expect(page.locator(selector)).toHaveCount(count, allDrawn)
    const { most, all } = await framesSeen(page)
    expect(all).toBeGreaterThan(count)
    expect(most, id).toBeLessThan(mostOfAFrame)
  }
})

test('a link into a long article leads to its section, Back returns to it, and a step rebuilds nothing', async ({
  launch,
}) => {
  test.setTimeout(400_000)
  const { page } = await launch({ appPath: folder })
  const sections = page.locator('.article-text > section')
  await goTo(page, '#/read/long/headings/s450')
  await expect(page.locator('#heading-s450')).toBeFocused()
  await expect(sections).toHaveCount(601, allDrawn)
  await expect.poll(() => topOf(page, 's450')).toBeLessThan(160)
  expect(await topOf(page, 's450')).toBeGreaterThan(0)

  await sections.first().evaluate((element) => (element.dataset['known'] = 'yes'))
  await goTo(page, '#/read/long/headings/s40')
  await expect(page.locator('#heading-s40')).toBeFocused()
  await expect.poll(() => topOf(page, 's40')).toBeLessThan(160)
  await expect(sections.first()).toHaveAttribute('data-known', 'yes')

  await page.evaluate(() => window.scrollBy(0, 3000))
  await page.locator('.article-contents a[data-anchor="s40"]').click()
  await expect.poll(() => topOf(page, 's40')).toBeLessThan(160)

  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Contents' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.evaluate(() => history.back())
  await expect(sections).toHaveCount(601, allDrawn)
  await expect.poll(async () => Math.abs((await topOf(page, 's40')) - 120)).toBeLessThan(160)
})

test(
  'Find counts every place of a long article, and goes to the last',
  { tag: '@long' },
  async ({ launch }) => {
    test.setTimeout(400_000)
    const { page } = await launch({ appPath: folder })
    for (const [id, count] of [
      ['headings', 600],
      ['table', rows],
    ] as const) {
      await goTo(page, `#/read/long/${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await page.keyboard.press('Control+f')
      const bar = page.getByRole('search', { name: 'Find in this page' })
      await bar.getByRole('textbox').fill('needle')
      await expect(bar.locator('.marks-count')).toHaveText(`1 of ${count}`, allDrawn)
      await page.keyboard.press('Shift+Enter')
      await expect(bar.locator('.marks-count')).toHaveText(`${count} of ${count}`)
      await expect
        .poll(() =>
          page.evaluate(() => {
            const [current] = CSS.highlights.get('found-current') ?? []
            const box = (current as Range | undefined)?.getBoundingClientRect()
            return box !== undefined && box.top > 0 && box.bottom < window.innerHeight
          }),
        )
        .toBe(true)
      expect((await highlighted(page, 'found')).length).toBe(count)
      await page.keyboard.press('Escape')
    }
  },
)
