/** A pack of five files that no test needs a compiler for, and keys that are the same in every run. */
import { createHash } from 'node:crypto'
import { packFormat, type Manifest } from '../../src-library/format/manifest.ts'
import { makePackFile, type Edition } from '../make.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)

/** Seeds of test keys. They sign nothing outside the tests. */
export const seedOf = (name: string): Uint8Array => new Uint8Array(createHash('sha256').update(name).digest())

export const tinyFiles: ReadonlyMap<string, Uint8Array> = new Map([
  ['pack.json', text('{"title":"Village"}\n')],
  ['articles/well.json', text(`{"text":"${'The well is by the mill. '.repeat(40)}"}\n`)],
  ['articles/mill.json', text(`{"text":"${'The mill is by the well. '.repeat(30)}"}\n`)],
  ['search/index.bin', Uint8Array.from({ length: 300 }, (_, i) => i % 7)],
  ['search/texts.bin', new Uint8Array()],
])

export function manifestOf(
  files: ReadonlyMap<string, Uint8Array>,
  changes: Partial<Manifest> = {},
): Manifest {
  const entries = [...files].map(
    ([path, bytes]) =>
      [path, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }] as const,
  )
  return {
    format: packFormat,
    id: 'village',
    title: 'Village',
    edition: '2026-11',
    language: 'en',
    files: new Map(entries),
    ...changes,
  }
}

export const tinyEdition: Edition = {
  sequence: 7,
  made: '2026-11-30',
  publisher: { name: 'Village Library', place: 'Upper Village' },
  minimum: null,
  vouches: [],
  succeeds: null,
  withdraws: [],
}

export const tinyPackFile = (edition: Partial<Edition> = {}, ...keys: string[]): Uint8Array<ArrayBuffer> =>
  makePackFile(
    manifestOf(tinyFiles),
    tinyFiles,
    { ...tinyEdition, ...edition },
    (keys.length === 0 ? ['publisher'] : keys).map(seedOf),
  )
