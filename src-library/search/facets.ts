/**
 * Filters and facets: which sections pass, and how many stand behind each value.
 * Every match is looked at, so it is counted in typed arrays, by the numbers the
 * section table holds; values are made of them once, at the end.
 */
import { articleKinds } from '../model/article.ts'
import { sourceTypes, type SourceType } from '../model/source.ts'
import type { FacetCount, Facets, Filters } from './answer.ts'
import type { SearchIndex } from './load.ts'
import { traitsOf } from './sections.ts'

/** A pack as it is searched. `sourceTypes` says of each source id who speaks. */
export type SearchedPack = {
  readonly id: string
  readonly index: SearchIndex
  readonly sourceTypes: ReadonlyMap<string, SourceType>
}

/** What a section fails, a bit for each facet. */
const failsPack = 1
const failsKind = 2
const failsYear = 4
const failsLanguage = 8
const failsSource = 16

/** Years are counted from here; what is before or after is of no known year. */
const firstYear = 1800
const manyYears = 512
const manyMasks = 1 << sourceTypes.length

/** Counts the matches of one pack; `passes` decides and counts in one look. */
export class FacetCounter {
  readonly #pack: SearchedPack
  readonly #traits: Uint16Array
  readonly #dates: Uint32Array
  readonly #masks: Uint8Array
  /** What each value fails. */
  readonly #packFails: number
  readonly #traitFails: Uint8Array
  readonly #yearFails = new Uint8Array(manyYears)
  readonly #maskFails = new Uint8Array(manyMasks)
  #inPack = 0
  readonly #kinds = new Uint32Array(articleKinds.length + 1)
  readonly #languages: Uint32Array
  readonly #years = new Uint32Array(manyYears)
  readonly #sources = new Uint32Array(manyMasks)

  constructor(pack: SearchedPack, filters: Filters) {
    const { sections } = pack.index
    this.#pack = pack
    this.#traits = sections.traits
    this.#dates = sections.dates
    this.#masks = sourceMasks(pack)
    this.#languages = new Uint32Array(sections.languages.length + 1)
    this.#packFails = includes(filters.packs, pack.id) ? 0 : failsPack
    this.#traitFails = new Uint8Array((sections.languages.length + 1) << 5)
    sections.languages.forEach((language, number) => {
      const fails = includes(filters.languages, language) ? 0 : failsLanguage
      if (fails === 0 && filters.kinds.length === 0) return
      for (let trait = number << 5; trait < (number + 1) << 5; trait++) {
        const kind = articleKinds[traitsOf(trait).kind] ?? 'encyclopedia'
        this.#traitFails[trait] = fails | (includes(filters.kinds, kind) ? 0 : failsKind)
      }
    })
    if (filters.years.length > 0) this.#yearFails.fill(failsYear)
    for (const year of filters.years) this.#yearFails[yearNumber(year)] = 0
    const wanted = filters.sources.reduce((bits, type) => bits | (1 << sourceTypes.indexOf(type)), 0)
    if (wanted > 0)
      this.#maskFails.forEach((_, mask, fails) => (fails[mask] = mask & wanted ? 0 : failsSource))
  }

  /** Counts a matching section behind its values; whether it passes every filter. */
  passes(section: number): boolean {
    const trait = this.#traits[section] as number
    const year = yearNumber(((this.#dates[section] as number) / 10_000) | 0)
    const mask = this.#masks[section] as number
    const fails =
      this.#packFails |
      (this.#traitFails[trait] as number) |
      (this.#yearFails[year] as number) |
      (this.#maskFails[mask] as number)
    // A facet's own filter does not narrow its own counts.
    if ((fails & ~failsPack) === 0) this.#inPack++
    if ((fails & ~failsKind) === 0) (this.#kinds[(trait >> 3) & 3] as number)++
    if ((fails & ~failsYear) === 0) (this.#years[year] as number)++
    if ((fails & ~failsLanguage) === 0) (this.#languages[trait >> 5] as number)++
    if ((fails & ~failsSource) === 0) (this.#sources[mask] as number)++
    return fails === 0
  }

  #countedYears(): FacetCount<number>[] {
    const years: FacetCount<number>[] = []
    for (let value = 1; value < manyYears; value++) {
      const count = this.#years[value] as number
      if (count > 0) years.push({ value: value + firstYear, count })
    }
    return years
  }

  facets(): Facets {
    const { id, index } = this.#pack
    const { languages } = index.sections
    return {
      pack: counted([id], [this.#inPack]),
      kind: counted(articleKinds, this.#kinds),
      year: this.#countedYears(),
      language: counted(languages, this.#languages),
      source: counted(
        sourceTypes,
        sourceTypes.map((_, bit) =>
          this.#sources.reduce((sum, count, mask) => sum + count * ((mask >> bit) & 1), 0),
        ),
      ),
    }
  }
}

/** The facets of several packs as one. */
export function addFacets(all: readonly Facets[]): Facets {
  return {
    pack: summed(all.map((facets) => facets.pack)).sort(mostFirst),
    kind: summed(all.map((facets) => facets.kind)).sort(mostFirst),
    year: summed(all.map((facets) => facets.year)).sort((a, b) => b.value - a.value),
    language: summed(all.map((facets) => facets.language)).sort(mostFirst),
    source: summed(all.map((facets) => facets.source)).sort(mostFirst),
  }
}

function summed<Value>(lists: readonly (readonly FacetCount<Value>[])[]): FacetCount<Value>[] {
  const counts = new Map<Value, number>()
  for (const { value, count } of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].map(([value, count]) => ({ value, count }))
}

const mostFirst = (a: FacetCount<string>, b: FacetCount<string>): number =>
  b.count - a.count || (a.value < b.value ? -1 : 1)

const counted = <Value extends string>(
  values: readonly Value[],
  counts: ArrayLike<number>,
): FacetCount<Value>[] =>
  values.flatMap((value, i) => {
    const count = counts[i] ?? 0
    return count > 0 ? [{ value, count }] : []
  })

/** 0 for a year that is not counted. */
const yearNumber = (year: number): number =>
  year > firstYear && year < firstYear + manyYears ? year - firstYear : 0

const includes = <Value>(list: readonly Value[], value: Value): boolean =>
  list.length === 0 || list.includes(value)

const knownMasks = new WeakMap<SearchedPack, Uint8Array>()

/** A bit for each type of source a section cites, by the order of `sourceTypes`; made at a pack's first search. */
function sourceMasks(pack: SearchedPack): Uint8Array {
  const known = knownMasks.get(pack)
  if (known) return known
  const masks = new Uint8Array(pack.index.sections.size)
  pack.index.sections.eachSource((section, source) => {
    const type = pack.sourceTypes.get(source)
    if (type) masks[section] = (masks[section] ?? 0) | (1 << sourceTypes.indexOf(type))
  })
  knownMasks.set(pack, masks)
  return masks
}
