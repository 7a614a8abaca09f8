// Answers above the hits: given at once, and only as the pack holds them.
import { expect, needsMain, searchField, test, type Page } from './app.ts'

const answers = (win: Page) => win.getByRole('list', { name: 'Direct answers' })

for (const query of ['152', 'hotline', 'police', 'qaynar xett', 'горячая линия', '“hotline”']) {
  test(`“${query}” shows the number with its check, its source and the warning to call first`, async ({
    win,
  }) => {
    await searchField(win).fill(query)
    const answer = answers(win).getByRole('listitem').first()
    await expect(answer.getByRole('heading')).toHaveText(/^152 State hotline against human trafficking/)
    await expect(answer).toContainText(
      'Checked in documents on 22 November 2026; nobody rang it for this edition.',
    )
    await expect(answer).toContainText('Call it yourself before you give it to anybody.')
    await expect(answer).toContainText(/Source: .+/)
    await answer.getByRole('link', { name: /^Hotline 152/ }).click()
    await expect(win.locator('.section-heading:focus')).toContainText('Hotline 152')
  })
}

test('the number is spoken with the count', async ({ win }) => {
  await searchField(win).fill('hotline')
  await expect(
    win.getByRole('status').filter({ hasText: /^\d+ sections for “hotline” Number: 152, State hotline/ }),
  ).toBeAttached()
})

test('the number is copied with its check and its source, and its section goes to paper', async ({
  app,
  win,
}) => {
  needsMain(app)
  await searchField(win).fill('152')
  const answer = answers(win).getByRole('listitem').first()
  await answer.getByRole('button', { name: 'Copy number: 152' }).click()
  await expect(win.getByRole('status').filter({ hasText: 'Copied.' })).toBeAttached()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^152: State hotline/)
  for (const part of [
    'Checked in documents on 22 November 2026',
    'Call it yourself',
    'https://',
    'Edition 2026-12',
  ])
    expect(copied).toContain(part)
  await answer.getByRole('link', { name: /^Print this section/ }).click()
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(/^Print: Hotline 152/)
})

test('a figure that is named shows with its day and its source', async ({ win }) => {
  await searchField(win).fill('victims 2024')
  const answer = answers(win).getByRole('listitem').first()
  await expect(answer.getByRole('heading')).toHaveText(/^80 victims in 2024/)
  await expect(answer).toContainText(/News of \d+ \w+ \d{4}/)
  await expect(answer).toContainText(/Source: .+/)
})

test('what names no number and no figure has only hits', async ({ win }) => {
  for (const query of ['shelter', 'victims', '2024']) {
    await searchField(win).fill(query)
    await expect(win.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`for “${query}”`))
    await expect(answers(win)).toHaveCount(0)
  }
})

test('in Azerbaijani and Russian the number has its name and its section there', async ({ win, open }) => {
  for (const [language, name, title] of [
    ['Azərbaycanca', 'dövlət qaynar xətti', /^152 qaynar xətti/],
    ['Русский', 'Государственная горячая линия', /^Горячая линия 152/],
  ] as const) {
    await open('#/settings')
    await win.getByRole('radio', { name: language }).check()
    await open('#/search?q=152')
    const answer = win.locator('.direct').first()
    await expect(answer.getByRole('heading')).toContainText(name)
    await expect(answer.getByRole('link', { name: title })).toBeVisible()
  }
})
