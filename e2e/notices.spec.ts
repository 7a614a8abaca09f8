// Third-party notices: what About shows is what the built app contains.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from './app.ts'

const root = resolve(import.meta.dirname, '..')
const built = join(root, 'out')

type NoticesFile = { texts: string[]; packages: { name: string; licence: string; text: number }[] }
const notices = (): NoticesFile =>
  JSON.parse(readFileSync(join(built, 'renderer/notices.json'), 'utf8')) as NoticesFile
const named = (): ReadonlySet<string> => new Set(notices().packages.map(({ name }) => name))

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

test('every font in the app belongs to a package that has a notice', () => {
  const families = join(root, 'node_modules/@fontsource')
  const origins = new Map(
    readdirSync(families).flatMap((family) =>
      filesBelow(join(families, family, 'files')).map(
        (file) => [digest(file), `@fontsource/${family}`] as const,
      ),
    ),
  )
  const fonts = filesBelow(join(built, 'renderer')).filter((file) => /\.woff2?$/.test(file))
  expect(fonts.length).toBeGreaterThan(10)
  for (const font of fonts) expect(named(), font).toContain(origins.get(digest(font)))
})

test('every package that the shipped folders import has a notice', () => {
  // Types leave nothing in the output. `electron` is installed with the app and is listed too.
  const imported = ['src-main', 'src-bridge', 'src-isolated', 'src-library', 'src-packs', 'src-renderer']
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((file) => /\.(ts|svelte)$/.test(file) && !/\.(test|spec|d)\.ts$/.test(file))
    .filter((file) => !/[\\/]testing[\\/]/.test(file))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(
        /^\s*import\s+(?!type\b)(?:[^'"]*?from\s+)?['"]([^.'"][^'"]*)['"]/gm,
      ),
    ])
    .map(([, from = '']) =>
      from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => !/^(node:|vite$)/.test(name))
  const packages = new Set(imported)
  expect(packages).toContain('lunr')
  expect([...packages].filter((name) => !named().has(name))).toEqual([])
})

test('About shows each package with its licence in full', async ({ win, open }) => {
  await open('#/about')
  await win.getByText('Show the licences').click()
  const entries = win.locator('.notice')
  const { packages, texts } = notices()
  await expect(entries).toHaveCount(packages.length)
  expect(packages.map(({ licence }) => licence)).toEqual(
    expect.arrayContaining(['MIT', 'Apache-2.0', 'MPL-1.1', 'OFL-1.1', '0BSD', '(MIT AND Zlib)']),
  )
  await entries.first().locator('summary').click()
  await expect(entries.first().locator('.licence-text')).toBeVisible()
  await entries.first().locator('summary').click()
  // The others are opened in the page: a click of the pointer on each takes a quarter of a minute.
  await entries.locator('summary').evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()))
  await expect(entries.locator('.licence-text')).toHaveCount(packages.length)
  const shown = await entries.evaluateAll((all) =>
    all.map((entry) => {
      const text = entry.querySelector('.licence-text')
      return {
        name: entry.querySelector('summary')?.textContent ?? '',
        text: text?.checkVisibility() === true ? text.textContent : null,
      }
    }),
  )
  for (const [at, { name, text }] of packages.entries()) {
    expect(shown[at]?.name).toContain(name)
    expect(shown[at]?.text).toBe(texts[text])
  }
})
