import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alone } from './lock.mjs'
import { fingerprint } from './build.mjs'
import { add, countPlaywright, countVitest, nothing, passedOnRepeat, sentence } from './counts.mjs'
import { announce, chooseHost, hasDisplay } from './hosts.mjs'
import { installRemedy, isInstalled } from './install.mjs'
import { tooOld } from './nodeversion.mjs'

describe('the host', () => {
  const display = true
  const electron = { path: 'electron' }
  const chromium = { path: 'chromium' }
  const noElectron = { missing: 'Electron itself could not be fetched' }
  const noChromium = { missing: 'no Chromium or Chrome was found' }

  test('is Electron where its executable is', () => {
    expect(chooseHost({ display, electron, chromium }).host).toBe('electron')
    expect(chooseHost({ display, electron, chromium: noChromium }).host).toBe('electron')
  })

  test('is the stand-in where only a Chromium is, and one line says why', () => {
    const choice = chooseHost({ display, electron: noElectron, chromium })
    expect(announce(choice)).toBe(
      "Fieldshelf opens in a window of this computer's Chromium: Electron itself could not be fetched.",
    )
  })

  test('is the browser where neither is, or where there is no display, and one line says why', () => {
    expect(announce(chooseHost({ display, electron: noElectron, chromium: noChromium }))).toBe(
      'Fieldshelf opens in your browser: Electron itself could not be fetched, and no Chromium or Chrome was found.',
    )
    expect(announce(chooseHost({ display: false, electron, chromium }))).toBe(
      'Fieldshelf opens in your browser: there is no display to open a window on.',
    )
  })

  test('has a display on Windows and macOS always, on Linux where one is named', () => {
    expect(hasDisplay({}, 'win32')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  })
})

describe('the packages', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  }

  test('are installed when each is there in its version, but for optional ones', () => {
    const isThere = (): boolean => true
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0' } }, isThere)).toBe(true)
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.1' } }, isThere)).toBe(false)
    expect(isInstalled(wanted, {}, isThere)).toBe(false)
    expect(isInstalled(wanted, null, isThere)).toBe(false)
  })

  test('are not installed when the folder of one was taken away', () => {
    const isThere = (path: string): boolean => path !== 'node_modules/a'
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0' } }, isThere)).toBe(false)
  })

  test('that could not be installed end with what to do about it', () => {
    expect(installRemedy('npm error code ENOSPC\nnpm error syscall write')).toContain('Make room')
    expect(installRemedy('npm error code EACCES')).toContain('npm_config_cache')
    expect(installRemedy('npm error code ECONNREFUSED')).toContain('needs the network once')
  })
})

describe('an older Node', () => {
  test('is told which one is needed', () => {
    expect(tooOld('18.20.8', '>=20.19.0')).toContain('needs Node.js 20.19 or newer, and this is 18.20.8')
    expect(tooOld('20.9.0', '>=20.19.0')).not.toBe(null)
    for (const version of ['20.19.0', '22.1.0', '24.0.0']) expect(tooOld(version, '>=20.19.0')).toBe(null)
  })
})

describe('two starts at once', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'alone-'))
    file = join(folder, 'out/start.lock')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('prepare one after the other, and the one that waits says so once', async () => {
    const said: string[] = []
    const done: string[] = []
    const work = (name: string) => async () => {
      done.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 700))
      done.push(`${name} ends`)
    }
    const say = (sentence: string): unknown => said.push(sentence)
    await Promise.all([alone(file, work('one'), say), alone(file, work('other'), say)])
    expect(done).toEqual(['one begins', 'one ends', 'other begins', 'other ends'])
    expect(said).toHaveLength(1)
    expect(existsSync(file)).toBe(false)
  })

  test('do not wait for one that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    mkdirSync(join(folder, 'out'))
    writeFileSync(file, String(pid))
    expect(
      await alone(
        file,
        () => Promise.resolve('done'),
        () => expect.unreachable(),
      ),
    ).toBe('done')
  })

  test('let the next one in when the work failed', async () => {
    const fails = (): Promise<never> => Promise.reject(new Error('no'))
    await expect(alone(file, fails, () => undefined)).rejects.toThrow('no')
    expect(existsSync(file)).toBe(false)
  })
})

describe('the fingerprint of the sources', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fingerprint-'))
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'src/a.ts'), 'a')
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const print = (): string => fingerprint(folder, ['src', 'not-there.ts'])

  test('stays when a file is only touched or a test is written', () => {
    const before = print()
    utimesSync(join(folder, 'src/a.ts'), 0, 0)
    writeFileSync(join(folder, 'src/a.test.ts'), 'test')
    expect(print()).toBe(before)
  })

  test('changes with a file, its name and its place', () => {
    const seen = new Set([print()])
    writeFileSync(join(folder, 'src/a.ts'), 'b')
    seen.add(print())
    writeFileSync(join(folder, 'src/b.ts'), '')
    seen.add(print())
    writeFileSync(join(folder, 'not-there.ts'), '')
    seen.add(print())
    expect(seen.size).toBe(4)
  })
})

describe('the count at the end of npm test', () => {
  test('adds the tests of both runners up', () => {
    const unit = countVitest({
      numPassedTests: 5,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 1,
      success: true,
    })
    const e2e = countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] })
    expect(sentence(add(unit, e2e))).toBe('8 passed, 0 failed, 2 skipped')
    expect(sentence(add(nothing, e2e))).toBe('3 passed, 0 failed')
  })

  test('counts as failed what broke off or could not be loaded', () => {
    expect(countVitest(null).failed).toBe(1)
    expect(countPlaywright(null).failed).toBe(1)
    expect(countVitest({ numFailedTests: 0, numFailedTestSuites: 2, success: false }).failed).toBe(2)
    expect(countPlaywright({ stats: { expected: 1, unexpected: 1 }, errors: [{}] }).failed).toBe(2)
  })

  test('counts as passed, and names, what passed only when repeated', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
    const inner = { title: 'inner', specs: [spec('waits', 'flaky'), spec('reads', 'expected')] }
    const suites = [{ title: 'a.spec.ts', suites: [inner], specs: [spec('prints', 'flaky')] }]
    const report = { stats: { expected: 1, unexpected: 0, flaky: 2 }, errors: [], suites }
    expect(countPlaywright(report)).toEqual({ passed: 3, failed: 0, skipped: 0 })
    expect(passedOnRepeat(report)).toEqual(['waits', 'prints'])
  })
})

describe.skipIf(process.platform === 'win32')('a start that is ended while it installs or builds', () => {
  test('ends what it had started, and does nothing more', async () => {
    const script = `
      import { run } from ${JSON.stringify(new URL('./run.mjs', import.meta.url).href)}
      const child = "console.log(process.pid); process.on('SIGTERM', () => process.exit()); setInterval(() => {}, 1000)"
      await run([process.execPath, '--eval', child], { show: true })
      console.log('went on')`
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', script])
    let said = ''
    for await (const text of starter.stdout.setEncoding('utf8')) {
      if (said === '') starter.kill('SIGTERM')
      said += String(text)
    }
    if (starter.exitCode === null) await once(starter, 'exit')
    expect(starter.exitCode).toBe(130)
    expect(said).toMatch(/^\d+\n$/)
    expect(() => process.kill(Number(said), 0)).toThrow('ESRCH')
  })
})

describe('a tool that is called with what it does not know', () => {
  const root = join(import.meta.dirname, '..')

  test.each([
    ['bench/run.ts', '--foo', 'search'],
    ['bench/run.ts', 'search', '--sizes', 'many'],
    ['src-compiler/cli.ts', 'print', '--out'],
    ['e2e/faults/run.ts', '--quick'],
    ['scripts/start.mjs', '--port', 'taken'],
  ])('says so and how it is called, with exit code 2: %s %s %s %s', (...command) => {
    const given = command.filter((word) => typeof word === 'string')
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...given], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/Usage: /)
    expect(stderr).not.toMatch(/^ {4}at /m)
  })
})
