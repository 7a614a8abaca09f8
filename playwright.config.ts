/**
 * The specs of e2e/: all of them in the shell (Electron or its stand-in), those with the tag `@browser` on the browser
 * host too. Those with the tag `@long` prove rather than guard: `npm run test:long` runs them.
 */
import { defineConfig } from '@playwright/test'

const onBrowserHostOnly = 'browserhost.spec.ts'
const isLong = process.env['TEST_LONG'] === '1'

export default defineConfig<object, { host: 'shell' | 'browser' }>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  globalSetup: './e2e/setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  ...(isLong ? {} : { grepInvert: /@long/ }),
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['CI'] === undefined ? 'line' : 'list',
  projects: [
    { name: 'shell', testIgnore: onBrowserHostOnly, use: { host: 'shell' } },
    {
      name: 'browser',
      testIgnore: onBrowserHostOnly,
      grep: /@browser/,
      use: { host: 'browser' },
    },
    { name: 'browser host', testMatch: onBrowserHostOnly, use: { host: 'browser' } },
  ],
})
