/** For tests: a compiled pack of a few bytes, written to a folder of its own. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { encodeManifest, packFormat } from '../../src-library/format/manifest.ts'

export type SampleFiles = Readonly<Record<string, string>>

export const sampleFiles: SampleFiles = {
  'pack.json': '{"id":"village"}\n',
  'articles/reading-room.json': '{"id":"reading-room"}\n',
  'search/index.bin': '\u0000\u0001\u0002',
  'figures/plan.png': 'not really a picture',
}

/** Writes `library/<id>` with its manifest. */
export async function writeSamplePack(library: string, id: string, files = sampleFiles): Promise<void> {
  const entries = Object.entries(files).map(
    ([path, text]) =>
      [
        path,
        { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') },
      ] as const,
  )
  const manifest = encodeManifest({
    format: packFormat,
    id,
    title: 'A village library',
    edition: '2026-11',
    language: 'en',
    files: new Map(entries),
  })
  for (const [path, text] of [...Object.entries(files), ['manifest.json', manifest] as const]) {
    await mkdir(dirname(join(library, id, path)), { recursive: true })
    await writeFile(join(library, id, path), text)
  }
}

/** Runs `work` with an empty folder, and removes it. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldshelf-test-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
