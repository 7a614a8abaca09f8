/**
 * The section table: the facts that a hit shows of a section, so that its
 * article need not be read. Texts are read only for the hits shown; dates and classes are typed arrays,
 * because filters, facets and order look at every match.
 *
 *   section   anchor, number, title, facts-as-of date; date; class
 *   article   id, title, date, first section
 *   originals   each section's original, as its number: itself unless it is a translation; empty without translations
 */
import { articleKinds, type Article } from '../../model/article.ts'
import type { PartialDate } from '../../model/source.ts'
import { withoutUnwanted } from '../../model/controlcharacters.ts'
import type { FoundSection, SectionVersion } from '../result.ts'
import { ByteWriter } from './bytes.ts'
import type { SectionClass } from './sectionclass.ts'
import { packClasses, type Classes } from './sectionclasses.ts'
import type { IndexParts } from './layout.ts'
import { isWordList } from './wordlists.ts'

type SectionPart =
  | 'sectionStarts'
  | 'sectionBytes'
  | 'sectionDates'
  | 'sectionClasses'
  | 'classes'
  | 'originals'
  | 'articleStarts'
  | 'articleBytes'

export type SectionTables = {
  readonly parts: Pick<IndexParts, SectionPart>
  readonly languages: readonly string[]
  /** Source ids, by the ordinals that sections hold. */
  readonly sources: readonly string[]
}

export function packSections(articles: readonly Article[]): SectionTables {
  const all = articles.flatMap((article) => article.sections.map((section) => ({ article, section })))
  const languages = [...new Set(all.map(({ section }) => section.language))].sort()
  const sources = [...new Set(all.flatMap(({ section }) => section.sources))].sort()
  const languageNumber = numbered(languages)
  const sourceNumber = numbered(sources)
  const starts = new Uint32Array(all.length)
  const texts = new ByteWriter()
  const dates = new Uint32Array(all.length)
  const encoder = new TextEncoder()
  const classes = all.map(({ article, section }, i): SectionClass => {
    starts[i] = texts.length
    const factsAsOf = section.factsAsOf ?? article.factsAsOf
    // Most often a lead's title is its article's, which is written once.
    const title = section.title === article.title ? '' : section.title
    writeText(texts, encoder, [section.anchor, section.number, title, factsAsOf ?? ''])
    const day = dayNumber(article.news?.date ?? factsAsOf)
    dates[i] = day
    return {
      language: languageNumber.get(section.language) ?? 0,
      kind: articleKinds.indexOf(article.kind),
      depth: section.heading.depth,
      year: Math.floor(day / 10_000),
      isWordList: isWordList(section.blocks),
      sources: section.sources.map((source) => sourceNumber.get(source) ?? 0),
    }
  })
  const articleStarts = new Uint32Array(articles.length * 2)
  const articleTexts = new ByteWriter()
  let first = 0
  articles.forEach((article, i) => {
    articleStarts.set([articleTexts.length, first], i * 2)
    writeText(articleTexts, encoder, [article.id, article.title, article.news?.date ?? ''])
    first += article.sections.length
  })
  const bytesOf = (array: Uint32Array): Uint8Array => new Uint8Array(array.buffer)
  return {
    languages,
    sources,
    parts: {
      sectionStarts: bytesOf(starts),
      sectionBytes: texts.take(),
      sectionDates: bytesOf(dates),
      ...packClasses(classes),
      originals: bytesOf(originalsOf(articles, all.length)),
      articleStarts: bytesOf(articleStarts),
      articleBytes: articleTexts.take(),
    },
  }
}

/** By section, the number of the section it translates, or its own; empty where nothing is translated. */
function originalsOf(articles: readonly Article[], size: number): Uint32Array {
  if (!articles.some(({ translation }) => translation)) return new Uint32Array()
  const originals = Uint32Array.from({ length: size }, (_, section) => section)
  const places = new Map<string, number>()
  let first = 0
  for (const { id, sections } of articles)
    for (const { anchor } of sections) places.set(`${id}#${anchor}`, first++)
  first = 0
  for (const { translation, sections } of articles) {
    sections.forEach(({ anchor }, i) => {
      const original = translation ? places.get(`${translation.of}#${anchor}`) : undefined
      if (original !== undefined) originals[first + i] = original
    })
    first += sections.length
  }
  return originals
}

const numbered = (values: readonly string[]): ReadonlyMap<string, number> =>
  new Map(values.map((value, number) => [value, number]))

export class Sections {
  readonly size: number
  readonly languages: readonly string[]
  readonly sources: readonly string[]
  /** `yyyymmdd`, with zeros for unknown parts. */
  readonly dates: Uint32Array
  readonly classes: Classes
  /** By section, the number of its original; empty where nothing is translated. */
  readonly originals: Uint32Array
  #main: number | null = null
  #isVersioned: Uint8Array | null = null
  #versions: ReadonlyMap<number, readonly number[]> | null = null
  readonly #articleStarts: Uint32Array
  readonly #starts: Uint32Array
  readonly #parts: Pick<IndexParts, SectionPart>

  constructor({ parts, languages, sources }: SectionTables, classes: Classes) {
    this.#parts = parts
    this.languages = languages
    this.sources = sources
    this.classes = classes
    this.#starts = words(parts.sectionStarts)
    this.#articleStarts = words(parts.articleStarts)
    this.dates = words(parts.sectionDates)
    this.originals = words(parts.originals)
    this.size = this.#starts.length
  }

  classOf(section: number): SectionClass | undefined {
    return this.classes.all[this.classes.of[section] ?? 0]
  }

  language(section: number): string {
    return this.languages[this.classOf(section)?.language ?? 0] ?? ''
  }

  /** The number of the section that this one translates, or its own. */
  originalOf(section: number): number {
    return this.originals[section] ?? section
  }

  /** A section and its translations, itself among them; in the order of their numbers. */
  versionsOf(section: number): readonly number[] {
    this.#versions ??= this.#findVersions()
    return this.#versions.get(this.originalOf(section)) ?? [section]
  }

  /** By section, 1 where it is there in other languages; empty where nothing is translated. */
  get isVersioned(): Uint8Array {
    if (this.#isVersioned) return this.#isVersioned
    const versioned = new Uint8Array(this.originals.length)
    this.originals.forEach((original, section) => {
      if (original !== section) versioned[original] = versioned[section] = 1
    })
    return (this.#isVersioned = versioned)
  }

  /** Of those that are translated, by their originals. */
  #findVersions(): ReadonlyMap<number, readonly number[]> {
    const versions = new Map<number, number[]>()
    this.originals.forEach((original, section) => {
      if (original !== section) versions.set(original, [...(versions.get(original) ?? [original]), section])
    })
    for (const each of versions.values()) each.sort((a, b) => a - b)
    return versions
  }

  /** What most sections are in, as its number. */
  get mainLanguage(): number {
    this.#main ??= this.#findMain()
    return this.#main
  }

  #findMain(): number {
    const { of, all } = this.classes
    const sizes = new Uint32Array(all.length)
    for (const each of of) sizes[each] = (sizes[each] ?? 0) + 1
    const counts = new Array<number>(this.languages.length + 1).fill(0)
    all.forEach(({ language }, i) => (counts[language] = (counts[language] ?? 0) + (sizes[i] ?? 0)))
    let main = 0
    counts.forEach((count, language) => {
      if (count > (counts[main] ?? 0)) main = language
    })
    return main
  }

  articleId(section: number): string {
    return this.#articleTexts(this.#article(section))[0] ?? ''
  }

  heading(section: number): string {
    return this.#texts(section)[2] || (this.#articleTexts(this.#article(section))[1] ?? '')
  }

  describe(section: number): Omit<FoundSection, 'pack' | 'score'> {
    const [anchor = '', number = '', title = '', factsAsOf = ''] = this.#texts(section)
    const own = this.#article(section)
    const [id = '', articleTitle = '', date = ''] = this.#articleTexts(own)
    return {
      section,
      article: id,
      anchor,
      articleTitle,
      sectionTitle: title || articleTitle,
      number,
      path: this.#path(section, own, articleTitle),
      kind: articleKinds[this.classOf(section)?.kind ?? 0] ?? 'encyclopedia',
      language: this.language(section),
      date: orNull(date),
      factsAsOf: orNull(factsAsOf),
      versions: this.versionsOf(section)
        .filter((version) => version !== section)
        .map((version) => this.#address(version)),
    }
  }

  #address(section: number): SectionVersion {
    const [anchor = ''] = this.#texts(section)
    return { article: this.articleId(section), anchor, language: this.language(section) }
  }

  #path(section: number, article: number, articleTitle: string): string[] {
    const first = this.#articleStarts[article * 2 + 1] ?? 0
    const path: string[] = []
    let depth = Infinity
    for (let i = section; i > first; i--) {
      const own = this.classOf(i)?.depth ?? 0
      if (own < depth) {
        path.unshift(this.heading(i))
        depth = own
      }
    }
    return [articleTitle, ...path]
  }

  /** The article of a section: the last that begins at or before it. */
  #article(section: number): number {
    let low = 0
    let high = this.#articleStarts.length >> 1
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((this.#articleStarts[middle * 2 + 1] as number) <= section) low = middle
      else high = middle
    }
    return low
  }

  #texts(section: number): string[] {
    return readText(this.#parts.sectionBytes, this.#starts[section], this.#starts[section + 1])
  }

  #articleTexts(article: number): string[] {
    const at = article * 2
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
const separatorCode = 0x1f

function writeText(to: ByteWriter, encoder: TextEncoder, texts: readonly string[]): void {
  to.append(encoder.encode(texts.map((text) => text.replaceAll(separator, ' ')).join(separator)))
}

const decoder = new TextDecoder()
/** A hit is shown from the index alone, so characters that must not be shown are removed as it is read. */
function readText(bytes: Uint8Array, from = 0, to = bytes.length): string[] {
  const own = bytes.subarray(from, to)
  const texts = decoder.decode(own).split(separator)
  return isPlain(own) ? texts : texts.map((text) => withoutUnwanted(text).text)
}

/** Whether there are only letters, signs and blanks of ASCII, and separators: then nothing is unwanted. */
function isPlain(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte > 126 || (byte < 32 && byte !== separatorCode)) return false
  }
  return true
}

/** A part read as 32-bit words, in place. */
export const words = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
