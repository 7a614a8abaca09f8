/** Builds the script of an exported site's search page into `out/site`. `shelf export html` lays it beside the pages. */
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { noticesFile, packagesIn } from '../notices/notices.ts'
import { refuseTestMaterial } from '../testmaterial.ts'

const root = resolve(import.meta.dirname, '../..')

/** Licences of the packages in the script: they travel with the site. */
const notices: Plugin = {
  name: 'notices',
  generateBundle(_options, bundle) {
    const source = JSON.stringify(noticesFile(packagesIn(Object.values(bundle), root)))
    this.emitFile({ type: 'asset', fileName: 'notices.json', source })
  },
}

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  plugins: [refuseTestMaterial, notices],
  build: {
    outDir: join(root, 'out/site'),
    emptyOutDir: true,
    // As old as those of the USB edition: what phones in drawers have.
    target: ['chrome109', 'firefox115', 'safari16.4'],
    minify: 'oxc',
    rolldownOptions: {
      input: join(root, 'src-renderer/site/page.ts'),
      output: { format: 'iife', codeSplitting: false, entryFileNames: 'search.js' },
    },
  },
})
