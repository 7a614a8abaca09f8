/** Filters and facets: which sections pass, and how many stand behind each value. */
import type { ArticleKind } from '../model/article.ts'
import { sourceTypes, type SourceType } from '../model/source.ts'
import type { FacetCount, Facets, Filters } from './answer.ts'
import type { SearchIndex } from './load.ts'

/** A pack as it is searched. `sourceTypes` says of each source id who speaks. */
export type SearchedPack = {
  readonly id: string
  readonly index: SearchIndex
  readonly sourceTypes: ReadonlyMap<string, SourceType>
}

const masks = new WeakMap<SearchedPack, Uint8Array>()

/** A bit for each type of source a section cites, by the order of `sourceTypes`. */
function sourceMasks(pack: SearchedPack): Uint8Array {
  let mask = masks.get(pack)
  if (!mask) {
    const made = new Uint8Array(pack.index.sections.size)
    pack.index.sections.eachSource((section, source) => {
      const type = pack.sourceTypes.get(source)
      if (type) made[section] = (made[section] ?? 0) | (1 << sourceTypes.indexOf(type))
    })
    masks.set(pack, made)
    mask = made
  }
  return mask
}

/** Facets, as bits of what a section fails. */
const failsPack = 1
const failsKind = 2
const failsYear = 4
const failsLanguage = 8
const failsSource = 16

/** Counts matches over all packs; `passes` decides and counts in one look. */
export class FacetCounter {
  readonly #filters: Filters
  readonly #packs = new Map<string, number>()
  readonly #kinds = new Map<ArticleKind, number>()
  readonly #years = new Map<number, number>()
  readonly #languages = new Map<string, number>()
  readonly #sources = new Array<number>(sourceTypes.length).fill(0)
  #pack: SearchedPack | null = null
  #sourceMasks: Uint8Array = new Uint8Array(0)
  #inPack = true
  readonly #sourceBits: number

  constructor(filters: Filters) {
    this.#filters = filters
    this.#sourceBits = filters.sources.reduce((bits, type) => bits | (1 << sourceTypes.indexOf(type)), 0)
  }

  /** Says whose sections come next. */
  enter(pack: SearchedPack): void {
    this.#pack = pack
    this.#sourceMasks = sourceMasks(pack)
    this.#inPack = includes(this.#filters.packs, pack.id)
  }

  /** Counts a matching section behind its values; whether it passes every filter. */
  passes(section: number): boolean {
    const pack = this.#pack
    if (!pack) return false
    const { sections } = pack.index
    const kind = sections.kind(section)
    const year = sections.year(section)
    const language = sections.language(section)
    const sources = this.#sourceMasks[section] ?? 0
    const fails =
      (this.#inPack ? 0 : failsPack) |
      (includes(this.#filters.kinds, kind) ? 0 : failsKind) |
      (includes(this.#filters.years, year) ? 0 : failsYear) |
      (includes(this.#filters.languages, language) ? 0 : failsLanguage) |
      (this.#sourceBits === 0 || (sources & this.#sourceBits) !== 0 ? 0 : failsSource)
    // A facet's own filter does not narrow its own counts.
    if ((fails & ~failsPack) === 0) add(this.#packs, pack.id)
    if ((fails & ~failsKind) === 0) add(this.#kinds, kind)
    if ((fails & ~failsYear) === 0 && year > 0) add(this.#years, year)
    if ((fails & ~failsLanguage) === 0) add(this.#languages, language)
    if ((fails & ~failsSource) === 0)
      for (let type = 0; type < sourceTypes.length; type++)
        if (sources & (1 << type)) this.#sources[type] = (this.#sources[type] ?? 0) + 1
    return fails === 0
  }

  facets(): Facets {
    return {
      pack: byCount(this.#packs),
      kind: byCount(this.#kinds),
      year: [...this.#years].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value),
      language: byCount(this.#languages),
      source: byCount(
        new Map(
          sourceTypes
            .map((type, i) => [type, this.#sources[i] ?? 0] as const)
            .filter(([, count]) => count > 0),
        ),
      ),
    }
  }
}

const includes = <Value>(list: readonly Value[], value: Value): boolean =>
  list.length === 0 || list.includes(value)

const add = <Value>(counts: Map<Value, number>, value: Value): void =>
  void counts.set(value, (counts.get(value) ?? 0) + 1)

const byCount = <Value extends string>(counts: ReadonlyMap<Value, number>): FacetCount<Value>[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
