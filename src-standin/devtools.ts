/**
 * Chromium's DevTools protocol, typed. Playwright carries the protocol's types
 * but does not export the file by name, hence the path.
 */
export type { Protocol } from '../node_modules/playwright-core/types/protocol.d.ts'
