/** The specs of e2e/: all of them in the shell (Electron or its stand-in), some on the browser host too. */
import { defineConfig } from '@playwright/test'

const onBrowserHostOnly = 'browserhost.spec.ts'

export default defineConfig<object, { host: 'shell' | 'browser' }>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  globalSetup: './e2e/setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['CI'] === undefined ? 'line' : 'list',
  projects: [
    { name: 'shell', testIgnore: onBrowserHostOnly, use: { host: 'shell' } },
    {
      name: 'browser',
      testMatch: [onBrowserHostOnly, 'reading.spec.ts', 'searching.spec.ts'],
      use: { host: 'browser' },
    },
  ],
})
