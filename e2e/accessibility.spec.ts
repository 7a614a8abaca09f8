// What axe can see, on every screen and in every theme; and what it can't: zoom, spacing, forced colours.
import axe from 'axe-core'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'

const article = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan'

const screens = {
  home: '#/',
  contents: '#/contents',
  article,
  'article with marks': `${article}/assistance-centre?q=shelter`,
  'article with a data figure': '#/read/trafficking-azerbaijan/tier-placement/by-year',
  glossary: '#/read/trafficking-azerbaijan/glossary',
  news: '#/read/trafficking-azerbaijan/2017-us-report',
  'search, empty': '#/search',
  'search, hits': '#/search?q=shelter',
  'search, nothing found': '#/search?q=xyzzyqwv',
  'search, hits to print': '#/search/print?q=shelter',
  settings: '#/settings',
  'what is kept': '#/kept',
  'side by side':
    '#/beside/trafficking-azerbaijan/human-trafficking-in-azerbaijan/assistance-centre/human-trafficking-in-azerbaijan.az/assistance-centre',
  about: '#/about',
  'no such section': '#/nowhere',
  print: '#/print/trafficking-azerbaijan/tier-placement/by-year',
  'print list': '#/list',
}

const themes = ['light', 'sepia', 'dark', 'contrast']

async function settled(win: Page): Promise<void> {
  await expect(win.locator('h1').first()).toBeAttached()
  await expect(win.locator('.opening')).toHaveCount(0)
}

async function violations(win: Page): Promise<string[]> {
  await win.evaluate(axe.source)
  return win.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run(document, { runOnly: tags })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

for (const [name, hash] of Object.entries(screens)) {
  test(`axe finds nothing on: ${name}`, async ({ win, open }) => {
    await open(hash)
    await settled(win)
    for (const theme of themes) {
      await win.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
      expect(await violations(win), theme).toEqual([])
    }
  })
}

test('at 400 % zoom nothing scrolls sideways', async ({ win, open }) => {
  await win.setViewportSize({ width: 320, height: 256 })
  for (const hash of Object.values(screens)) {
    await open(hash)
    await settled(win)
    const { scroll, client } = await win.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }))
    expect(scroll, hash).toBeLessThanOrEqual(client)
  }
})

test('wider letter, word and line spacing clips no text', async ({ win, open }) => {
  await open(article)
  await settled(win)
  const clipped = await win.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *, .toolbar *, .rail *')) {
      for (const [name, value] of [
        ['line-height', '1.5'],
        ['letter-spacing', '0.12em'],
        ['word-spacing', '0.16em'],
      ] as const) {
        element.style.setProperty(name, value, 'important')
      }
    }
    const cut = (element: Element): boolean => {
      const { overflowY, display } = getComputedStyle(element)
      return overflowY === 'hidden' && display !== 'inline' && element.scrollHeight > element.clientHeight + 1
    }
    return [...document.querySelectorAll('main *, .toolbar *, .rail *')]
      .filter((element) => !element.closest('.visually-hidden') && cut(element))
      .map((element) => element.className)
  })
  expect(clipped).toEqual([])
  expect(await win.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

test('in forced colours buttons keep a border and marks an outline', async ({ win, open }) => {
  await win.emulateMedia({ forcedColors: 'active' })
  await open('#/search?q=shelter')
  await expect(win.locator('.hit mark').first()).toBeVisible()
  const outline = await win
    .locator('.hit mark')
    .first()
    .evaluate((mark) => getComputedStyle(mark).outlineStyle)
  expect(outline).toBe('solid')
  const border = await win
    .getByRole('button', { name: 'Back', exact: true })
    .evaluate((button) => getComputedStyle(button).borderTopStyle)
  expect(border).toBe('solid')
  await win.emulateMedia({ forcedColors: 'none' })
})

test('every passage in another language says so', async ({ win, open }) => {
  await open(article)
  await settled(win)
  const unmarked = await win.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    )
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const language = node.parentElement?.closest('[lang]')?.getAttribute('lang')
      if (/[əğışƏĞİŞ]/.test(node.textContent ?? '') && language === 'en') found.push(node.textContent ?? '')
    }
    return found
  })
  expect(unmarked).toEqual([])
})

test('axe finds nothing on the question of the first bookmark, and on a list of bookmarks', async ({
  win,
  open,
}) => {
  await open(`${article}/assistance-centre`)
  await settled(win)
  await win.keyboard.press('Control+b')
  await expect(win.getByRole('dialog')).toBeVisible()
  expect(await violations(win)).toEqual([])
  await win.getByRole('button', { name: 'Keep on this computer' }).click()
  await expect(win.getByRole('status').filter({ hasText: 'is bookmarked' })).toBeAttached()
  for (const hash of ['#/kept', '#/']) {
    await open(hash)
    await settled(win)
    await expect(win.getByRole('link', { name: /^Assistance Centre \(Aid/ }).first()).toBeVisible()
    for (const theme of themes) {
      await win.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
      expect(await violations(win), `${hash} ${theme}`).toEqual([])
    }
  }
})
