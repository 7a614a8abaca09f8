/** Packs that lie: whole by their manifest, and wrong in all that they say. Each is a folder's files by path. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { encodeArticle } from '../src-library/format/article.ts'
import { encodeManifest, packFormat, type Manifest } from '../src-library/format/manifest.ts'
import { encodePack } from '../src-library/format/pack.ts'
import { articlePath, indexPath, manifestPath, packPath } from '../src-library/format/paths.ts'
import { noDesk } from '../src-library/model/desk.ts'
import type { Article, Section } from '../src-library/model/article.ts'
import type { ArticleEntry, Pack } from '../src-library/model/pack.ts'

/** Drawn as markup, each would run a program, load something, or change the page. */
export const markup =
  '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><a href="javascript:globalThis.ran=1">x</a>{@html 1}'
/** Turns what follows it around, and never turns it back. */
export const reversing = 'Safe \u202egnp.exe \u2066'

export type Files = ReadonlyMap<string, string | Uint8Array>

const text = (value: string) => [{ kind: 'text', value }] as const

export function section(anchor: string, changes: Partial<Section> = {}): Section {
  const title = changes.title ?? anchor
  return {
    anchor,
    number: anchor === 'lead' ? '' : '1',
    heading: { kind: 'heading', depth: anchor === 'lead' ? 1 : 2, children: text(title) },
    title,
    language: 'en',
    blocks: [{ kind: 'paragraph', children: text('Words.') }],
    factsAsOf: null,
    confidence: null,
    sources: [],
    ...changes,
  }
}

export function article(id: string, changes: Partial<Article> = {}): Article {
  return {
    id,
    kind: 'encyclopedia',
    title: id,
    summary: '',
    language: 'en',
    factsAsOf: null,
    translation: null,
    news: null,
    sections: [section('lead')],
    notes: [],
    related: [],
    provenance: { path: 'x', sha256: '0'.repeat(64) },
    ...changes,
  }
}

export const entryOf = ({
  id,
  kind,
  title,
  summary,
  language,
  translation,
  sections,
}: Article): ArticleEntry => ({
  id,
  kind,
  title,
  summary,
  language,
  factsAsOf: null,
  date: null,
  translation,
  sections: sections.map(({ anchor, number, title, heading, confidence }) => ({
    anchor,
    number,
    title,
    depth: heading.depth,
    confidence,
  })),
  keyFigures: [],
})

export function pack(id: string, articles: readonly Article[], changes: Partial<Pack> = {}): Pack {
  return {
    id,
    title: id,
    edition: '1',
    language: 'en',
    factsAsOf: null,
    publisher: '',
    licence: null,
    help: null,
    answers: [],
    desk: noDesk,
    sets: [],
    moved: [],
    contents: [{ title: '', titles: [], articles: articles.map(entryOf) }],
    news: [],
    sources: [],
    ...changes,
  }
}

/** The files of a pack; its index is none. */
export const filesOf = (of: Pack, articles: readonly Article[]): Files =>
  new Map<string, string | Uint8Array>([
    [packPath, encodePack(of)],
    [indexPath, 'no index'],
    ...articles.map((one) => [articlePath(one.id), encodeArticle(one)] as const),
  ])

/** Writes files with a manifest that fits them. */
export function writeSealed(library: string, id: string, files: Files): void {
  const bytes = [...files].map(([path, content]) => [path, Buffer.from(content)] as const)
  const entries = bytes.map(
    ([path, content]) =>
      [
        path,
        { bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') },
      ] as const,
  )
  const manifest: Manifest = {
    format: packFormat,
    id,
    title: id,
    edition: '1',
    language: 'en',
    files: new Map(entries),
  }
  for (const [path, content] of [...bytes, [manifestPath, encodeManifest(manifest)] as const]) {
    mkdirSync(dirname(join(library, id, path)), { recursive: true })
    writeFileSync(join(library, id, path), content)
  }
}
