// A reader and an article. Rules for specs that pass on every host: see app.ts.
import { expect, searchField, test } from './app.ts'

const lead = '#/read/trafficking-azerbaijan/human-trafficking-in-azerbaijan'

test(
  'home shows the number to call first, then the latest news summary and the encyclopedia, with the search field focused',
  { tag: '@browser' },
  async ({ win }) => {
    await expect(win.getByRole('heading', { name: 'Latest news summary' })).toBeVisible()
    await expect(win.getByRole('region', { name: 'Encyclopedia' }).getByRole('link')).not.toHaveCount(0)
    await expect(
      win
        .getByRole('region', { name: /^The desk/ })
        .getByRole('heading')
        .first(),
    ).toContainText('152')
    await expect(searchField(win)).toBeFocused()
  },
)

test('an article opens from the contents, at the section chosen', async ({ win }) => {
  await win.getByRole('link', { name: 'Contents', exact: true }).click()
  await expect(win.getByRole('heading', { level: 1, name: 'Contents' })).toBeFocused()
  const article = win.locator('.contents-article', { hasText: 'Human trafficking in Azerbaijan' }).first()
  await article.getByText(/sections$/).click()
  await article.getByRole('link', { name: /Partnership with the United States/ }).click()
  const heading = win.getByRole('heading', { name: /Partnership with the United States/ })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()
})

test('a deep link at a cold start has its section at the top once the text has its own faces', async ({
  win,
  open,
  reload,
}) => {
  const heading = win.locator('#heading-partnership-us')
  const top = (): Promise<number> => heading.evaluate((element) => element.getBoundingClientRect().top)
  await open(`${lead}/partnership-us`)
  await expect(heading).toBeFocused()
  await win.evaluate(() => document.fonts.ready)
  const warm = await top()
  await reload()
  await expect(heading).toBeFocused()
  await win.evaluate(() => document.fonts.ready)
  await expect.poll(async () => Math.abs((await top()) - warm)).toBeLessThanOrEqual(1)
})

test(
  'a deep link opens its section, and back and forward return to where the reader was',
  { tag: '@browser' },
  async ({ win, open }) => {
    await open(`${lead}/assistance-centre`)
    await expect(win.getByRole('heading', { name: /Assistance Centre \(Aid Centre\)/ })).toBeInViewport()
    const link = win.getByRole('article').getByRole('link', { name: 'Safe accommodation' }).first()
    await link.scrollIntoViewIfNeeded()
    const left = await win.evaluate(() => window.scrollY)
    expect(left).toBeGreaterThan(200)
    await link.click()
    await expect(win.getByRole('heading', { level: 1, name: /Safe accommodation/ })).toBeVisible()
    await win.getByRole('button', { name: 'Back' }).click()
    await expect(
      win.getByRole('heading', { level: 1, name: 'Human trafficking in Azerbaijan' }),
    ).toBeAttached()
    await expect.poll(() => win.evaluate(() => window.scrollY)).toBe(left)
    await win.getByRole('button', { name: 'Forward' }).click()
    await expect(win.getByRole('heading', { level: 1, name: /Safe accommodation/ })).toBeVisible()
  },
)

test(
  'every section says its sources, its date and how sure it is',
  { tag: '@browser' },
  async ({ win, open }) => {
    await open(lead)
    const sections = win.locator('section[data-anchor]')
    await expect(sections.first()).toBeVisible()
    for (const section of await sections.all()) {
      const margin = section.locator('.margin')
      await expect(margin).toContainText(/Facts as of \d+ \w+ \d{4}/)
      await expect(margin).toContainText(/Checked at the source|Reported by others|Disputed|Unverified/)
      await expect(margin.locator('.source-button').first()).toContainText(/\w/)
    }
  },
)

test('the source of a figure opens beside it and the place is not lost', async ({ win, open }) => {
  await open(`${lead}/who-is-affected`)
  const mark = win.locator('section[data-anchor=who-is-affected] .text .citation button').first()
  await mark.click()
  const source = win.getByRole('dialog', { name: /^Source \d+$/ })
  await expect(source).toContainText('Trafficking in Persons Report')
  await expect(source).toContainText(/https?:\/\//)
  const before = await win.evaluate(() => window.scrollY)
  await win.keyboard.press('Escape')
  await expect(source).toBeHidden()
  await expect(mark).toBeFocused()
  expect(await win.evaluate(() => window.scrollY)).toBe(before)
})

test('the contents list follows the reader and leads to every heading', async ({ win, open }) => {
  await open(lead)
  const contents = win.getByRole('navigation', { name: 'In this article' })
  await contents.getByRole('link', { name: /Measures and efforts/ }).click()
  await expect(win.getByRole('heading', { name: /Measures and efforts/ })).toBeInViewport()
  await expect(contents.locator('[data-anchor][aria-current]')).toContainText('Measures and efforts')
})

test('an address that leads nowhere says so and offers the contents', async ({ win, open }) => {
  for (const hash of [
    '#/nowhere',
    '#/read/trafficking-azerbaijan/no-such-article',
    '#/read/x/y',
    '#/%E0%A4%A',
  ]) {
    await open(hash)
    await expect(win.getByRole('heading', { level: 1, name: 'There is no such section' })).toBeVisible()
    await expect(win.getByRole('link', { name: 'Browse the contents' })).toBeVisible()
  }
  await open(`${lead}/no-such-section`)
  await expect(win.getByRole('alert')).toContainText('no such section')
  await expect(win.getByRole('heading', { level: 1, name: 'Human trafficking in Azerbaijan' })).toBeVisible()
})

test('a reference is copied with its edition, date, sources and addresses', async ({ app, win, open }) => {
  test.skip(app === null, 'the browser host has no clipboard that a test can read')
  await open(`${lead}/assistance-centre`)
  await win.getByRole('button', { name: /Copy reference: Assistance Centre/ }).click()
  await expect(win.getByRole('status').filter({ hasText: 'Copied.' })).toBeAttached()
  const copied = await app?.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('Human trafficking in Azerbaijan › Assistance Centre (Aid Centre)')
  expect(copied).toContain('Edition 2026-12')
  expect(copied).toContain('Facts as of 22 November 2026')
  expect(copied).toMatch(/https?:\/\//)
})

test('settings are kept for the next start', { tag: '@browser' }, async ({ win, restart }) => {
  await win.getByRole('link', { name: 'Settings' }).click()
  await win.getByRole('radio', { name: 'Dark' }).check()
  await win.getByRole('radio', { name: 'Larger' }).check()
  await expect(win.locator('html')).toHaveAttribute('data-theme', 'dark')
  const again = await restart()
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await again.evaluate(() => document.documentElement.style.getPropertyValue('--text-size'))).toBe(
    '22px',
  )
})
