/** Starts the test app on a freshly built stand-in, the way Playwright starts Electron. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { readJournal, type JournalEntry } from '../journal.ts'

export type TestApp = {
  readonly app: ElectronApplication
  readonly profile: string
  readonly journal: () => readonly JournalEntry[]
  /** The first window, when it shows the app's page. */
  readonly page: () => Promise<Page>
}

const root = resolve(import.meta.dirname, '../..')

/** The stand-in and the apps of one test file, in a folder of their own. */
export class TestHost {
  static readonly app = join(import.meta.dirname, 'app')
  readonly folder = mkdtempSync(join(tmpdir(), 'standin-test-'))
  readonly #apps: ElectronApplication[] = []

  build(): void {
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    execFileSync(
      process.execPath,
      [vite, 'build', '-c', join(import.meta.dirname, '../vite.config.ts'), '--logLevel', 'warn'],
      { cwd: root, env: { ...process.env, STANDIN_OUT: join(this.folder, 'host') }, stdio: 'inherit' },
    )
  }

  /** The executable, to be started without Playwright. */
  get executable(): string {
    return join(this.folder, 'host/electron')
  }

  /** `fault` is one that `testapp/main.js` knows. */
  environment(fault = '', journal = ''): Record<string, string> {
    return {
      ...(process.env as Record<string, string>),
      STANDIN_HEADLESS: '1',
      ...(journal === '' ? {} : { STANDIN_JOURNAL: journal }),
      TESTAPP_FAULT: fault,
    }
  }

  async launch(fault = '', profile = mkdtempSync(join(this.folder, 'profile-'))): Promise<TestApp> {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(this.folder, 'host')
    const journal = join(profile, 'journal.jsonl')
    const app = await _electron.launch({
      args: [`--user-data-dir=${profile}`, TestHost.app],
      cwd: root,
      env: this.environment(fault, journal),
    })
    this.#apps.push(app)
    const page = async (): Promise<Page> => {
      const window = await app.firstWindow()
      await window.waitForURL((url) => url.protocol !== 'about:')
      return window
    }
    return { app, profile, journal: () => readJournal(journal), page }
  }

  async closeApps(): Promise<void> {
    for (const app of this.#apps.splice(0)) await app.close().catch(() => undefined)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
