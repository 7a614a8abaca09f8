// Hide screen: what a person beside the reader can still see.
import { expect, test, type Page } from './app.ts'

const article = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan/assistance-centre?q=shelter'
const ways = {
  'the toolbar button': async (win: Page) =>
    win.getByRole('banner').getByRole('button', { name: 'Hide screen' }).click(),
  'the first tab stop': async (win: Page) => {
    await win.getByRole('button', { name: 'Hide screen' }).first().focus()
    await win.keyboard.press('Enter')
  },
  'Shift three times': async (win: Page) => {
    for (let press = 0; press < 3; press++) await win.keyboard.press('Shift')
  },
}

for (const [way, hide] of Object.entries(ways)) {
  test(`${way} covers the window with a calendar, and coming back leads to Home`, async ({ win, open }) => {
    await open(article)
    await expect(win.getByRole('article')).toBeVisible()
    await hide(win)
    await expect(win.getByRole('heading', { level: 1 })).toHaveText(/^\w+ \d{4}$/)
    const left = await win.evaluate(() => document.body.textContent)
    expect(left).not.toMatch(/trafficking|shelter|Fieldshelf/i)
    expect(await win.title()).toBe('Fieldshelf')
    expect(await win.evaluate(() => CSS.highlights.size)).toBe(0)
    await win.getByRole('button', { name: 'Return' }).click()
    await expect(win.getByRole('heading', { name: 'Latest news summary' })).toBeVisible()
  })
}

test('Shift twice, and Escape, hide nothing', async ({ win, open }) => {
  await open(article)
  await win.keyboard.press('Shift')
  await win.keyboard.press('Shift')
  await win.keyboard.press('Escape')
  await win.keyboard.press('Shift')
  await expect(win.getByRole('article')).toBeVisible()
})

test('whoever does not want it can switch it off', async ({ win, open }) => {
  await open('#/settings')
  await win.getByRole('checkbox', { name: /Offer Hide screen/ }).uncheck()
  await expect(win.getByRole('button', { name: 'Hide screen' })).toHaveCount(0)
  for (let press = 0; press < 3; press++) await win.keyboard.press('Shift')
  await expect(win.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})
