/** The screens that are photographed, and how each is brought about. */
import type { Page } from '@playwright/test'
import type { InterfaceLanguage, Settings } from '../src-bridge/settings.ts'

export type Screen = {
  readonly name: string
  /** The place in the page. */
  readonly hash: string
  /** The actions of a reader before the picture is taken. Done again in every width. */
  readonly act?: (page: Page) => Promise<void>
  /** What brings the page back to where it was. */
  readonly leave?: (page: Page) => Promise<void>
}

const pack = 'trafficking-azerbaijan'
const lead = 'human-trafficking-in-azerbaijan'

/** Texts and queries in each language: the lead article and the glossary are there in all three. */
const texts: Readonly<Record<InterfaceLanguage, { ending: string; beside: string; query: string }>> = {
  en: { ending: '', beside: '.az', query: 'shelter' },
  az: { ending: '.az', beside: '', query: 'sığınacaq' },
  ru: { ending: '.ru', beside: '', query: 'приют' },
}

/** The print preview has drawn its first page. */
const previewed = async (page: Page): Promise<void> => {
  await page.locator('.pages canvas').first().waitFor()
  await page.waitForLoadState('networkidle')
}

const found = (page: Page): Promise<void> => page.locator('.hits .hit').first().waitFor()

const press = (keys: string) => (page: Page) => page.keyboard.press(keys)

/** Lists the first three hits, unless something is listed already. */
async function list(page: Page): Promise<void> {
  await found(page)
  const toggles = page.locator('.hits .hit .text-button')
  if ((await page.locator('.rail-count').count()) > 0) return
  for (const at of [0, 1, 2]) await toggles.nth(at).click()
}

/** Bookmarks the section for as long as the window is open, and shows what is kept. */
async function bookmark(page: Page): Promise<void> {
  await page.keyboard.press('Control+b')
  await page.locator('dialog.question .button').nth(1).click()
  await page.evaluate(() => {
    location.hash = '#/kept'
  })
  await page.locator('.bookmarks li').first().waitFor()
}

/** Every screen, as somebody sees it who reads in this language. */
export function screensIn(language: InterfaceLanguage): readonly Screen[] {
  const { ending, beside, query } = texts[language]
  const article = `#/read/${pack}/${lead}${ending}`
  const section = `${article}/assistance-centre`
  return [
    { name: 'home', hash: '#/' },
    { name: 'contents', hash: '#/contents' },
    { name: 'article', hash: article },
    { name: 'section', hash: section },
    {
      name: 'source',
      hash: section,
      act: (page) => page.locator('section[data-anchor=assistance-centre] .citation button').first().click(),
      leave: press('Escape'),
    },
    { name: 'marks', hash: `${section}?q=${encodeURIComponent(query)}` },
    {
      name: 'find',
      hash: section,
      act: async (page) => {
        await page.keyboard.press('Control+f')
        await page.locator('.find-bar input[type=text]').fill('152')
      },
      leave: press('Escape'),
    },
    {
      name: 'keep-question',
      hash: section,
      act: async (page) => {
        await page.keyboard.press('Control+b')
        await page.locator('dialog.question').waitFor()
      },
      leave: press('Escape'),
    },
    {
      name: 'appearance',
      hash: section,
      act: (page) => page.locator('#appearance-button').click(),
      leave: (page) => page.locator('#appearance-button').click(),
    },
    { name: 'figure', hash: `#/read/${pack}/tier-placement/by-year` },
    { name: 'table', hash: `#/read/${pack}/crimes-in-figures` },
    { name: 'help-numbers', hash: `#/read/${pack}/help-numbers${ending}` },
    { name: 'glossary', hash: `#/read/${pack}/glossary${ending}` },
    { name: 'news', hash: `#/read/${pack}/2025-us-report${ending}` },
    {
      name: 'beside',
      hash: `#/beside/${pack}/${lead}${ending}/assistance-centre/${lead}${beside}/assistance-centre`,
    },
    { name: 'search-empty', hash: '#/search' },
    { name: 'search-hits', hash: `#/search?q=${encodeURIComponent(query)}`, act: found },
    { name: 'search-nothing', hash: '#/search?q=xyzzyqwv' },
    {
      name: 'search-number',
      hash: '#/search?q=152',
      act: (page) => page.locator('.direct').first().waitFor(),
    },
    {
      name: 'suggestions',
      hash: `#/search?q=${encodeURIComponent(query.slice(0, 4))}`,
      act: async (page) => {
        await found(page)
        await page.locator('#search-field').focus()
        await page.keyboard.press('ArrowDown')
        await page.locator('.suggestion').first().waitFor()
      },
      leave: press('Escape'),
    },
    {
      name: 'help',
      hash: '#/contents',
      act: async (page) => {
        await page.keyboard.press('F1')
        await page.locator('dialog.help-dialog').waitFor()
      },
      leave: press('Escape'),
    },
    {
      name: 'print',
      hash: `#/print/${pack}/${lead}${ending}/assistance-centre`,
      act: previewed,
    },
    { name: 'print-hits', hash: `#/search/print?q=${encodeURIComponent(query)}`, act: previewed },
    { name: 'settings', hash: '#/settings' },
    { name: 'kept', hash: '#/kept' },
    { name: 'about', hash: '#/about' },
    { name: 'nowhere', hash: '#/nowhere' },
    {
      name: 'hidden',
      hash: '#/',
      act: async (page) => {
        await page.locator('.hide-button').click()
        await page.locator('.cover').waitFor()
      },
      leave: (page) => page.locator('.cover button').click(),
    },
    { name: 'list-empty', hash: '#/list' },
    { name: 'search-listing', hash: `#/search?q=${encodeURIComponent(query)}`, act: list },
    { name: 'list', hash: '#/list' },
    { name: 'list-print', hash: '#/list/print', act: previewed },
    // Last: the answer holds until the page is drawn again.
    { name: 'bookmarks', hash: section, act: bookmark },
  ]
}

/** CSS pixels: an old laptop, half of a larger screen, a narrow window or large zoom. */
export const widths = { 1280: 800, 900: 900, 360: 1000 } as const

const article = `#/read/${pack}/${lead}`

/** The README's pictures, by file name in docs/pictures, and what the reader set for each. */
export const pictures: readonly (Screen & { readonly settings?: Partial<Settings> })[] = [
  { name: 'reading', hash: `${article}/assistance-centre` },
  { name: 'searching', hash: '#/search?q=shelter', act: found },
  { name: 'printing', hash: `#/print/${pack}/${lead}/assistance-centre`, act: previewed },
  {
    name: 'chart',
    hash: `#/read/${pack}/tier-placement/by-year`,
    settings: { theme: 'dark' },
  },
  {
    name: 'beside',
    hash: `#/beside/${pack}/${lead}.az/assistance-centre/${lead}/assistance-centre`,
    settings: { theme: 'sepia', interfaceLanguage: 'az' },
  },
]

/** The section whose printed page is in the README. */
export const printed = { pack, article: lead, anchor: 'assistance-centre' }
