/** Documents that were brought in, as the files of a pack. */
import { parseDocument, stringify } from 'yaml'
import type { ArticleKind } from '../../src-library/model/article.ts'
import { isArticleId } from '../../src-library/format/paths.ts'
import type { SourceType } from '../../src-library/model/source.ts'
import { Names, nameOf } from '../names.ts'
import { withCitations } from './cite.ts'
import type { ImportedDocument } from './draft.ts'
import { writeMarkdown } from './write.ts'

/** What the person says for all documents; null: find out. */
export type PackOptions = {
  readonly kind: ArticleKind | null
  readonly language: string | null
  readonly title: string | null
  /** Whether the document’s source is put behind each paragraph with a number. */
  readonly cite?: boolean
}

export type PackDocument = {
  readonly id: string
  /** Relative to the pack's folder. */
  readonly path: string
  readonly markdown: string
  readonly source: Readonly<Record<string, string>>
  /** By path. */
  readonly figures: ReadonlyMap<string, Uint8Array>
  /** What a person must look at. */
  readonly asks: readonly string[]
}

/** More words than this make an article of a dated text. */
const longestNews = 1_200

export class PackDocuments {
  readonly #names: Names
  readonly #options: PackOptions

  /** `taken`: ids that are in the pack. */
  constructor(options: PackOptions, taken: Iterable<string> = []) {
    this.#options = options
    this.#names = new Names(taken)
  }

  /** `file` is the name of the file without folders. */
  add(file: string, document: ImportedDocument): PackDocument {
    const fileName = file.replace(/\.[^.]*$/, '')
    const title = (this.#options.title ?? document.title).replace(/\s+/g, ' ').trim() || fileName
    const id = this.#names.claim([idOf(title), idOf(fileName)].find(isArticleId) ?? 'document')
    const kind = this.#options.kind ?? kindOf(document)
    const language = this.#options.language ?? document.language
    const date = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(document.date ?? '')?.[0] ?? null
    const front = {
      title,
      ...(language !== null && { language }),
      ...(kind === 'news' && date !== null && { date }),
      confidence: 'secondhand',
      sources: [id],
    }
    const figures = new Map<string, Uint8Array>()
    let body =
      this.#options.cite === true ? writeMarkdown(withCitations(document.tree, id)) : document.markdown
    for (const [name, bytes] of document.images) {
      const path = `figures/${id}-${name}`
      if (!/^image-\d+\.(?:png|jpg|webp)$/.test(name) || !body.includes(`](${name})`)) continue
      body = body.replaceAll(`](${name})`, `](${path})`)
      figures.set(path, bytes)
    }
    const host = URL.parse(document.address ?? '')?.hostname ?? null
    const publisher = document.site ?? host
    return {
      id,
      path: `${kind}/${id}.md`,
      markdown: `---\n${stringify(front, { lineWidth: 0 })}---\n\n${body}`,
      source: {
        title,
        publisher: publisher ?? 'Not known',
        type: sourceTypeOf(host ?? ''),
        ...(date !== null && { published: date }),
        ...(document.address !== null && host !== null && { address: document.address }),
      },
      figures,
      asks: [
        ...(publisher === null
          ? [`who published it is not known: write it into sources.yaml under ${id}. [no-publisher]`]
          : []),
        ...(kind === 'news' && date === null
          ? ['the text has no date; it is at the end of the news. [no-date]']
          : []),
      ],
    }
  }
}

const idOf = (text: string): string =>
  nameOf(text)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')

/** A dated text that is not long is news, and so is one copied from a page with a comment form. */
function kindOf({ date, markdown, format, remarks }: ImportedDocument): ArticleKind {
  const isPost = format === 'text' && remarks.some(({ code }) => code === 'boilerplate-form')
  return (date !== null || isPost) && markdown.split(/\s+/).length < longestNews ? 'news' : 'encyclopedia'
}

/** A guess by the host. */
export function sourceTypeOf(host: string): SourceType {
  if (/(?:^|\.)(?:state|usaid)\.gov$/.test(host)) return 'us'
  if (/(?:^|\.)gov\.[a-z]{2}$/.test(host)) return 'state'
  if (/(?:^|\.)(?:un|iom|ilo|osce|coe|unodc|europa)\.(?:org|int|eu)$/.test(host)) return 'international'
  if (/(?:^|\.)wikipedia\.org$/.test(host)) return 'reference'
  if (/\.edu(?:\.[a-z]{2})?$/.test(host)) return 'academic'
  return host.endsWith('.org') ? 'ngo' : 'press'
}

/** `sources.yaml` with one more source; one that is there under this id is kept. */
export function withSource(yaml: string, { id, source }: PackDocument): string {
  if (yaml.trim() === '') return stringify({ [id]: source }, { lineWidth: 0 })
  if (parseDocument(yaml).has(id)) return yaml
  return `${yaml.replace(/\n*$/, '\n')}${stringify({ [id]: source }, { lineWidth: 0 })}`
}

/** The `pack.json` of a new folder. `day` is today, `2026-11-30`. */
export function packSettings(folderName: string, language: string | null, day: string): string {
  const settings = {
    id: idOf(folderName).slice(0, 64) || 'my-pack',
    title: folderName,
    edition: day.slice(0, 7),
    language: language ?? 'en',
  }
  return `${JSON.stringify(settings, null, 2)}\n`
}
