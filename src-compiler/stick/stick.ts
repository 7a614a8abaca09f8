/** Compiled packs -> the data files of a USB edition. */
import { encodeLibrary } from '../../src-library/format/library.ts'
import type { Manifest } from '../../src-library/format/manifest.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import { stickFilePath } from '../../src-library/format/stickfile.ts'
import { dataFile } from './datafile.ts'

/** A pack that `shelf verify` finds sound. */
export type SoundPack = { readonly manifest: Manifest; readonly files: ReadonlyMap<string, Uint8Array> }

/** Texts by path beside `Fieldshelf.html`. The ids of the packs all differ. */
export function libraryOnStick(packs: readonly SoundPack[]): ReadonlyMap<string, string> {
  const sorted = [...packs].sort((a, b) => (a.manifest.id < b.manifest.id ? -1 : 1))
  const listing = encodeLibrary({ packs: sorted.map(({ manifest: { id } }) => ({ state: 'ready', id })) })
  const texts = new Map<string, string>()
  const add = (path: string, bytes: Uint8Array): void =>
    void texts.set(stickFilePath(`library/${path}`), dataFile(`library/${path}`, bytes))
  add('library.json', new TextEncoder().encode(listing))
  for (const { manifest, files } of sorted)
    for (const path of [manifestPath, ...[...manifest.files.keys()].sort()]) {
      const bytes = files.get(path)
      if (!bytes) throw new Error(`${path} is missing`)
      add(`${manifest.id}/${path}`, bytes)
    }
  return texts
}
