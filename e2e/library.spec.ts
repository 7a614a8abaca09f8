// A library with damaged or missing files, as a reader sees it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from './app.ts'

const root = resolve(import.meta.dirname, '..')
const pack = 'trafficking-azerbaijan'

/** The built app in a folder of its own, so that its library can be damaged. */
function copyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-app-'))
  for (const part of [
    'package.json',
    'out/main',
    'out/preload',
    'out/renderer',
    'out/guide',
    'out/library',
  ]) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  return folder
}

test('a pack whose file was changed is left out, and the reader is told', async ({ launch }) => {
  const folder = copyApp()
  const file = join(folder, 'out/library', pack, 'articles/help-numbers.json')
  const text = readFileSync(file, 'utf8')
  // A number that leads a caller elsewhere, in as many bytes as before.
  writeFileSync(file, text.replace(/152/g, '153'))
  const { page } = await launch({ appPath: folder })
  await expect(page.getByText(/damaged and was left out\. Install Fieldshelf again/)).toBeVisible()
  const article = await page.evaluate(
    async (address) => (await fetch(address)).status,
    `library/${pack}/articles/help-numbers.json`,
  )
  expect(article).toBe(404)
  rmSync(folder, { recursive: true })
})
