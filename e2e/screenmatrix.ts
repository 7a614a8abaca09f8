/**
 * Every screen in every language, theme and width, and in the pseudo-locale that runs from right to left, and contact
 * sheets of them, to be looked at: `npm run screenshots -- --all`, with words after it that the names must hold.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { interfaceLanguages, themes } from '../src-bridge/settings.ts'
import { findChromium } from '../src-standin/chromium.ts'
import type { Shelf } from './launch.ts'
import { set, show } from './photograph.ts'
import { screensIn, widths } from './screens.ts'

const drawnThemes = themes.filter((theme) => theme !== 'system')
const sizes = Object.entries(widths).map(([width, height]) => ({ width: Number(width), height }))

/** The pseudo-locale is looked at in one theme: it is about sides, not about colours. */
const languages = [...interfaceLanguages, 'rtl'] as const

type Picture = { readonly sheet: string; readonly row: string; readonly name: string }

/** Takes the pictures whose names hold every word; a picture's name is screen-width-language-theme. */
export async function takeAll(shelf: Shelf, folder: string, words: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const taken: Picture[] = []
  for (const language of languages) {
    const read = language === 'rtl' ? 'en' : language
    await setPseudoLocale(shelf, language === 'rtl')
    for (const theme of language === 'rtl' ? (['light'] as const) : drawnThemes) {
      for (const size of sizes) {
        const wanted = screensIn(read)
          .map((screen) => ({ screen, name: `${screen.name}-${size.width}-${language}-${theme}` }))
          .filter(({ name }) => words.every((word) => `-${name}-`.includes(`-${word}-`)))
        if (wanted.length === 0) continue
        await shelf.page.setViewportSize(size)
        // The page is loaded again: the print list is empty, and every screen is arrived at in this width.
        await set(shelf, { theme, interfaceLanguage: read })
        for (const { screen, name } of wanted) {
          await show(shelf.page, screen)
          await shelf.page.screenshot({ path: join(folder, `${name}.png`) })
          await screen.leave?.(shelf.page)
          taken.push({ sheet: `${screen.name}-${size.width}`, row: language, name })
        }
        process.stdout.write(`${language} ${theme} ${size.width}: ${wanted.length} pictures\n`)
      }
    }
  }
  await layOut(taken, folder)
}

async function setPseudoLocale({ page }: Shelf, on: boolean): Promise<void> {
  await page.evaluate((wanted) => {
    if (wanted) sessionStorage.setItem('fieldshelf.pseudolocale', 'on')
    else sessionStorage.removeItem('fieldshelf.pseudolocale')
  }, on)
}

/** One sheet for each screen and width: languages below each other, themes side by side. */
async function layOut(taken: readonly Picture[], folder: string): Promise<void> {
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({ viewport: { width: 2000, height: 800 } })
  const style =
    'body{margin:8px;background:#888}div{display:flex;gap:8px;margin-bottom:8px}img{width:calc(25% - 6px)}'
  for (const sheet of new Set(taken.map((picture) => picture.sheet))) {
    const rows = languages.map((language) => {
      const own = taken.filter((picture) => picture.sheet === sheet && picture.row === language)
      const images = own.map(({ name }) => `<img src="${pathToFileURL(join(folder, `${name}.png`)).href}">`)
      return `<div>${images.join('')}</div>`
    })
    const file = join(folder, 'sheet.html')
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><style>${style}</style>${rows.join('')}`)
    await page.goto(pathToFileURL(file).href)
    await page.screenshot({ path: join(folder, `sheet-${sheet}.png`), fullPage: true })
    rmSync(file)
  }
  await browser.close()
}
