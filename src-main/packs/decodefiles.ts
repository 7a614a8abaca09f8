/** Reads every kind of file of a pack as the page will, and says which can't be read. Runs in the isolated process. */
import { decodeArticle } from '../../src-library/format/article.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { articlePath, indexPath, packPath, termsPath, textsPath } from '../../src-library/format/paths.ts'
import { decodeTerms } from '../../src-library/format/terms.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import { loadIndex } from '../../src-library/search/index/load.ts'
import { loadTexts } from '../../src-library/search/index/texts.ts'

type GivenPack = { readonly id: string; readonly files: readonly { path: string; bytes: number }[] }

export function decodeFiles(bytes: Uint8Array, { id, files }: GivenPack): { wrong: string | null } {
  const parts = new Map<string, Uint8Array>()
  let at = 0
  for (const { path, bytes: length } of files) {
    // In memory of its own, because the index is read in place: in Node's buffers `slice` would not copy.
    parts.set(path, new Uint8Array(bytes.subarray(at, at + length)))
    at += length
  }
  for (const [path, part] of parts) if (!isRead(path, part, id, parts)) return { wrong: path }
  return { wrong: null }
}

function isRead(path: string, bytes: Uint8Array, id: string, all: ReadonlyMap<string, Uint8Array>): boolean {
  if (path === packPath) return hasId(json(bytes, decodePack), id)
  if (path === termsPath) return json(bytes, decodeTerms).ok
  if (path === indexPath) return loadIndex(bytes).ok
  if (path === textsPath) return loadTexts(bytes, all.get(indexPath) ?? new Uint8Array()).ok
  if (!path.startsWith('articles/')) return true
  const article = json(bytes, decodeArticle)
  return article.ok && articlePath(article.value.id) === path
}

const hasId = (read: Outcome<{ readonly id: string }, unknown>, id: string): boolean =>
  read.ok && read.value.id === id

function json<Value>(
  bytes: Uint8Array,
  decode: (value: unknown) => Outcome<Value, unknown>,
): Outcome<Value, unknown> {
  const parsed = parseJson(new TextDecoder().decode(bytes))
  return parsed.ok ? decode(parsed.value) : parsed
}
