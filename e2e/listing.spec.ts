// Four sections as one handout: the print list from the first tick to the pages.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, needsMain, test, type Page } from './app.ts'

const tier = '#/read/trafficking-azerbaijan/tier-placement'

/** Ticks the first hits of a search. */
async function collect(win: Page, open: (hash: string) => Promise<void>, count: number): Promise<string[]> {
  await open('#/search?q=shelter')
  const hits = win.locator('.hits .hit')
  await expect(hits.nth(count)).toBeVisible()
  const titles: string[] = []
  for (let at = 0; at < count; at++) {
    titles.push((await hits.nth(at).getByRole('heading').textContent()) ?? '')
    await hits
      .nth(at)
      .getByRole('button', { name: /^Add to list/ })
      .click()
    await expect(hits.nth(at).getByRole('button', { name: /^Remove from list/ })).toBeVisible()
  }
  return titles
}

const listed = (win: Page) => win.locator('.listed a')

test('an empty list says how to fill it, and offers ready-made ones to change', async ({ win, open }) => {
  await open('#/list')
  await expect(win.getByText('Your print list is empty.')).toBeVisible()
  await expect(win.getByRole('button', { name: 'Preview and print' })).toHaveCount(0)
  await win.locator('.ready-sets button').first().click()
  await expect(listed(win).nth(2)).toBeVisible()
  const third = (await listed(win).nth(2).textContent()) ?? ''
  await win.getByRole('button', { name: `Move to top: ${third}` }).click()
  await expect(listed(win).first()).toHaveText(third)
  await expect(win.locator('.listed').first()).toBeFocused()
  await win.getByRole('button', { name: 'New page' }).click()
  await expect(win.locator('.listed').last()).toContainText('New page')
  await win.getByRole('button', { name: 'Heading', exact: false }).first().click()
  await win.keyboard.type('Morning')
  await expect(win.getByRole('button', { name: 'Move to top: Morning' })).toBeVisible()
  await win.keyboard.press('Alt+Home')
  await expect(win.locator('.listed').first().getByRole('textbox')).toHaveValue('Morning')
  await win.getByRole('button', { name: 'Undo' }).click()
  await expect(win.locator('.listed').last().getByRole('textbox')).toHaveValue('Morning')
})

test('several hits are chosen and put on the list in one step', async ({ win, open }) => {
  await open('#/search?q=shelter')
  await expect(win.locator('.hits .hit').nth(2)).toBeVisible()
  await win.getByRole('button', { name: 'Choose several' }).click()
  await win.locator('.hit-pick input').nth(0).check()
  await win.locator('.hit-pick input').nth(2).check()
  await expect(win.getByText('2 chosen')).toBeVisible()
  await win.getByRole('button', { name: 'Add chosen to list' }).click()
  await expect(win.getByRole('link', { name: /Print list/ })).toContainText('2')
  await open('#/list')
  await win.getByRole('button', { name: 'Undo' }).click()
  await expect(listed(win)).toHaveCount(0)
})

test('A17: sections are ticked from hits and from headings, moved by keys and buttons, removed and brought back, and each is said', async ({
  win,
  open,
}) => {
  const [first, second] = await collect(win, open, 2)
  await open(`${tier}/by-year`)
  await expect(win.getByRole('heading', { name: /Tier placement by year/ })).toBeFocused()
  await win.keyboard.press('Control+d')
  await expect(win.getByRole('status').filter({ hasText: 'is on the print list' })).toBeAttached()
  await expect(win.getByRole('link', { name: /Print list/ })).toContainText('3')

  await win.keyboard.press('Control+Shift+P')
  await expect(win.getByRole('heading', { level: 1, name: 'Print list' })).toBeVisible()
  await expect(listed(win)).toHaveText([first ?? '', second ?? '', 'Tier placement by year, 2007 to 2025'])
  await win.locator('.listed').nth(2).focus()
  await win.keyboard.press('Alt+ArrowUp')
  await expect(win.locator('.listed').nth(1)).toBeFocused()
  await expect(win.getByRole('status').filter({ hasText: 'is now 2 of 3' })).toBeAttached()
  await win.getByRole('button', { name: `Move down: ${first}` }).click()
  await expect(listed(win)).toHaveText(['Tier placement by year, 2007 to 2025', first ?? '', second ?? ''])
  await win.getByRole('button', { name: `Remove from list: ${first}` }).click()
  await expect(listed(win)).toHaveText(['Tier placement by year, 2007 to 2025', second ?? ''])
  await win.getByRole('button', { name: 'Undo' }).click()
  await expect(listed(win)).toHaveCount(3)
  await win.getByRole('button', { name: 'Clear list' }).click()
  await expect(listed(win)).toHaveCount(0)
  await win.getByRole('button', { name: 'Undo' }).click()
  await expect(listed(win)).toHaveCount(3)
})

test('a section is dragged to another place', async ({ win, open }) => {
  const [first, second, third] = await collect(win, open, 3)
  await open('#/list')
  await win.locator('.listed .grip').nth(2).dragTo(win.locator('.listed').nth(0))
  await expect(listed(win)).toHaveText([third ?? '', first ?? '', second ?? ''])
  await win.getByRole('button', { name: 'Undo' }).click()
  await expect(listed(win)).toHaveText([first ?? '', second ?? '', third ?? ''])
})

test('the list is printed as one document with contents and one list of sources', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await collect(win, open, 3)
  await open('#/list')
  await win.getByLabel('Title on paper').fill('Tuesday handout')
  await win.getByRole('button', { name: 'Preview and print' }).click()
  await expect(win.getByText(/^\d+ pages, \d+ sheets/)).toBeVisible()
  await expect(win.getByRole('radio', { name: /Briefing/ })).toBeChecked()
  await expect(win.getByLabel('Title on paper')).toHaveValue('Tuesday handout')
})

test('a saved list is opened again, and what this edition lost is shown and not printed', async ({
  app,
  win,
  open,
  launch,
}) => {
  needsMain(app)
  const titles = await collect(win, open, 2)
  const { profile } = await launch()
  const path = join(profile, 'list.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await open('#/list')
  await win.getByLabel('Title on paper').fill('Tuesday')
  await win.getByRole('button', { name: 'Save the list…' }).click()
  await expect(win.getByRole('status').filter({ hasText: 'Saved as' })).toBeAttached()
  await win.getByRole('button', { name: 'Clear list' }).click()

  const saved = readFileSync(path, 'utf8')
  const gone = saved
    .replace(/"anchor": "[^"]+"/, '"anchor": "gone"')
    .replace(/"quote": "(?:[^"\\]|\\.)*"/, '"quote": "No text of this edition begins like this."')
  writeFileSync(path, gone)
  await win.getByRole('button', { name: 'Open a list…' }).click()
  await expect(win.getByLabel('Title on paper')).toHaveValue('Tuesday')
  await expect(win.getByRole('alert')).toContainText('is not in this edition')
  await expect(win.locator('.listed.lost')).toContainText(titles[0] ?? '')
  await expect(listed(win)).toHaveText([titles[1] ?? ''])
})

test('a file that is no list is refused and costs nothing', async ({ app, win, open }) => {
  needsMain(app)
  await collect(win, open, 1)
  await app.evaluate(({ app: electron, dialog }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: false, filePaths: [`${electron.getAppPath()}/package.json`] })
  })
  await open('#/list')
  await win.getByRole('button', { name: 'Open a list…' }).click()
  await expect(win.getByRole('alert')).toContainText('not a print list')
  await expect(listed(win)).toHaveCount(1)
})

test('a list is kept only if asked, and a window that would lose one asks first', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await collect(win, open, 3)
  await open('#/list')
  await expect(win.getByText('May Fieldshelf keep the print list')).toBeVisible()
  await app.evaluate(({ BrowserWindow, dialog }) => {
    const questions: string[] = []
    Object.assign(globalThis, { questionsAsked: questions })
    dialog.showMessageBox = ((...given: { message?: string }[]) => {
      questions.push(given.at(-1)?.message ?? '')
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }) as typeof dialog.showMessageBox
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { questionsAsked: string[] }).questionsAsked))
    .toEqual([expect.stringContaining('3 sections')])
  await win.getByRole('button', { name: 'Keep on this computer' }).click()
  await expect(win.getByText('May Fieldshelf keep the print list')).toHaveCount(0)
  await open('#/kept')
  await expect(win.locator('.kept-parts')).toContainText('Print list')
  await win.getByRole('button', { name: 'Remove: Print list' }).click()
  await win.getByRole('button', { name: 'Remove for good' }).click()
  await expect(win.locator('.kept-parts')).not.toContainText('Print list')
  await open('#/list')
  await expect(listed(win)).toHaveCount(0)
})
