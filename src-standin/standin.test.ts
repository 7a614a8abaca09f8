// The stand-in as an app and Playwright meet it: it does these things like Electron, refuses
// others, and shows a fault that is planted in the app.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { TestHost, type TestApp } from './testing/standin.ts'

type Bridge = {
  ask(request: unknown): Promise<unknown>
  onTold(listener: (value: unknown) => void): void
  double(number: number): number
  refuse(): void
  later(): Promise<{ when: Date }>
  process: { type: string; sandboxed: boolean }
}
declare global {
  // What testapp/preload.cjs gives the page, and what testapp/main.js keeps for these tests.
  var bridge: Bridge
  var seconds: string[]
}

const host = new TestHost()
beforeAll(() => host.build(), 60_000)
afterEach(() => host.closeApps())
afterAll(() => host.remove())

const windowUrls = (app: TestApp['app']): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.webContents.getURL()))

describe('an app on the stand-in', () => {
  test('opens its page through its own scheme, shows it when it is painted, and quits', async () => {
    const { app, page } = await host.launch()
    expect(await (await page()).textContent('h1')).toBe('Test page')
    expect(await windowUrls(app)).toEqual(['app://test/page.html'])
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
      .toBe(true)
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toBe('Test page')
    const gone = new Promise((resolve) => app.process().once('exit', resolve))
    await (await page()).close()
    expect(await gone).toBe(0)
  })

  test('gives the page what the preload exposes, and nothing else', async () => {
    const { page } = await host.launch()
    const seen = await (
      await page()
    ).evaluate(async () => ({
      names: Object.keys(bridge),
      frozen: Object.isFrozen(bridge),
      node: ['require', 'process', 'hostBinding', 'ipcRenderer'].filter((name) => name in globalThis),
      called: bridge.double(21),
      thrown: (() => {
        try {
          bridge.refuse()
          return null
        } catch (error) {
          return String(error)
        }
      })(),
      promised: (await bridge.later()).when.getTime(),
      process: bridge.process,
    }))
    expect(seen).toEqual({
      names: ['ask', 'onTold', 'double', 'refuse', 'later', 'process'],
      frozen: true,
      node: [],
      called: 42,
      thrown: 'RangeError: not that',
      promised: 86_400_000,
      process: { type: 'renderer', sandboxed: true },
    })
  })

  test('answers calls, with the frame they came from, and says errors as Electron does', async () => {
    const page = await (await host.launch()).page()
    const request = {
      text: 'ə',
      list: [1, null, undefined, Number.NaN],
      deep: { __proto__: null, when: 'now' },
    }
    expect(await page.evaluate((each) => bridge.ask(each), request)).toEqual({
      request,
      url: 'app://test/page.html',
      main: true,
    })
    const failed = await page.evaluate(() => bridge.ask('fail').catch((error: Error) => error.message))
    expect(failed).toBe("Error invoking remote method 'ask': Error: it failed")
    const unclonable = await page.evaluate(() => {
      try {
        return bridge.ask(new Map())
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(unclonable).toBe('An object could not be cloned.')
  })

  test("holds a worker's requests to the same scheme and filter, twenty megabytes in a moment", async () => {
    const { page, journal } = await host.launch()
    const said = await (
      await page()
    ).evaluate(
      () =>
        new Promise((resolve) => {
          const worker = new Worker('worker.js', { type: 'module' })
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => resolve(message)
        }),
    )
    expect(said).toEqual({
      greeting: 'from the worker',
      large: 20_000_000,
      elsewhere: 'TypeError: Failed to fetch',
    })
    expect(journal().filter(({ kind }) => kind === 'request')).toEqual([])
  })

  test('asks before a page goes elsewhere or opens a window', async () => {
    const { app, page, journal } = await host.launch()
    const win = await page()
    await win.click('#away')
    await win.click('#blank')
    await win.evaluate(() => void window.open('https://elsewhere.invalid/popup'))
    await win.evaluate(() => location.assign('https://elsewhere.invalid/assigned'))
    await expect.poll(() => app.windows().length).toBe(1)
    expect(await windowUrls(app)).toEqual(['app://test/page.html'])
    expect(journal().filter(({ kind }) => kind === 'request')).toEqual([])
  })

  test('hears its menu by accelerator, unless the page wants the key', async () => {
    const page = await (await host.launch()).page()
    await page.evaluate(() => {
      const told: unknown[] = []
      Object.assign(globalThis, { told })
      bridge.onTold((value) => told.push(value))
    })
    const told = (): Promise<unknown> =>
      page.evaluate(() => (globalThis as unknown as { told: unknown }).told)
    await page.keyboard.press('Control+Shift+T')
    await expect.poll(told).toEqual(['tell'])
    await page.evaluate(() => addEventListener('keydown', (event) => event.preventDefault()))
    await page.keyboard.press('Control+Shift+T')
    await page.evaluate(() => bridge.ask('anything'))
    expect(await told()).toEqual(['tell'])
  })

  test('prints a PDF with the defaults of Electron: Letter, without tags', async () => {
    const { app, page } = await host.launch()
    await page()
    const [plain, tagged] = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const print = async (options: Electron.PrintToPDFOptions): Promise<string> =>
        (await contents?.printToPDF(options))?.toString('latin1') ?? ''
      return [await print({}), await print({ pageSize: 'A4', generateTaggedPDF: true })] as const
    })
    expect(plain).toMatch(/^%PDF-/)
    expect(plain).toContain('/MediaBox [0 0 612 792]')
    expect(plain).not.toContain('/StructTreeRoot')
    expect(tagged).toMatch(/\/MediaBox \[0 0 59\d/)
    expect(tagged).toContain('/StructTreeRoot')
  })

  test('takes commands of the DevTools protocol while its debugger is attached', async () => {
    const { app, page } = await host.launch()
    const win = await page()
    await win.evaluate(() => Object.assign(globalThis, { weak: new WeakRef({}) }))
    const isThere = (): Promise<boolean> =>
      win.evaluate(() => (globalThis as unknown as { weak: WeakRef<object> }).weak.deref() !== undefined)
    const said = await app.evaluate(async ({ BrowserWindow }) => {
      const devtools = BrowserWindow.getAllWindows()[0]?.webContents.debugger
      const collect = (): Promise<unknown> =>
        devtools?.sendCommand('HeapProfiler.collectGarbage').then(
          () => 'collected',
          (error: Error) => error.message,
        ) ?? Promise.resolve()
      const before = await collect()
      devtools?.attach()
      const during = await collect()
      devtools?.detach()
      return [before, during, devtools?.isAttached()]
    })
    expect(said).toEqual(['No target available', 'collected', false])
    expect(await isThere()).toBe(false)
  })

  test('has no printer, and says so in the words of Electron', async () => {
    const { app, page } = await host.launch()
    await page()
    const said = await app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          BrowserWindow.getAllWindows()[0]?.webContents.print({}, (printed, reason) =>
            resolve({ printed, reason }),
          )
        }),
    )
    expect(said).toEqual({ printed: false, reason: 'No printers available on the network' })
  })

  test('learns of a crash of its page and can load it again', async () => {
    const { app, page } = await host.launch()
    await page()
    const said = await app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('render-process-gone', (_event, { reason }) => {
            contents.once('did-finish-load', () => resolve([reason, contents.isCrashed(), contents.getURL()]))
            contents.reload()
          })
          contents?.forcefullyCrashRenderer()
        }),
    )
    expect(said).toEqual(['crashed', false, 'app://test/page.html'])
  })

  test('is one app a profile: a second start is told to the first, and a dead one is no hindrance', async () => {
    const first = await host.launch()
    await first.page()
    for (const word of ['--first-word', '--second-word']) {
      const args = [`--user-data-dir=${first.profile}`, TestHost.app, word]
      const { status } = spawnSync(host.executable, args, { env: host.environment() })
      expect(status).toBe(0)
    }
    await expect
      .poll(() => first.app.evaluate(() => globalThis.seconds))
      .toEqual(['--first-word', '--second-word'])
    first.app.process().kill('SIGKILL')
    await new Promise((resolve) => first.app.process().once('exit', resolve))
    const again = await host.launch('', first.profile)
    expect(await (await again.page()).textContent('h1')).toBe('Test page')
  })
})

describe('what the stand-in refuses', () => {
  test('a page without sandbox', async () => {
    const said = await runToEnd('sandbox')
    expect(said).toContain('Refused: sandbox')
  })

  test('a scheme without the privileges that make it an origin', async () => {
    expect(await runToEnd('privileges')).toContain('"app" was not')
  })

  test('an app that is not there', () => {
    const { status, stderr } = spawnSync(host.executable, { encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, 'usage: electron [switches] <app folder or main file>\n'])
  })

  test('API that it does not have', async () => {
    const { app } = await host.launch()
    const said = await app.evaluate((electron) => [typeof electron.autoUpdater, typeof electron.net])
    expect(said).toEqual(['undefined', 'undefined'])
  })
})

describe('a fault planted in the app is seen:', () => {
  test('no request filter', async () => {
    const { page, journal } = await host.launch('filter')
    await (await page()).evaluate(() => fetch('https://elsewhere.invalid/').catch(() => null))
    expect(journal().filter(({ kind }) => kind === 'request')).toEqual([
      { kind: 'request', url: 'https://elsewhere.invalid/', method: 'GET' },
    ])
  })

  test('no navigation guard', async () => {
    const { app, page } = await host.launch('navigation')
    await (await page()).evaluate(() => location.assign('data:text/html,elsewhere')).catch(() => undefined)
    const win = await page()
    await win.evaluate(() => location.assign('https://elsewhere.invalid/')).catch(() => undefined)
    await expect.poll(async () => (await windowUrls(app))[0]).not.toBe('app://test/page.html')
  })

  test('no window-open handler', async () => {
    const { app, page } = await host.launch('popup')
    await (await page()).click('#blank')
    await expect.poll(async () => (await windowUrls(app)).length).toBe(2)
  })

  test('no permission handlers', async () => {
    const ask = (page: Page): Promise<string> => page.evaluate(() => Notification.requestPermission())
    expect(await ask(await (await host.launch()).page())).toBe('denied')
    expect(await ask(await (await host.launch('permissions')).page())).toBe('granted')
  })

  test('spell-checking dictionaries left to be fetched', async () => {
    const kept = await host.launch()
    await kept.page()
    expect(kept.journal().filter(({ kind }) => kind === 'dictionary')).toEqual([])
    const left = await host.launch('spelling')
    await left.page()
    expect(left.journal()).toContainEqual(expect.objectContaining({ kind: 'dictionary', language: 'en-US' }))
  })

  test('a preload that is not there', async () => {
    const { page } = await host.launch('preload')
    expect(await (await page()).evaluate(() => 'bridge' in globalThis)).toBe(false)
  })

  test('no handler for the scheme', async () => {
    expect(await runToEnd('handler')).toContain("ERR_FAILED (-2) loading 'app://test/page.html'")
  })

  test('no single-instance lock', async () => {
    const first = await host.launch('lock')
    await first.page()
    expect(existsSync(join(first.profile, 'standin-instance'))).toBe(false)
  })
})

/** What an app with this fault says on stderr before it is stopped or ends. */
async function runToEnd(fault: string): Promise<string> {
  const args = [`--user-data-dir=${join(host.folder, `profile-${fault}`)}`, TestHost.app]
  const app = spawn(host.executable, args, {
    env: host.environment(fault),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  const isEnough = new Promise<void>((resolve) => {
    app.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (/Error|ERR_/.test(said)) resolve()
    })
    app.once('exit', () => resolve())
  })
  await isEnough
  app.kill()
  return said
}
