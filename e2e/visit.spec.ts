// A whole visit by keyboard alone: the mouse is not touched from the start to the paper.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, searchField, test } from './app.ts'

test('a word is typed, its count heard, a hit opened, its marks stepped through, and two sections go to paper', async ({
  launch,
}) => {
  test.slow()
  const { app: shell, page, profile } = await launch()
  const path = join(profile, 'sheet.pdf')
  await shell?.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  const keys = page.keyboard
  const said = (text: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: text })).toBeAttached()

  // The start: the field is ready.
  await expect(searchField(page)).toBeFocused()
  await keys.type('shelter')
  await said(/^\d+ sections for “shelter”/)

  // Through the hits, and into the second.
  await keys.press('Enter')
  const hits = page.locator('.hits .hit h2 a')
  await expect(hits.first()).toBeFocused()
  await keys.press('ArrowDown')
  await expect(hits.nth(1)).toBeFocused()
  const title = (await hits.nth(1).textContent()) ?? ''
  await keys.press('Enter')
  await expect(page.locator(':is(h1, .section-heading):focus')).toContainText(title)

  // From mark to mark.
  const count = page.locator('.marks-count')
  await expect(count).toHaveText(/^\d+ of \d+$/)
  const [at, total] = ((await count.textContent()) ?? '').split(' of ').map(Number) as [number, number]
  await keys.press('F3')
  await said(`${(at % total) + 1} of ${total}`)
  await keys.press('Shift+F3')
  await said(`${at} of ${total}`)

  // This section, and from the hits the first as well.
  await keys.press('Control+d')
  await said('is on the print list, which has 1 section.')
  await keys.press('Alt+ArrowLeft')
  await expect(hits.nth(1)).toBeFocused()
  // The hits are counted again: that is over before something else is said.
  await said(/^\d+ sections for/)
  await keys.press('ArrowUp')
  await expect(hits.first()).toBeFocused()
  await keys.press('Control+d')
  await said('is on the print list, which has 2 sections.')

  // The list, its order, the pages.
  await keys.press('Control+Shift+P')
  await expect(page.getByRole('heading', { level: 1, name: 'Print list' })).toBeFocused()
  await expect(page.locator('.listed a').first()).toHaveText(title)
  const preview = page.getByRole('button', { name: 'Preview and print' })
  for (let step = 0; step < 60 && !(await preview.evaluate((one) => one === document.activeElement)); step++)
    await keys.press('Tab')
  await expect(preview).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByText(/^\d+ pages?, \d+ sheets?/)).toBeVisible()

  // No printer in the test: what to do instead is said, and a key does it.
  await keys.press('Control+p')
  await expect(page.getByRole('alert')).toContainText('Save a PDF instead')
  await keys.press('Control+s')
  await said(`Saved: ${path}`)
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})
