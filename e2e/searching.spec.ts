// A reader types and finds.
import { expect, searchField, test } from './app.ts'
import { highlighted } from './highlights.ts'

const hits = '.hits .hit'

test.beforeEach(async ({ open }) => open('#/'))

for (const [query, section] of [
  ['shelter', /shelter/i],
  ['152', /152/],
  ['Tier 2', /Tier/],
] as const) {
  test(`“${query}” finds its section first`, async ({ win }) => {
    await searchField(win).fill(query)
    await expect(win.locator(hits).first().getByRole('heading')).toHaveText(section)
  })
}

test(
  'hits appear as they are typed, by section, with path, date, marked words and a true count',
  { tag: '@browser' },
  async ({ win }) => {
    await searchField(win).pressSequentially('shel')
    const first = win.locator(hits).first()
    await expect(first.locator('h2 a')).toBeVisible()
    await expect(first.locator('.hit-path')).toContainText(/Encyclopedia|News/)
    await expect(first.locator('.hit-path')).toContainText(/Facts as of|News of/)
    await expect(first.locator('mark').first()).toHaveText(/^shel/i)
    const count = Number(
      /^[\d,]+/.exec((await win.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0],
    )
    while (await win.getByRole('button', { name: 'Show more' }).isVisible()) {
      const shown = await win.locator(hits).count()
      await win.getByRole('button', { name: 'Show more' }).click()
      await expect.poll(() => win.locator(hits).count()).toBeGreaterThan(shown)
    }
    expect(await win.locator(hits).count()).toBe(count)
  },
)

test('every form of a word finds it', async ({ win }) => {
  for (const form of ['traffick', 'trafficking', 'trafficked']) {
    await searchField(win).fill(form)
    await expect(win.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`sections for “${form}”`))
    await expect(win.locator(hits).first().locator('mark').first()).toHaveText(/traffick/i)
  }
})

test('a word with ə, ı or ğ is found without those letters', async ({ win }) => {
  for (const [typed, marked] of [
    ['siginacaq', /sığınacaq/i],
    ['mecburi emek', /məcburi|əmək/i],
  ] as const) {
    await searchField(win).fill(typed)
    await expect(win.locator(hits).first()).toBeVisible()
    await expect(win.locator(`${hits} mark`).filter({ hasText: marked }).first()).toBeVisible()
  }
})

test(
  'a hit opens its section with the words marked, and next and previous go from mark to mark',
  { tag: ['@browser', '@usb'] },
  async ({ win }) => {
    await searchField(win).fill('shelter')
    const first = win.locator(hits).first().locator('h2 a')
    await expect(first).toHaveText(/shelter/i)
    const title = (await first.textContent()) ?? ''
    await first.click()
    await expect(win.locator('.section-heading:focus')).toContainText(title)
    await expect(win.locator('.section-heading:focus')).toBeInViewport()
    const bar = win.getByRole('group', { name: 'Marks for “shelter”' })
    const position = bar.locator('.marks-count')
    await expect(position).toHaveText(/^\d+ of \d+$/)
    const [at, total] = ((await position.textContent()) ?? '').split(' of ').map(Number) as [number, number]
    await bar.getByRole('button', { name: 'Next mark' }).click()
    await expect(position).toHaveText(`${(at % total) + 1} of ${total}`)
    await bar.getByRole('button', { name: 'Previous mark' }).click()
    await expect(position).toHaveText(`${at} of ${total}`)
    const marked = (await highlighted(win, 'mark')).map(({ text }) => text)
    expect(marked).toHaveLength(total)
    for (const word of marked) expect(word).toMatch(/shelter|sığınacaq|safe|accommodation|refuge|house/i)
    await bar.getByRole('button', { name: 'Clear marks' }).click()
    await expect(bar).toBeHidden()
    expect(await win.evaluate(() => CSS.highlights.has('mark'))).toBe(false)
  },
)

test('marks follow when the article that is being read is opened from a search', async ({ win, open }) => {
  const article = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan'
  await open(article)
  await open(`${article}/assistance-centre?q=shelter`)
  await expect(win.getByRole('group', { name: 'Marks for “shelter”' }).locator('.marks-count')).toHaveText(
    /of/,
  )
  await open(`${article}?q=police`)
  await expect(win.getByRole('group', { name: 'Marks for “police”' }).locator('.marks-count')).toHaveText(
    /of/,
  )
})

test(
  'Enter opens the best hit, and Back returns to the hits with the focus on it',
  { tag: '@browser' },
  async ({ win }) => {
    await searchField(win).fill('shelter')
    const best = win.locator(hits).first().locator('h2 a')
    const title = await best.textContent()
    await best.focus()
    await win.keyboard.press('Enter')
    await expect(win.getByRole('article')).toBeVisible()
    await win.getByRole('button', { name: 'Back' }).click()
    await expect(win.locator(hits).first().locator('h2 a')).toHaveText(title ?? '')
    await expect(win.locator(hits).first().locator('h2 a')).toBeFocused()
  },
)

test('filters have true counts and keep the focus', async ({ win }) => {
  await searchField(win).fill('report')
  const news = win.getByRole('checkbox', { name: /^News/ })
  const count = Number(/\d+/.exec((await win.locator('label', { has: news }).textContent()) ?? '')?.[0])
  await news.check()
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${count} section`))
  await expect(news).toBeFocused()
  for (const badge of await win.locator('.hit .badge').all()) await expect(badge).toHaveText('News')
})

test('nothing found is said, with a way on', async ({ win }) => {
  await searchField(win).fill('xyzzyqwv')
  await expect(win.getByRole('heading', { level: 1 })).toHaveText('Nothing found for “xyzzyqwv”.')
  await expect(win.getByRole('link', { name: 'Browse the contents' })).toBeVisible()
  await expect(win.getByRole('status').filter({ hasText: 'Nothing found' })).toBeAttached()
})

test('nothing typed is ever an error', async ({ win, faults }) => {
  const field = searchField(win)
  for (const text of [
    'what: is',
    'a^b',
    '+',
    '"',
    'ISO 9001:2015',
    '*',
    '-',
    'constructor',
    '🙂',
    'مرحبا',
    'a'.repeat(10_000),
  ]) {
    await field.fill(text)
    await expect(win.getByRole('heading', { level: 1 })).toHaveText(/Search|Nothing found|sections? for/)
    await expect(win.getByRole('alert')).toHaveCount(0)
  }
  expect(faults).toEqual([])
})

test('a reader who leaves the search before its answer has come keeps the focus where it went', async ({
  win,
  open,
}) => {
  await open('#/about')
  await win.evaluate(() => {
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      const answered = async (): Promise<void> => {
        post.call(this, message)
        await new Promise((heard) => this.addEventListener('message', heard, { once: true }))
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      }
      Object.assign(window, { answered })
    }
  })
  // Nothing is found: one answer is the whole of it.
  await open('#/search?q=xyzzyqwv')
  await open('#/contents')
  const heading = win.getByRole('heading', { level: 1, name: 'Contents' })
  await expect(heading).toBeFocused()
  await win.evaluate(() => (window as unknown as { answered: () => Promise<void> }).answered())
  await expect(heading).toBeFocused()
})
