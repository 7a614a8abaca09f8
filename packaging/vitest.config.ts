/** Tests of packaging: `npm run test:packages`. They need the packages of this folder, and Debian's nsis and zip. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['packaging/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
})
