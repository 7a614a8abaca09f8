// Bookmarks: the question before the first, the stored files, and the rest after they are removed.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, needsMain, newProfile, removeProfile, searchField, test, type Page } from './app.ts'

const section = '#/read/trafficking-azerbaijan/tier-placement/by-year'
const title = 'Tier placement by year, 2007 to 2025'
const other = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan/assistance-centre'
const otherTitle = 'Assistance Centre (Aid Centre): shelter and help for victims'

const question = (win: Page) => win.getByRole('dialog', { name: 'May Fieldshelf keep bookmarks' })
const said = (win: Page, text: string) => win.getByRole('status').filter({ hasText: text })
const bookmarks = (win: Page) => win.locator('.bookmarks .bookmark')

async function go(win: Page, hash: string): Promise<void> {
  await win.evaluate((to) => void (location.hash = to), hash)
}

/** By the key, at the section's heading. */
async function bookmark(win: Page, hash: string): Promise<void> {
  await go(win, hash)
  await expect(win.locator(`#heading-${hash.split('/').at(-1)}`)).toBeFocused()
  await win.keyboard.press('Control+b')
}

/** The key goes by way of the menu: only what the page says tells that it has arrived. */
async function bookmarkOther(win: Page): Promise<void> {
  await bookmark(win, other)
  await expect(said(win, `“${otherTitle}” is bookmarked.`)).toBeAttached()
}

async function keepFirst(win: Page): Promise<void> {
  await bookmark(win, section)
  await question(win).getByRole('button', { name: 'Keep on this computer' }).click()
  await expect(said(win, 'is bookmarked.')).toBeAttached()
}

/** Stores the first bookmark and saves it to a file, which the dialogs then use; gives its contents. */
async function saveFirst(
  app: ElectronApplication,
  win: Page,
  path: string,
): Promise<{ bookmarks: Record<string, string>[] }> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await keepFirst(win)
  await go(win, '#/kept')
  await win.getByRole('button', { name: 'Save to a file…' }).click()
  await expect(said(win, 'Saved as')).toBeAttached()
  return JSON.parse(readFileSync(path, 'utf8')) as { bookmarks: Record<string, string>[] }
}

let folder = ''
test.beforeEach(() => void (folder = newProfile()))
test.afterEach(() => removeProfile(folder))

/** The files of the profile that are the app's own. */
const filesOf = (profile: string): string[] =>
  readdirSync(profile).filter((name) => /\.json(\.|$)/.test(name) && !name.startsWith('window'))

test('the first bookmark asks, says who can see it, and gives the focus back', async ({ win }) => {
  await bookmark(win, section)
  await expect(question(win)).toBeVisible()
  await expect(question(win)).toContainText('Anyone who can use this account')
  await win.keyboard.press('Escape')
  await expect(question(win)).toBeHidden()
  await expect(win.locator('#heading-by-year')).toBeFocused()
  await go(win, '#/kept')
  await expect(win.getByText('There are no bookmarks.')).toBeVisible()

  await keepFirst(win)
  await expect(win.getByRole('button', { name: `Remove bookmark: ${title}` })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await bookmarkOther(win)
  await expect(question(win)).toBeHidden()
  await go(win, '#/')
  await expect(win.locator('.home-bookmarks a').nth(1)).toHaveText(title)
  await win.locator('.home-bookmarks a').nth(1).click()
  await expect(win.locator('#heading-by-year')).toBeFocused()
})

test('with a no it holds until the window is closed, and nothing is on the disk', async ({ launch }) => {
  const shelf = await launch()
  await bookmark(shelf.page, section)
  await question(shelf.page).getByRole('button', { name: 'Only until I close the window' }).click()
  await expect(said(shelf.page, 'not kept on this computer')).toBeAttached()
  await go(shelf.page, '#/kept')
  await expect(bookmarks(shelf.page)).toHaveCount(1)
  await expect(shelf.page.locator('.kept-parts')).not.toContainText('Bookmarks')
  await shelf.close()
  const next = await launch({ profile: shelf.profile })
  await go(next.page, '#/kept')
  await expect(next.page.getByText('There are no bookmarks.')).toBeVisible()
})

test(
  'a bookmark that was acknowledged outlasts a kill, and a damaged file',
  { tag: '@long' },
  async ({ launch }) => {
    const first = await launch()
    await keepFirst(first.page)
    first.app?.process().kill('SIGKILL')
    const second = await launch({ profile: first.profile })
    await go(second.page, '#/kept')
    await expect(bookmarks(second.page)).toHaveText(new RegExp(title))
    await bookmarkOther(second.page)
    await second.close()

    const file = join(first.profile, 'bookmarks.json')
    writeFileSync(file, readFileSync(file).subarray(0, 90))
    const third = await launch({ profile: first.profile })
    await go(third.page, '#/kept')
    await expect(third.page.getByRole('alert')).toContainText('its last good copy was taken')
    await expect(bookmarks(third.page)).toHaveText(new RegExp(title))
  },
)

test('bookmarks of a newer Fieldshelf are shown and left as they are', async ({ launch }) => {
  const profile = newProfile()
  const text = '{"format":"fieldshelf-bookmarks","version":999,"sha256":""}\n[]\n'
  writeFileSync(join(profile, 'settings.json'), '')
  writeFileSync(join(profile, 'bookmarks.json'), text)
  const shelf = await launch({ profile })
  await bookmark(shelf.page, section)
  await question(shelf.page).getByRole('button', { name: 'Keep on this computer' }).click()
  await expect(said(shelf.page, 'a newer Fieldshelf wrote the file')).toBeAttached()
  await shelf.close()
  expect(readFileSync(join(profile, 'bookmarks.json'), 'utf8')).toBe(text)
  removeProfile(profile)
})

test('stored data is listed, any part is removed for good, and the disk is read again', async ({
  launch,
}) => {
  const shelf = await launch()
  const win = shelf.page
  await keepFirst(win)
  await go(win, '#/kept')
  const part = win.locator('.kept-parts li').filter({ hasText: 'Titles and beginnings' })
  await expect(part).toContainText('1 entry')
  await part.getByRole('button', { name: 'Remove: Bookmarks' }).click()
  await expect(part.getByRole('button', { name: 'Remove for good' })).toBeFocused()
  await part.getByRole('button', { name: 'Leave it' }).click()
  await expect(bookmarks(win)).toHaveCount(1)
  await part.getByRole('button', { name: 'Remove: Bookmarks' }).click()
  await win.keyboard.press('Enter')
  await expect(said(win, 'nothing of “Bookmarks” is there')).toBeAttached()
  await expect(part).toHaveCount(0)
  expect(filesOf(shelf.profile).filter((name) => name.startsWith('bookmarks'))).toEqual([])

  await win.getByRole('button', { name: 'Remove: Settings' }).click()
  await win.keyboard.press('Enter')
  await expect(win.getByRole('button', { name: 'Remove: Settings' })).toHaveCount(0)
  expect(filesOf(shelf.profile)).toEqual([])
})

test('one bookmark is removed and put back; removed, no copy of it is left', async ({ launch }) => {
  const shelf = await launch()
  const win = shelf.page
  await keepFirst(win)
  await bookmarkOther(win)
  await go(win, '#/kept')
  await win.getByRole('button', { name: `Remove bookmark: ${title}` }).click()
  await expect(win.getByRole('button', { name: 'Put it back' })).toBeFocused()
  await win.keyboard.press('Enter')
  await expect(bookmarks(win)).toHaveCount(2)
  await win.getByRole('button', { name: `Remove bookmark: ${title}` }).click()
  await expect(win.getByRole('button', { name: 'Put it back' })).toBeFocused()
  const texts = filesOf(shelf.profile).map((name) => readFileSync(join(shelf.profile, name), 'utf8'))
  expect(texts.join()).not.toContain(title)
})

test('bookmarks go to a file, come from one, and one that this edition lost shows what it said', async ({
  app,
  win,
}) => {
  needsMain(app)
  const path = join(folder, 'taken.json')
  const saved = await saveFirst(app, win, path)
  const [own] = saved.bookmarks
  const lost = { ...own, anchor: 'gone', title: 'A section of old', quote: 'It said something else' }
  const moved = { ...own, anchor: 'elsewhere', title: 'By another name' }
  writeFileSync(path, JSON.stringify({ ...saved, bookmarks: [own, lost, moved] }))
  await win.getByRole('button', { name: 'Add from a file…' }).click()
  await expect(said(win, '2 bookmarks added')).toBeAttached()
  await expect(bookmarks(win)).toHaveCount(3)
  await expect(bookmarks(win).nth(0)).toContainText('It said something else')
  await expect(bookmarks(win).nth(1).getByRole('link', { name: 'By another name' })).toHaveAttribute(
    'href',
    section,
  )
  await bookmarks(win).nth(0).getByRole('link', { name: 'Look for it' }).click()
  await expect(searchField(win)).toHaveValue('A section of old')
})

test(
  'bookmarks and where reading stopped come over to another computer as they were, which asks first',
  { tag: '@long' },
  async ({ launch }) => {
    const here = await launch()
    const path = join(here.profile, 'taken.json')
    const answerDialogs = (shelf: typeof here) =>
      shelf.app?.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
      }, path)
    await answerDialogs(here)
    await keepFirst(here.page)
    await bookmarkOther(here.page)
    await go(here.page, '#/settings')
    await here.page.getByRole('checkbox', { name: 'Keep where I stopped' }).check()
    await go(here.page, section)
    await expect(here.page.locator('#heading-by-year')).toBeFocused()
    await go(here.page, '#/kept')
    await here.page.getByRole('button', { name: 'Save to a file…' }).click()
    await expect(said(here.page, 'Saved as')).toBeAttached()
    const before = await bookmarks(here.page).locator('a').allTextContents()
    await here.close()

    const there = await launch()
    await answerDialogs(there)
    await go(there.page, '#/settings')
    await there.page.getByRole('checkbox', { name: 'Keep where I stopped' }).check()
    await go(there.page, '#/kept')
    await there.page.getByRole('button', { name: 'Add from a file…' }).click()
    await question(there.page).getByRole('button', { name: 'Keep on this computer' }).click()
    await expect(bookmarks(there.page)).toHaveCount(2)
    expect(await bookmarks(there.page).locator('a').allTextContents()).toEqual(before)
    await go(there.page, '#/read/trafficking-azerbaijan/tier-placement')
    await expect(there.page.getByText('You stopped at:').getByRole('link', { name: title })).toBeVisible()
  },
)

test('a file of bookmarks that names a section twice adds it once', async ({ app, win }) => {
  needsMain(app)
  const path = join(folder, 'twice.json')
  const saved = await saveFirst(app, win, path)
  const [own] = saved.bookmarks
  const more = { ...own, anchor: 'watch-list', title: 'The Watch List' }
  writeFileSync(path, JSON.stringify({ ...saved, bookmarks: [more, own, more] }))
  await win.getByRole('button', { name: 'Add from a file…' }).click()
  await expect(said(win, '1 bookmark added')).toBeAttached()
  await expect(bookmarks(win)).toHaveCount(2)
})

test('a file that is none of bookmarks is refused and costs nothing', async ({ app, win }) => {
  needsMain(app)
  await app.evaluate(({ app: electron, dialog }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: false, filePaths: [`${electron.getAppPath()}/package.json`] })
  })
  await keepFirst(win)
  await go(win, '#/kept')
  await win.getByRole('button', { name: 'Add from a file…' }).click()
  await expect(win.getByRole('alert')).toContainText('not a file of bookmarks')
  await expect(bookmarks(win)).toHaveCount(1)
})

test('where reading stopped is kept only if switched on, and offered at the next visit', async ({ win }) => {
  await go(win, section)
  await go(win, '#/settings')
  await win.getByRole('checkbox', { name: 'Keep where I stopped' }).check()
  await go(win, '#/read/trafficking-azerbaijan/tier-placement')
  await expect(win.getByText('You stopped at:')).toHaveCount(0)
  await go(win, section)
  await expect(win.locator('#heading-by-year')).toBeFocused()
  await go(win, '#/')
  await go(win, '#/read/trafficking-azerbaijan/tier-placement')
  await win.getByText('You stopped at:').getByRole('link', { name: title }).click()
  await expect(win.locator('#heading-by-year')).toBeFocused()
  await go(win, '#/settings')
  await win.getByRole('checkbox', { name: 'Keep where I stopped' }).uncheck()
  await go(win, '#/read/trafficking-azerbaijan/tier-placement')
  await expect(win.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(win.getByText('You stopped at:')).toHaveCount(0)
})
