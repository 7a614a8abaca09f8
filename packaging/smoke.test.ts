/**
 * The packaged app for Linux starts under a display and does what a reader does first. The stand-in takes the place of
 * Electron's program in it, with the fuse wire behind its last line; it reads the archive, the library beside it and the
 * folders as the real one does.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, expect as expectPage, type Browser, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { realProgram } from './launcher.ts'
import { makePackages } from './packages.ts'
import { wire } from './testing/standins.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-smoke-'))
const at = (name: string): string => join(folder, name)
const has = (program: string): boolean => spawnSync('which', [program]).status === 0
const left = ['Xvfb', 'xauth', 'dpkg-deb'].filter((program) => !has(program))
if (left.length > 0) console.log(`Left out: the packaged app under a display, without ${left.join(', ')}.`)

describe.skipIf(left.length > 0)('the packaged app for Linux', () => {
  const app = at('installed/opt/Fieldshelf')
  /** Root may not start the app; its launcher is tested by itself. */
  const program = join(app, process.getuid?.() === 0 ? realProgram : 'fieldshelf')
  const running: ChildProcess[] = []
  let browser: Browser | null = null

  beforeAll(async () => {
    cpSync(join(root, 'out/host'), at('dist'), { recursive: true })
    appendFileSync(at('dist/electron'), Buffer.concat([Buffer.from('\n// '), wire, Buffer.from('\n')]))
    mkdirSync(at('dist/resources'))
    writeFileSync(at('dist/chrome-sandbox'), '')
    await makePackages({ root, system: 'linux', dists: [at('dist')], out: at('out') })
    const deb = readdirSync(at('out')).find((name) => name.endsWith('.deb')) ?? ''
    execFileSync('dpkg-deb', ['--extract', join(at('out'), deb), at('installed')])
  })
  afterEach(stop)
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))

  async function stop(): Promise<void> {
    await browser?.close()
    browser = null
    for (const one of running.splice(0)) {
      const gone = new Promise((done) => one.once('exit', done))
      // xvfb-run, the display and the app are one group.
      if (one.pid !== undefined) process.kill(-one.pid, 'SIGTERM')
      await gone
    }
  }

  /** Starts it as a person does, with this home; gives its window. */
  async function open(home: string): Promise<Page> {
    mkdirSync(home, { recursive: true })
    const port = await freePort()
    const { STANDIN_HEADLESS, XDG_CONFIG_HOME, ...inherited } = process.env
    void [STANDIN_HEADLESS, XDG_CONFIG_HOME]
    const env = { ...inherited, HOME: home, STANDIN_DEVTOOLS_PORT: String(port) }
    running.push(spawn('xvfb-run', ['-a', program], { env, stdio: 'ignore', detached: true }))
    const end = Date.now() + 60_000
    for (;;) {
      try {
        browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
        break
      } catch (error) {
        if (Date.now() > end) throw error
        await new Promise((again) => setTimeout(again, 300))
      }
    }
    const look = async (): Promise<Page | null> => {
      for (const page of browser?.contexts().flatMap((context) => context.pages()) ?? [])
        if ((await page.locator('#app').count()) > 0) return page
      return null
    }
    for (;;) {
      const page = await look()
      if (page) return page
      if (Date.now() > end) throw new Error('The app opened no window.')
      await new Promise((again) => setTimeout(again, 300))
    }
  }

  test('is searched, read, printed, speaks Russian and hides', async () => {
    const page = await open(at('home'))
    const go = (hash: string) => page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
    await expectPage(page.getByRole('heading', { level: 2 }).first()).toBeVisible({ timeout: 30_000 })
    await page.getByRole('combobox', { name: 'Search the library', exact: true }).fill('shelter')
    await page.locator('.hits .hit h2 a').first().click({ timeout: 30_000 })
    await expectPage(page.locator('.article h1')).toBeVisible({ timeout: 30_000 })
    await go('#/print/trafficking-azerbaijan/help-numbers')
    await expectPage(page.locator('main')).toContainText(/Page 1 of \d/, { timeout: 60_000 })
    await go('#/settings')
    await page.getByRole('radio', { name: 'Русский' }).check()
    await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('Настройки')
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
    await expectPage(page.locator('.cover')).toBeVisible()
    expect(existsSync(join(at('home'), '.config/Fieldshelf/settings.json'))).toBe(true)
  })

  test('keeps everything beside itself where the marker of the portable zip is', async () => {
    writeFileSync(join(app, 'portable.txt'), '')
    try {
      const page = await open(at('host'))
      await page.evaluate(`location.hash = '#/settings'`)
      await page.getByRole('radio', { name: 'Русский' }).check({ timeout: 30_000 })
      await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('Настройки')
      await stop()
    } finally {
      rmSync(join(app, 'portable.txt'))
    }
    expect(readdirSync(join(app, 'profile'))).toContain('settings.json')
    expect(
      readdirSync(at('host'), { recursive: true }).filter((name) => /fieldshelf/i.test(String(name))),
    ).toEqual([])
  })

  test('ends at once when it is started with a switch that would open it to other programs', () => {
    const started = spawnSync(join(app, realProgram), ['--remote-debugging-port=0'], {
      encoding: 'utf8',
      env: { ...process.env, HOME: at('refused'), STANDIN_HEADLESS: '1' },
      timeout: 60_000,
    })
    expect(started.status).toBe(64)
    expect(started.stderr).toContain('does not start with --remote-debugging-port')
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
