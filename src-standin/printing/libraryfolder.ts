/** Compiled packs in folders, as the page reads them under `library/`. */
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { encodeLibrary } from '../../src-library/format/library.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { packPath } from '../../src-library/format/paths.ts'

export type ReadLibrary = {
  /** Of the packs, in the order of their folders. */
  readonly ids: readonly string[]
  readonly files: ReadonlyMap<string, Uint8Array | string>
}

/** Throws where a folder holds no compiled pack. */
export function libraryFrom(folders: readonly string[]): ReadLibrary {
  const packs = folders.map((folder) => ({ folder, id: idOf(folder) }))
  const ids = packs.map(({ id }) => id)
  const files = packs.flatMap(({ folder, id }) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        return [`${id}/${relative(folder, file).split(sep).join('/')}`, readFileSync(file)] as const
      }),
  )
  const listing = encodeLibrary({ packs: ids.map((id) => ({ state: 'ready', id })) })
  return { ids, files: new Map<string, Uint8Array | string>([['library.json', listing], ...files]) }
}

/** A pack's folder may have another name than the pack. */
function idOf(folder: string): string {
  const pack = decodePack(JSON.parse(readFileSync(join(folder, packPath), 'utf8')))
  if (!pack.ok) throw new Error(`${folder} holds a pack that can’t be read.`)
  return pack.value.id
}
