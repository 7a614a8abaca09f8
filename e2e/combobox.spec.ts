// The search field as an editable combobox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { expect, searchField, test, type Page } from './app.ts'

const popup = (win: Page) => win.getByRole('listbox', { name: 'Suggestions' })
const options = (win: Page) => popup(win).getByRole('option')

/** The option that has the focus, as assistive technology is told. */
async function active(win: Page): Promise<string | null> {
  return searchField(win).evaluate((field) => {
    const id = field.getAttribute('aria-activedescendant')
    const option = id === null ? null : document.getElementById(id)
    return option && option.getAttribute('aria-selected') === 'true' ? option.id : null
  })
}

async function typed(win: Page, text: string): Promise<void> {
  await searchField(win).fill(text)
  await expect(win.locator('.hits .hit').first()).toBeVisible()
}

test('A7: the popup stays closed while letters are typed, because the hits are in the page', async ({
  win,
}) => {
  await searchField(win).pressSequentially('shel')
  await expect(win.locator('.hits .hit').first()).toBeVisible()
  await expect(searchField(win)).toHaveAttribute('aria-expanded', 'false')
  await expect(searchField(win)).toHaveAttribute('aria-autocomplete', 'list')
  await expect(popup(win)).toBeHidden()
})

test('A7: Down opens at the first suggestion and Up at the last; both go round', async ({ win }) => {
  await typed(win, 'shel')
  await win.keyboard.press('ArrowDown')
  await expect(searchField(win)).toHaveAttribute('aria-expanded', 'true')
  const controlled = await searchField(win).getAttribute('aria-controls')
  await expect(popup(win)).toHaveAttribute('id', controlled ?? '')
  expect(await active(win)).toBe(await options(win).first().getAttribute('id'))
  const count = await options(win).count()
  expect(count).toBeGreaterThan(1)
  expect(count).toBeLessThanOrEqual(7)
  await win.keyboard.press('ArrowUp')
  expect(await active(win)).toBe(await options(win).last().getAttribute('id'))
  await win.keyboard.press('ArrowDown')
  expect(await active(win)).toBe(await options(win).first().getAttribute('id'))
  await win.keyboard.press('Escape')
  await win.keyboard.press('ArrowUp')
  await expect(popup(win)).toBeVisible()
  expect(await active(win)).toBe(await options(win).last().getAttribute('id'))
  await expect(searchField(win)).toBeFocused()
})

test('A7: suggestions are grouped, sections with their article, the typed part marked', async ({ win }) => {
  await typed(win, 'hotl')
  await win.keyboard.press('ArrowDown')
  const sections = popup(win).getByRole('group', { name: 'Sections' })
  const words = popup(win).getByRole('group', { name: 'Words' })
  await expect(sections.getByRole('option').first()).toContainText(/^Hotline 152.*Help numbers$/)
  await expect(sections.locator('mark').first()).toHaveText(/^hotl$/i)
  await expect(words.getByRole('option', { name: 'hotline', exact: true })).toBeVisible()
  await expect(words.locator('mark').first()).toHaveText('hotl')
})

test('A7: Alt+Down opens without moving, Alt+Up closes', async ({ win }) => {
  await typed(win, 'shel')
  await win.keyboard.press('Alt+ArrowDown')
  await expect(popup(win)).toBeVisible()
  expect(await active(win)).toBeNull()
  await expect(searchField(win)).not.toHaveAttribute('aria-activedescendant')
  await win.keyboard.press('Alt+ArrowUp')
  await expect(popup(win)).toBeHidden()
  await expect(searchField(win)).toHaveValue('shel')
})

test('A7: Escape closes the popup, and pressed again clears the field', async ({ win }) => {
  await typed(win, 'shel')
  await win.keyboard.press('ArrowDown')
  await expect(popup(win)).toBeVisible()
  await win.keyboard.press('Escape')
  await expect(popup(win)).toBeHidden()
  await expect(searchField(win)).toHaveValue('shel')
  await win.keyboard.press('Escape')
  await expect(searchField(win)).toHaveValue('')
})

test('A7: Home, End, Left and Right edit the text and leave the option', async ({ win }) => {
  const caret = (): Promise<number | null> =>
    searchField(win).evaluate((field) => (field as HTMLInputElement).selectionStart)
  await typed(win, 'shel')
  for (const [key, at] of [
    ['Home', 0],
    ['End', 4],
    ['ArrowLeft', 3],
    ['ArrowRight', 4],
  ] as const) {
    await win.keyboard.press('ArrowDown')
    await expect.poll(() => active(win)).not.toBeNull()
    await win.keyboard.press(key)
    expect(await active(win)).toBeNull()
    expect(await caret()).toBe(at)
  }
  await win.keyboard.type('ter')
  await expect(searchField(win)).toHaveValue('shelter')
  await expect(popup(win)).toBeVisible()
})

test('A7: Enter on a section opens it, with what was typed marked in it', async ({ win }) => {
  await typed(win, 'hotl')
  await win.keyboard.press('ArrowDown')
  await expect(popup(win)).toBeVisible()
  const title = await options(win).first().locator('span').first().textContent()
  await win.keyboard.press('Enter')
  await expect(win.locator(':is(h1, .section-heading):focus')).toContainText(title ?? '')
  await expect(win.getByRole('group', { name: 'Marks for “hotl”' })).toBeVisible()
  await expect(popup(win)).toBeHidden()
})

test('A7: Enter on words searches for them and leaves the caret behind them', async ({ win }) => {
  await typed(win, 'hotl')
  await win.keyboard.press('ArrowUp')
  await expect(popup(win)).toBeVisible()
  const words = await options(win).last().textContent()
  await win.keyboard.press('Enter')
  await expect(searchField(win)).toHaveValue(words?.trim() ?? '')
  await expect(searchField(win)).toBeFocused()
  await expect(popup(win)).toBeHidden()
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`for “${words?.trim()}”`))
})

test('A7: Enter without an option searches: the count is said and the first hit has the focus', async ({
  win,
}) => {
  await searchField(win).pressSequentially('shelter')
  await win.keyboard.press('Enter')
  const first = win.locator('.hits .hit').first().getByRole('heading').getByRole('link')
  await expect(first).toBeFocused()
  await expect(win.getByRole('status').filter({ hasText: /^\d+ sections for “shelter”/ })).toBeAttached()
  const title = await first.textContent()
  await win.keyboard.press('Enter')
  await expect(win.locator(':is(h1, .section-heading):focus')).toContainText(title ?? '')
})

test('A7: Enter where nothing is found says so and stays in the field', async ({ win }) => {
  await searchField(win).fill('xyzzyqwv')
  await win.keyboard.press('Enter')
  await expect(win.getByRole('status').filter({ hasText: 'Nothing found' })).toBeAttached()
  await expect(searchField(win)).toBeFocused()
})

test('A7: Enter in the field searches again from an article that was opened from a search', async ({
  win,
  open,
}) => {
  await open('#/read/trafficking-azerbaijan/glossary?q=shelter')
  await searchField(win).focus()
  await win.keyboard.press('Enter')
  await expect(win.locator('.hits .hit').first().getByRole('heading').getByRole('link')).toBeFocused()
})

test('A7: Tab leaves the popup closed and leads on to what was found', async ({ win }) => {
  await typed(win, 'shelter')
  await win.keyboard.press('Alt+ArrowDown')
  await expect(popup(win)).toBeVisible()
  await win.keyboard.press('Tab')
  await expect(popup(win)).toBeHidden()
  await expect(win.getByRole('button', { name: 'Clear', exact: true })).toBeFocused()
  await win.keyboard.press('Tab')
  await expect(win.locator('main :focus')).toBeVisible()
})

test('A7: an empty field offers example words, and a message says when there is no suggestion', async ({
  win,
}) => {
  await expect(searchField(win)).toBeFocused()
  await win.keyboard.press('ArrowDown')
  await expect(options(win).first()).toHaveText('a bed tonight')
  await win.keyboard.press('Escape')
  await searchField(win).fill('xyzzyqwv')
  await win.keyboard.press('ArrowDown')
  await expect(win.getByRole('status').filter({ hasText: 'No suggestions.' })).toBeAttached()
  await expect(searchField(win)).toHaveAttribute('aria-expanded', 'false')
})

test('A7: a click on a suggestion does what Enter does', async ({ win }) => {
  await typed(win, 'hotl')
  await win.keyboard.press('Alt+ArrowDown')
  await popup(win).getByRole('option', { name: 'hotline', exact: true }).click()
  await expect(searchField(win)).toHaveValue('hotline')
  await expect(searchField(win)).toBeFocused()
})
