/** The facts of a document: of itself in its front matter, and of its source in `sources.yaml`. */
import { Document, isMap, parse, parseDocument, stringify } from 'yaml'
import type { ArticleKind } from '../../src-library/model/article.ts'
import { sourceTypeOf, type PackDocument } from '../0-import/pack.ts'
import { documentParts } from './front.ts'

export type Facts = {
  /** Empty where it has none. */
  readonly title: string
  readonly language: string | null
  readonly date: string | null
  readonly publisher: string
  readonly address: string
  readonly words: number
}

/** Who published a document, where that is not known: the form of a source wants a word. By the language of the pack. */
const unknownPublishers: Readonly<Record<string, string>> = {
  en: 'Not known',
  az: 'Məlum deyil',
  ru: 'Неизвестно',
}
export const unknownPublisher = (language: string): string =>
  unknownPublishers[language.split('-')[0] ?? ''] ?? 'Not known'
const isUnknown = (publisher: string): boolean => Object.values(unknownPublishers).includes(publisher)

type Values = Readonly<Record<string, unknown>>

/** The facts of a document by its Markdown and its id. The list of sources is read once for all of them. */
export function factsFrom(sources: string): (markdown: string, id: string) => Facts {
  const works = valuesOf(sources)
  return (markdown, id) => factsOf(markdown, id, works)
}

function factsOf(markdown: string, id: string, works: Values): Facts {
  const { yaml, body } = documentParts(markdown)
  const front = valuesOf(yaml)
  const source = valueOf(works[sourceIdOf(front, id)])
  const publisher = textOf(source['publisher'])
  return {
    title: textOf(front['title']),
    language: textOf(front['language']) || null,
    date: textOf(front['date']) || textOf(source['published']) || null,
    publisher: isUnknown(publisher) ? '' : publisher,
    address: textOf(source['address']),
    words: body.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0,
  }
}

/** The first work that the document names; else the one that is called as it is. */
function sourceIdOf(front: Values, id: string): string {
  const sources = front['sources']
  return (Array.isArray(sources) ? textOf(sources[0]) : textOf(sources)) || id
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const valueOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {}

/** As text alone: no date and no number is made of it. */
function valuesOf(yaml: string): Values {
  try {
    return valueOf(parse(yaml, { maxAliasCount: 0, schema: 'failsafe' }))
  } catch {
    return {}
  }
}

export type WrittenFacts = Omit<Facts, 'words'> & { readonly kind: ArticleKind }

/** Both texts with these facts; null where one of them can't be read, so that nothing a person wrote is lost. */
export function writeFacts(
  markdown: string,
  id: string,
  sources: string,
  facts: WrittenFacts,
  packLanguage: string,
): { readonly markdown: string; readonly sources: string } | null {
  const { yaml, body } = documentParts(markdown)
  const front = documentOf(yaml)
  const works = documentOf(sources)
  if (!front || !works) return null
  const source = sourceIdOf(valuesOf(yaml), id)
  set(front, ['title'], facts.title)
  set(front, ['language'], facts.language ?? '')
  // Only news has a date of its own.
  set(front, ['date'], facts.kind === 'news' ? (facts.date ?? '') : '')
  if (!front.has('sources')) front.set('sources', [source])
  const publisher = facts.publisher || unknownPublisher(packLanguage)
  set(works, [source, 'title'], facts.title)
  set(works, [source, 'publisher'], publisher)
  const host = URL.parse(facts.address)?.hostname ?? ''
  if (!works.hasIn([source, 'type'])) set(works, [source, 'type'], sourceTypeOf(host))
  set(works, [source, 'published'], facts.date ?? '')
  set(works, [source, 'address'], facts.address)
  return { markdown: `---\n${printed(front)}---\n\n${body}`, sources: printed(works) }
}

const printed = (document: Document): string => document.toString({ lineWidth: 0 })

/** Null where it is no map. */
function documentOf(yaml: string): Document | null {
  if (yaml.trim() === '') return new Document({})
  const document = parseDocument(yaml)
  return document.errors.length === 0 && isMap(document.contents) ? document : null
}

/** An empty text takes the key away. */
function set(document: Document, path: readonly string[], value: string): void {
  if (value === '') {
    if (document.hasIn(path)) document.deleteIn(path)
  } else document.setIn(path, document.createNode(value))
}

/** The lines of `sources.yaml` for a document that is brought in. */
export const sourceLines = ({ id, source }: PackDocument, packLanguage: string): string =>
  stringify(
    {
      [id]: {
        ...source,
        publisher: isUnknown(source['publisher'] ?? '')
          ? unknownPublisher(packLanguage)
          : source['publisher'],
      },
    },
    { lineWidth: 0 },
  )
