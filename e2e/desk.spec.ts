// The desk: the first screen answers before a key is pressed.
import { expect, searchField, test } from './app.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
  { width: 360, height: 740 },
  { width: 320, height: 200 },
]

test('the number to call is on the screen at every width, without a key and without scrolling', async ({
  win,
  open,
}) => {
  for (const language of ['English', 'Azərbaycanca', 'Русский']) {
    await win.setViewportSize({ width: 1280, height: 800 })
    await open('#/settings')
    await win.getByRole('radio', { name: language }).check()
    for (const size of sizes) {
      await win.setViewportSize(size)
      await open('#/')
      const number = win.locator('.desk-value')
      await expect(number).toHaveText('152')
      // The desk is drawn again while the page takes another language.
      const foot = async (): Promise<number> => {
        const box = await number.boundingBox()
        return box ? box.y + box.height : Infinity
      }
      await expect.poll(foot, `${language}, ${size.width}`).toBeLessThanOrEqual(size.height)
    }
  }
})

test('a need shows its answer in place with one click, and closes with another', async ({ win }) => {
  const need = win.locator('.needs').getByRole('button').first()
  await need.click()
  await expect(need).toHaveAttribute('aria-expanded', 'true')
  await expect(win.locator('.need-answer')).toContainText(/20\d\d/)
  await expect(need).toBeFocused()
  await need.click()
  await expect(win.locator('.need-answer')).toBeHidden()
})

test('a search that finds nothing shows the desk', async ({ win }) => {
  await searchField(win).fill('qqqqqqqq')
  await expect(win.locator('.search-place .desk-value')).toHaveText('152')
})

test('“It answered” writes the day, and the day is kept only if the reader says so', async ({
  win,
  open,
  reload,
}) => {
  await open('#/numbers')
  await win.getByRole('button', { name: 'It answered: 152' }).click()
  const first = win.locator('.numbers li').first()
  await expect(first).toContainText(/You called on \d+ \w+ \d{4}; it was answered\./)
  await reload()
  await open('#/numbers')
  await expect(first).toContainText('Not tested by phone.')
  await win.getByRole('button', { name: 'It answered: 152' }).click()
  await win.getByRole('button', { name: 'Keep them' }).click()
  await reload()
  await open('#/')
  await expect(win.locator('.desk-state')).toContainText('You called on')
})

test('the article’s other languages are a step away, at the same section', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/help-numbers/disagreements')
  await win.locator('.language-switch').getByRole('link', { name: 'Русский' }).click()
  await expect(win.locator('article')).toHaveAttribute('lang', 'ru')
  await expect(win.locator('#heading-disagreements')).toBeInViewport()
})
