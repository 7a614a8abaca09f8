/**
 * The section table: what a hit says about a section, without reading its
 * article. Texts are read only for the hits shown; numbers are typed arrays,
 * because filters and facets look at every match.
 *
 *   section   anchor, number, title, facts-as-of date; depth; kind and language; date; sources
 *   article   id, title, date, first section
 */
import { articleKinds, type Article } from '../model/article.ts'
import type { PartialDate } from '../model/source.ts'
import type { Found } from './answer.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import type { Parts } from './layout.ts'

type SectionPart =
  | 'sectionStarts'
  | 'sectionBytes'
  | 'sectionArticles'
  | 'sectionDates'
  | 'sectionTraits'
  | 'sectionSources'
  | 'articleStarts'
  | 'articleBytes'

export type SectionTables = {
  readonly parts: Pick<Parts, SectionPart>
  readonly languages: readonly string[]
  /** Source ids, by the ordinals that sections hold. */
  readonly sources: readonly string[]
}

/** Language and depth of a section and kind of its article, in two bytes. */
const traits = (language: number, kind: number, depth: number): number =>
  (language << 5) | (kind << 3) | depth

/** The numbers of those again. */
export const traitsOf = (value: number): { language: number; kind: number; depth: number } => ({
  language: value >> 5,
  kind: (value >> 3) & 3,
  depth: value & 7,
})

export function packSections(articles: readonly Article[]): SectionTables {
  const all = articles.flatMap((article, number) =>
    article.sections.map((section) => ({ article, number, section })),
  )
  const languages = [...new Set(all.map(({ section }) => section.language))].sort().slice(0, 2047)
  const sources = [...new Set(all.flatMap(({ section }) => section.sources))].sort()
  const sourceNumber = new Map(sources.map((source, number) => [source, number]))
  const starts = new Uint32Array(all.length)
  const texts = new ByteWriter()
  const dates = new Uint32Array(all.length)
  const packedTraits = new Uint16Array(all.length)
  const sourcesOf = new ByteWriter()
  const encoder = new TextEncoder()
  all.forEach(({ article, section }, i) => {
    starts[i] = texts.length
    const factsAsOf = section.factsAsOf ?? article.factsAsOf
    // Most often a lead's title is its article's, which is written once.
    const title = section.title === article.title ? '' : section.title
    writeText(texts, encoder, [section.anchor, section.number, title, factsAsOf ?? ''])
    dates[i] = dayNumber(article.news?.date ?? factsAsOf)
    const language = Math.max(languages.indexOf(section.language), 0)
    packedTraits[i] = traits(language, articleKinds.indexOf(article.kind), Math.min(section.heading.depth, 7))
    sourcesOf.varint(section.sources.length)
    for (const source of section.sources) sourcesOf.varint(sourceNumber.get(source) ?? 0)
  })
  const articleStarts = new Uint32Array(articles.length * 2)
  const articleTexts = new ByteWriter()
  let first = 0
  articles.forEach((article, i) => {
    articleStarts.set([articleTexts.length, first], i * 2)
    writeText(articleTexts, encoder, [article.id, article.title, article.news?.date ?? ''])
    first += article.sections.length
  })
  const bytesOf = (array: Uint32Array | Uint16Array): Uint8Array => new Uint8Array(array.buffer)
  return {
    languages,
    sources,
    parts: {
      sectionStarts: bytesOf(starts),
      sectionBytes: texts.take(),
      sectionArticles: bytesOf(Uint32Array.from(all, ({ number }) => number)),
      sectionDates: bytesOf(dates),
      sectionTraits: bytesOf(packedTraits),
      sectionSources: sourcesOf.take(),
      articleStarts: bytesOf(articleStarts),
      articleBytes: articleTexts.take(),
    },
  }
}

export class Sections {
  readonly size: number
  readonly languages: readonly string[]
  readonly sources: readonly string[]
  /** `yyyymmdd`, with zeros for what is not known. */
  readonly dates: Uint32Array
  #main: number | null = null
  /** Language, kind and depth, as `traitsOf` reads them. */
  readonly traits: Uint16Array
  readonly #articles: Uint32Array
  readonly #articleStarts: Uint32Array
  readonly #starts: Uint32Array
  readonly #parts: Pick<Parts, SectionPart>

  constructor({ parts, languages, sources }: SectionTables) {
    this.#parts = parts
    this.languages = languages
    this.sources = sources
    this.#starts = words(parts.sectionStarts)
    this.#articles = words(parts.sectionArticles)
    this.#articleStarts = words(parts.articleStarts)
    this.dates = words(parts.sectionDates)
    const { buffer, byteOffset, byteLength } = parts.sectionTraits
    this.traits = new Uint16Array(buffer, byteOffset, byteLength >> 1)
    this.size = this.#starts.length
  }

  language(section: number): string {
    return this.languages[traitsOf(this.traits[section] ?? 0).language] ?? ''
  }

  /** What most sections are in, as its number. */
  get mainLanguage(): number {
    this.#main ??= this.#findMain()
    return this.#main
  }

  #findMain(): number {
    const counts = new Uint32Array(this.languages.length + 1)
    for (const trait of this.traits) counts[trait >> 5] = (counts[trait >> 5] ?? 0) + 1
    return counts.indexOf(Math.max(...counts))
  }

  article(section: number): number {
    return this.#articles[section] ?? 0
  }

  articleId(section: number): string {
    return this.#articleTexts(section)[0] ?? ''
  }

  heading(section: number): string {
    return this.#texts(section)[2] || (this.#articleTexts(section)[1] ?? '')
  }

  /** Calls back with each section's sources, in order of sections. */
  eachSource(found: (section: number, source: string) => void): void {
    const reader = new ByteReader(this.#parts.sectionSources)
    for (let section = 0; section < this.size; section++) {
      const count = Math.min(reader.varint(), this.sources.length)
      for (let i = 0; i < count; i++) found(section, this.sources[reader.varint()] ?? '')
    }
  }

  describe(section: number): Omit<Found, 'pack' | 'score'> {
    const [anchor = '', number = '', title = '', factsAsOf = ''] = this.#texts(section)
    const [id = '', articleTitle = '', date = ''] = this.#articleTexts(section)
    return {
      article: id,
      anchor,
      articleTitle,
      sectionTitle: title || articleTitle,
      number,
      path: this.#path(section, articleTitle),
      kind: articleKinds[traitsOf(this.traits[section] ?? 0).kind] ?? 'encyclopedia',
      language: this.language(section),
      date: orNull(date),
      factsAsOf: orNull(factsAsOf),
    }
  }

  #path(section: number, articleTitle: string): string[] {
    const first = this.#articleStarts[this.article(section) * 2 + 1] ?? 0
    const path: string[] = []
    let depth = Infinity
    for (let i = section; i > first; i--) {
      const own = traitsOf(this.traits[i] ?? 0).depth
      if (own < depth) {
        path.unshift(this.heading(i))
        depth = own
      }
    }
    return [articleTitle, ...path]
  }

  #texts(section: number): string[] {
    return readText(this.#parts.sectionBytes, this.#starts[section], this.#starts[section + 1])
  }

  #articleTexts(section: number): string[] {
    const at = this.article(section) * 2
    return readText(this.#parts.articleBytes, this.#articleStarts[at], this.#articleStarts[at + 2])
  }
}

const orNull = (text: string): PartialDate | null => (text === '' ? null : text)

/** `2026-11` → 20261100. */
function dayNumber(date: PartialDate | null): number {
  const [year = '0', month = '0', day = '0'] = (date ?? '').split('-')
  return (Number(year) || 0) * 10_000 + (Number(month) || 0) * 100 + (Number(day) || 0)
}

/** No text holds a unit separator: it is no character of any script. */
const separator = '\u001f'

function writeText(to: ByteWriter, encoder: TextEncoder, texts: readonly string[]): void {
  to.append(encoder.encode(texts.map((text) => text.replaceAll(separator, ' ')).join(separator)))
}

const decoder = new TextDecoder()
function readText(bytes: Uint8Array, from = 0, to = bytes.length): string[] {
  return decoder.decode(bytes.subarray(from, to)).split(separator)
}

/** A part read as 32-bit words, in place. */
export const words = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
