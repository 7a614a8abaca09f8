/**
 * `npx tsx e2e/paper/makeedition.ts`: makes edition-2026-11.shelf again, of the pack's documents as they were and with the compiler of today.
 * To be run where a format has changed so that today's Fieldshelf can't read the file any more.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { decodeManifest } from '../../src-library/format/manifest.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import { developmentPublisher, developmentSeed } from '../../src-packs/developmentkey.ts'
import { makePackFile } from '../../src-packs/make.ts'
import { editionFile } from './edition.ts'

/** The texts of edition 2026-11 as they were printed for its first readers, in the author formats of today. */
const commit = '6fa8fc1e3886ed8ecd4aec0e3672b4531e6cbf77'
const documents = 'content/trafficking-azerbaijan'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-edition-'))
try {
  const archive = execFileSync('git', ['archive', commit, documents], { cwd: root, maxBuffer: 1 << 28 })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  const compiled = join(folder, 'compiled')
  const compiler = join(root, 'src-compiler/cli.ts')
  execFileSync('npx', ['tsx', compiler, 'build', join(folder, documents), '--out', compiled], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const manifest = decodeManifest(JSON.parse(readFileSync(join(compiled, manifestPath), 'utf8')))
  if (!manifest.ok) throw new Error('The compiled edition can’t be read.')
  const files = [...manifest.value.files.keys()].map(
    (path) => [path, readFileSync(join(compiled, path))] as const,
  )
  const statements = { minimum: null, vouches: [], succeeds: null, withdraws: [] }
  const publisher = { name: developmentPublisher, place: null }
  const edition = { sequence: 202_611, made: null, publisher, ...statements }
  writeFileSync(editionFile, makePackFile(manifest.value, new Map(files), edition, [developmentSeed()]))
} finally {
  rmSync(folder, { recursive: true })
}
