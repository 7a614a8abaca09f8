// Messages for a reader who does not look: each as it arrives in the one status region.
import { join } from 'node:path'
import { expect, needsMain, newProfile, removeProfile, searchField, test, type Page } from './app.ts'
import { leadArticle } from './everyscreen.ts'

/** Every sentence that was said since this was called, in order. */
async function listen(win: Page): Promise<() => Promise<string[]>> {
  await win.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const region = document.querySelector('.said')
    if (!region) throw new Error('There is no status region.')
    new MutationObserver(() => {
      if (region.textContent) said.push(region.textContent)
    }).observe(region, { childList: true, characterData: true, subtree: true })
  })
  return () => win.evaluate(() => (window as unknown as { said: string[] }).said)
}

test('A8: the region that speaks is there before anything is said, polite and read as a whole', async ({
  win,
}) => {
  const region = win.locator('.said')
  await expect(region).toHaveAttribute('role', 'status')
  await expect(region).toHaveAttribute('aria-atomic', 'true')
})

test('A8: while letters are typed nothing is said; the count follows the pause', async ({ win, open }) => {
  await open('#/search')
  const said = await listen(win)
  const pause = await searchField(win).evaluate(async (field) => {
    const type = (text: string): void => {
      ;(field as HTMLInputElement).value = text
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    const word = 'shelter'
    for (let length = 1; length <= word.length; length++) type(word.slice(0, length))
    const last = performance.now()
    await new Promise<void>((spoken) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.said')?.textContent) return
        observer.disconnect()
        spoken()
      }).observe(document.body, { childList: true, characterData: true, subtree: true })
    })
    return performance.now() - last
  })
  expect(pause).toBeGreaterThanOrEqual(500)
  expect(await said()).toEqual([expect.stringMatching(/^\d+ sections for “shelter”/)])
})

test('A8: a changed facet and a changed order say the count again, and keep the focus', async ({
  win,
  open,
}) => {
  await open('#/search?q=report')
  await expect(win.getByRole('status').filter({ hasText: 'sections for' })).toBeAttached()
  const said = await listen(win)
  const news = win.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /^News/ })
  await news.focus()
  await win.keyboard.press('Space')
  await expect.poll(said).toEqual([expect.stringMatching(/^\d+ sections? for “report”/)])
  expect(await win.getByRole('heading', { level: 1 }).textContent()).toBe((await said())[0])
  await expect(news).toBeFocused()
  const sort = win.getByRole('combobox', { name: 'Sort by' })
  await sort.selectOption('newest')
  await expect.poll(said).toHaveLength(2)
  const dates = await win.locator('.hit .hit-date').allTextContents()
  const days = dates.map((date) => Date.parse(date.replace(/^\D+/, '')))
  expect(days).toEqual(days.toSorted((a, b) => b - a))
})

test('A8: nothing found, a section listed, a copied reference and a mark are each said once', async ({
  win,
  open,
}) => {
  await open('#/search')
  let said = await listen(win)
  await searchField(win).fill('xyzzyqwv')
  await expect.poll(said).toEqual(['Nothing found for “xyzzyqwv”.'])
  await open(`${leadArticle}/assistance-centre?q=shelter`)
  const total = Number((await win.locator('.marks-count').textContent())?.split(' of ')[1])
  said = await listen(win)
  await win.keyboard.press('Control+d')
  await expect.poll(said).toEqual([expect.stringMatching(/is on the print list, which has 1 section\.$/)])
  await win.keyboard.press('F3')
  await expect.poll(async () => (await said()).at(-1)).toMatch(new RegExp(`^\\d+ of ${total}$`))
  await win.getByRole('button', { name: /Copy reference: Assistance Centre/ }).click()
  await expect.poll(async () => (await said()).at(-1)).toBe('Copied.')
})

test('A8: a saved PDF is said with its place', async ({ app, win, open }) => {
  needsMain(app)
  const folder = newProfile()
  const path = join(folder, 'sheet.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await open('#/print/trafficking-azerbaijan/tier-placement/by-year')
  await expect(win.locator('.pages canvas').first()).toBeVisible()
  const said = await listen(win)
  await win.keyboard.press('Control+s')
  await expect.poll(async () => (await said()).at(-1)).toContain(path)
  removeProfile(folder)
})

test('F3 goes through the marks of all sections, round from the last to the first, and back', async ({
  win,
  open,
}) => {
  await open(`${leadArticle}?q=shelter`)
  const count = win.locator('.marks-count')
  await expect(count).toHaveText(/^1 of \d+$/)
  const total = Number((await count.textContent())?.split(' of ')[1])
  const sections = new Set<string>()
  for (let step = 0; step < total; step++) {
    const section = await win.evaluate(() => {
      const [current] = CSS.highlights.get('mark-current') ?? []
      const node = (current as Range).startContainer.parentElement
      const box = (current as Range).getBoundingClientRect()
      return box.bottom > 0 ? (node?.closest('section')?.dataset['anchor'] ?? '') : ''
    })
    sections.add(section)
    await win.keyboard.press('F3')
    await expect(count).toHaveText(`${((step + 1) % total) + 1} of ${total}`)
  }
  expect(sections.size).toBeGreaterThan(2)
  await win.keyboard.press('Shift+F3')
  await expect(count).toHaveText(`${total} of ${total}`)
})

test('Alt+Left comes back to the same hit, with the focus on it, however far down', async ({ win, open }) => {
  await open('#/search?q=report')
  await win.getByRole('button', { name: 'Show more' }).click()
  const hit = win.locator('.hits .hit h2 a').nth(24)
  await hit.focus()
  const { title, scroll } = {
    title: await hit.textContent(),
    scroll: await win.evaluate(() => window.scrollY),
  }
  await win.keyboard.press('Enter')
  await expect(win.getByRole('article')).toBeVisible()
  await win.keyboard.press('Alt+ArrowLeft')
  await expect(win.locator('.hits .hit h2 a').nth(24)).toHaveText(title ?? '')
  await expect(win.locator('.hits .hit h2 a').nth(24)).toBeFocused()
  await expect.poll(() => win.evaluate(() => window.scrollY)).toBe(scroll)
})

test('a message that is on screen already is only spoken; another is shown too, above everything at the foot', async ({
  win,
  open,
}) => {
  const [region, message] = [win.locator('.said'), win.locator('.message')]
  await open('#/search?q=shelter')
  await expect(region).toHaveText(/^\d+ sections for “shelter”/)
  await expect(message).toHaveCount(0)

  await open(`${leadArticle}/assistance-centre`)
  await win.keyboard.press('Control+f')
  await win.keyboard.press('Control+d')
  await expect(region).toHaveText(/is on the print list/)
  const bar = await win.locator('.find-bar').boundingBox()
  await expect(message).toHaveText(/is on the print list/)
  const shown = await message.boundingBox()
  expect(shown?.height).toBeGreaterThan(20)
  expect((shown?.y ?? 0) + (shown?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
})

test('a count that is spoken after a message leaves the message on screen', async ({ win }) => {
  const region = win.locator('.said')
  await searchField(win).fill('152')
  await win.locator('.direct-answers').getByRole('button', { name: 'Copy: 152' }).click()
  await expect(win.locator('.message')).toHaveText('Copied.')
  await searchField(win).fill('shelter')
  await expect(region).toHaveText(/^\d+ sections for “shelter”/)
  await expect(win.locator('.message')).toHaveText('Copied.')
  expect((await win.locator('.message').boundingBox())?.height).toBeGreaterThan(20)
})
