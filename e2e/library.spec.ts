// A library with damaged or missing files, as a reader sees it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { copyApp } from './appcopy.ts'

const pack = 'trafficking-azerbaijan'

test('a pack whose file was changed is left out, and the reader is told', async ({ launch }) => {
  const { folder } = copyApp()
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
