/** Phase 1: files -> documents with their provenance, and the settings, sources and synonyms of the pack. */
import { createHash } from 'node:crypto'
import { isArticleId } from '../../src-library/format/paths.ts'
import { articleKinds, type ArticleKind } from '../../src-library/model/article.ts'
import type { Source } from '../../src-library/model/source.ts'
import type { Diagnostics, Report } from '../diagnostics.ts'
import type { SourceFiles } from './files.ts'
import { openText, type Opened } from './open.ts'
import { readSettings, type PackSettings } from './settings.ts'
import { readSources } from './sources.ts'
import { readSynonyms } from './synonyms.ts'
import type { SourceText } from './text.ts'

export type SourceDocument = {
  readonly id: string
  readonly kind: ArticleKind
  readonly text: SourceText
  readonly report: Report
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string
}

/** Everything an author handed in, read and not yet understood. */
export type AuthoredPack = {
  readonly settings: PackSettings
  readonly sources: ReadonlyMap<string, Source>
  readonly synonyms: readonly (readonly string[])[]
  /** By path. */
  readonly documents: readonly SourceDocument[]
  /** Bytes of the files in `figures/`, by path. */
  readonly figures: ReadonlyMap<string, Uint8Array>
}

export function read(files: SourceFiles, diagnostics: Diagnostics): AuthoredPack {
  const readable = readableFiles(files, diagnostics)
  const textOf = (path: string): Opened | null => {
    const bytes = readable.get(path)
    return bytes ? openText(path, bytes, diagnostics) : null
  }
  return {
    settings: readSettings(textOf('pack.json'), diagnostics),
    sources: readSources(textOf('sources.yaml')),
    synonyms: readSynonyms(textOf('synonyms.yaml')),
    documents: readDocuments(readable, diagnostics),
    figures: new Map([...readable].filter(([path]) => path.startsWith('figures/'))),
  }
}

function readableFiles(files: SourceFiles, diagnostics: Diagnostics): ReadonlyMap<string, Uint8Array> {
  const readable = new Map<string, Uint8Array>()
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (content === 'not-a-file')
      diagnostics.add('not-a-file', path, 'This is a link or a device and was not read.')
    else if (content === 'too-large')
      diagnostics.add('file-too-large', path, 'This file is larger than 64 MB.')
    else readable.set(path, content)
  }
  return readable
}

function readDocuments(
  files: ReadonlyMap<string, Uint8Array>,
  diagnostics: Diagnostics,
): readonly SourceDocument[] {
  const documents: SourceDocument[] = []
  /** By id in lower case: where a file system tells no upper from lower case, two such files would be one. */
  const pathOf = new Map<string, string>()
  for (const [path, bytes] of files) {
    const name = nameOf(path, diagnostics)
    if (!name) continue
    const taken = pathOf.get(name.id.toLowerCase())
    if (taken !== undefined) {
      diagnostics.add(
        'article-id-taken',
        path,
        `The id \`${name.id}\` is taken by ${taken}.`,
        'A file name is an article’s id, whatever folder it is in: rename one of the two.',
      )
      continue
    }
    pathOf.set(name.id.toLowerCase(), path)
    const opened = openText(path, bytes, diagnostics)
    if (opened)
      documents.push({ ...name, ...opened, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  if (pathOf.size === 0) {
    diagnostics.add(
      'no-documents',
      'pack.json',
      'This pack has no documents.',
      'Put Markdown files into encyclopedia/ or news/.',
    )
  }
  return documents
}

/** The kind and id of a document by its path; null when it is none, after saying so if it was meant to be one. */
function nameOf(path: string, diagnostics: Diagnostics): Pick<SourceDocument, 'id' | 'kind'> | null {
  const match = /^(?:(.*)\/)?([^/]*)\.(?:md|markdown)$/i.exec(path)
  if (!match) return null
  const [, folder = '', id = ''] = match
  if (folder === '' && id.toLowerCase() === 'readme') return null
  const kind = articleKinds.find((one) => one === folder)
  if (!kind) {
    const where = folder === '' ? 'The pack’s own folder' : `The folder \`${folder}\``
    diagnostics.add(
      'unknown-kind',
      path,
      `${where} is no kind of article.`,
      `Move this document to ${articleKinds.map((one) => `${one}/`).join(' or ')}.`,
    )
    return null
  }
  if (!isArticleId(id)) {
    diagnostics.add(
      'bad-id',
      path,
      `\`${id}\` can’t be an article’s id.`,
      'Name the file with up to 100 letters a to z, digits, hyphens, underscores and single dots, beginning with a letter or digit.',
    )
    return null
  }
  return { kind, id }
}
