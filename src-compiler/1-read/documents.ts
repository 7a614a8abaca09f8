/** The documents of a pack: which files they are, and what they are called. */
import { createHash } from 'node:crypto'
import { isArticleId } from '../../src-library/format/paths.ts'
import { articleKinds, type ArticleKind } from '../../src-library/model/article.ts'
import type { Diagnostics, Report } from '../diagnostics.ts'
import { nameOf } from '../names.ts'
import { openText } from './open.ts'
import type { SourceText } from './text.ts'

export type SourceDocument = {
  readonly id: string
  readonly kind: ArticleKind
  readonly text: SourceText
  readonly report: Report
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string
}

/** Every Markdown file of the pack, by path; files that can't be documents are reported. */
export function readDocuments(
  files: ReadonlyMap<string, Uint8Array>,
  diagnostics: Diagnostics,
): readonly SourceDocument[] {
  const documents: SourceDocument[] = []
  /** By id in lower case: where a file system tells no upper from lower case, two such files would be one. */
  const pathOf = new Map<string, string>()
  for (const [path, bytes] of files) {
    const name = identify(path, diagnostics)
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
function identify(path: string, diagnostics: Diagnostics): Pick<SourceDocument, 'id' | 'kind'> | null {
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
    const plain = nameOf(id).replace(/[^a-z0-9-]/g, '')
    diagnostics.add(
      'bad-id',
      path,
      `\`${id}\` can’t be an article’s id: up to 100 letters a to z, digits, hyphens, underscores and single dots.`,
      isArticleId(plain) ? `Call the file ${plain}.md.` : 'Give the file another name.',
    )
    return null
  }
  return { kind, id }
}
