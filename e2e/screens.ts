/** The screens that are photographed, and how each is brought about. */
import type { Page } from '@playwright/test'

export type Screen = {
  readonly name: string
  /** The place in the page. */
  readonly hash: string
  /** What a reader does there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

const pack = 'trafficking-azerbaijan'
const article = `#/read/${pack}/human-trafficking-in-azerbaijan`

/** The print preview has drawn its first page. */
const previewed = async (page: Page): Promise<void> => {
  await page.locator('.pages canvas').first().waitFor()
  await page.waitForLoadState('networkidle')
}

const found = (page: Page): Promise<void> => page.locator('.hits .hit').first().waitFor()

export const screens: readonly Screen[] = [
  { name: 'home', hash: '#/' },
  { name: 'contents', hash: '#/contents' },
  { name: 'article', hash: article },
  { name: 'section', hash: `${article}/assistance-centre` },
  {
    name: 'source',
    hash: `${article}/assistance-centre`,
    act: (page) => page.locator('section[data-anchor=assistance-centre] .citation button').first().click(),
  },
  { name: 'marks', hash: `${article}/assistance-centre?q=shelter` },
  { name: 'figure', hash: `#/read/${pack}/tier-placement/by-year` },
  { name: 'glossary', hash: `#/read/${pack}/glossary` },
  { name: 'news', hash: `#/read/${pack}/2017-us-report` },
  { name: 'search-empty', hash: '#/search' },
  { name: 'search-hits', hash: '#/search?q=shelter', act: found },
  { name: 'search-nothing', hash: '#/search?q=xyzzyqwv' },
  {
    name: 'print',
    hash: `#/print/${pack}/human-trafficking-in-azerbaijan/assistance-centre`,
    act: previewed,
  },
  { name: 'settings', hash: '#/settings' },
  { name: 'about', hash: '#/about' },
  { name: 'nowhere', hash: '#/nowhere' },
]

/** CSS pixels: an old laptop, half of its screen, and 400 % zoom. */
export const sizes = {
  laptop: { width: 1366, height: 768 },
  half: { width: 683, height: 728 },
  zoomed: { width: 342, height: 640 },
} as const

/** The README's pictures, by file name in docs/pictures. */
export const pictures: readonly Screen[] = [
  { name: 'reading', hash: `${article}/assistance-centre` },
  { name: 'searching', hash: '#/search?q=shelter', act: found },
  {
    name: 'printing',
    hash: `#/print/${pack}/human-trafficking-in-azerbaijan/assistance-centre`,
    act: previewed,
  },
]

/** The section whose printed page stands in the README. */
export const printed = { pack, article: 'human-trafficking-in-azerbaijan', anchor: 'assistance-centre' }
