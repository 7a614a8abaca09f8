/** Reads what two editions of a pack hold, and compares them. Only articles whose bytes differ are read. */
import { editionChanges, type EditionChanges } from '../../src-library/changes/editions.ts'
import type { Content } from '../../src-bridge/content.ts'
import { decodeArticle } from '../../src-library/format/article.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { decodeManifest, type Manifest } from '../../src-library/format/manifest.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { manifestPath, packPath } from '../../src-library/format/paths.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import type { Pack } from '../../src-library/model/pack.ts'

export type Comparison = {
  readonly before: Pack
  readonly after: Pack
  readonly changes: EditionChanges
}

/** Reads a file by its path beside the page; rejects where there is none. */
export type ReadJson = (address: string) => Promise<unknown>

/** Reads by the page's own way of reading files. */
export const readFrom =
  ({ read }: Pick<Content, 'read'>): ReadJson =>
  async (path) => {
    const bytes = await read(path)
    const json = bytes ? parseJson(new TextDecoder().decode(bytes)) : null
    if (!json?.ok) throw new Error(`${path} can't be read`)
    return json.value
  }

/** `before` and `after` are addresses of editions, `shown/village/`. Null where there is no edition before. */
export async function compareEditions(
  before: string,
  after: string,
  read: ReadJson,
): Promise<Comparison | null> {
  const old = await openEdition(before, read).catch(() => null)
  if (old === null) return null
  const now = await openEdition(after, read)
  const differs = (path: string): boolean =>
    old.manifest.files.get(path)?.sha256 !== now.manifest.files.get(path)?.sha256
  const articles = async (base: string, { files }: Manifest): Promise<Article[]> => {
    const paths = [...files.keys()].filter((path) => path.startsWith('articles/') && differs(path)).sort()
    const all: Article[] = []
    // One after the other: main reads each from one file.
    for (const path of paths) all.push(decoded(await read(base + path), decodeArticle))
    return all
  }
  return {
    before: old.pack,
    after: now.pack,
    changes: editionChanges(
      { pack: old.pack, articles: await articles(before, old.manifest) },
      { pack: now.pack, articles: await articles(after, now.manifest) },
    ),
  }
}

async function openEdition(base: string, read: ReadJson): Promise<{ manifest: Manifest; pack: Pack }> {
  const manifest = decoded(await read(base + manifestPath), decodeManifest)
  return { manifest, pack: decoded(await read(base + packPath), decodePack) }
}

function decoded<Value>(value: unknown, decode: (value: unknown) => Outcome<Value, unknown>): Value {
  const read = decode(value)
  if (!read.ok) throw new Error('A file of an edition is not what it should be')
  return read.value
}

/** The changes that a location or a print job names: of what is shown, or of what is offered. */
export const compareEditionsOf = (
  { pack, offered }: { readonly pack: string; readonly offered: boolean },
  content: Pick<Content, 'read'>,
): Promise<Comparison | null> =>
  offered
    ? compareEditions(shownEdition(pack), offeredEdition(pack), readFrom(content))
    : compareEditions(earlierEdition(pack), shownEdition(pack), readFrom(content))

export const shownEdition = (id: string): string => `shown/${id}/`
const earlierEdition = (id: string): string => `earlier/${id}/`
export const offeredEdition = (id: string): string => `offered/${id}/`

/** How many sections of each kind. */
export const countsOf = ({ sections }: EditionChanges): { new: number; changed: number; gone: number } => ({
  new: sections.filter(({ kind }) => kind === 'new').length,
  changed: sections.filter(({ kind }) => kind === 'changed').length,
  gone: sections.filter(({ kind }) => kind === 'gone').length,
})
