/**
 * `npm run screenshots`: the README's pictures, into docs/pictures. `npm run screenshots -- --all` takes every
 * screen in every language, theme and width into out/screenshots, with contact sheets; words after it choose:
 * `-- --all article dark` those whose names hold both.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { bridgeName } from '../src-bridge/bridgename.ts'
import type { Bridge } from '../src-bridge/contract.ts'
import { openShelf, type Shelf } from './launch.ts'
import { set, show } from './photograph.ts'
import { takeAll } from './screenmatrix.ts'
import { pictures, printed } from './screens.ts'

const root = resolve(import.meta.dirname, '..')
const [option, ...words] = process.argv.slice(2)
if (option !== undefined && option !== '--all') {
  const help = `npm run screenshots                     the README's pictures anew
npm run screenshots -- --all [words]    every screen, or those whose names hold all the words: article dark
`
  if (option === '--help' || option === '-h') console.log(help)
  else console.error(`There is no option ${option}.\n\n${help}`)
  process.exit(option === '--help' || option === '-h' ? 0 : 2)
}

const profile = mkdtempSync(join(tmpdir(), 'fieldshelf-screenshots-'))
const shelf = await openShelf('shell', { profile })
try {
  if (option === '--all') await takeAll(shelf, join(root, 'out/screenshots'), words)
  else await takePictures(shelf, join(root, 'docs/pictures'))
} finally {
  await shelf.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

async function takePictures(shelf: Shelf, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await shelf.page.setViewportSize({ width: 1280, height: 800 })
  for (const screen of pictures) {
    await set(shelf, { theme: 'light', ...screen.settings })
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

/** The bytes of the PDF that the print preview would show for one section. */
async function printedPdf(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([name, section]) => {
      const outcome = await (globalThis as unknown as Record<string, Bridge>)[name]?.call('print.prepare', {
        kind: 'sections',
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
