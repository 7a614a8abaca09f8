/** Keeps what only tests need out of the app: a build that would ship it fails. */
import type { Plugin } from 'vite'

/** Test material lies in `testing/` and `samples/` folders, in `e2e/`, and in files called `*.test.ts`. */
export const isTestMaterial = (path: string): boolean =>
  !path.includes('/node_modules/') && /\/(testing|samples|e2e)\/|\.test\.ts/.test(path.replaceAll('\\', '/'))

export const refuseTestMaterial: Plugin = {
  name: 'refuse-test-material',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const found = file.type === 'chunk' ? file.moduleIds.find(isTestMaterial) : undefined
      if (found !== undefined) this.error(`${file.fileName} would ship test material: ${found}`)
    }
  },
}
