// What a page says of itself to those who don't see it: headings, landmarks, languages, names.
import { expect, searchField, test } from './app.ts'
import { everyScreen, leadArticle, settled, show, speaking } from './everyscreen.ts'

for (const [name, screen] of Object.entries(everyScreen)) {
  test(`A4: one first heading, no level left out, landmarks named and distinct on: ${name}`, async ({
    win,
    open,
  }) => {
    await show(screen, win, open)
    const { headings, landmarks } = await win.evaluate(() => {
      // What lies under a question that is open is out of reach.
      const root = document.querySelector('dialog[open]') ?? document.body
      const shown = <Found extends Element>(selector: string): Found[] =>
        [...root.querySelectorAll<Found>(selector)].filter((element) => element.checkVisibility())
      const nameOf = (element: Element): string =>
        element.getAttribute('aria-label') ??
        document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent?.trim() ??
        ''
      return {
        headings: shown('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1))),
        landmarks: shown('main, nav, header.toolbar, search, aside, [role=search]').map((element) =>
          `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${nameOf(element)}`.trim(),
        ),
      }
    })
    const dialog = await win.locator('dialog[open]').count()
    expect(headings.filter((depth) => depth === 1)).toHaveLength(dialog === 0 ? 1 : 0)
    expect(Math.min(...headings)).toBe(dialog === 0 ? 1 : 2)
    // Beside the text stands a list, whose heading comes before the text's: the depth never grows by more than one.
    for (const [at, depth] of headings.entries()) {
      if (at > 0)
        expect(depth - (headings[at - 1] ?? 0), `${headings.slice(0, at + 1)}`).toBeLessThanOrEqual(1)
    }
    expect(new Set(landmarks).size, String(landmarks)).toBe(landmarks.length)
    if (dialog === 0) expect(landmarks.filter((one) => one.startsWith('main'))).toHaveLength(1)
    for (const one of landmarks.filter((each) => /^(nav|aside)/.test(each))) expect(one).toMatch(/ \S/)
  })
}

test('A9: the title of the page names the place and never what is read, wherever one goes', async ({
  win,
  open,
}) => {
  for (const [hash, title] of [
    ['#/', 'Home – Fieldshelf'],
    ['#/search?q=shelter', 'Search – Fieldshelf'],
    [`${leadArticle}/assistance-centre`, 'Reading – Fieldshelf'],
    ['#/print/trafficking-azerbaijan/tier-placement', 'Print – Fieldshelf'],
    ['#/settings', 'Settings – Fieldshelf'],
    ['#/nowhere', 'There is no such section – Fieldshelf'],
  ] as const) {
    await open(hash)
    await expect(win).toHaveTitle(title)
  }
})

test('A9: the window’s own title is the app’s name, always', async ({ app, win, open }) => {
  test.skip(app === null, 'the browser host has no window of its own')
  const title = () => app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  for (const hash of ['#/search?q=shelter', leadArticle]) {
    await open(hash)
    await settled(win)
    expect(await title()).toBe('Fieldshelf')
  }
})

test('A16: every passage in another language than the page says so', async ({ win, open, reload }) => {
  for (const language of ['en', 'ru'] as const) {
    await speaking(win, language, reload)
    for (const hash of [
      leadArticle,
      '#/read/trafficking-azerbaijan/glossary',
      '#/contents',
      '#/search?q=152',
      '#/',
    ]) {
      await open(hash)
      await settled(win)
      const unmarked = await win.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const found: string[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent ?? ''
          const said = node.parentElement?.closest('[lang]')?.getAttribute('lang')?.split('-')[0]
          if (/[əğışƏĞİŞ]/.test(text) && said !== 'az') found.push(`${said}: ${text}`)
          if (/\p{Script=Cyrillic}/u.test(text) && said !== 'ru') found.push(`${said}: ${text}`)
        }
        return found
      })
      expect(unmarked, `${language} ${hash}`).toEqual([])
    }
  }
})

test('A16: what stands on a page of the preview is read in the language of the paper', async ({
  app,
  win,
  open,
}) => {
  test.skip(app === null, 'the browser host shows no pages before they are printed')
  await open('#/print/trafficking-azerbaijan/help-numbers.az/before-you-print')
  const text = win.locator('.pages section p').first()
  await expect(text).toContainText('vərəqə yazın')
  await expect(text).toHaveAttribute('lang', 'az')
})

test('A16: capitals and small letters are those of Azerbaijani', async ({ win }) => {
  for (const typed of ['QURBANI', 'qurbanı', 'QURBANİ']) {
    await searchField(win).fill(typed)
    await expect(
      win
        .locator('.hits mark')
        .filter({ hasText: /qurban/i })
        .first(),
    ).toBeVisible()
  }
})

test('A20: nothing is said by a tooltip alone, icons have words, drawings are left out', async ({
  win,
  open,
}) => {
  for (const [name, screen] of Object.entries(everyScreen)) {
    await open('#/')
    await show(screen, win, open)
    const wrong = await win.evaluate(() => {
      const tooltips = [...document.querySelectorAll('[title]')].map((element) =>
        element.outerHTML.slice(0, 80),
      )
      const bare = [...document.querySelectorAll('button, a[href]')]
        .filter((element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() === '')
        .map((element) => element.outerHTML.slice(0, 80))
      const spoken = [...document.querySelectorAll('svg')]
        .filter((svg) => svg.closest('[aria-hidden=true]') === null && svg.getAttribute('role') !== 'img')
        .map((svg) => svg.outerHTML.slice(0, 80))
      return [...tooltips, ...bare, ...spoken]
    })
    expect(wrong, name).toEqual([])
    await win.keyboard.press('Escape')
    if (name === 'screen hidden') await win.getByRole('button', { name: 'Return' }).click()
  }
})
