// Answers above the hits: given at once, and only as the pack holds them.
import { expect, needsMain, searchField, test, type Page } from './app.ts'

const answers = (win: Page) => win.getByRole('list', { name: 'Direct answers' })

for (const query of ['152', 'phone number', 'numbre phone', 'куда звонить', '562-21-12']) {
  test(`“${query}” shows a number of the hotline with its check, its source and the advice to call first`, async ({
    win,
  }) => {
    await searchField(win).fill(query)
    const answer = answers(win).getByRole('listitem').first()
    await expect(answer.getByRole('heading')).toHaveText(/^(?:152|562-21-12): .+hotline/)
    await expect(answer).toContainText(
      'Not tested by phone. Found in official documents on 22 November 2026. Call before you give it out.',
    )
    await answer.getByText('Who says so').click()
    await expect(answer.locator('.direct-source')).toContainText('https://')
    await answer.getByRole('link', { name: /^Open/ }).click()
    await expect(win.locator('.section-heading:focus')).toContainText('Hotline 152')
  })
}

test('the answer is spoken with the count', async ({ win }) => {
  await searchField(win).fill('phone number')
  await expect(
    win
      .getByRole('status')
      .filter({ hasText: /^\d+ sections for “phone number” Answer: 152\. State hotline/ }),
  ).toBeAttached()
})

test('the number is copied with its check and its source, and its section goes to paper', async ({
  app,
  win,
}) => {
  needsMain(app)
  await searchField(win).fill('152')
  const answer = answers(win).getByRole('listitem').first()
  await answer.getByRole('button', { name: 'Copy: 152' }).click()
  await expect(win.getByRole('status').filter({ hasText: 'Copied.' })).toBeAttached()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^152: State hotline/)
  for (const part of ['Not tested by phone', 'Call before', 'https://', 'Edition 2026-12'])
    expect(copied).toContain(part)
  await answer.getByRole('link', { name: 'Print card: 152' }).click()
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(/^Print: Hotline 152/)
  await expect(win.getByRole('radio', { name: /^Card/ })).toBeChecked()
  await expect(win.getByText('1 page, 1 sheet if double-sided')).toBeVisible()
  // The number itself is known; the sentence tells more.
  const telling = win.locator('.telling').getByRole('listitem')
  await expect(telling).toHaveText(['152 × 1'])
  await win.getByRole('checkbox', { name: 'What the number is for' }).check()
  await expect(telling.filter({ hasText: /trafficking/ })).toBeVisible()
})

test('a figure that is named shows with its day and its source', async ({ win }) => {
  await searchField(win).fill('victims 2024')
  const answer = answers(win)
    .getByRole('listitem')
    .filter({ hasText: /News of/ })
    .first()
  await expect(answer.getByRole('heading')).toHaveText(/^80 victims in 2024/)
  await expect(answer).toContainText(/News of \d+ \w+ \d{4}/)
  await expect(answer).toContainText(/Source: .+/)
})

test('a query that names no number and no figure has only hits', async ({ win }) => {
  for (const query of ['cinema', 'victims', '2024']) {
    await searchField(win).fill(query)
    await expect(win.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`“${query}”`))
    await expect(answers(win)).toHaveCount(0)
  }
})

test('in Azerbaijani and Russian the number is described in that language', async ({ win, open }) => {
  for (const [language, name] of [
    ['Azərbaycanca', 'dövlət qaynar xətti'],
    ['Русский', 'Государственная горячая линия'],
  ] as const) {
    await open('#/settings')
    await win.getByRole('radio', { name: language }).check()
    await open('#/search?q=152')
    await expect(win.locator('.direct').first().getByRole('heading')).toContainText(name)
  }
})
