/**
 * Builds the stand-in: the executable `electron`, `api.cjs` (the module `electron`), and
 * `chromium.cjs` for scripts that look for a browser.
 */
import { chmod, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'

const outDir = resolve(import.meta.dirname, process.env['STANDIN_OUT'] ?? '../out/host')

/** `import text from './x.ts?script'`: the module and what it imports, as one classic script. */
const classicScripts: Plugin = {
  name: 'classic-scripts',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('?script')) return null
    const entry = id.slice(0, -'?script'.length)
    const built = (await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        write: false,
        minify: false,
        lib: { entry, formats: ['iife'], name: 'world' },
      },
    })) as Rolldown.RolldownOutput[]
    const chunk = built[0]?.output[0]
    return `export default ${JSON.stringify(chunk?.code ?? '')}`
  },
}

/** An executable has no extension on Linux, which Node would take for the project's module type. */
const executable: Plugin = {
  name: 'executable',
  async writeBundle() {
    await writeFile(join(outDir, 'package.json'), '{ "type": "commonjs" }\n')
    await rename(join(outDir, 'executable.cjs'), join(outDir, 'electron'))
    await chmod(join(outDir, 'electron'), 0o755)
  },
}

export default defineConfig({
  plugins: [classicScripts, executable],
  build: {
    outDir,
    emptyOutDir: true,
    minify: false,
    ssr: true,
    target: 'node20.19',
    rolldownOptions: {
      input: {
        api: resolve(import.meta.dirname, 'api.ts'),
        chromium: resolve(import.meta.dirname, 'chromium.ts'),
        executable: resolve(import.meta.dirname, 'executable.ts'),
      },
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        banner: (chunk) => (chunk.name === 'executable' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
})
