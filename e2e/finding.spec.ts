// Finding a piece of text in the page.
import { expect, test } from './app.ts'
import { highlighted } from './highlights.ts'

test('text is found as it is typed, counted, stepped through, and no longer marked at the end', async ({
  win,
  open,
}) => {
  await open('#/read/trafficking-azerbaijan/tier-placement')
  await win.keyboard.press('Control+f')
  const bar = win.getByRole('search', { name: 'Find in this page' })
  await bar.getByRole('textbox').fill('watch list')
  const count = bar.locator('.marks-count')
  await expect(count).toHaveText(/^1 of \d+$/)
  const total = Number((await count.textContent())?.split(' of ')[1])
  const found = (await highlighted(win, 'found')).map(({ text }) => text)
  expect(found).toHaveLength(total)
  for (const text of found) expect(text).toMatch(/^watch\slist$/i)
  await win.keyboard.press('Enter')
  await expect(count).toHaveText(`2 of ${total}`)
  await win.keyboard.press('Shift+F3')
  await expect(count).toHaveText(`1 of ${total}`)
  await win.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  expect(await win.evaluate(() => CSS.highlights.has('found'))).toBe(false)
})

test('accents are left aside unless asked, and a whole word is not found inside another', async ({
  win,
  open,
}) => {
  await open('#/read/trafficking-azerbaijan/glossary')
  await win.keyboard.press('Control+f')
  const bar = win.getByRole('search', { name: 'Find in this page' })
  await bar.getByRole('textbox').fill('mecburi emek')
  await expect(bar.locator('.marks-count')).toHaveText(/of/)
  await bar.getByRole('checkbox', { name: /Without accents/ }).uncheck()
  await expect(bar.locator('.marks-count')).toHaveText('not found')
  await bar.getByRole('textbox').fill('victi')
  await expect(bar.locator('.marks-count')).toHaveText(/of/)
  await bar.getByRole('checkbox', { name: 'Whole words' }).check()
  await expect(bar.locator('.marks-count')).toHaveText('not found')
})

test('folded text is found and unfolded', async ({ win, open }) => {
  await open('#/contents')
  await win.keyboard.press('Control+f')
  const bar = win.getByRole('search', { name: 'Find in this page' })
  await bar.getByRole('textbox').fill('Partnership with the United States')
  await expect(bar.locator('.marks-count')).toHaveText(/of/)
  await expect(win.getByRole('link', { name: /Partnership with the United States/ })).toBeVisible()
})

test('both wishes hold together: whole words, with or without their accents', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/glossary.az')
  await win.keyboard.press('Control+f')
  const bar = win.getByRole('search', { name: 'Find in this page' })
  await bar.getByRole('checkbox', { name: 'Whole words' }).check()
  await bar.getByRole('textbox').fill('mecburi')
  await expect(bar.locator('.marks-count')).toHaveText(/of/)
  const found = (await highlighted(win, 'found')).map(({ text }) => text)
  for (const text of found) expect(text).toMatch(/^məcburi$/i)
  await bar.getByRole('textbox').fill('mecbu')
  await expect(bar.locator('.marks-count')).toHaveText('not found')
})

test('sources folded above a narrow text are found, and unfold', async ({ win, open }) => {
  await win.setViewportSize({ width: 420, height: 900 })
  await open('#/read/trafficking-azerbaijan/tier-placement/by-year')
  const sources = win.locator('section[data-anchor=by-year] .many-sources')
  await expect(sources.locator('summary')).toHaveText(/^\d+ sources$/)
  const last = sources.locator('.source-button').last()
  await expect(last).toBeHidden()
  const name = (await last.locator('.source-name').textContent()) ?? ''
  await win.keyboard.press('Control+f')
  const bar = win.getByRole('search', { name: 'Find in this page' })
  await bar.getByRole('textbox').fill(name)
  await expect(bar.locator('.marks-count')).toHaveText(/of/)
  await expect(async () => {
    await win.keyboard.press('Enter')
    await expect(last).toBeVisible({ timeout: 200 })
  }).toPass()
  await win.keyboard.press('Escape')
  await win.setViewportSize({ width: 1280, height: 900 })
  await expect(sources.locator('summary')).toBeHidden()
  await expect(last).toBeVisible()
})

test('Ctrl+F again goes back to the field, and typing replaces its text', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/glossary')
  await win.keyboard.press('Control+f')
  const field = win.getByRole('search', { name: 'Find in this page' }).getByRole('textbox')
  await field.fill('victim')
  await win.locator('#main').focus()
  await win.keyboard.press('Control+f')
  await expect(field).toBeFocused()
  await win.keyboard.type('law')
  await expect(field).toHaveValue('law')
})

for (const [width, height] of [
  [1280, 800],
  [900, 700],
  [360, 900],
  [320, 256],
] as const) {
  test(`a match is between the toolbar and the bar in a window of ${width} × ${height}`, async ({
    win,
    open,
  }) => {
    await win.setViewportSize({ width, height })
    await open('#/read/trafficking-azerbaijan/glossary')
    await win.keyboard.press('Control+f')
    const bar = win.getByRole('search', { name: 'Find in this page' })
    await bar.getByRole('textbox').fill('person')
    await expect(bar.locator('.marks-count')).toHaveText(/^\d+ of \d\d/)
    for (let step = 0; step < 12; step++) {
      await win.keyboard.press('Enter')
      const { found, top, bottom } = await win.evaluate(() => {
        const [range] = [...(CSS.highlights.get('found-current') ?? [])] as Range[]
        const toolbar = document.querySelector('.toolbar')
        const over = toolbar && getComputedStyle(toolbar).position === 'sticky'
        return {
          found: range?.getBoundingClientRect().toJSON() as DOMRect,
          top: over ? toolbar.getBoundingClientRect().bottom : 0,
          bottom: document.querySelector('.find-bar')?.getBoundingClientRect().top ?? 0,
        }
      })
      expect(found.top).toBeGreaterThanOrEqual(top)
      expect(found.bottom).toBeLessThanOrEqual(bottom)
    }
  })
}

test('the app’s own buttons and fields are not counted as words of the page', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/criminal-code')
  await expect(win.getByRole('button', { name: /^Copy reference/ }).first()).toBeVisible()
  await win.keyboard.press('Control+f')
  const bar = win.getByRole('search', { name: 'Find in this page' })
  for (const own of ['copy reference', 'add to list', 'save sources']) {
    await bar.getByRole('textbox').fill(own)
    await expect(bar.locator('.marks-count')).toHaveText('not found')
  }
  await bar.getByRole('textbox').fill('144-1')
  await expect(bar.locator('.marks-count')).toHaveText(/^\d+ of \d+$/)
})
