// The search goes on when its worker hangs or ends: a hostile pack may bring either about.
import { expect, searchField, test } from './app.ts'

const firstHit = '.hits .hit h2 a'

for (const [what, act] of [
  ['hangs', 'for (;;);'],
  ['ends', 'self.close()'],
] as const) {
  test(`when the search worker ${what}, the hits still come`, async ({ win, open }) => {
    await open('#/')
    await searchField(win).fill('shelter')
    await expect(win.locator(firstHit).first()).toBeVisible()
    const [worker] = win.workers()
    if (!worker) throw new Error('The search has a worker')
    // A loop never answers.
    worker.evaluate(act).catch(() => undefined)
    await searchField(win).fill('Tier 2')
    await expect(win.locator(firstHit).first()).toContainText('Tier', { timeout: 30_000 })
    await searchField(win).fill('152')
    await expect(win.locator(firstHit).first()).toContainText('152')
  })
}
