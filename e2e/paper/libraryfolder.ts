/** A folder of compiled packs, as the page reads it under `library/`. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { encodeLibrary } from '../../src-library/format/library.ts'

export function libraryIn(folder: string): ReadonlyMap<string, Uint8Array | string> {
  const packs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const files = packs.flatMap((pack) =>
    readdirSync(join(folder, pack), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return new Map<string, Uint8Array | string>([
    ['library.json', encodeLibrary({ packs: packs.map((id) => ({ state: 'ready', id })) })],
    ...files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)] as const),
  ])
}
