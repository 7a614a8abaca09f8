// How the text is set: as many characters on a line as the reader chose, in every font and size.
import type { Settings } from '../src-bridge/settings.ts'
import { fonts, measures, spacings } from '../src-bridge/settings.ts'
import { expect, searchField, test, type Page } from './app.ts'
import { highlighted } from './highlights.ts'

const article = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan'

/** As the page does it when a setting is changed. */
async function set(
  win: Page,
  open: (hash: string) => Promise<void>,
  change: Partial<Settings>,
): Promise<void> {
  await open('#/settings')
  for (const [name, value] of Object.entries(change)) {
    const options = { font: fonts, measure: measures, spacing: spacings, textSize: [16, 18, 20, 22, 26, 32] }
    const at = (options[name as keyof typeof options] as readonly unknown[]).indexOf(value)
    await win.locator(`input[name="${name}"]`).nth(at).check()
  }
  await open(article)
  await expect(win.locator('.article-text .text > p').first()).toBeVisible()
  await win.evaluate(() => document.fonts.ready)
}

/** Characters a line, on average over the lines of all long paragraphs; a last line counts for its part. */
const charactersOnLine = (win: Page): Promise<number> =>
  win.evaluate(() => {
    let characters = 0
    let lines = 0
    for (const paragraph of document.querySelectorAll<HTMLElement>('.article-text .text > p')) {
      const text = paragraph.textContent.trim()
      if (text.length < 200) continue
      const range = document.createRange()
      range.selectNodeContents(paragraph)
      const { height, width } = paragraph.getBoundingClientRect()
      const count = Math.round(height / Number.parseFloat(getComputedStyle(paragraph).lineHeight))
      const bottom = paragraph.getBoundingClientRect().bottom
      const last = [...range.getClientRects()].filter((rect) => rect.bottom > bottom - height / count)
      const end = Math.max(...last.map((rect) => rect.right)) - paragraph.getBoundingClientRect().left
      characters += text.length
      lines += count - 1 + end / width
    }
    return characters / lines
  })

for (const font of fonts) {
  const tag = font === 'literata' ? [] : '@long'
  test(
    `A13: at 32 px a line of ${font} has 45 to 80 characters, whatever its length and spacing`,
    { tag },
    async ({ win, open }) => {
      await win.setViewportSize({ width: 2400, height: 900 })
      const found: Record<string, number> = {}
      for (const measure of measures) {
        for (const spacing of spacings) {
          await set(win, open, { font, textSize: 32, measure, spacing })
          found[`${measure} ${spacing}`] = Math.round(await charactersOnLine(win))
        }
      }
      for (const [at, count] of Object.entries(found)) {
        expect(count, at).toBeGreaterThanOrEqual(45)
        expect(count, at).toBeLessThanOrEqual(80)
      }
    },
  )
}

test('beside large text the margin gives way: at 1280 px a line keeps 45 characters', async ({
  win,
  open,
}) => {
  await set(win, open, { font: 'andika', textSize: 32, measure: 66, spacing: 'normal' })
  expect(await charactersOnLine(win)).toBeGreaterThanOrEqual(45)
})

test('Andika is read only when it is chosen', async ({ win, open }) => {
  const andika = (): Promise<string[]> =>
    win.evaluate(() =>
      [...document.fonts]
        .filter(({ family, status }) => family.includes('Andika') && status !== 'unloaded')
        .map(({ status }) => status),
    )
  await open(article)
  await expect(win.locator('.article-text .text > p').first()).toBeVisible()
  expect(await andika()).toEqual([])
  await set(win, open, { font: 'andika' })
  expect(await andika()).toContain('loaded')
})

test('the sample in Settings is set as the article will be', async ({ win, open }) => {
  await open('#/settings')
  const sample = win.locator('.sample .text')
  const styleOf = (): Promise<string[]> =>
    sample.evaluate((text) => {
      const { fontFamily, letterSpacing, wordSpacing, fontSize } = getComputedStyle(text)
      return [fontFamily.split(',')[0] ?? '', letterSpacing, wordSpacing, fontSize]
    })
  await win.getByRole('radio', { name: /^Andika/ }).check()
  await win.getByRole('radio', { name: 'Wider' }).check()
  expect(await styleOf()).toEqual(['Andika', '2.16px', '2.88px', '18px'])
  await win.getByRole('button', { name: 'Reset' }).click()
  expect(await styleOf()).toEqual(['Literata', 'normal', '0px', '18px'])
})

test('a number and its word stay on one line, and are found and copied with plain spaces', async ({
  win,
  open,
}) => {
  await open('#/read/trafficking-azerbaijan/tier-placement')
  await win.setViewportSize({ width: 420, height: 800 })
  await win.keyboard.press('Control+f')
  const bar = win.getByRole('search', { name: 'Find in this page' })
  await bar.getByRole('textbox').fill('tier 2')
  await expect(bar.locator('.marks-count')).toHaveText(/of/)
  const lines = (await highlighted(win, 'found')).map((one) => one.lines)
  expect(lines.length).toBeGreaterThan(10)
  expect(new Set(lines)).toEqual(new Set([1]))
  await win.keyboard.press('Escape')

  // Fewer letters than take their source with them: the browser's own copying.
  const selected = await win.evaluate(() => {
    const heading = document.querySelector('#heading-what-tier-2-means')
    document.getSelection()?.selectAllChildren(heading?.lastElementChild ?? document.body)
    return document.getSelection()?.toString()
  })
  expect(selected).toBe('What Tier\u00a02 means')
  await win.keyboard.press('Control+c')
  await searchField(win).focus()
  await win.keyboard.press('Control+v')
  await expect
    .poll(() => searchField(win).evaluate((field) => (field as HTMLInputElement).value))
    .toBe('What Tier 2 means')
})

test('the mark of a source never begins a line: it stays beside what it vouches for', async ({
  win,
  open,
}) => {
  await open('#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan')
  let seen = 0
  for (let width = 340; width <= 700; width += 15) {
    await win.setViewportSize({ width, height: 800 })
    const { marks, alone } = await win.evaluate(() => {
      /** The last letter before a mark within its own line of text. */
      const letterBefore = (mark: Element): DOMRect | null => {
        const line = mark.closest('p, li')
        if (!line) return null
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        let before: Text | null = null
        for (let node = walker.nextNode(); node && !mark.contains(node); node = walker.nextNode())
          if (!node.parentElement?.closest('.citation') && (node as Text).data.trim() !== '')
            before = node as Text
        if (!before) return null
        const range = document.createRange()
        const end = before.data.trimEnd().length
        range.setStart(before, end - 1)
        range.setEnd(before, end)
        return range.getBoundingClientRect()
      }
      const all = [...document.querySelectorAll('.text .citation button')].flatMap((mark) => {
        const letter = letterBefore(mark)
        return letter ? [{ mark, letter }] : []
      })
      return {
        marks: all.length,
        alone: all
          .filter(({ mark, letter }) => mark.getBoundingClientRect().left < letter.left)
          .map(({ mark }) => mark.closest('p, li')?.textContent.slice(0, 40)),
      }
    })
    seen += marks
    expect(alone, `${width} px`).toEqual([])
  }
  expect(seen).toBeGreaterThan(500)
})
