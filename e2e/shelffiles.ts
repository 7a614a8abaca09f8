/** Signed pack files for specs: small packs of a publisher that no computer knows, and of the development key. */
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '../src-compiler/compile.ts'
import { developmentSeed } from '../src-packs/developmentkey.ts'
import { makePackFile } from '../src-packs/make.ts'

type Made = {
  readonly id?: string
  readonly title?: string
  readonly sequence: number
  /** Documents beside `pack.json`, by path. */
  readonly documents: Readonly<Record<string, string>>
  readonly pack?: Readonly<Record<string, unknown>>
  /** A test key by its name; null is the development key. */
  readonly key?: string | null
}

/** Writes a pack file into a folder of its own, and gives its path. */
export function shelfFile({
  id = 'village',
  title = 'The village',
  sequence,
  documents,
  pack = {},
  key = 'village',
}: Made): string {
  const settings = { id, title, edition: `2027-0${sequence}`, publisher: 'Village Library', ...pack }
  const files = new Map(
    Object.entries({ 'pack.json': JSON.stringify(settings), ...documents }).map(([path, text]) => [
      path,
      new TextEncoder().encode(text),
    ]),
  )
  const { compiled, diagnostics } = compile(files)
  if (!compiled) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const seed = key === null ? developmentSeed() : new Uint8Array(createHash('sha256').update(key).digest())
  const bytes = makePackFile(
    compiled.manifest,
    compiled.files,
    {
      sequence,
      made: '2027-03-01',
      publisher: { name: key === null ? 'Fieldshelf' : 'Village Library', place: 'Upper Village' },
      minimum: null,
      vouches: [],
      succeeds: null,
      withdraws: [],
    },
    [seed],
  )
  const path = join(mkdtempSync(join(tmpdir(), 'fieldshelf-stick-')), `${id}.shelf`)
  writeFileSync(path, bytes)
  return path
}

/** An article, as it is written. */
export const article = (title: string, text: string): string =>
  `---\ntitle: ${title}\nsummary: ${title}.\n---\n\n${text}\n`
