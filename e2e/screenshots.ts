/**
 * `npm run screenshots`: every screen in every size and theme into out/screenshots, and the
 * README's pictures into docs/pictures. Words after `--` choose: `npm run screenshots -- article dark`
 * takes the files whose names hold both; `npm run screenshots -- pictures` the README's alone.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { bridgeName, type Bridge } from '../src-bridge/contract.ts'
import { defaultSettings, themes, type Settings } from '../src-bridge/settings.ts'
import { openShelf, type Shelf } from './launch.ts'
import { pictures, printed, screens, sizes, type Screen } from './screens.ts'

const root = resolve(import.meta.dirname, '..')
const words = process.argv.slice(2)
const isWanted = (name: string): boolean => words.every((word) => name.includes(word))

const profile = mkdtempSync(join(tmpdir(), 'fieldshelf-screenshots-'))
const shelf = await openShelf('shell', { profile })
try {
  await takeScreenshots(shelf, join(root, 'out/screenshots'))
  if (words.length === 0 || words.includes('pictures')) await takePictures(shelf, join(root, 'docs/pictures'))
} finally {
  await shelf.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

async function takeScreenshots(shelf: Shelf, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const theme of themes.filter((each) => each !== 'system')) {
    const files = screens.flatMap((screen) =>
      Object.entries(sizes).map(([size, pixels]) => ({
        screen,
        pixels,
        name: `${screen.name}-${size}-${theme}.png`,
      })),
    )
    const wanted = files.filter(({ name }) => isWanted(name))
    if (wanted.length > 0) await set(shelf, { theme })
    for (const { screen, pixels, name } of wanted) {
      await shelf.page.setViewportSize(pixels)
      await show(shelf.page, screen)
      await shelf.page.screenshot({ path: join(folder, name) })
      console.log(join('out/screenshots', name))
    }
  }
}

async function takePictures(shelf: Shelf, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await set(shelf, { theme: 'light' })
  await shelf.page.setViewportSize({ width: 1280, height: 800 })
  for (const screen of pictures) {
    await show(shelf.page, screen)
    await shelf.page.screenshot({ path: join(folder, `${screen.name}.png`) })
    console.log(`docs/pictures/${screen.name}.png`)
  }
  const pdf = join(profile, 'printed.pdf')
  writeFileSync(pdf, await printedPdf(shelf.page))
  const picture = join(folder, 'printed')
  execFileSync('pdftoppm', ['-r', '92', '-f', '1', '-l', '1', '-singlefile', '-png', pdf, picture])
  console.log('docs/pictures/printed.png')
}

/** Settings as a reader would have set them, and the page drawn with them. */
async function set(shelf: Shelf, changes: Partial<Settings>): Promise<void> {
  await shelf.page.evaluate(
    ([name, settings]) =>
      (globalThis as unknown as Record<string, Bridge>)[name]?.call('settings.write', settings),
    [bridgeName, { ...defaultSettings, interfaceLanguage: 'en', ...changes }] as const,
  )
  await shelf.reload()
}

async function show(page: Page, { hash, act }: Screen): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.locator('h1').first().waitFor()
  await page.locator('.opening').waitFor({ state: 'detached' })
  await act?.(page)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** The bytes of the PDF that the print preview would show for one section. */
async function printedPdf(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([name, section]) => {
      const outcome = await (globalThis as unknown as Record<string, Bridge>)[name]?.call('print.prepare', {
        sections: [{ ...section, subsections: false }],
        title: null,
        preset: 'standard',
        textSize: 12,
        paper: 'A4',
        include: {
          cover: false,
          contents: false,
          facts: true,
          sources: true,
          notesArea: false,
          helpNumbers: false,
        },
        // A fixed day: the picture changes only when the page does.
        printedOn: '2026-11-23',
      })
      if (outcome?.ok !== true)
        throw new Error(`The section could not be printed: ${JSON.stringify(outcome)}`)
      const bytes = new Uint8Array(await (await fetch(outcome.value.address)).arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    },
    [bridgeName, printed] as const,
  )
  return Buffer.from(base64, 'base64')
}
