/**
 * `tsx scripts/bundled/run.ts [--release] [--pack <file>.shelf]`: writes `out/bundled/<id>.shelf`, which packages carry.
 * The build and `npm run package` start it. Signed files of a release are in `release/`, if no other is named.
 * `--release` fails where Fieldshelf has no keys of a release.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decodeManifest } from '../../src-library/format/manifest.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import { neededSignatures, releaseKeys } from '../../src-main/packs/shippedkeys.ts'
import { bundledFile } from './bundled.ts'

const id = 'trafficking-azerbaijan'
const out = resolve(import.meta.dirname, '../../out')
const compiled = (path: string): string => join(out, 'library', id, path)

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--release') && releaseKeys.length === 0)
    return complain('There are no keys of a release yet. docs/publishing.md says how they are made.')
  const own = join(out, '../release', `${id}.shelf`)
  const named = args.includes('--pack') ? args[args.indexOf('--pack') + 1] : undefined
  const given = named ?? (releaseKeys.length > 0 && existsSync(own) ? own : null)
  const manifest = decodeManifest(JSON.parse(readFileSync(compiled(manifestPath), 'utf8')))
  if (!manifest.ok) return complain('The bundled pack is not compiled. Run `npm run build` first.')
  const file = await bundledFile({
    manifest: manifest.value,
    files: new Map([...manifest.value.files.keys()].map((path) => [path, readFileSync(compiled(path))])),
    releaseKeys,
    needed: neededSignatures,
    given: given === null ? null : readFileSync(given),
  })
  rmSync(join(out, 'bundled'), { recursive: true, force: true })
  if (!file.ok) return complain(file.failure)
  mkdirSync(join(out, 'bundled'))
  writeFileSync(join(out, 'bundled', `${id}.shelf`), file.value)
  if (releaseKeys.length === 0)
    console.log('The pack of packages is signed with the development key: they are for trying out.')
  return 0
}

function complain(sentence: string): number {
  console.error(sentence)
  return 1
}
