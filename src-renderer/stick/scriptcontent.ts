/**
 * Content of the USB edition: each file is a script that the page runs (`src-library/format/stickfile.ts`). The bytes of
 * every file are checked against its own SHA-256, and those of a pack against the pack's manifest, so that a damaged
 * stick is said and not shown. It does not show forgery: who can change the data can change the scripts.
 */
import { libraryFolder, type Content } from '../../src-bridge/content.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { decodeManifest, type Manifest } from '../../src-library/format/manifest.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import { stickFilePath, type TakeFile } from '../../src-library/format/stickfile.ts'
import { inflated } from './deflated.ts'

type StickFile = { readonly deflated: string; readonly sha256: string }

/** What the content needs of the page; a test hands in its own. */
export type ScriptHost = {
  /** Runs a script by its path beside `Fieldshelf.html`. Rejects where it can't be run. */
  readonly run: (path: string) => Promise<void>
  /** Hears from the scripts. */
  readonly listen: (take: TakeFile) => void
  readonly addressOf: (bytes: Uint8Array<ArrayBuffer>, mediaType: string) => string
}

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

export function contentByScript(host: ScriptHost): Content {
  const filesByPath = new Map<string, StickFile>()
  const reading = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const manifests = new Map<string, Promise<Manifest>>()
  const pictures = new Map<string, string>()
  host.listen((path, deflated, sha256) => filesByPath.set(path, { deflated, sha256 }))

  /** The bytes that a script hands over; each script runs once at a time. */
  function readOwn(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = reading.get(path)
    if (known) return known
    const read = run(path).finally(() => reading.delete(path))
    reading.set(path, read)
    return read
  }

  async function run(path: string): Promise<Uint8Array<ArrayBuffer>> {
    await host.run(stickFilePath(path))
    const file = filesByPath.get(path)
    filesByPath.delete(path)
    if (!file) throw new Error(`${path} is damaged.`)
    const bytes = await inflated(file.deflated)
    if ((await sha256Of(bytes)) !== file.sha256) throw new Error(`${path} is damaged.`)
    return bytes
  }

  /** A manifest that can't be read is read again when it is asked for again. */
  function manifestOf(pack: string): Promise<Manifest> {
    const known = manifests.get(pack)
    if (known) return known
    const read = readManifest(pack)
    manifests.set(pack, read)
    read.catch(() => manifests.delete(pack))
    return read
  }

  async function readManifest(pack: string): Promise<Manifest> {
    const bytes = await readOwn(`${libraryFolder}${pack}/${manifestPath}`)
    const parsed = parseJson(new TextDecoder().decode(bytes))
    const manifest = parsed.ok ? decodeManifest(parsed.value) : parsed
    if (!manifest.ok) throw new Error(`The manifest of ${pack} is damaged.`)
    return manifest.value
  }

  async function read(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const [, pack, inside] = /^library\/([^/]+)\/(.+)$/.exec(path) ?? []
    if (pack === undefined || inside === undefined || inside === manifestPath) return readOwn(path)
    const entry = (await manifestOf(pack)).files.get(inside)
    if (!entry) return null
    const bytes = await readOwn(path)
    if ((await sha256Of(bytes)) !== entry.sha256) throw new Error(`${path} is not the file of this edition.`)
    return bytes
  }

  async function preparePicture(path: string): Promise<void> {
    if (pictures.has(path)) return
    const bytes = await read(path)
    const mediaType = mediaTypes[path.slice(path.lastIndexOf('.') + 1)]
    if (!bytes || mediaType === undefined) throw new Error(`${path} is not there.`)
    pictures.set(path, host.addressOf(bytes, mediaType))
  }

  return {
    byAddress: false,
    read,
    picture: (path) => pictures.get(path) ?? '',
    preparePictures: async (paths) => {
      const prepared = await Promise.allSettled(paths.map(preparePicture))
      const failed = prepared.find((one) => one.status === 'rejected')
      if (failed) throw failed.reason
    },
  }
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
