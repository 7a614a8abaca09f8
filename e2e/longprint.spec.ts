// A long dossier is made: how far it has come is said, truly and politely, and it can be given up.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodePack } from '../src-library/format/pack.ts'
import { expect, needsMain, test, type Page } from './app.ts'

const id = 'trafficking-azerbaijan'

/** A list of every English article, as a file of this name. */
function listOfAll(path: string): void {
  const file = resolve(import.meta.dirname, `../out/library/${id}/pack.json`)
  const pack = decodePack(JSON.parse(readFileSync(file, 'utf8')))
  if (!pack.ok) throw new Error('The bundled pack can’t be read.')
  const sections = pack.value.contents
    .flatMap(({ articles }) => articles)
    .filter(({ language }) => language === 'en')
    .map((entry) => ({
      pack: id,
      article: entry.id,
      anchor: 'lead',
      subsections: true,
      title: entry.title,
      articleTitle: entry.title,
      quote: '',
    }))
  const list = { format: 'fieldshelf-print-list', version: 1, title: 'Everything', sections }
  writeFileSync(path, JSON.stringify(list))
}

/** What the progress says from now on, each thing once. */
const watchProgress = (win: Page): Promise<void> =>
  win.evaluate(() => {
    const seen = { steps: [] as string[], said: [] as string[], tops: [] as number[] }
    const note = (list: string[], text = ''): void => {
      if (text.trim() !== '' && list.at(-1) !== text.trim()) list.push(text.trim())
    }
    const look = (): void => {
      note(seen.steps, document.querySelector('.print-step span')?.textContent)
      note(seen.said, document.querySelector('.print-progress [role=status]')?.textContent)
      const below = document.querySelector('.print-progress')?.getBoundingClientRect().bottom
      if (below !== undefined && !seen.tops.includes(below)) seen.tops.push(below)
    }
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    })
    Object.assign(globalThis, { progressSeen: seen })
  })

type Seen = { steps: string[]; said: string[]; tops: number[] }
const seenIn = (win: Page): Promise<Seen> =>
  win.evaluate(() => (globalThis as unknown as { progressSeen: Seen }).progressSeen)

test(
  'a long dossier says how far it has come, section by section, and lays it out once',
  { tag: '@long' },
  async ({ app, win, open }) => {
    test.slow()
    needsMain(app)
    const path = test.info().outputPath('all.json')
    listOfAll(path)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, path)
    await open('#/list')
    await win.getByRole('button', { name: 'Open a list…' }).click()
    await expect(win.getByLabel('Title on paper')).toHaveValue('Everything')
    await watchProgress(win)
    await win.getByRole('button', { name: 'Preview and print' }).click()
    await expect(win.getByText(/^\d+ pages, \d+ sheets/)).toBeVisible({ timeout: 120_000 })

    const { steps, said, tops } = await seenIn(win)
    const sections = steps.flatMap((step) => /section (\d+) of (\d+)$/.exec(step)?.slice(1).map(Number) ?? [])
    const done = sections.filter((_, index) => index % 2 === 0)
    expect(done.length).toBeGreaterThan(2)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(done.at(-1)).toBe(sections.at(-1))
    // Pages are measured as they are drawn: they are laid out once.
    const layouts = steps.filter((step) => step.includes('laying them out'))
    expect(layouts).toHaveLength(1)
    expect(steps.indexOf(layouts[0] ?? '')).toBeGreaterThan(
      steps.findLastIndex((step) => / section /.test(step)),
    )
    // Who listens hears quarters, not every section.
    expect(said.filter((sentence) => / section /.test(sentence)).length).toBeLessThanOrEqual(4)
    expect(said.at(-1)).toMatch(/^\d+ pages/)
    // Nothing moved.
    expect(tops).toHaveLength(1)

    await win.getByRole('radio', { name: '14 pt' }).check()
    await win.getByRole('button', { name: 'Cancel' }).click()
    await expect(win.getByText('The pages were not made.')).toBeVisible()
    await expect(win.getByRole('progressbar')).toHaveCount(0)
    await win.getByRole('button', { name: 'Make the pages' }).click()
    await expect(win.getByText(/^\d+ pages, \d+ sheets/)).toBeVisible({ timeout: 120_000 })
  },
)

test('a section that is there in a moment says nothing in between', async ({ app, win, open }) => {
  needsMain(app)
  // No moment ever goes by.
  await win.evaluate(() => {
    const timer = window.setTimeout
    window.setTimeout = ((then: () => void, wait?: number) => timer(then, wait === 300 ? 1e9 : wait)) as never
  })
  await watchProgress(win)
  await open(`#/print/${id}/human-trafficking-in-azerbaijan/assistance-centre`)
  await expect(win.getByText(/^\d+ pages?, \d+ sheets?/)).toBeVisible()
  const { steps, said } = await seenIn(win)
  expect(steps).toEqual([])
  expect(said).toHaveLength(1)
})
