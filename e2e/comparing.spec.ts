// A section beside its translation, or beside what the news said of it.
import { expect, test } from './app.ts'

const article = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan/assistance-centre'

test('a section is shown beside its translation, each with its source and date, and so are the next ones', async ({
  win,
  open,
}) => {
  await open(article)
  await expect(win.locator('#heading-assistance-centre')).toBeFocused()
  await win.getByRole('link', { name: 'Side by side: Azərbaycanca' }).click()
  await expect(win.getByRole('heading', { level: 1, name: 'Side by side' })).toBeFocused()
  const [one, other] = [win.locator('.beside-column').nth(0), win.locator('.beside-column').nth(1)]
  await expect(one).toHaveAttribute('lang', 'en')
  await expect(other).toHaveAttribute('lang', 'az')
  await expect(other).toContainText('Yardım Mərkəzi')
  await expect(other).toContainText('not yet been reviewed')
  for (const column of [one, other]) {
    await expect(column.locator('.margin').first()).toContainText('Facts as of')
    // More than four are folded behind their number.
    const sources = column.locator('.margin').first().locator('.margin-sources li, .many-sources summary')
    await expect(sources.filter({ visible: true }).first()).toContainText(/\p{L}{3}/u)
  }
  const tops = await Promise.all([one, other].map(async (column) => (await column.boundingBox())?.y))
  expect(tops[0]).toBe(tops[1])
  // Paragraph by paragraph on one level, though one language is longer.
  const levels = () =>
    win.evaluate(() =>
      [...document.querySelectorAll('.beside-passage')].map((passage) =>
        [...passage.querySelectorAll('section > .text > *')].map((block) =>
          Math.round(
            block.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(block).paddingBlockStart),
          ),
        ),
      ),
    )
  await expect.poll(async () => (await levels())[0]).toEqual((await levels())[1])
  expect((await levels())[0]?.length).toBeGreaterThan(1)
  await win.getByRole('link', { name: 'Next section' }).click()
  await expect(other).not.toContainText('Yardım Mərkəzi: qurbanlar')
  await win.setViewportSize({ width: 900, height: 700 })
  const [above, below] = [await one.boundingBox(), await other.boundingBox()]
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
})

test('an article opens side by side with related news, and a missing section shows a message', async ({
  win,
  open,
}) => {
  await open('#/read/trafficking-azerbaijan/tier-placement')
  await win.getByRole('link', { name: /^Side by side: 2025 US report/ }).click()
  await expect(win.locator('.beside-column').nth(0)).toContainText('Facts as of')
  await expect(win.locator('.beside-column').nth(1)).toContainText('News of 29 September 2025')
  await open('#/beside/trafficking-azerbaijan/tier-placement/lead/nowhere/lead')
  await expect(win.getByRole('heading', { level: 1, name: 'There is no such section' })).toBeVisible()
})
