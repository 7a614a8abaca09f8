/** What the reader made lasts: through a restart, a kill, a damaged file and a page that dies. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, needsMain, newProfile, removeProfile, searchField, test, type Page } from './app.ts'
import { executable } from './launch.ts'

const theme = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['theme'])

const setTheme = (page: Page, wanted: 'dark' | 'sepia'): Promise<unknown> =>
  page.evaluate(async (to) => {
    type Held = {
      fieldshelf: { call(channel: string, request: unknown): Promise<{ value: { settings: object } }> }
    }
    const { fieldshelf } = globalThis as unknown as Held
    const { value } = await fieldshelf.call('settings.read', null)
    return fieldshelf.call('settings.write', { ...value.settings, theme: to })
  }, wanted)

test('settings last from one start to the next', async ({ win, restart }) => {
  await setTheme(win, 'sepia')
  const started = await restart()
  await expect.poll(() => theme(started)).toBe('sepia')
})

test('a setting that was acknowledged outlasts a kill', { tag: '@long' }, async ({ launch }) => {
  const first = await launch()
  await setTheme(first.page, 'dark')
  first.app?.process().kill('SIGKILL')
  const second = await launch({ profile: first.profile })
  await expect.poll(() => theme(second.page)).toBe('dark')
})

test('a damaged settings file is replaced by its last good copy, and kept', async ({ launch }) => {
  const first = await launch()
  await setTheme(first.page, 'sepia')
  await setTheme(first.page, 'dark')
  await first.close()
  const file = join(first.profile, 'settings.json')
  await writeFile(file, (await readFile(file)).subarray(0, 100))
  const second = await launch({ profile: first.profile })
  await expect.poll(() => theme(second.page)).toBe('sepia')
  const names = await readdir(first.profile)
  expect(names.filter((name) => name.startsWith('settings.json.corrupt-')).length).toBe(1)
})

test('settings of a newer Fieldshelf are left as they are', async ({ launch }) => {
  const profile = newProfile()
  const text = '{"format":"fieldshelf-settings","version":999,"sha256":""}\n{"theme":"sepia","more":1}\n'
  await writeFile(join(profile, 'settings.json'), text)
  const shelf = await launch({ profile })
  await expect.poll(() => theme(shelf.page)).toBe('sepia')
  await setTheme(shelf.page, 'dark')
  await shelf.close()
  expect(await readFile(join(profile, 'settings.json'), 'utf8')).toBe(text)
  removeProfile(profile)
})

test('where nothing can be written, one sentence says which folder and what to do', ({ app }) => {
  needsMain(app)
  const profile = newProfile()
  const folder = join(profile, 'taken', 'Fieldshelf')
  writeFileSync(join(profile, 'taken'), '')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const { status, stderr } = spawnSync(executable, [...asRoot, `--user-data-dir=${folder}`, '.'], {
    env: { ...process.env, STANDIN_HEADLESS: '1', LC_ALL: 'en_US.UTF-8' },
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(status).toBe(1)
  expect(stderr).toContain(`Fieldshelf can’t write to its folder, ${folder}.`)
  expect(stderr).not.toContain('    at ')
  removeProfile(profile)
})

test('the window opens where it was closed', async ({ launch }) => {
  const bounds = { x: 40, y: 60, width: 900, height: 620 }
  const first = await launch()
  await first.app?.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
    bounds,
  )
  await first.close()
  const second = await launch({ profile: first.profile })
  expect(
    await second.app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()),
  ).toEqual(bounds)
})

test('nothing of what was searched for is left in the profile', async ({ launch }) => {
  const shelf = await launch()
  await searchField(shelf.page).fill('sığınacaq')
  await expect(shelf.page.locator('mark').first()).toBeVisible()
  await shelf.close()
  const entries = await readdir(shelf.profile, { recursive: true, withFileTypes: true })
  // The stand-in's Chromium has a folder of its own, which Electron has not.
  const own = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes(join('', 'chromium')))
  expect(own.map(({ name }) => name)).toContain('window.json')
  for (const { parentPath, name } of own) {
    expect(await readFile(join(parentPath, name), 'utf8'), name).not.toContain('sığınacaq')
  }
})

test('a page that dies is opened again; the second time the reader is asked', async ({ launch }) => {
  const shelf = await launch()
  const main = shelf.app
  needsMain(main)
  await main.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
      asked.push(message)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }) as typeof dialog.showMessageBox
  })
  const crash = (): Promise<unknown> =>
    main.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', () => resolve(null))
          contents?.forcefullyCrashRenderer()
        }),
    )
  const asked = (): Promise<string[]> =>
    main.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  await crash()
  expect(await asked()).toEqual([])
  await crash()
  expect(await asked()).toEqual(['The page had to be opened again. Your settings are safe.'])
})
