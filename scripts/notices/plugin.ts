/** Gathers third-party notices from all builds of the app: see `notices.ts`. */
import type { Plugin } from 'vite'
import { findPackage, noticesFile, packagesIn } from './notices.ts'

export const noticesName = 'notices.json'

/** Installed with the app and not bundled. Chromium's own notices come with Electron, as a file beside it. */
const delivered = ['electron']

/**
 * Two plugins that share one list: `gather` for every build and every worker, and `write` for the build that ends
 * last and whose output About can read.
 */
export function thirdPartyNotices(root: string): {
  readonly gather: () => Plugin
  readonly write: () => Plugin
} {
  const folders = new Set(delivered.map((name) => findPackage(name, root)))
  return {
    gather: () => {
      let base = root
      return {
        name: 'fieldshelf:gather-notices',
        apply: 'build',
        configResolved: (config) => {
          base = config.root
        },
        generateBundle: (_options, bundle) => {
          for (const folder of packagesIn(Object.values(bundle), base)) folders.add(folder)
        },
      }
    },
    write: () => ({
      name: 'fieldshelf:write-notices',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler() {
          this.emitFile({
            type: 'asset',
            fileName: noticesName,
            source: JSON.stringify(noticesFile(folders)),
          })
        },
      },
    }),
  }
}
