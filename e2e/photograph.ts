/** What every picture needs: the app set as a reader would have it, and a screen brought about and drawn. */
import type { Page } from '@playwright/test'
import { bridgeName } from '../src-bridge/bridgename.ts'
import type { Bridge } from '../src-bridge/contract.ts'
import { defaultSettings, type Settings } from '../src-bridge/settings.ts'
import type { Shelf } from './launch.ts'
import type { Screen } from './screens.ts'

/** Settings as a reader would have set them, and the page drawn with them. */
export async function set(shelf: Shelf, changes: Partial<Settings>): Promise<void> {
  await shelf.page.evaluate(
    async ([name, settings]) => {
      await (globalThis as unknown as Record<string, Bridge>)[name]?.call('settings.write', settings)
      location.hash = '#/'
    },
    [bridgeName, { ...defaultSettings, interfaceLanguage: 'en', ...changes }] as const,
  )
  await shelf.reload()
  // Home has settled: it would take the focus from the next place.
  await shelf.page.locator('#search-field:focus').waitFor()
}

export async function show(page: Page, { hash, act }: Screen): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.locator('h1').first().waitFor()
  await page.locator('.opening').first().waitFor({ state: 'detached' })
  await act?.(page)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}
