/** No screen is wider than its window: a spec expects it at a width, or with letters spaced out. */
import { expect, type Page } from './app.ts'
import { screensIn } from './screens.ts'

export async function nothingScrollsSideways(
  win: Page,
  open: (hash: string) => Promise<void>,
): Promise<void> {
  for (const { name, hash } of screensIn('en')) {
    await open(hash)
    await expect(win.locator('h1').first()).toBeAttached()
    const sideways = await win.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(sideways, name).toBeLessThanOrEqual(0)
  }
}
