/** Runs `tour.cjs`: a reader's way through the app, without Playwright, below whatever program is to watch it. */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect, newProfile, removeProfile } from './app.ts'
import { executable } from './launch.ts'

const root = resolve(import.meta.dirname, '..')

/** What the tour prints when all is well. */
export const whatAReaderSees = {
  home: true,
  hit: expect.stringContaining('shelter') as unknown,
  print: { pages: expect.any(Number) as unknown, begins: '%PDF-' },
}

/**
 * What the tour saw, or what was said on stderr where it did not get that far, and the exit code.
 * `starter` is a command that runs another; without a `display` there is no window.
 */
export function tour(starter: readonly string[], display?: string): { saw: unknown; code: number | null } {
  const profile = newProfile()
  const asRoot = process.getuid?.() === 0 || starter.includes('unshare') ? ['--no-sandbox'] : []
  const args = ['-r', join(import.meta.dirname, 'tour.cjs'), ...asRoot, `--user-data-dir=${profile}`, root]
  const [program = '', ...rest] = [...starter, executable, ...args]
  const { stdout, stderr, status } = spawnSync(program, rest, {
    encoding: 'utf8',
    env: { ...process.env, ...(display === undefined ? { STANDIN_HEADLESS: '1' } : { DISPLAY: display }) },
    timeout: 90_000,
  })
  removeProfile(profile)
  const line = stdout.split('\n').find((each) => each.startsWith('{'))
  return { saw: line === undefined ? stderr : JSON.parse(line), code: status }
}
