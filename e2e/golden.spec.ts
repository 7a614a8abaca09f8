// The golden documents keep every rule of paper, P1 to P44 of docs/printing.md.
// They are printed without the shell; that the shell's pages are the same is shown in printing.spec.ts.
import { resolve } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import type { PrintJob } from '../src-library/model/print.ts'
import axe from 'axe-core'
import { findChromium } from '../src-standin/chromium.ts'
import { broken, styled } from './paper/broken.ts'
import { check, checks } from './paper/checks.ts'
import { dossierOf200, goldens, jobOf } from './paper/golden.ts'
import { azerbaijani, russian } from './paper/goldenarticles.ts'
import { goldenLibrary } from './paper/goldenpack.ts'
import { openPrinter, type Printer } from '../src-standin/printing/printer.ts'
import { printed } from './paper/subject.ts'

const test = base.extend<object, { printer: Printer }>({
  printer: [
    async ({}, use) => {
      const printer = await openPrinter({
        page: resolve(import.meta.dirname, '../out/renderer'),
        library: goldenLibrary(),
        chromium: findChromium(),
      })
      await use(printer)
      await printer.close()
    },
    { scope: 'worker' },
  ],
})

for (const { name, job } of goldens) {
  test(`${name} keeps every rule`, async ({ printer }) => {
    const given = await printed(printer, job)
    const letters = { azerbaijani: [azerbaijani], russian: [russian] }[name] ?? []
    expect(check({ ...given, letters })).toEqual([])
  })
}

test('a dossier of 200 sections keeps every rule', { tag: '@long' }, async ({ printer }) => {
  test.slow()
  const given = await printed(printer, dossierOf200.job)
  expect(given.paper.pages.length).toBeGreaterThan(60)
  expect(check(given)).toEqual([])
})

test('a few lines that would need a page of their own are drawn in', async ({ printer }) => {
  const training = goldens.find(({ name }) => name === 'preset-training')?.job
  if (!training) throw new Error('There is no such golden document.')
  const drawnIn = await printed(printer, training)
  const apart = await printed(printer, training, {
    spoil: (page) =>
      page
        .locator('.close')
        .evaluateAll((all) => all.forEach((one) => one.classList.remove('close', 'closer'))),
  })
  expect(apart.paper.pages.length).toBe(drawnIn.paper.pages.length + 1)
})

/**
 * What two prints of a job must have in common (P27). The engine names cells by a counter that goes on from print to
 * print: the bytes differ, what is read does not.
 */
const lasting = ({ paper }: Awaited<ReturnType<typeof printed>>): unknown => [
  paper.text,
  paper.ink,
  paper.tags.replace(/node\d+/g, ''),
]

test('the same job makes the same pages (P27)', async ({ printer }) => {
  const [first, second] = [
    await printed(printer, jobOf(['centre'])),
    await printed(printer, jobOf(['centre'])),
  ]
  expect(lasting(second)).toEqual(lasting(first))
})

/** What axe finds on a drawn job in print media (P22), after the page was spoiled. */
async function axeFindings(
  printer: Printer,
  job: PrintJob,
  spoil?: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  let found: readonly string[] = []
  await printer.print(job, {
    look: async (page) => {
      await spoil?.(page)
      await page.emulateMedia({ media: 'print' })
      await page.evaluate(axe.source)
      found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        const { violations } = await axe.run()
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      })
    },
  })
  return found
}

test('print media has enough contrast, and axe finds nothing (P22)', async ({ printer }) => {
  for (const name of ['article', 'table', 'chart', 'news', 'dossier-of-12']) {
    const job = goldens.find((golden) => golden.name === name)?.job
    if (!job) throw new Error(name)
    expect(await axeFindings(printer, job), name).toEqual([])
  }
})

test('a section that the edition has lost is named, and nothing is printed', async ({ printer }) => {
  const { ready } = await printer.print(jobOf(['centre', 'centre#gone']))
  expect(ready).toEqual({ ok: false, failure: { kind: 'not-found', detail: 'paper/centre#gone' } })
})

test('in a browser the dialog opens once, when the pages are drawn', async ({ printer }) => {
  const tab = await printer.tab(jobOf(['centre']))
  await expect.poll(() => tab.evaluate(() => (globalThis as { dialogs?: number }).dialogs)).toBe(1)
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('The centre by the river')
  await tab.close()
})

test('in a browser a print that can’t be made says so instead', async ({ printer }) => {
  const tab = await printer.tab(jobOf(['centre#gone']))
  await expect(tab.getByText('This section is not in the library any more')).toBeVisible()
  expect(await tab.evaluate(() => (globalThis as { dialogs?: number }).dialogs)).toBe(0)
  await tab.close()
})

// They prove the checks, not the paper: `npm run test:long` runs them.
test.describe('each rule can be broken, and is then found', { tag: '@long' }, () => {
  for (const { rule, how, job, asked, letters = [] } of broken) {
    test(`${rule}: ${how}`, async ({ printer }) => {
      const given = await printed(printer, job, asked)
      expect(check({ ...given, letters }).map((finding) => finding.rule)).toContain(rule)
    })
  }

  test('P22: grey letters', async ({ printer }) => {
    const found = await axeFindings(printer, jobOf(['centre']), styled('.part p { color: #aaa !important }'))
    expect(found.join()).toContain('color-contrast')
  })

  test('P27: a page that is another each time', async ({ printer }) => {
    const [first, second] = await Promise.all(
      ['one', 'other'].map((word) =>
        printed(printer, jobOf(['centre']), {
          spoil: (page) =>
            page
              .locator('.part p')
              .first()
              .evaluate((p, text) => p.append(text), word),
        }),
      ),
    )
    expect(second && lasting(second)).not.toEqual(first && lasting(first))
  })
})

test('every rule has a document that breaks it', () => {
  const rules = Array.from({ length: 44 }, (_, index) => `P${index + 1}`)
  const found = new Set([...broken.map(({ rule }) => rule), 'P22', 'P27'])
  expect(rules.filter((rule) => !found.has(rule as 'P1'))).toEqual([])
  expect(checks.map(({ rule }) => rule).filter((rule) => !found.has(rule))).toEqual([])
})
