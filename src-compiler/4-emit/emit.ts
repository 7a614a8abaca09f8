/** Phase 4: articles -> the files of a compiled pack. The same articles make the same bytes. */
import { createHash } from 'node:crypto'
import { encodeArticle } from '../../src-library/format/article.ts'
import {
  encodeManifest,
  packFormat,
  type FileEntry,
  type Manifest,
} from '../../src-library/format/manifest.ts'
import { encodeTerms } from '../../src-library/format/terms.ts'
import { encodePack } from '../../src-library/format/pack.ts'
import {
  articlePath,
  indexPath,
  manifestPath,
  packPath,
  termsPath,
  textsPath,
} from '../../src-library/format/paths.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { Concept } from '../../src-library/model/concept.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import { buildIndex } from '../../src-library/search/index/build.ts'
import type { IndexedWord } from '../../src-library/search/index/meta.ts'
import { packTexts } from '../../src-library/search/index/texts.ts'
import type { ResolvedPack } from '../3-resolve/resolve.ts'

export type CompiledPack = {
  readonly pack: Pack
  /** By id. */
  readonly articles: readonly Article[]
  readonly concepts: readonly Concept[]
  readonly manifest: Manifest
  /** Every file of the pack by its path, the manifest too. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export function emit({ pack, articles, images, concepts, asked }: ResolvedPack): CompiledPack {
  const encoder = new TextEncoder()
  const index = buildIndex(articles, {
    language: pack.language,
    concepts: concepts.map(indexedWords),
    asked,
  })
  const contents = new Map<string, Uint8Array>([
    [packPath, encoder.encode(encodePack(pack))],
    [termsPath, encoder.encode(encodeTerms(concepts))],
    ...articles.map((article) => [articlePath(article.id), encoder.encode(encodeArticle(article))] as const),
    [indexPath, index],
    [textsPath, packTexts(articles, index)],
    ...images,
  ])
  const { id, title, edition, language } = pack
  const entries = new Map([...contents].map(([path, bytes]) => [path, entryOf(bytes)]))
  const manifest: Manifest = { format: packFormat, id, title, edition, language, files: entries }
  const files = new Map([...contents, [manifestPath, encoder.encode(encodeManifest(manifest))]])
  return { pack, articles, concepts, manifest, files }
}

/** What the index knows of a concept. */
export const indexedWords = ({ words }: Concept): readonly IndexedWord[] =>
  words.flatMap(({ language, term, also, typed = [] }) =>
    [term, ...also, ...typed].map((text) => ({ language, text })),
  )

export const entryOf = (bytes: Uint8Array): FileEntry => ({
  bytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
