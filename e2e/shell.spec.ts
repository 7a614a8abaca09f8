// What keeps the page in its place: policy, sandbox, guards, the bridge; and how the app starts and ends.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, needsMain, newProfile, removeProfile, test, type Page } from './app.ts'
import { executable } from './launch.ts'

const root = resolve(import.meta.dirname, '..')
const home = 'app://fieldshelf/index.html'

const addresses = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL().replace(/#.*/, '')),
  )

test.beforeEach(({ app }) => needsMain(app))

test('the window shows the page by the app’s own scheme, visible, under a title that tells nothing', async ({
  app,
  win,
  open,
}) => {
  needsMain(app)
  await open('#/search?q=shelter')
  expect(await addresses(app)).toEqual([home])
  await win.evaluate(() => {
    document.title = 'shelter'
  })
  // An answer of main comes after whatever the page set off before.
  await call(win, 'app.about', null)
  const seen = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => [window.isVisible(), window.getTitle()]),
  )
  expect(seen).toEqual([[true, 'Fieldshelf']])
})

test('the page has the bridge, frozen, and nothing of Node or Electron', async ({ win }) => {
  const seen = await win.evaluate(() => {
    const { fieldshelf } = globalThis as unknown as { fieldshelf: object }
    return {
      bridge: Object.keys(fieldshelf).sort(),
      frozen: Object.isFrozen(fieldshelf),
      node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
      secure: isSecureContext,
    }
  })
  expect(seen).toEqual({ bridge: ['call', 'can', 'on'], frozen: true, node: [], secure: true })
})

test('every answer carries the policy and says what it is', async ({ win, tolerate }) => {
  tolerate(/404/)
  const headers = await win.evaluate(async () => {
    const pick = async (address: string): Promise<Record<string, string | null>> => {
      const { headers } = await fetch(address)
      const names = ['content-security-policy', 'content-type', 'x-content-type-options', 'referrer-policy']
      return Object.fromEntries(names.map((name) => [name, headers.get(name)]))
    }
    return [await pick('index.html'), await pick('library/library.json'), await pick('no-such-file')]
  })
  for (const each of headers) {
    expect(each['content-security-policy']).toContain("default-src 'none'")
    expect(each['x-content-type-options']).toBe('nosniff')
    expect(each['referrer-policy']).toBe('no-referrer')
  }
  const directives = headers[0]?.['content-security-policy']?.split('; ') ?? []
  for (const directive of [
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'none'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(directives).toContain(directive)
  }
  expect(headers.map((each) => each['content-type'])).toEqual([
    'text/html; charset=utf-8',
    'application/json; charset=utf-8',
    'text/plain; charset=utf-8',
  ])
})

test('nothing inline, evaluated or injected runs', async ({ win, tolerate }) => {
  tolerate(/Content Security Policy|requires 'Trusted|404/)
  const ran = await win.evaluate(async () => {
    const ran: string[] = []
    Object.assign(globalThis, { ranInline: (what: string) => ran.push(what) })
    // While a debugger evaluates, eval is let through; in a timer the page is by itself.
    await new Promise((resolve) => setTimeout(resolve))
    const attempt = (what: string, work: () => unknown): void => {
      try {
        if (work() === what) ran.push(what)
      } catch {
        // as it should be
      }
    }
    const add = (name: string, attributes: Record<string, string>): HTMLElement => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      document.body.append(element)
      return element
    }
    attempt('script', () => add('script', {}).append('ranInline("script")'))
    attempt('handler', () => add('img', { src: 'no-such', onerror: 'ranInline("handler")' }))
    attempt('eval', () => (0, eval)('"eval"'))
    attempt('Function', () => (new Function('return "Function"') as () => unknown)())
    attempt('markup', () => {
      document.createElement('div').innerHTML = '<b>markup</b>'
      return 'markup'
    })
    attempt('worker', () => {
      new Worker(URL.createObjectURL(new Blob(['']))).terminate()
      return 'worker'
    })
    const styled = add('p', { style: 'position: fixed' })
    if (getComputedStyle(styled).position === 'fixed') ran.push('style')
    const image = add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }) as HTMLImageElement
    await new Promise((resolve) => {
      image.onload = () => resolve(ran.push('data image'))
      image.onerror = resolve
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    return ran
  })
  expect(ran).toEqual([])
})

test('no way to leave the page works, nor one to a second window', async ({ launch }) => {
  const shelf = await launch()
  const main = shelf.app
  needsMain(main)
  const { page } = shelf
  for (const leave of [
    () => location.assign('https://elsewhere.invalid/assigned'),
    () => location.assign('data:text/html,elsewhere'),
    () => location.assign('file:///etc/hostname'),
    () => void window.open('https://elsewhere.invalid/popup'),
    () => void window.open('about:blank', '_blank', 'noopener'),
    () => {
      const link = document.createElement('a')
      link.href = 'https://elsewhere.invalid/link'
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.target = '_top'
      link.click()
    },
    () => {
      const refresh = document.createElement('meta')
      refresh.httpEquiv = 'refresh'
      refresh.content = '0; url=https://elsewhere.invalid/refreshed'
      document.head.append(refresh)
    },
    () => {
      const link = document.createElement('a')
      link.href = 'library/library.json'
      link.download = 'library.json'
      document.body.append(link)
      link.click()
    },
  ]) {
    await page.evaluate(leave)
    // An answer of main comes after whatever the page set off before.
    await page.evaluate(() =>
      (globalThis as unknown as { fieldshelf: Caller }).fieldshelf.call('app.about', null),
    )
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(await addresses(main)).toEqual([home])
  expect(await page.evaluate(() => document.querySelector('h1') !== null)).toBe(true)
  expect(shelf.journal().filter(({ kind }) => kind === 'request' || kind === 'download')).toEqual([])
})

type Caller = { call(channel: string, request: unknown): Promise<unknown> }

const call = (page: Page, channel: string, ...request: unknown[]): Promise<unknown> =>
  page.evaluate(
    ([name, given]) => {
      const { fieldshelf } = globalThis as unknown as { fieldshelf: Caller }
      return Promise.resolve()
        .then(() => fieldshelf.call(name, ...(given as [unknown])))
        .catch((error: Error) => error.message)
    },
    [channel, request] as const,
  )

test('every permission is denied, asked for or looked up', async ({ win, tolerate }) => {
  tolerate(/Permissions policy violation/)
  const seen = await win.evaluate(async () => {
    const names = [
      'notifications',
      'geolocation',
      'midi',
      'camera',
      'microphone',
      'clipboard-read',
      'local-fonts',
      'idle-detection',
    ]
    const state = (name: string): Promise<string> =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => state,
        () => 'unknown here',
      )
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'denied',
    )
    return {
      asked: await Notification.requestPermission(),
      media,
      states: await Promise.all(names.map(state)),
    }
  })
  expect(seen.asked).toBe('denied')
  expect(seen.media).toBe('denied')
  expect(seen.states.filter((state) => state === 'granted')).toEqual([])
  expect(seen.states[0]).toBe('denied')
})

test('main answers the contract and nothing beside it', async ({ win }) => {
  expect(await call(win, 'app.about', null)).toMatchObject({ ok: true, value: { name: 'Fieldshelf' } })
  expect(await call(win, 'no.such', null)).toContain('There is no such call')
  for (const request of [undefined, {}, 'x', 1, [], null]) {
    expect(await call(win, 'clipboard.write', request), String(request)).toContain(
      'it is not as the contract says',
    )
  }
  expect(await call(win, 'app.about', 'more')).toContain('it is not as the contract says')
  const deep = await win.evaluate(() => {
    const { fieldshelf } = globalThis as unknown as { fieldshelf: Caller }
    let nested: unknown = []
    for (let depth = 0; depth < 100_000; depth++) nested = [nested]
    return Promise.resolve()
      .then(() => fieldshelf.call('clipboard.write', nested))
      .then(
        () => 'answered',
        () => 'refused',
      )
  })
  expect(deep).toBe('refused')
  expect(await call(win, 'app.about', null)).toMatchObject({ ok: true })
})

test('main answers no other page, and no other window', async ({ launch }) => {
  const { app: main } = await launch()
  needsMain(main)
  const said = await main.evaluate(async ({ BrowserWindow, app }, home) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const ask = `globalThis.fieldshelf.call('app.about', null).then(() => 'answered', (error) => error.message)`
    const answers: unknown[] = []
    for (const address of ['about:blank', home]) {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, ...(session ? { session } : {}) },
      })
      await stranger.loadURL(address)
      answers.push(await stranger.webContents.executeJavaScript(ask))
      stranger.destroy()
    }
    return answers
  }, home)
  for (const answer of said) expect(answer).toContain('Fieldshelf does not answer this page')
})

test('an address gives out the page and the library, and no other file', async ({ win, tolerate }) => {
  tolerate(/status of 40/)
  const statuses = await win.evaluate(async () => {
    const get = async (path: string, init?: RequestInit): Promise<number> =>
      (await fetch(new URL(path, document.baseURI), init)).status
    return {
      page: await get('index.html'),
      root: await get('/'),
      library: await get('library/library.json'),
      none: await get('no-such.js'),
      up: await get('..%2f..%2fpackage.json'),
      upTwice: await get('%252e%252e%252fpackage.json'),
      dots: await get('library/../../package.json'),
      backslash: await get('..%5c..%5cpackage.json'),
      end: await get('index.html%00.png'),
      double: await get('/%2findex.html'),
      badEscape: await get('%E0%A4%A'),
      long: await get('a'.repeat(65_536)),
      stream: await get('./index.html::$DATA'),
      manifest: await get('main/index.js'),
      post: await get('index.html', { method: 'POST', body: 'x' }),
      put: await get('index.html', { method: 'PUT', body: 'x' }),
    }
  })
  const { page, root, library, post, put, ...refused } = statuses
  expect({ page, root, library, post, put }).toEqual({
    page: 200,
    root: 200,
    library: 200,
    post: 405,
    put: 405,
  })
  for (const [what, status] of Object.entries(refused)) expect([400, 404], what).toContain(status)
})

test('a second start brings the first window to the front and touches no file', async ({ launch }) => {
  const { app: main, profile } = await launch()
  needsMain(main)
  await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const files = (): string[] =>
    readdirSync(profile)
      .filter((name) => !name.startsWith('standin-') && name !== 'journal.jsonl')
      .map((name) => `${name} ${statSync(join(profile, name)).mtimeMs}`)
  const before = files()
  const { status } = spawnSync(
    executable,
    [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, root],
    {
      env: { ...process.env, STANDIN_HEADLESS: '1' },
      timeout: 20_000,
    },
  )
  expect(status).toBe(0)
  await expect
    .poll(() =>
      main.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      ),
    )
    .toEqual([false])
  expect(files()).toEqual(before)
})

test('the menu’s commands reach the page', async ({ app, win, open }) => {
  needsMain(app)
  await open('#/settings')
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('contents')?.click())
  await expect(win.getByRole('heading', { level: 1, name: 'Contents' })).toBeVisible()
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('home')?.click())
  await expect(win.getByRole('heading', { name: 'Latest news summary' })).toBeVisible()
})

test('closing the window ends the app, and leaves nothing of the browser behind', async ({ launch }) => {
  const profile = newProfile()
  const { app: main, page } = await launch({ profile })
  needsMain(main)
  const runtime = join(profile, 'runtime')
  // As Chromium would.
  writeFileSync(join(runtime, 'left-behind'), 'what was read')
  const ended = new Promise((resolve) => main.process().once('exit', resolve))
  await page.close()
  expect(await ended).toBe(0)
  expect(readdirSync(runtime)).toEqual([])
  removeProfile(profile)
})

test('only this account can read the files that the app writes', async ({ launch }) => {
  test.skip(process.platform === 'win32', 'Windows has no such modes; its profile folder sees to it.')
  const profile = newProfile()
  const shelf = await launch({ profile })
  expect(await shelf.app?.evaluate(() => process.umask())).toBe(0o077)
  await shelf.close()
  const files = readdirSync(profile).filter((name) => name.endsWith('.json'))
  expect(files).not.toEqual([])
  for (const name of files) expect(statSync(join(profile, name)).mode & 0o077, name).toBe(0)
  removeProfile(profile)
})
