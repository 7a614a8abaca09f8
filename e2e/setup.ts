/** Before all specs: the app must be built; and everything temporary goes to one folder, removed afterwards. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const built = [
  'main/index.js',
  'main/browser.js',
  'preload/index.cjs',
  'renderer/index.html',
  'host/api.cjs',
  'stick/Fieldshelf.html',
]

export default function setup(): () => void {
  const out = resolve(import.meta.dirname, '../out')
  const missing = built.filter((file) => !existsSync(join(out, file)))
  if (missing.length > 0)
    throw new Error(`The app is not built (out/${missing.join(', out/')}): npm run build`)
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-e2e-'))
  // Chromium and Playwright leave files behind where TMPDIR says.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}
