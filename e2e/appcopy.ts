import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const app = ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/guide', 'out/library'] as const

/** The built app in a folder of its own, so that a test can change its library. `without`: parts that stay behind. */
export function copyApp(without: readonly (typeof app)[number][] = []): { folder: string; library: string } {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-app-'))
  for (const part of app)
    if (!without.includes(part)) cpSync(join(root, part), join(folder, part), { recursive: true })
  return { folder, library: join(folder, 'out/library') }
}
