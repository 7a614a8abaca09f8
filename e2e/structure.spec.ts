// Titles and languages, as assistive technology is told them. Headings and landmarks: accessibility.spec.ts.
import { expect, searchField, test } from './app.ts'
import { leadArticle, settled } from './everyscreen.ts'

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

for (const language of ['en', 'ru'] as const)
  test.describe(() => {
    test.use({ settings: { interfaceLanguage: language } })
    test(`A16: every passage in another language than the page says so (${language})`, async ({
      win,
      open,
    }) => {
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
        expect(unmarked, hash).toEqual([])
      }
    })
  })

test('A16: the text on a page of the preview is read in the language of the paper', async ({
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
