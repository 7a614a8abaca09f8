/**
 * `shelf print`: hands over to src-standin/printing, in a process of its own. Printing needs the built page and a
 * browser, of which the compiler knows nothing.
 */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const printer = resolve(import.meta.dirname, '../../src-standin/printing/shelfprint.ts')

export function run(args: readonly string[]): Promise<number> {
  const printing = spawn(process.execPath, ['--import', 'tsx', printer, ...args], { stdio: 'inherit' })
  return new Promise((done, failed) => {
    printing.once('error', failed)
    printing.once('exit', (code) => done(code ?? 1))
  })
}
