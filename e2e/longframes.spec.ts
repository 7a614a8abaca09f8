// No task of a very long document takes more than 200 ms. Counted in time of the page's own thread, because other programs
// may be busy, and with nothing asked of the page meanwhile, because Playwright's own looking takes seconds in it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { expect, needsMain, test } from './app.ts'
import { copyApp } from './appcopy.ts'
import { filesOf, pack, writeSealed } from './hostilepacks.ts'
import { manyHeadings, manyRows } from './longarticles.ts'

const headings = manyHeadings('Two thousand headings', 2000)
const table = manyRows('A table of ten thousand rows', 10_000)

let folder = ''
test.beforeAll(() => {
  folder = copyApp(['out/guide', 'out/library']).folder
  const articles = [headings, table]
  writeSealed(join(folder, 'out/library'), 'long', filesOf(pack('long', articles), articles))
})
test.afterAll(() => rmSync(folder, { recursive: true }))

type Traced = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of the thread. */
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

/** Milliseconds of the longest task of the page's thread while something is done. */
async function longestTask(cdp: CDPSession, act: () => Promise<void>): Promise<number> {
  const traced: Traced[] = []
  const take = ({ value }: { value: unknown[] }): void => void traced.push(...(value as Traced[]))
  cdp.on('Tracing.dataCollected', take)
  await cdp.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', '__metadata'] } })
  await act()
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done))
  await cdp.send('Tracing.end')
  await complete
  cdp.off('Tracing.dataCollected', take)
  const pages = new Set(
    traced
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traced.filter(({ name, pid, tid }) => name.endsWith('RunTask') && pages.has(`${pid} ${tid}`))
  expect(tasks.length).toBeGreaterThan(10)
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000
}

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => void setTimeout(() => (location.hash = to), 300), hash)

test('no task of a long document takes more than 200 ms', { tag: '@long' }, async ({ app, launch }) => {
  test.setTimeout(900_000)
  needsMain(app)
  const { page } = await launch({ appPath: folder })
  const cdp = await page.context().newCDPSession(page)
  const found: Record<string, number> = {}
  for (const [id, selector, count] of [
    ['headings', '.article-text > section', 2001],
    ['table', '.article-text tbody tr', 10_000],
  ] as const) {
    const step = async (name: string, seconds: number, act: () => Promise<void>): Promise<void> => {
      const longest = await longestTask(cdp, async () => {
        await act()
        await page.waitForTimeout(seconds * 1000)
      })
      found[`${id}: ${name}`] = Math.round(longest)
    }
    const open = (): Promise<void> => goTo(page, `#/read/long/${id}`)
    await step('open', 15, open)
    await expect(page.locator(selector)).toHaveCount(count, { timeout: 60_000 })
    await step('keys', 1, async () => {
      for (const key of [...Array.from({ length: 8 }, () => 'PageDown'), 'End', 'Home']) {
        await page.keyboard.press(key)
        await page.waitForTimeout(200)
      }
    })
    await step('find', 20, async () => {
      await page.keyboard.press('Control+f')
      await page.waitForTimeout(500)
      await page.keyboard.type('needle')
    })
    await page.keyboard.press('Escape')
    await step('leave', 2, () => goTo(page, '#/contents'))
    await step('return', 15, open)
    await step('print', 6, () => page.keyboard.press('Control+p'))
    await goTo(page, '#/contents')
    await page.waitForTimeout(2000)
  }
  console.log(found)
  for (const [what, milliseconds] of Object.entries(found))
    expect(milliseconds, what).toBeLessThanOrEqual(200)
})
