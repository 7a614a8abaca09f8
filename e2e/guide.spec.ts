// The guide for coordinators: reached from Help, read and printed like any article, and in no list.
import { expect, searchField, test } from './app.ts'

test(
  'Help leads to the guide in the language of the interface, which is printed and in no list',
  { tag: '@usb' },
  async ({ win, open, app }) => {
    await win.keyboard.press('F1')
    await win.getByRole('dialog').getByRole('link', { name: 'Guide for coordinators' }).click()
    await expect(win.getByRole('heading', { level: 1 })).toHaveText('A guide for coordinators')
    await expect(win.getByRole('dialog')).toBeHidden()
    await expect(win.locator('.article')).toContainText('Install it on twenty laptops')
    await open('#/read/fieldshelf-guide/coordinators.az')
    await expect(win.getByRole('heading', { level: 1 })).toHaveText('Koordinatorlar üçün bələdçi')
    await open('#/contents')
    await expect(win.locator('main')).not.toContainText('coordinators')
    await searchField(win).fill('zimwriterfs')
    await expect(win.locator('main')).toContainText('Nothing found for “zimwriterfs”')
    await open('#/print/fieldshelf-guide/coordinators.ru')
    await expect(win.getByRole('button', { name: 'Print…' })).toBeEnabled()
    if (app) await expect(win.locator('main')).toContainText(/Page 1 of \d/)
  },
)
