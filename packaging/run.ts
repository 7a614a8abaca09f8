/** `npm run package -- linux|win`: installers and portable builds of the built app, into `out/package`. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const usage =
  'Usage: npm run package -- linux|win [--dist <folder with Electron’s files>] [--pack <signed file>]'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  if (!existsSync(join(root, 'packaging/node_modules')))
    return complain(
      'The tools of packaging are not installed. Run `npm ci` in the folder packaging, then try again.',
    )
  // Read only now: without those tools this file could not say what is missing.
  const { makePackages, Missing } = await import('./packages.ts')
  const [system, ...options] = args
  const { dist, pack, ...others } = Object.fromEntries(
    options.flatMap((flag, at) =>
      at % 2 === 0 ? [[flag.replace(/^--/, ''), options[at + 1] ?? ''] as const] : [],
    ),
  )
  const isWrong = dist === '' || pack === '' || Object.keys(others).length > 0
  if ((system !== 'linux' && system !== 'win') || isWrong) return complain(usage)
  // Its own program says what is wrong with a signed file.
  const bundled = ['--import', 'tsx', 'scripts/bundled/run.ts', ...(pack ? ['--pack', resolve(pack)] : [])]
  if (spawnSync(process.execPath, bundled, { cwd: root, stdio: 'inherit' }).status !== 0) return 1
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
