import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const tests = (folders: string): string[] => [`${folders}/**/*.test.ts`]

/** Their modules keep nothing from test to test, so each worker reads them once: it saves half a second a file. */
const withoutState = '{src-library,src-compiler,src-packs,src-renderer}'

export default defineConfig({
  plugins: [svelte()],
  test: {
    setupFiles: ['testing/setup.ts'],
    testTimeout: 60_000,
    // Vitest leaves a core to itself; where there are two, half of the time would go unused.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'without state', include: tests(withoutState), isolate: false } },
      {
        extends: true,
        test: {
          name: 'processes',
          include: [...tests('src-*'), ...tests('{e2e,scripts}')],
          exclude: tests(withoutState),
        },
      },
    ],
  },
})
