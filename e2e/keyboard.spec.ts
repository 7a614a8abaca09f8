// The whole way from a word to a printed section without a mouse.
import { expect, searchField, test } from './app.ts'

test('a word is found, read and taken to the printer by keyboard alone', async ({ win, open }) => {
  await open('#/')
  await expect(searchField(win)).toBeFocused()
  await win.keyboard.type('shelter')
  await expect(win.locator('.hits .hit').first()).toBeVisible()
  await win.keyboard.press('Enter')
  await expect(win.locator('.hits .hit h2').first().getByRole('link')).toBeFocused()
  await win.keyboard.press('ArrowDown')
  await expect(win.locator('.hits .hit h2').nth(1).getByRole('link')).toBeFocused()
  await win.keyboard.press('ArrowUp')
  await win.keyboard.press('ArrowUp')
  await expect(searchField(win)).toBeFocused()
  await win.keyboard.press('Enter')
  await expect(win.locator('.hits .hit h2').first().getByRole('link')).toBeFocused()
  await win.keyboard.press('Enter')
  // Which section comes first is for the ranking's own tests; it is one about shelters.
  await expect(win.locator('.section-heading:focus')).toHaveText(/shelter/i)
  await win.keyboard.press('Control+p')
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(/Print/)
})

test('the first tab stop hides the screen, the second skips to the text', async ({ win, open }) => {
  await open('#/contents')
  await win.getByRole('navigation', { name: 'Places' }).getByRole('link').first().focus()
  await win.keyboard.press('Shift+Tab')
  await win.keyboard.press('Shift+Tab')
  await expect(win.getByRole('button', { name: 'Hide screen' }).first()).toBeFocused()
  const first = await win.evaluate(() => document.querySelector('a, button, input')?.textContent)
  expect(first).toBe('Hide screen')
  await win.keyboard.press('Tab')
  await expect(win.getByRole('link', { name: 'Skip to the text' })).toBeFocused()
  await win.keyboard.press('Enter')
  await expect(win.locator('#main')).toBeFocused()
})

test('a slash, or Ctrl+K, goes to the search from anywhere; Escape empties it', async ({ win, open }) => {
  await open('#/about')
  await expect(win.getByRole('heading', { level: 1, name: 'About' })).toBeFocused()
  await win.keyboard.press('/')
  await expect(searchField(win)).toBeFocused()
  await win.keyboard.type('law')
  await expect(searchField(win)).toHaveValue('law')
  await win.keyboard.press('Escape')
  await expect(searchField(win)).toHaveValue('')
  await open('#/settings')
  await expect(win.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
  await win.keyboard.press('Control+k')
  await expect(searchField(win)).toBeFocused()
})

test('the keys for the next and previous section walk through an article', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/tier-placement')
  await expect(win.getByRole('heading', { level: 1 })).toBeFocused()
  await win.keyboard.press('Control+ArrowDown')
  await expect(win.locator('.section-heading').first()).toBeFocused()
  await win.keyboard.press('Control+ArrowDown')
  await expect(win.locator('.section-heading').nth(1)).toBeFocused()
  await win.keyboard.press('Control+ArrowUp')
  await expect(win.locator('.section-heading').first()).toBeFocused()
})

test('the keys that print name the section of the link that has the focus', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/tier-placement')
  const contents = win.getByRole('navigation', { name: 'In this article' })
  await contents.getByRole('link', { name: /What Tier 2 means/ }).focus()
  await win.keyboard.press('Control+p')
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(/^Print: What Tier 2 means$/)
  await open('#/search?q=shelter')
  const hit = win.locator('.hits .hit').first().getByRole('heading').getByRole('link')
  const title = await hit.textContent()
  await hit.focus()
  await win.keyboard.press('Control+p')
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(`Print: ${title}`)
})

test('help is a dialog with every key, opened by F1, the menu or the rail, and gives the focus back', async ({
  app,
  win,
  open,
}) => {
  await open('#/about')
  const sheet = win.getByRole('dialog', { name: 'Help and keys' })
  await win.keyboard.press('F1')
  await expect(sheet.getByRole('heading', { name: 'Help and keys' })).toBeFocused()
  for (const keys of ['Ctrl+K', 'Ctrl+P', 'Alt+Left', 'Ctrl+Down', 'F6', 'Shift+F3', '/', 'Shift'])
    await expect(sheet.locator('kbd').getByText(keys, { exact: true })).toBeVisible()
  await win.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(win.getByRole('heading', { level: 1, name: 'About' })).toBeFocused()
  await win.keyboard.press('F1')
  await expect(sheet.getByRole('heading', { name: 'Help and keys' })).toBeFocused()
  // A place that is drawn under the dialog.
  await win.evaluate(() => (location.hash = '#/settings'))
  await expect(win.locator('h1', { hasText: 'Settings' })).toBeAttached()
  await win.keyboard.press('Escape')
  await expect(win.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
  const help = win.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Help' })
  await help.click()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await expect(help).toBeFocused()
  await app?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('shortcuts')?.click())
  if (app) await expect(sheet).toBeVisible()
})

test('A18: the slash is typed in a field, and does nothing once single keys are switched off', async ({
  win,
  open,
}) => {
  await expect(searchField(win)).toBeFocused()
  await win.keyboard.press('/')
  await expect(searchField(win)).toHaveValue('/')
  await open('#/settings')
  await win.getByRole('checkbox', { name: /^Single keys/ }).focus()
  await win.keyboard.press('Space')
  await open('#/about')
  await expect(win.getByRole('heading', { level: 1, name: 'About' })).toBeFocused()
  await win.keyboard.press('/')
  await win.keyboard.press('Control+k')
  await expect(searchField(win)).toBeFocused()
  await expect(searchField(win)).toHaveValue('')
})

test('A18: of the keys without Ctrl, Alt or the command key only the slash is a letter or a sign', async ({
  win,
}) => {
  // In every place a letter alone leaves the page as it is.
  await win.getByRole('heading', { name: 'Latest news summary' }).click()
  const before = await win.evaluate(() => location.hash)
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789.,;-+?') await win.keyboard.press(key)
  expect(await win.evaluate(() => location.hash)).toBe(before)
  await expect(searchField(win)).toHaveValue('')
  await expect(win.getByRole('dialog')).toHaveCount(0)
})

test('F6 goes from pane to pane, and back into each where the reader was', async ({ win, open }) => {
  await open('#/search?q=shelter')
  await expect(searchField(win)).toBeFocused()
  await win.keyboard.press('F6')
  const hit = win.locator('.hits .hit h2 a').first()
  await expect(hit).toBeFocused()
  await win.keyboard.press('ArrowDown')
  await win.keyboard.press('F6')
  await expect(win.locator('.narrowing :focus')).toBeVisible()
  await win.keyboard.press('F6')
  await expect(
    win.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Search' }),
  ).toBeFocused()
  await win.keyboard.press('F6')
  await expect(searchField(win)).toBeFocused()
  await win.keyboard.press('F6')
  await expect(win.locator('.hits .hit h2 a').nth(1)).toBeFocused()
  await win.keyboard.press('Shift+F6')
  await expect(searchField(win)).toBeFocused()
})

test('the keys of sections are left to the text of a field', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/tier-placement')
  await searchField(win).focus()
  await win.keyboard.press('Control+ArrowDown')
  await expect(searchField(win)).toBeFocused()
})
