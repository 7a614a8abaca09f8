// The whole way from a word to a printed section without a mouse.
import { expect, test } from './app.ts'

test('a word is found, read and taken to the printer by keyboard alone', async ({ win, open }) => {
  await open('#/')
  await expect(win.getByRole('searchbox')).toBeFocused()
  await win.keyboard.type('shelter')
  await expect(win.locator('.hits .hit').first()).toBeVisible()
  await win.keyboard.press('ArrowDown')
  await expect(win.locator('.hits .hit h2').first().getByRole('link')).toBeFocused()
  await win.keyboard.press('ArrowDown')
  await expect(win.locator('.hits .hit h2').nth(1).getByRole('link')).toBeFocused()
  await win.keyboard.press('ArrowUp')
  await win.keyboard.press('ArrowUp')
  await expect(win.getByRole('searchbox')).toBeFocused()
  await win.keyboard.press('Enter')
  await expect(win.locator('.section-heading:focus')).toHaveText(/Assistance Centre/)
  await win.keyboard.press('Control+p')
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(/Print/)
})

test('the first tab stop hides the screen, the second skips to the text', async ({ win, open }) => {
  await open('#/contents')
  await win.getByRole('link', { name: 'Fieldshelf' }).focus()
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
  await expect(win.getByRole('searchbox')).toBeFocused()
  await win.keyboard.type('law')
  await expect(win.getByRole('searchbox')).toHaveValue('law')
  await win.keyboard.press('Escape')
  await expect(win.getByRole('searchbox')).toHaveValue('')
  await open('#/settings')
  await expect(win.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
  await win.keyboard.press('Control+k')
  await expect(win.getByRole('searchbox')).toBeFocused()
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

test('a section is printed from the contents list and from a hit in two keystrokes', async ({
  win,
  open,
}) => {
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
