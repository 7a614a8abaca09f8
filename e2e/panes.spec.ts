// Two panes: a section beside whatever else is shown.
import { expect, needsMain, test, type Page } from './app.ts'
import { leadArticle } from './everyscreen.ts'

const pane = (win: Page) => win.getByRole('region', { name: /^Second pane/ })

test('Ctrl+click, the middle button and Shift+Enter open a section beside, and F6 goes round both', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await open('#/search?q=shelter')
  const hits = win.locator('.hits .hit h2 a')
  await hits.nth(0).click({ modifiers: ['Control'] })
  await expect(pane(win).locator(':focus')).toHaveText(new RegExp(`${await hits.nth(0).textContent()}$`))
  await expect(hits.nth(0)).toBeVisible()
  await hits.nth(1).click({ button: 'middle' })
  await expect(pane(win).locator(':focus')).toHaveText(new RegExp(`${await hits.nth(1).textContent()}$`))
  await hits.nth(2).focus()
  await win.keyboard.press('Shift+Enter')
  await expect(pane(win).locator(':focus')).toHaveText(new RegExp(`${await hits.nth(2).textContent()}$`))

  await win.keyboard.press('Shift+F6')
  await expect(win.locator('main :focus')).toHaveCount(1)
  await win.keyboard.press('F6')
  await expect(pane(win).locator(':focus')).toHaveCount(1)

  await win.keyboard.press('Escape')
  await expect(pane(win)).toHaveCount(0)
  await expect(hits.nth(2)).toBeFocused()
  await win.keyboard.press('Alt+ArrowLeft')
  await expect(pane(win)).toBeVisible()
})

test('a link in the second pane leads on in it, and Back undoes the last step of either pane', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await open(leadArticle)
  const title = win.getByRole('heading', { level: 1 })
  const name = await title.textContent()
  const link = win.locator('.article-contents li a').nth(2)
  await link.click({ modifiers: ['Control'] })
  await expect(pane(win)).toBeVisible()
  await pane(win).getByRole('combobox', { name: 'Section' }).selectOption({ index: 1 })
  await expect(title).toHaveText(name ?? '')
  await win.locator('.rail').getByRole('link', { name: 'Contents' }).click()
  await expect(win.getByRole('heading', { level: 1, name: 'Contents' })).toBeVisible()
  await expect(pane(win)).toBeVisible()
  await win.keyboard.press('Alt+ArrowLeft')
  await expect(title).toHaveText(name ?? '')
  await win.keyboard.press('Alt+ArrowLeft')
  await win.keyboard.press('Alt+ArrowLeft')
  await expect(pane(win)).toHaveCount(0)
  await expect(title).toHaveText(name ?? '')
})

test('a small window shows one pane, and a button leads to the other', async ({ app, win, open }) => {
  needsMain(app)
  await win.setViewportSize({ width: 360, height: 640 })
  await open(leadArticle)
  await win.locator('.article-text a[href^="#/read/"]').first().focus()
  await win.keyboard.press('Shift+Enter')
  await expect(pane(win)).toBeVisible()
  await expect(win.locator('main')).toHaveAttribute('inert')
  await pane(win).getByRole('button', { name: 'Show the first pane' }).click()
  await expect(win.locator('main')).not.toHaveAttribute('inert')
  await pane(win).getByRole('button', { name: 'Show the second pane' }).click()
  await pane(win).getByRole('button', { name: 'Close the second pane' }).click()
  await expect(pane(win)).toHaveCount(0)
})

test('two figures of the two panes share one axis of years, each with its sources', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await open('#/read/trafficking-azerbaijan/tier-placement/by-year')
  await win.evaluate(() => {
    const link = document.createElement('a')
    link.href = '#/read/trafficking-azerbaijan/victims-in-figures'
    document.querySelector('.article-text')?.append(link)
    link.focus()
  })
  await win.keyboard.press('Shift+Enter')
  await pane(win).getByRole('button', { name: 'Figures on one axis of years' }).click()
  const dialog = win.getByRole('dialog', { name: 'Two figures on one axis of years' })
  const columns = dialog.locator('.years-column')
  const years = (side: number) => columns.nth(side).locator('text.years').allTextContents()
  expect(await years(0)).toEqual(await years(1))
  const top = (side: number) => columns.nth(side).locator('text.years', { hasText: '2016' }).boundingBox()
  expect((await top(0))?.y).toBeCloseTo((await top(1))?.y ?? 0, 0)
  await expect(dialog.getByText(/Facts as of/)).toHaveCount(2)
  await win.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(pane(win)).toBeVisible()
})
