import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['src-*/**/*.test.ts', 'e2e/**/*.test.ts', 'scripts/**/*.test.ts'],
    setupFiles: ['testing/seed.ts'],
    testTimeout: 60_000,
  },
})
