/** The scripts that run in every page before its own: in the page's world, and in the preload's. */
import page from './worlds/page.ts?script'
import preload from './worlds/preload.ts?script'

/** Electron's own name for the preload's world. */
export const worldName = 'Electron Isolated Context'

export const pageScript = (tag: string): string => `{ const hostTag = ${JSON.stringify(tag)}; ${page} }`

/** `code` is the app's preload: one CommonJS file, as a sandboxed preload has to be. */
export const preloadScript = (tag: string, code: string): string => `{
  const hostTag = ${JSON.stringify(tag)}
  const hostPlatform = ${JSON.stringify(process.platform)}
  const hostPreload = (require, process, module, exports) => {${code}
  }
  ${preload}
}`
