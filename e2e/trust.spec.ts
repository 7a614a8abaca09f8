// Who says it, as of when, and how sure it is: on screen in words.
import { expect, test } from './app.ts'

const article = '#/read/trafficking-azerbaijan/crimes-in-figures'

test('About says that the app never connects, its edition, the licences, and every source with its dates', async ({
  win,
  open,
}) => {
  await open('#/about')
  const page = win.locator('.about')
  await expect(page).toContainText('Fieldshelf never connects to anything. It sends nothing, fetches nothing')
  await expect(page).toContainText('Edition 2026-12. Facts as of 22 November 2026.')
  await expect(page).toContainText('Licence: CC BY 4.0')
  await expect(page).toContainText('SIL Open Font Licence 1.1')
  await expect(page).toContainText('MIT licence')
  const said = await win.getByRole('heading', { name: /^\d+ sources$/ }).textContent()
  const sources = page.locator('.source-list li')
  await expect(sources).toHaveCount(Number.parseInt(said ?? '', 10))
  const listed = await win.evaluate(async () => {
    const pack = (await (await fetch('library/trafficking-azerbaijan/pack.json')).json()) as {
      sources: { title: string }[]
    }
    return pack.sources.map(({ title }) => title)
  })
  expect(await sources.locator('cite').allTextContents()).toEqual(listed)
  for (const source of await sources.allTextContents()) expect(source).toMatch(/read \d+ \w+ \d{4}/)
})

test('About says it in every language', async ({ win, open }) => {
  for (const [language, sentence] of [
    ['Azərbaycanca', /heç vaxt/],
    ['Русский', /никогда/],
  ] as const) {
    await open('#/settings')
    await win.getByRole('radio', { name: language }).check()
    await open('#/about')
    await expect(win.locator('.about .lede')).toHaveText(sentence)
  }
})

test('an edition says that it is old from the day it has been for twelve months', async ({ win, reload }) => {
  const notice = win.locator('.home .notice')
  for (const [day, shown] of [
    ['2027-11-21T12:00:00', 0],
    ['2027-11-22T12:00:00', 1],
  ] as const) {
    await win.clock.setSystemTime(new Date(day))
    await reload()
    await expect(win.getByRole('heading', { name: 'Latest news summary' })).toBeVisible()
    await expect(notice).toHaveCount(shown)
  }
  await expect(notice).toContainText('This edition (2026-12) is more than a year old. Check phone numbers')
  await win.clock.setSystemTime(new Date())
})

test('a disputed section says so in words, with both values and who says each', async ({ win, open }) => {
  await open(`${article}/disputed`)
  const section = win.locator('section[data-anchor=disputed]')
  await expect(section.locator('.confidence')).toHaveText(/^Disputed\. Sources contradict each other/)
  for (const value of ['166', '141']) await expect(section.locator('.text')).toContainText(value)
  await expect(section.locator('.margin')).toContainText('Facts as of 22 November 2026')
  expect(await section.locator('.margin-sources li').count()).toBeGreaterThan(1)
})
