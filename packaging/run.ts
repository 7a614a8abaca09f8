/** `npm run package -- linux|win`: installers and portable builds of the built app, into `out/package`. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const usage = 'Usage: npm run package -- linux|win [--dist <folder with Electron’s files>]'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  if (!existsSync(join(root, 'packaging/node_modules')))
    return complain(
      'The tools of packaging are not installed. Run `npm ci` in the folder packaging, then try again.',
    )
  // Read only now: without those tools this file could not say what is missing.
  const { makePackages, Missing } = await import('./packages.ts')
  const [system, flag, dist] = args
  if ((system !== 'linux' && system !== 'win') || (flag !== undefined && (flag !== '--dist' || !dist)))
    return complain(usage)
  try {
    for (const line of await makePackages({
      root,
      system,
      dist: dist ?? null,
      out: join(root, 'out/package'),
    }))
      console.log(line)
    return 0
  } catch (error) {
    if (error instanceof Missing) return complain(error.message)
    throw error
  }
}

function complain(sentence: string): number {
  console.error(sentence)
  return 1
}
