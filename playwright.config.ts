/**
 * The specs of e2e/: all of them in the shell (Electron or its stand-in), those with the tag `@browser` on the browser
 * host too, those with `@usb` from a stick. Those with the tag `@long` prove rather than guard: `npm run test:long` runs them.
 */
import { defineConfig } from '@playwright/test'

const onBrowserHostOnly = 'browserhost.spec.ts'
const onStickOnly = 'stick.spec.ts'
const isLong = process.env['TEST_LONG'] === '1'

/** All that a reader does with a stick, but for what it does not do there: keep anything. */
const allFromStick = {
  name: 'usb all',
  testMatch: [onStickOnly, 'reading.spec.ts', 'searching.spec.ts', 'hiding.spec.ts', 'finding.spec.ts'],
  grepInvert: /kept for the next start/,
  use: { host: 'stick' as const },
}

export default defineConfig<object, { host: 'shell' | 'browser' | 'stick' }>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  globalSetup: './e2e/setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  ...(isLong ? {} : { grepInvert: /@long/ }),
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['CI'] === undefined ? 'line' : 'list',
  projects: [
    { name: 'shell', testIgnore: [onBrowserHostOnly, onStickOnly], use: { host: 'shell' } },
    {
      name: 'browser',
      testIgnore: [onBrowserHostOnly, onStickOnly],
      grep: /@browser/,
      use: { host: 'browser' },
    },
    { name: 'browser host', testMatch: onBrowserHostOnly, use: { host: 'browser' } },
    { name: 'usb', testIgnore: onBrowserHostOnly, grep: /@usb/, use: { host: 'stick' } },
    ...(isLong ? [allFromStick] : []),
  ],
})
