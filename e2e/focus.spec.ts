// Where Tab leads, what the focus looks like, and where it lands.
import { expect, searchField, test, type Page } from './app.ts'
import { leadArticle, settled } from './everyscreen.ts'

type Stop = {
  /** Which part of the window. */
  readonly part: string
  readonly what: string
  readonly ringed: boolean
  readonly covered: boolean
  readonly again: boolean
}

/** Where the focus is now; null once it has left the page. */
function stopOf(win: Page): Promise<Stop | null> {
  return win.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const parts = {
      skip: '.skip',
      rail: '.rail',
      field: '.toolbar search',
      toolbar: '.toolbar',
      contents: '.article-contents',
      narrowing: '.narrowing',
      options: '.print-options',
      text: 'main',
      said: 'body',
    }
    const part = Object.entries(parts).find(([, selector]) => element.closest(selector))?.[0] ?? ''
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const [box = element.getBoundingClientRect()] = element.getClientRects()
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    const again = element.dataset['visited'] === 'yes'
    element.dataset['visited'] = 'yes'
    return {
      part,
      what:
        (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) || element.id,
      ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && boxShadow !== 'none',
      covered: !(
        top !== null &&
        (element.contains(top) || top.contains(element) || top.closest('label')?.contains(element))
      ),
      again,
    }
  })
}

/** Every stop from the start of the page to its end. */
async function stops(win: Page): Promise<Stop[]> {
  await win.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-visited]'))
      delete element.dataset['visited']
    getSelection()?.removeAllRanges()
    const start = document.createElement('span')
    start.tabIndex = -1
    document.body.prepend(start)
    start.focus()
    start.remove()
  })
  const found: Stop[] = []
  for (let step = 0; step < 600; step++) {
    await win.keyboard.press('Tab')
    const stop = await stopOf(win)
    if (stop === null || stop.again) return found
    found.push(stop)
  }
  throw new Error('Tab leads to no end.')
}

/** The parts in the order in which Tab comes to them. */
const order = (all: readonly Stop[]): string[] =>
  all.map(({ part }) => part).filter((part, at, parts) => part !== parts[at - 1])

const window = ['skip', 'rail', 'toolbar', 'field']
const screens = {
  home: ['#/', [...window, 'text']],
  contents: ['#/contents', [...window, 'text']],
  article: ['#/read/trafficking-azerbaijan/tier-placement', [...window, 'text', 'contents', 'text']],
  'search, empty': ['#/search', [...window, 'text']],
  'search, hits': ['#/search?q=indicator%20checklist', [...window, 'text', 'narrowing']],
  settings: ['#/settings', [...window, 'text']],
  'what is kept': ['#/kept', [...window, 'text']],
  about: ['#/about', [...window, 'text']],
  'print list': ['#/list', [...window, 'text']],
  'print preview': ['#/print/trafficking-azerbaijan/tier-placement/by-year', [...window, 'text', 'options']],
  'no such section': ['#/nowhere', [...window, 'text']],
} as const

for (const [name, [hash, expected]] of Object.entries(screens)) {
  test(`A6: Tab goes through ${name} in order to its end, every stop ringed and in sight`, async ({
    win,
    open,
  }) => {
    test.slow()
    await open(hash)
    await settled(win)
    if (name.startsWith('print p')) await expect(win.locator('.pages canvas').first()).toBeVisible()
    // What arriving focuses comes once the place is drawn.
    await expect(win.locator(':focus')).toBeAttached()
    if (hash.startsWith('#/search')) await expect(searchField(win)).toBeFocused()
    const all = await stops(win)
    expect(order(all)).toEqual(expected)
    expect(all.filter(({ ringed }) => !ringed).map(({ what }) => what)).toEqual([])
    expect(all.filter(({ covered }) => covered).map(({ what }) => what)).toEqual([])
  })
}

test('A5: the first stop hides the screen, the second skips to the text, on every place', async ({
  win,
  open,
}) => {
  for (const hash of ['#/contents', '#/settings', leadArticle]) {
    await open(hash)
    await settled(win)
    const [first, second] = await stops(win)
    expect([first?.what, second?.what]).toEqual(['Hide screen', 'Skip to the text'])
    const skip = win.getByRole('link', { name: 'Skip to the text' })
    await skip.focus()
    await expect(skip).toBeInViewport()
    await win.keyboard.press('Enter')
    await expect(win.locator('#main')).toBeFocused()
    expect(await win.evaluate(() => location.hash)).toBe(hash)
  }
})

test('A10: going to a place lands on its heading, or in the field where typing is next', async ({
  win,
  open,
}) => {
  const places = win.getByRole('navigation', { name: 'Places' })
  for (const [link, heading] of [
    ['Contents', 'Contents'],
    [/^Print list/, 'Print list'],
    ['Settings', 'Settings'],
    ['About', 'About'],
  ] as const) {
    await places.getByRole('link', { name: link }).click()
    await expect(win.getByRole('heading', { level: 1, name: heading })).toBeFocused()
  }
  for (const link of ['Search', 'Home']) {
    await places.getByRole('link', { name: link }).click()
    await expect(searchField(win)).toBeFocused()
  }
  await open(`${leadArticle}/assistance-centre`)
  await expect(win.locator('.section-heading:focus')).toContainText('Assistance Centre')
})

test('A10: a layer over the page gives the focus back when it closes', async ({ win, open }) => {
  await open('#/read/trafficking-azerbaijan/tier-placement')
  const opener = win.getByRole('navigation', { name: 'In this article' }).getByRole('link').nth(1)
  for (const [key, opened] of [
    ['Control+f', '.find-bar'],
    ['F1', 'dialog[open]'],
    ['Control+Shift+A', '.appearance-panel'],
    ['Control+b', 'dialog[open]'],
  ] as const) {
    await opener.focus()
    await win.keyboard.press(key)
    await expect(win.locator(opened)).toBeVisible()
    await win.keyboard.press('Escape')
    await expect(win.locator(opened)).toHaveCount(0)
    await expect(opener, key).toBeFocused()
  }
})

test('A19: a source stays open while the pointer goes to it and away, until Escape gives the focus back', async ({
  win,
  open,
}) => {
  await open(`${leadArticle}/who-is-affected`)
  const mark = win.locator('section[data-anchor=who-is-affected] .text .citation button').first()
  await mark.click()
  const source = win.getByRole('dialog', { name: /^Source \d+$/ })
  await source.hover()
  await win.mouse.move(5, 5)
  await expect(source).toBeVisible()
  await win.keyboard.press('Escape')
  await expect(source).toBeHidden()
  await expect(mark).toBeFocused()
})
