// A data figure: its chart, the chart in words for a reader who can't see it, its table; on screen and on paper.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, needsMain, test } from './app.ts'
import { readPaper } from './paper/paper.ts'

const pack = 'trafficking-azerbaijan'
const tier = 'tier-placement/by-year'

test('placements are steps from year to year, beside them the table', async ({ win, open }) => {
  await open(`#/read/${pack}/${tier}`)
  const figure = win.getByRole('figure', { name: 'Placement of Azerbaijan in the US report by year' })
  const chart = figure.getByRole('img', { name: /^Placement: Tier 2 \(2007\), Tier 2 Watch List/ })
  await expect(chart).toBeVisible()
  await expect(chart.locator('.years')).toHaveCount(19)
  await expect(chart.locator('.mark-of-year')).toHaveCount(19)
  await expect(figure.getByRole('table')).toContainText('Downgrade')

  const across = (year: number): Promise<number | undefined> =>
    chart
      .locator('.mark-of-year')
      .nth(year)
      .boundingBox()
      .then((box) => box?.x)
  const [in2018, in2019, in2025] = [await across(11), await across(12), await across(18)]
  expect(in2018).toBeLessThan(in2019 ?? 0)
  expect(in2025).toBe(in2018)
})

test('a year that is not known is said to be, and never drawn as nothing', async ({ win, open }) => {
  await open(`#/read/${pack}/help-numbers/what-people-ask`)
  const calls = win.getByRole('img', {
    name: /^Calls: fell from 13216 in 2014 to 9000 in 2017\. Not known: 2016\./,
  })
  await expect(calls.locator('.years')).toHaveText(['2014', '2015', '2016', '2017'])
  await expect(calls.locator('.bar')).toHaveCount(3)
  await expect(calls.locator('.not-known')).toHaveText('not known')
})

test('bars of a figure share a scale, and a doubted one says so in its pattern and in words', async ({
  win,
  open,
}) => {
  await open(`#/read/${pack}/victims-in-figures`)
  const bar = (name: RegExp, at: number) => win.getByRole('img', { name }).locator('.bar').nth(at)
  const width = async (name: RegExp, at: number): Promise<number> =>
    (await bar(name, at)
      .boundingBox()
      .then((box) => box?.width)) ?? NaN
  const [all, women] = [await width(/^Victims:/, 3), await width(/^Women:/, 3)]
  expect(women / all).toBeCloseTo(82 / 98, 1)
  await expect(bar(/^Victims:/, 5)).toHaveAttribute('data-doubt', 'disputed')
  await expect(
    win
      .getByRole('img', { name: /^Victims:/ })
      .locator('.value')
      .nth(5),
  ).toHaveText('94 disputed')
})

test('words that were searched for are marked in the table, and not once more in the chart', async ({
  win,
  open,
}) => {
  await open(`#/read/${pack}/${tier}?q=Watch`)
  await expect(win.getByRole('img', { name: /^Placement:/ })).toBeVisible()
  const marked = (within: string): Promise<number> =>
    win.evaluate(
      (selector) =>
        [...(CSS.highlights.get('mark') ?? [])].filter(
          (range) => range.startContainer.parentElement?.closest(selector) !== null,
        ).length,
      within,
    )
  await expect.poll(() => marked('.data-figure table')).toBeGreaterThan(1)
  expect(await marked('.chart')).toBe(0)
})

test('in a narrow window nothing of a chart is cut off', async ({ win, open }) => {
  await win.setViewportSize({ width: 320, height: 640 })
  for (const section of [tier, 'victims-in-figures', 'funding', 'referral-mechanism/time-limit']) {
    await open(`#/read/${pack}/${section}`)
    await expect(win.locator('.chart').first()).toBeVisible()
    const beyond = await win.locator('.chart text').evaluateAll((texts) =>
      texts.flatMap((text) => {
        const { left, right } = text.getBoundingClientRect()
        return left < 0 || right > innerWidth ? [text.textContent] : []
      }),
    )
    expect(beyond, section).toEqual([])
  }
})

test('on paper the chart is a step beside each value of its table, with a text of its own', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-chart-'))
  try {
    const file = join(folder, 'sheet.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await open(`#/print/${pack}/${tier}`)
    await win.getByRole('button', { name: 'Save PDF' }).click()
    await expect(win.locator('.said')).toContainText('sheet.pdf')
    const paper = readPaper(readFileSync(file))
    expect(paper.alternatives).toContain('Tier 2 Watch List')
    for (const text of paper.alternatives) expect(text).toMatch(/^Tier 2/)
    expect(paper.images).toBe(0)
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    expect(text).toMatch(/^ *2007 +Tier 2 +Reported by others/m)
    expect(paper.tags).toMatch(/^ *Table/m)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the chart of a translation speaks its language, on screen and in its table', async ({ win, open }) => {
  await open(`#/read/${pack}/help-numbers.az/what-people-ask`)
  const figure = win.getByRole('figure', { name: 'Qaynar xəttə gələn zənglər, illər üzrə' })
  await expect(figure.locator('.series-name')).toHaveText(['Zənglər', 'Onlardan insan alveri barədə'])
  await expect(figure.getByRole('columnheader').first()).toHaveText('İl')
  await expect(figure.getByRole('table')).toContainText('“təxminən 9000”')
  await expect(figure).not.toContainText('Calls')
})
