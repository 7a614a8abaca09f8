// A day of searching, reading and printing leaves nothing behind. `SOAK_MINUTES=480 npm run e2e -- soak` with TEST_LONG=1 is a day of work.
import type { CDPSession, Page } from '@playwright/test'
import { expect, needsMain, test } from './app.ts'

const minutes = Number(process.env['SOAK_MINUTES'] ?? 2)
const article = '#/read/trafficking-azerbaijan/tier-placement'
const stops = [
  ...['shelter', '152', 'qurban', 'закон', 'nothing-at-all'].map((word) => [`#/search?q=${word}`, 'main h1']),
  [article, 'main article'],
  [article.replace('read', 'print'), 'main canvas'],
  ['#/', '.home-news .text'],
] as const

/** Waits in the page itself: a locator holds on to elements that it has found. */
const go = (page: Page, [hash = '', shown = '']: readonly string[]): Promise<void> =>
  page.evaluate(
    async ([to, selector]) => {
      location.hash = to
      while (!document.querySelector(selector)) await new Promise((done) => setTimeout(done, 30))
      await new Promise((done) => setTimeout(done, 300))
    },
    [hash, shown] as const,
  )

/** Bytes of the page's heap, its nodes and listeners, after a collection. */
async function used(cdp: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  for (let time = 0; time < 3; time++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}

test('a long day leaves no more behind than a short one', { tag: '@long' }, async ({ app, win }) => {
  test.setTimeout((minutes + 5) * 60_000)
  needsMain(app)
  const cdp = await win.context().newCDPSession(win)
  const round = async (): Promise<void> => {
    for (const stop of stops) await go(win, stop)
    // What waits for the reader's next key ends with it.
    await win.keyboard.press('Shift')
  }
  // The first rounds load the index and the other data that stays in memory.
  for (let count = 0; count < 5; count++) await round()
  const before = await used(cdp)
  const end = Date.now() + minutes * 60_000
  let rounds = 0
  for (; Date.now() < end; rounds++) await round()
  const after = await used(cdp)
  console.log({ rounds, before, after })
  expect(after.nodes).toBeLessThan(before.nodes + 200)
  expect(after.listeners).toBeLessThan(before.listeners + 4)
  expect(after.heap).toBeLessThan(before.heap * 1.25)
})
