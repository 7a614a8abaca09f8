// The page as a language would have it that runs from right to left, in the pseudo-locale of src-renderer/messages.
import { expect, test, type Page } from './app.ts'
import { nothingScrollsSideways } from './sideways.ts'

const article = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan'

test.use({ session: { 'fieldshelf.pseudolocale': 'on' } })
test.beforeEach(async ({ win }) => {
  await expect(win.locator('html')).toHaveAttribute('dir', 'rtl')
})

const box = async (win: Page, selector: string) => {
  const found = await win.locator(selector).first().boundingBox()
  if (!found) throw new Error(`${selector} is not drawn`)
  return { left: found.x, right: found.x + found.width }
}

for (const width of [1280, 900, 360, 320])
  test(
    `no screen is wider than its window of ${width} pixels`,
    { tag: width > 400 ? '@long' : [] },
    async ({ win, open }) => {
      await win.setViewportSize({ width, height: 800 })
      await nothingScrollsSideways(win, open)
    },
  )

test('parts at the start of a line are on the right: places, contents, margins, the panel', async ({
  win,
  open,
}) => {
  await open(`${article}/assistance-centre`)
  const main = await box(win, 'main')
  expect((await box(win, '.rail')).left).toBeGreaterThanOrEqual(main.right)
  expect((await box(win, '.brand')).left).toBeGreaterThan((await box(win, '.tools')).right)
  const text = await box(win, '.article-text .text')
  expect((await box(win, '.article-contents')).left).toBeGreaterThanOrEqual(text.right)
  expect((await box(win, '.section .margin')).right).toBeLessThanOrEqual(text.left)
  await win.locator('#appearance-button').click()
  expect((await box(win, '.appearance-panel')).left).toBe(0)
})

test('arrows that point along the line are mirrored, others are not', async ({ win }) => {
  const scaleOf = (selector: string): Promise<string> =>
    win
      .locator(selector)
      .first()
      .evaluate((icon) => getComputedStyle(icon).scale)
  expect(await scaleOf('.history button:first-child .icon')).toBe('-1 1')
  expect(await scaleOf('.history button:last-child .icon')).toBe('-1 1')
  expect(await scaleOf('.search-field .icon')).toBe('none')
})

test('a passage runs as its own language does', async ({ win, open }) => {
  await open(article)
  const text = win.locator('.article-text .text').first()
  expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
  const arabic = await text.evaluate((element) => {
    element.setAttribute('lang', 'ar')
    return getComputedStyle(element).direction
  })
  expect(arabic).toBe('rtl')
})

test('the preview draws a page as it is on paper', async ({ win, open }) => {
  await open('#/print/trafficking-azerbaijan/human-trafficking-in-azerbaijan/assistance-centre')
  const sheet = win.locator('canvas.sheet').first()
  await expect(sheet).toBeAttached()
  expect(await sheet.evaluate((canvas) => getComputedStyle(canvas).direction)).toBe('ltr')
})

test('every word of the interface comes from a catalogue', async ({ win, open }) => {
  for (const hash of [
    '#/',
    '#/contents',
    '#/search',
    '#/list',
    '#/settings',
    '#/kept',
    '#/about',
    `#/print/${article.slice('#/read/'.length)}/assistance-centre`,
  ]) {
    await open(hash)
    // The words on the page come after its picture, for readers who can't see that.
    if (hash.startsWith('#/print')) await expect(win.locator('.pages section p').first()).not.toBeEmpty()
    const bare = await win.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent?.trim() ?? ''
        const content = node.parentElement?.closest(
          '[lang]:not(html), .home-news, .source-list, .source-address, kbd, .index-list',
        )
        if (/\p{L}{2}/u.test(text) && !text.includes('\u202e') && !content) found.push(text)
      }
      return found
    })
    expect(bare, hash).toEqual([])
  }
})
