/** `npm run package -- linux|win|mac`: installers and portable builds of the built app, into `out/package`; `sums`: their list. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const out = join(root, 'out/package')
// It has to be above the first line that runs.
const systems = ['linux', 'win', 'mac', 'sums'] as const
const usage = `Usage: npm run package -- linux|win|mac [options]
       npm run package -- sums

  --dist <folder>              Electron’s files for the system, unpacked; for mac twice, once for each processor
  --pack <file>                a signed pack in place of the built one
  --appimage-runtime <file>    linux: also makes an AppImage

sums lists the check sums of everything in out/package, and signs the list.`

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const order = readArguments(args)
  if (order === null) return complain(usage)
  const { system, dists, pack, runtime } = order
  if (!existsSync(join(root, 'packaging/node_modules')))
    return complain(
      'The tools of packaging are not installed. Run `npm ci` in the folder packaging, then try again.',
    )
  // Read only now: without those tools this file could not say what is missing.
  const { commitDate, makePackages, Missing } = await import('./packages.ts')
  const { writeAllSums } = await import('./sums.ts')
  try {
    if (system === 'sums') {
      console.log(await writeAllSums(out, commitDate(root)))
      return 0
    }
    // Its own program says what is wrong with a signed file.
    const bundled = ['--import', 'tsx', 'scripts/bundled/run.ts', ...(pack ? ['--pack', resolve(pack)] : [])]
    if (spawnSync(process.execPath, bundled, { cwd: root, stdio: 'inherit' }).status !== 0) return 1
    for (const line of await makePackages({ root, system, dists, out, runtime })) console.log(line)
    return 0
  } catch (error) {
    if (error instanceof Missing) return complain(error.message)
    throw error
  }
}

/** Null where they are none that this command knows. */
function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        dist: { type: 'string', multiple: true, default: [] },
        pack: { type: 'string' },
        'appimage-runtime': { type: 'string' },
      },
    })
    const system = systems.find((one) => one === positionals[0])
    const dists = values.dist
    const isWrong = positionals.length !== 1 || dists.includes('') || values.pack === ''
    if (system === undefined || isWrong || dists.length > (system === 'mac' ? 2 : 1)) return null
    return { system, dists, pack: values.pack ?? null, runtime: values['appimage-runtime'] ?? null }
  } catch {
    return null
  }
}

function complain(sentence: string): number {
  console.error(sentence)
  return 1
}
