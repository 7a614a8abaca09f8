/** The three builds: main (ESM), preload (one CommonJS file, as a sandboxed preload must be), renderer. */
import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'
import { libraryInDevelopment } from './src-main/library/developmentserver.ts'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      target: 'node20.19',
      rolldownOptions: { input: { index: at('src-main/main.ts'), browser: at('src-main/browser-host.ts') } },
    },
  },
  preload: {
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
      },
    },
    worker: { format: 'es' },
    plugins: [svelte({ configFile: at('svelte.config.js') }), libraryInDevelopment(at('out/library'))],
    server: { host: '127.0.0.1' },
  },
})
