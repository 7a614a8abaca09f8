/**
 * Builds the page of the USB edition into `out/stick`: `Fieldshelf.html`, and beside it `app/` with classic scripts,
 * style sheets and fonts, and `data/` with what the page reads of the app itself. `shelf stick` adds the packs.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as disk from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { dataFile } from '../../src-compiler/stick/datafile.ts'
import { readFolder } from '../../src-compiler/1-read/files.ts'
import { compile } from '../../src-compiler/compile.ts'
import { guidePack } from '../../src-library/model/guide.ts'
import { stickFilePath } from '../../src-library/format/stickfile.ts'
import { noticesName, thirdPartyNotices } from '../notices/plugin.ts'
import { withoutStopWords } from '../stopwords.ts'
import { refuseTestMaterial } from '../testmaterial.ts'

const root = resolve(import.meta.dirname, '../..')
const at = (path: string): string => join(root, path)
const out = at('out/stick')

/** The last browsers that run on Windows 7 and 8. */
const target = ['chrome109', 'firefox115']

/** What a page that is a file can't do, and what is there instead. */
const instead: Readonly<Record<string, string>> = {
  // A browser shows its own dialog instead of finished pages.
  '/pdfpages.ts': 'src-renderer/stick/nopdfpages.ts',
  // It reads and writes no files, so no pack is made: a tenth of the page.
  '/making/MakingPlace.svelte': 'src-renderer/window/NotFound.svelte',
}

const leaveOut: Plugin = {
  name: 'leave-out',
  enforce: 'pre',
  resolveId: (source) => {
    const found = Object.entries(instead).find(([end]) => source.endsWith(end))
    return found ? at(found[1]) : null
  },
}

const notices = thirdPartyNotices(root)

function configOf(name: string, entry: string, plugins: readonly Plugin[]): InlineConfig {
  return {
    configFile: false,
    root: at('src-renderer'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      leaveOut,
      refuseTestMaterial,
      withoutStopWords,
      svelte({ configFile: at('svelte.config.js') }),
      notices.gather(),
      ...plugins,
    ],
    build: {
      outDir: join(out, 'app'),
      emptyOutDir: false,
      target,
      minify: 'oxc',
      assetsInlineLimit: 0,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: at(entry),
        // Vite's loader of parts names where it lies; here all parts are in one file.
        onLog: (level, log, show) => {
          if (log.code !== 'EMPTY_IMPORT_META') show(level, log)
        },
        output: {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: `${name}.js`,
          assetFileNames: (asset) =>
            asset.names.some((one) => one.endsWith('.css')) ? `${name}.css` : 'fonts/[name][extname]',
        },
      },
    },
  }
}

/** The worker's source as text: a page that is a file makes the worker of it (`src-renderer/stick/scripts.ts`). */
async function buildWorker(): Promise<void> {
  const config = configOf('worker', 'src-renderer/engine/worker.ts', [])
  const built = (await build({
    ...config,
    build: { ...config.build, write: false },
  })) as Rolldown.RolldownOutput
  writeFileSync(
    join(out, 'app/worker.js'),
    `globalThis.fieldshelfWorker=${JSON.stringify(built.output[0].code)}\n`,
  )
}

function writeData(path: string, bytes: Uint8Array): void {
  const file = join(out, stickFilePath(path))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, dataFile(path, bytes))
}

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'app'), { recursive: true })
await buildWorker()
await build(configOf('window', 'src-renderer/stick/window.ts', []))
await build(configOf('print', 'src-renderer/stick/print.ts', [notices.write()]))

const page = at('src-renderer/stick')
copyFileSync(join(page, 'Fieldshelf.html'), join(out, 'Fieldshelf.html'))
copyFileSync(join(page, 'readme.txt'), join(out, 'READ ME.txt'))
for (const name of ['print.html', 'notopened.css']) copyFileSync(join(page, name), join(out, 'app', name))
copyFileSync(at('LICENSE'), join(out, 'app/LICENSE.txt'))

// No search looks into the guide: its index stays behind.
const { compiled } = compile(await readFolder(at('docs/guide'), disk))
if (!compiled) throw new Error('The guide can’t be compiled: `npm run shelf -- check docs/guide` says why.')
for (const [path, bytes] of compiled.files)
  if (!path.startsWith('search/')) writeData(`library/${guidePack}/${path}`, bytes)

const noticesPath = join(out, 'app', noticesName)
writeData(noticesName, readFileSync(noticesPath))
rmSync(noticesPath)
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string }
writeData(
  'about.json',
  new TextEncoder().encode(JSON.stringify({ name: 'Fieldshelf', version, shell: 'file' })),
)
