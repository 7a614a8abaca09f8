// Forced colours, where they change more than borders. Zoom, spacing and stillness: accessibility.spec.ts.
import { expect, test } from './app.ts'

test('A14: in forced colours buttons keep a border, marks and the option an outline', async ({
  win,
  open,
}) => {
  await win.emulateMedia({ forcedColors: 'active' })
  await open('#/search?q=shelter')
  await expect(win.locator('.hit mark').first()).toBeVisible()
  const styleOf = (selector: string, property: string): Promise<string> =>
    win
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  expect(await styleOf('.hit mark', 'outline-style')).toBe('solid')
  for (const button of await win.getByRole('button').all()) {
    if (!(await button.isVisible())) continue
    const classes = (await button.getAttribute('class')) ?? ''
    // A button that looks like a link has its underline for a border; a skip link comes with the focus.
    if (/text-button|skip/.test(classes)) continue
    const border = await button.evaluate((element) => getComputedStyle(element).borderTopStyle)
    const name = await button.textContent()
    expect(border, name ?? '').toBe('solid')
  }
  await win.locator('#search-field').focus()
  await win.keyboard.press('ArrowDown')
  await expect(win.locator('[role=option][aria-selected=true]')).toBeVisible()
  expect(await styleOf('[role=option][aria-selected=true]', 'outline-style')).toBe('solid')
  await win.keyboard.press('Escape')
  expect(await styleOf('#search-field', 'outline-style')).toBe('solid')
})
