// The USB edition, opened as a file: its differences from the app, and how it works in older browsers.
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, searchField, test, type Page } from './app.ts'

const prints = '#/print/trafficking-azerbaijan/help-numbers'

/** Where a data file of this stick lies. */
const dataFile = (win: Page, path: string): string =>
  fileURLToPath(new URL(`data/library/trafficking-azerbaijan/${path}.js`, win.url().split('#')[0]))

test(
  'speaks the language that is chosen, and keeps nothing for the next opening',
  { tag: '@usb' },
  async ({ win, open, reload }) => {
    // These words are for a page that does not open.
    await expect(win.locator('.not-opened')).toHaveCount(0)
    await open('#/settings')
    await win.getByRole('radio', { name: 'Русский' }).check()
    await expect(win.getByRole('heading', { level: 1 })).toHaveText('Настройки')
    await expect(win.locator('main')).toContainText('Здесь ничего не хранится')
    await reload()
    await expect(win.getByRole('heading', { level: 1 })).toHaveText('Settings')
    expect(await win.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  },
)

test('prints the pages of the app in the browser’s own dialog', { tag: '@usb' }, async ({ win, open }) => {
  await open(prints)
  const opened = win.context().waitForEvent('page')
  await win.getByRole('button', { name: 'Print…' }).click()
  const view = await opened
  await expect(view.locator('.document h1')).toHaveText('Help numbers')
  const ready = await view.evaluate(
    () => (globalThis as { fieldshelfPrint?: Promise<unknown> }).fieldshelfPrint,
  )
  expect(ready).toMatchObject({ ok: true, value: { title: 'Help numbers' } })
  await view.close()
})

test('is under 4 MB with everything on it', { tag: '@usb' }, async ({ win }) => {
  const folder = fileURLToPath(new URL('.', win.url().split('#')[0]))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const size = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  expect(size).toBeLessThan(4_000_000)
})

test('says which article is damaged, and reads the others', { tag: '@usb' }, async ({ win, open }) => {
  const path = dataFile(win, 'articles/help-numbers.json')
  const whole = readFileSync(path)
  const flipped = Buffer.from(whole)
  flipped.writeUInt8((flipped[200] ?? 0) ^ 1, 200)
  chmodSync(path, 0o644)
  writeFileSync(path, flipped)
  try {
    await open('#/read/trafficking-azerbaijan/help-numbers')
    await expect(win.locator('main')).toContainText(/damaged/i)
    await open('#/read/trafficking-azerbaijan/referral-mechanism')
    await expect(win.locator('.article h1')).toBeVisible()
  } finally {
    writeFileSync(path, whole)
  }
})

test('works without what Chrome 109 and Firefox 115 lack', async ({ win, open, reload }) => {
  await win.addInitScript(() => {
    const lacking: readonly (readonly [object, string])[] = [
      [globalThis, 'Highlight'],
      [CSS, 'highlights'],
      [HTMLElement.prototype, 'showPopover'],
      [HTMLElement.prototype, 'hidePopover'],
      [HTMLElement.prototype, 'togglePopover'],
      [HTMLElement.prototype, 'popover'],
      [Array.prototype, 'toSorted'],
      [Array.prototype, 'toReversed'],
      [Array.prototype, 'toSpliced'],
      [Array.prototype, 'with'],
      [URL, 'canParse'],
      [Promise, 'withResolvers'],
      [Promise, 'try'],
      [Object, 'groupBy'],
      [Map, 'groupBy'],
      [Array, 'fromAsync'],
      [AbortSignal, 'any'],
      [Set.prototype, 'union'],
      [Set.prototype, 'difference'],
      [Set.prototype, 'intersection'],
    ]
    const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object
    for (const name of ['map', 'filter', 'toArray', 'some', 'every', 'find', 'take', 'drop', 'flatMap'])
      Reflect.deleteProperty(iterator, name)
    for (const [owner, name] of lacking) Reflect.deleteProperty(owner, name)
  })
  await reload()
  expect(await win.evaluate(() => 'Highlight' in globalThis || 'toSorted' in [])).toBe(false)
  await searchField(win).fill('shelter')
  await win.locator('.hits .hit h2 a').first().click()
  await expect(win.locator('.article h1')).toBeVisible()
  // Marks are drawn over the text.
  await expect(win.locator('.drawn-marks > *').first()).toBeVisible()
  await win.locator('.citation').first().click()
  await expect(win.locator('.detail')).toBeVisible()
  await win.keyboard.press('Escape')
  await expect(win.locator('.detail')).toBeHidden()
  await win.keyboard.press('Control+f')
  await win.locator('.find-bar input').first().fill('police')
  await expect(win.locator('.find-bar')).toContainText(/1 of \d+/)
  for (const place of ['#/contents', '#/settings', '#/list', '#/about', prints]) {
    await open(place)
    await expect(win.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
