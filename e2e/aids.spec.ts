// Aids to reading: a closer look at links and words, marks in one article, the last searches, and reading aloud.
import { expect, needsMain, searchField, test, type Page } from './app.ts'
import { leadArticle } from './everyscreen.ts'

const preview = (win: Page) => win.getByRole('dialog', { name: /^Preview/ })

test('the pointer on a link shows its section, stays while it is on the box, and Esc closes it', async ({
  win,
  open,
}) => {
  await open(leadArticle)
  const link = win.locator('.article-text .text a[href^="#/read/"]').first()
  await link.hover()
  await expect(preview(win)).toBeVisible()
  await expect(preview(win)).toContainText(/Facts/)
  await expect(preview(win).locator(':focus')).toHaveCount(0)
  await preview(win).hover()
  await expect(preview(win)).toBeVisible()
  await win.keyboard.press('Escape')
  await expect(preview(win)).toHaveCount(0)

  await link.focus()
  await win.keyboard.press('Alt+ArrowDown')
  await expect(preview(win)).toBeFocused()
  await win.keyboard.press('Escape')
  await expect(link).toBeFocused()
  await win.keyboard.press('Alt+ArrowDown')
  await preview(win).getByRole('button', { name: 'Open beside' }).click()
  await expect(win.getByRole('region', { name: /^Second pane/ })).toBeVisible()
})

test('a double click on a term offers it in three languages, and a local voice reads a section aloud', async ({
  win,
  open,
}) => {
  await win.evaluate(() => {
    const said: string[] = []
    const synthesis = {
      getVoices: () => [{ name: 'Anna', lang: 'en-GB', localService: true }],
      addEventListener: () => undefined,
      speak: (utterance: SpeechSynthesisUtterance) => {
        said.push(utterance.text)
        if (said.length < 3) setTimeout(() => utterance.onend?.({} as SpeechSynthesisEvent))
      },
      cancel: () => undefined,
    }
    Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true })
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
      value: class {
        readonly text: string
        constructor(text: string) {
          this.text = text
        }
      },
      configurable: true,
    })
    Object.assign(globalThis, { read: said })
  })
  await open(`${leadArticle}/assistance-centre`)
  await win.evaluate(async () => {
    const walker = document.createTreeWalker(
      document.querySelector('.article-text') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.search(/\bvictims?\b/) ?? -1
      if (at === -1 || !node.parentElement?.closest('.text p')) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 6)
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
      node.parentElement.scrollIntoView({ block: 'center' })
      // The events of the scrolling come first.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      node.parentElement.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
      return
    }
  })
  await win.getByRole('button', { name: /^Look up/ }).click()
  const term = win.getByRole('dialog', { name: /^The term/ })
  await expect(term.locator('[lang="az"]').first()).toBeVisible()
  await expect(term.locator('[lang="ru"]').first()).toBeVisible()
  await win.keyboard.press('Escape')

  const margin = win.getByRole('complementary', { name: /^About: Assistance Centre/ })
  await margin.getByRole('button', { name: /^Listen/ }).click()
  await expect
    .poll(() => win.evaluate(() => (globalThis as unknown as { read: string[] }).read.length))
    .toBe(3)
  await expect.poll(() => win.evaluate(() => CSS.highlights.get('spoken')?.size)).toBe(1)
  await margin.getByRole('button', { name: 'Pause' }).click()
  await margin.getByRole('button', { name: 'Go on' }).click()
  await margin.getByRole('button', { name: 'Stop' }).click()
  await expect(margin.getByRole('button', { name: /^Listen/ })).toBeVisible()
})

test('words are marked in one article, and the last searches are offered in the empty field', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await open(leadArticle)
  await win.getByRole('textbox', { name: 'Search in this article' }).fill('shelters')
  await win.keyboard.press('Enter')
  await expect(win.locator('.marks-count')).toHaveText(/^1 of \d+$/)
  await searchField(win).fill('tier placement')
  await win.keyboard.press('Enter')
  await searchField(win).fill('')
  await win.keyboard.press('ArrowDown')
  await expect(win.getByRole('group', { name: /^Searched before/ }).getByRole('option')).toHaveText([
    'tier placement',
    'shelters',
  ])
})
