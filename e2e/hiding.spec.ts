// Hide screen: the things that a person beside the reader can still see.
import { expect, needsMain, searchField, test, type Page } from './app.ts'

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
  test(`A22: ${way} covers the window with a calendar, and coming back leads to Home`, async ({
    win,
    open,
  }) => {
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

test('A22: Shift twice, and Escape, hide nothing', async ({ win, open }) => {
  await open(article)
  await win.keyboard.press('Shift')
  await win.keyboard.press('Shift')
  await win.keyboard.press('Escape')
  await win.keyboard.press('Shift')
  await expect(win.getByRole('article')).toBeVisible()
})

test('a reader who does not want it can switch it off', async ({ win, open }) => {
  await open('#/settings')
  await win.getByRole('checkbox', { name: /Offer Hide screen/ }).uncheck()
  await expect(win.getByRole('button', { name: 'Hide screen' })).toHaveCount(0)
  for (let press = 0; press < 3; press++) await win.keyboard.press('Shift')
  await expect(win.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('A22: hidden, assistive technology finds the calendar and nothing of the library; the titles tell nothing', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  const titles = async () => [
    await win.title(),
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()),
  ]
  await open(article)
  await expect(win.getByRole('article')).toBeVisible()
  for (const title of await titles()) expect(title).not.toMatch(/trafficking|shelter|Assistance/i)
  await ways['Shift three times'](win)
  await expect(win.getByRole('heading', { level: 1 })).toBeFocused()
  const heard = await win.locator('html').ariaSnapshot()
  expect(heard).toMatch(/heading/)
  expect(heard).not.toMatch(/trafficking|shelter|Fieldshelf|Search|Assistance/i)
  expect(await titles()).toEqual(['Fieldshelf', 'Fieldshelf'])
  // Nothing that is pressed in haste brings it back.
  for (const key of ['Escape', 'F1', 'F6', 'Control+k', '/', 'Alt+ArrowLeft', 'Control+f'])
    await win.keyboard.press(key)
  await expect(win.locator('.cover')).toBeVisible()
  expect(await win.locator('html').ariaSnapshot()).toBe(heard)
})

test('A22: it hides what lies over the page too, and what was typed', { tag: '@usb' }, async ({ win }) => {
  await searchField(win).fill('shelter')
  for (const opens of ['Control+f', 'F1']) await win.keyboard.press(opens)
  await expect(win.getByRole('dialog')).toBeVisible()
  for (let press = 0; press < 3; press++) await win.keyboard.press('Shift')
  await expect(win.locator('.cover')).toBeVisible()
  await expect(win.getByRole('dialog')).toHaveCount(0)
  await win.getByRole('button', { name: 'Return' }).click()
  await expect(searchField(win)).toHaveValue('')
  await expect(win.locator('.find-bar, dialog')).toHaveCount(0)
})

test('A22: it is said what it does not hide', async ({ win, open }) => {
  await open('#/settings')
  for (const rest of ['Printed pages', 'saved PDFs', 'the printer’s memory', 'the system’s own lists'])
    await expect(win.getByRole('main')).toContainText(rest)
})
