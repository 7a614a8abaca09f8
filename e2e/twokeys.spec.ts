// A section is printed in two keystrokes, with what is below it and without, from each place that names it.
import { expect, needsMain, test, type Page } from './app.ts'

const article = 'trafficking-azerbaijan/human-trafficking-in-azerbaijan'
const anchor = 'measures'
const title = 'Measures and efforts: what the state has put in place'

/** Brings the focus to the section, where it is named. */
type Focus = (win: Page, open: (hash: string) => Promise<void>) => Promise<void>

const places: Readonly<Record<string, Focus>> = {
  'its heading': async (win, open) => {
    await open(`#/read/${article}/${anchor}`)
    await expect(win.locator(`#heading-${anchor}`)).toBeFocused()
  },
  'the contents list': async (win, open) => {
    await open(`#/read/${article}`)
    const contents = win.getByRole('navigation', { name: 'In this article' })
    const link = contents.getByRole('link', { name: title })
    await link.focus()
    await expect(link).toBeFocused()
  },
  'a search hit': async (win, open) => {
    await open(`#/search?q=${encodeURIComponent(`"${title}"`)}`)
    const hit = win.locator(`.hits .hit h2 a[href*="/${article}/${anchor}"]`)
    await hit.focus()
    await expect(hit).toBeFocused()
  },
}

for (const [place, focusThere] of Object.entries(places))
  for (const [keys, subsections] of [
    ['Control+p', true],
    ['Control+Shift+E', false],
  ] as const)
    test(`from ${place}, ${keys} and Enter print the section ${subsections ? 'with' : 'without'} what is below it`, async ({
      app,
      win,
      open,
    }) => {
      needsMain(app)
      await focusThere(win, open)
      await win.keyboard.press(keys)
      await expect(win.getByRole('heading', { level: 1 })).toHaveText(`Print: ${title}`)
      await expect(win.getByRole('button', { name: 'Print…' })).toBeFocused()
      await expect(win.getByRole('checkbox', { name: 'The sections below it' })).toBeChecked({
        checked: subsections,
      })
      await win.keyboard.press('Enter')
      // There is no printer in the test: that it was asked for one is what can be seen.
      await expect(win.getByRole('alert')).toContainText('Save a PDF instead')
    })
