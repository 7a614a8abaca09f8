/** Edition 2026-11 of the bundled pack as one signed file: the pages that the first readers found too many are counted on it. */
import { readFileSync } from 'node:fs'
import { encodeLibrary } from '../../src-library/format/library.ts'
import { encodeManifest } from '../../src-library/format/manifest.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import { checkFiles, inMemory, openPackFile } from '../../src-packs/read.ts'

export const editionFile = new URL('edition-2026-11.shelf', import.meta.url)

/** Its files as the page reads them under `library/`. Throws where today's Fieldshelf can't read the file: then make it again with makeedition.ts. */
export async function openEdition(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const disk = inMemory(readFileSync(editionFile))
  const pack = await openPackFile(disk)
  if (!pack.ok) throw new Error(`Edition 2026-11 can’t be read: ${pack.failure.kind}.`)
  const { manifest } = pack.value.head
  const library = new Map<string, string | Uint8Array>([
    ['library.json', encodeLibrary({ packs: [{ state: 'ready', id: manifest.id }] })],
    [`${manifest.id}/${manifestPath}`, encodeManifest(manifest)],
  ])
  const whole = await checkFiles(disk, pack.value, undefined, undefined, (path, bytes) => {
    library.set(`${manifest.id}/${path}`, bytes)
    return Promise.resolve()
  })
  if (!whole.ok) throw new Error(`Edition 2026-11 is damaged: ${whole.failure.kind}.`)
  return library
}
