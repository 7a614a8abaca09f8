/**
 * Takes the place of Electron's executable: the same command line, but Node runs
 * the main process and the system's Chromium draws the windows. Playwright's
 * `_electron.launch` starts it like the real one (ELECTRON_OVERRIDE_DIST_PATH).
 *
 * Built as one CommonJS file without an extension, next to `api.cjs`.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { open as openInspector } from 'node:inspector'
import Module from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { locateApp, parseCommandLine } from './argv.ts'
import { unpack } from './asar.ts'

const args = process.argv.slice(2)
process.argv = [process.argv[1] ?? 'electron', ...args]
const { entry: named, requires, switches } = parseCommandLine(args)
// In a package, as Electron's program does: the archive beside it is the app, whatever is on the command line.
const archive = join(__dirname, 'resources', 'app.asar')
const packaged = existsSync(archive)
const entry = packaged ? unpacked() : named
if (entry === null) {
  console.error('usage: electron [switches] <app folder or main file>')
  process.exit(2)
}
const { appPath, main } = locateApp(entry)

Object.defineProperty(process, 'versions', {
  value: Object.freeze({ ...process.versions, electron: '0.0.0-standin' }),
})
Object.assign(process, {
  type: 'browser',
  ...(packaged
    ? { resourcesPath: join(__dirname, 'resources') }
    : { defaultApp: true, resourcesPath: appPath }),
})

// `electron` is this stand-in, for require() and for import alike.
const api = join(__dirname, 'api.cjs')
const isElectron = /^electron(\/(main|common))?$/
type Resolve = (id: string, ...rest: unknown[]) => string
const loader = Module as unknown as { _resolveFilename: Resolve }
const resolveFilename = loader._resolveFilename
loader._resolveFilename = function (id, ...rest) {
  return isElectron.test(id) ? api : resolveFilename.call(this, id, ...rest)
}
const hook = `export const resolve = (id, context, next) => ${isElectron}.test(id)
  ? { url: ${JSON.stringify(pathToFileURL(api).href)}, format: 'commonjs', shortCircuit: true } : next(id, context)`
Module.register('data:text/javascript,' + encodeURIComponent(hook))

// As Electron does: said, and the app lives on.
process.on('unhandledRejection', (error) => console.error('UnhandledPromiseRejectionWarning:', error))
const inspect = switches.get('inspect')
if (inspect !== undefined) openInspector(Number(inspect) || 0, '127.0.0.1')
for (const file of requires) Module.createRequire(api)(resolve(file))

type Api = typeof import('./api.ts')
const { start } = (Module.createRequire(api)(api) as Api).standIn
void start({
  appPath,
  packaged,
  switches,
  loadMain: () => import(/* @vite-ignore */ pathToFileURL(main).href),
})

/** The archive's files in a folder of their own, until the app ends. */
function unpacked(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-archive-'))
  unpack(archive, folder)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
