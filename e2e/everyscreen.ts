/** Every screen of the app with its states, however they are brought about, for what must hold on all of them. */
import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import { expect, type Page } from './app.ts'
import { article, shelfFile } from './shelffiles.ts'
import type { InterfaceLanguage, Settings } from '../src-bridge/settings.ts'
import { defaultSettings } from '../src-bridge/settings.ts'

export type AnyScreen = {
  readonly hash: string
  /** The actions of a reader there, in any language of the interface. */
  readonly act?: (page: Page) => Promise<void>
}

const pack = 'trafficking-azerbaijan'
export const leadArticle = `#/read/${pack}/human-trafficking-in-azerbaijan`

const seen = (selector: string) => async (page: Page) => expect(page.locator(selector).first()).toBeVisible()

const pressed =
  (selector: string, ...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
    await seen(selector)(page)
  }

/** Bookmarks the section, until the window closes, and goes to where bookmarks are listed. */
const bookmarked = (hash: string) => async (page: Page) => {
  await page.keyboard.press('Control+b')
  const untilClosed = page.locator('dialog.question').getByRole('button').nth(1)
  await untilClosed.click()
  await expect(page.locator('dialog.question')).toHaveCount(0)
  await page.evaluate((to) => (location.hash = to), hash)
  await settled(page)
  await expect(page.locator(':is(.kept, .home-bookmarks) a[href*="#/read/"]').first()).toBeVisible()
}

/** Drops a file on the window. */
export async function dropFile(page: Page, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    (all) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(all)], 'pack.shelf'))
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [...bytes],
  )
}

const offered =
  (key: string | null, id: string) =>
  async (page: Page): Promise<void> => {
    const documents = { 'encyclopedia/well.md': article('The well', 'Water is drawn by the mill.') }
    await dropFile(page, readFileSync(shelfFile({ key, id, sequence: 9, documents })))
    await seen('.pack-offer .primary')(page)
  }

/** A step with a small pack of own documents, which is made where there is none. In a browser there are none. */
const makingStep = (step: string, selector: string) => async (page: Page) => {
  const hash = await page.evaluate(async (step) => {
    type Answer = { value: { id: string; content: { id: string }[] } & { id: string }[] }
    type Held = { fieldshelf?: { call(channel: string, request: unknown): Promise<Answer> } }
    const { fieldshelf } = globalThis as unknown as Held
    if (!fieldshelf) return null
    const list = (await fieldshelf.call('own.list', null)).value
    if (!list[0]) {
      const { id } = (await fieldshelf.call('own.create', { title: 'The village', language: 'en' })).value
      const bytes = new TextEncoder().encode(
        '<nav>Menu</nav><h1>The well</h1><p>It is twelve metres deep.</p>',
      )
      await fieldshelf.call('own.drop', { pack: id, file: 'well.html', size: bytes.length })
      await fieldshelf.call('own.drop', { pack: id, bytes })
    }
    const id = (list[0] ?? (await fieldshelf.call('own.list', null)).value[0])?.id ?? ''
    const document = (await fieldshelf.call('own.read', { pack: id })).value.content[0]?.id ?? ''
    return ['#/make', id, step, ['look', 'write'].includes(step) ? document : ''].filter(Boolean).join('/')
  }, step)
  if (hash === null) return
  await page.evaluate((to) => (location.hash = to), hash)
  await settled(page)
  await seen(selector)(page)
}

export const everyScreen: Readonly<Record<string, AnyScreen>> = {
  home: { hash: '#/' },
  contents: { hash: '#/contents' },
  article: { hash: leadArticle },
  'article with marks': { hash: `${leadArticle}/assistance-centre?q=shelter`, act: seen('.marks-count') },
  'article, source open': {
    hash: `${leadArticle}/assistance-centre`,
    act: async (page) => {
      await page.locator('section[data-anchor=assistance-centre] .text .citation button').first().click()
      await seen('[popover]:popover-open')(page)
    },
  },
  'article with a data figure': { hash: `#/read/${pack}/tier-placement/by-year` },
  'article, second pane': {
    hash: leadArticle,
    act: async (page) => {
      await page.locator('.article-text a[href^="#/read/"]').first().focus()
      await page.keyboard.press('Shift+Enter')
      await seen('.second-pane .section')(page)
      // A link half under the bar at the top would count as too small.
      await page.evaluate(() => window.scrollTo(0, 0))
    },
  },
  'article, section not there': { hash: `${leadArticle}/no-such-section` },
  glossary: { hash: `#/read/${pack}/glossary` },
  news: { hash: `#/read/${pack}/2017-us-report` },
  numbers: { hash: '#/numbers', act: seen('.numbers .direct') },
  'home, need answered': {
    hash: '#/',
    act: async (page) => {
      await page.locator('.needs button').first().click()
      await seen('.need-answer :is(.direct, table)')(page)
    },
  },
  'search, empty': { hash: '#/search' },
  'search, hits': { hash: '#/search?q=shelter', act: seen('.hits .hit') },
  'search, suggestions open': {
    hash: '#/search?q=shel',
    act: async (page) => {
      await seen('.hits .hit')(page)
      await page.locator('#search-field').focus()
      await pressed('.suggestions', 'ArrowDown')(page)
    },
  },
  'search, number answered': { hash: '#/search?q=152', act: seen('.direct') },
  'search, corrected': { hash: '#/search?q=traficking', act: seen('.remark-line') },
  'search, nothing found': { hash: '#/search?q=xyzzyqwv' },
  'search, nothing left by the filters': {
    hash: '#/search?q=hotline&year=1950',
    act: seen('.next-steps button'),
  },
  'search, hits to print': { hash: '#/search/print?q=shelter' },
  settings: { hash: '#/settings' },
  'what is kept': { hash: '#/kept' },
  packs: { hash: '#/packs', act: seen('.pack-row, .packs-page .notice') },
  'packs, one of a stranger offered': { hash: '#/packs', act: offered('stranger', 'village') },
  'packs, one refused': {
    hash: '#/packs',
    act: async (page) => {
      await dropFile(page, new TextEncoder().encode('PK, which is no pack'))
      await seen('.pack-panel [role=alert]')(page)
    },
  },
  'what an edition changes': {
    hash: '#/packs',
    act: async (page) => {
      await offered(null, pack)(page)
      await page.locator('.pack-offer a[href*="#/changes/"]').click()
      await seen('.section-change')(page)
    },
  },
  'side by side': {
    hash: `#/beside/${pack}/human-trafficking-in-azerbaijan/assistance-centre/human-trafficking-in-azerbaijan.az/assistance-centre`,
  },
  about: { hash: '#/about' },
  'make a pack': { hash: '#/make' },
  'own documents': { hash: '#/make', act: makingStep('', '.own-document') },
  'own document, looked through': { hash: '#/make', act: makingStep('look', '.look-text p') },
  'own document, its text': { hash: '#/make', act: makingStep('write', '.write-text') },
  'own pack, about': { hash: '#/make', act: makingStep('about', '.facts-one') },
  'own pack, checked': { hash: '#/make', act: makingStep('check', '.check-sum') },
  'own pack, saved': { hash: '#/make', act: makingStep('save', '.button.primary') },
  'no such section': { hash: '#/nowhere' },
  print: { hash: `#/print/${pack}/tier-placement/by-year` },
  'print list, empty': { hash: '#/list' },
  'print list': {
    hash: `#/read/${pack}/tier-placement/by-year`,
    act: async (page) => {
      await page.keyboard.press('Control+d')
      await expect(page.locator('.rail-count')).toBeVisible()
      await pressed('.listed', 'Control+Shift+P')(page)
    },
  },
  'find in this page': {
    hash: `#/read/${pack}/glossary`,
    act: async (page) => {
      await pressed('.find-bar', 'Control+f')(page)
      // At the top of the page: the toolbar lies over no link that axe would then take for too small.
      await page.keyboard.type('glossary')
      await expect(page.locator('.find-bar .marks-count')).toHaveText(/\d/)
    },
  },
  'help and keys': { hash: '#/about', act: pressed('dialog.help-dialog', 'F1') },
  'question of the first bookmark': { hash: leadArticle, act: pressed('dialog.question', 'Control+b') },
  'bookmarks, listed': { hash: `${leadArticle}/assistance-centre`, act: bookmarked('#/kept') },
  'bookmarks, at home': { hash: `#/read/${pack}/tier-placement/by-year`, act: bookmarked('#/') },
  'screen hidden': { hash: '#/about', act: pressed('.cover', 'Shift', 'Shift', 'Shift') },
}

export async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached()
  await expect(page.locator('.opening')).toHaveCount(0)
}

/** Goes to a screen and does what brings about its state. */
export async function show(
  { hash, act }: AnyScreen,
  page: Page,
  open: (hash: string) => Promise<void>,
): Promise<void> {
  await open(hash)
  await settled(page)
  await act?.(page)
}

/** Stores settings as Settings would, and draws the page again. */
export async function withSettings(
  page: Page,
  change: Partial<Settings>,
  reload: () => Promise<void>,
): Promise<void> {
  await page.evaluate(
    async (settings) => {
      type Held = { fieldshelf: { call(channel: string, request: unknown): Promise<unknown> } }
      await (globalThis as unknown as Held).fieldshelf.call('settings.write', settings)
    },
    { ...defaultSettings, ...change },
  )
  await reload()
}

export const speaking = (
  page: Page,
  interfaceLanguage: InterfaceLanguage,
  reload: () => Promise<void>,
): Promise<void> => withSettings(page, { interfaceLanguage }, reload)

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules of axe that depend on a theme. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** The violations that axe finds on the page now: of all rules, or of those about colours, which take a third of the time. */
export async function violations(
  page: Page,
  about: 'everything' | 'colours' = 'everything',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      // Off by its own choice although it belongs to WCAG 2.2: https://dequeuniversity.com/rules/axe/4.11/target-size
      const rules = { 'target-size': { enabled: true } }
      const chosen = runOnly.type === 'rule' ? { runOnly } : { runOnly, rules }
      // What passed is not described either: that took as long as the looking.
      const { violations } = await axe.run(document, { ...chosen, resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    },
    about === 'colours'
      ? ({ type: 'rule', values: colourRules } as const)
      : ({ type: 'tag', values: tags } as const),
  )
}
