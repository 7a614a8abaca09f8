/** The three builds: main (ESM), preload (one CommonJS file, as a sandboxed preload must be), renderer. */
import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import { withoutStopWords } from './scripts/stopwords.ts'
import { refuseTestMaterial } from './scripts/testmaterial.ts'
import { libraryInDevelopment } from './scripts/developmentserver.ts'
import { thirdPartyNotices } from './scripts/notices/plugin.ts'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** The bundler's view of what it has read. */
type Modules = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

/** Whether a page that begins with this script begins with this module, too. */
function beginsWith(script: string, module: string, modules: Modules): boolean {
  const seen = new Set([at(script)])
  for (const id of seen) modules.getModuleInfo(id)?.importedIds.forEach((imported) => seen.add(imported))
  return seen.has(module)
}

/**
 * One file of what both pages begin with, and one of what the window begins with besides. Left to itself the bundler
 * makes a file of every few modules that the first screen shares with a place that is read later.
 */
const firstFiles = [
  {
    debugName: 'both',
    priority: 2,
    name: (module: string, modules: Modules): string | null =>
      ['src-renderer/main.ts', 'src-renderer/print.ts'].every((script) => beginsWith(script, module, modules))
        ? 'both'
        : null,
  },
  {
    debugName: 'window',
    priority: 1,
    name: (module: string, modules: Modules): string | null =>
      beginsWith('src-renderer/main.ts', module, modules) ? 'index' : null,
  },
]

const notices = thirdPartyNotices(import.meta.dirname)

export default defineConfig({
  main: {
    plugins: [refuseTestMaterial, withoutStopWords, notices.gather()],
    build: {
      target: 'node20.19',
      rolldownOptions: {
        input: {
          index: at('src-main/main.ts'),
          browser: at('src-main/browser-host.ts'),
          isolated: at('src-main/isolated/process.ts'),
          maker: at('src-main/own/isolated/process.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [refuseTestMaterial, notices.gather()],
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src-bridge/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    build: {
      minify: 'oxc',
      // A data: font or image would need a hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: at('src-renderer/index.html'), print: at('src-renderer/print.html') },
        output: { codeSplitting: { groups: firstFiles } },
      },
    },
    worker: { format: 'es', plugins: () => [refuseTestMaterial, withoutStopWords, notices.gather()] },
    plugins: [
      refuseTestMaterial,
      withoutStopWords,
      svelte({ configFile: at('svelte.config.js') }),
      libraryInDevelopment(at('out/library'), at('out/guide')),
      notices.gather(),
      notices.write(),
    ],
    server: { host: '127.0.0.1' },
  },
})
