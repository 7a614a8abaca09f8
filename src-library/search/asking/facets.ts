/**
 * Filters and facets: which sections pass, and how many have each value. Both
 * are questions about a section's class, so a match costs two look-ups; values are
 * made of the classes once, at the end.
 */
import { articleKinds } from '../../model/article.ts'
import { sourceTypes, type SourceType } from '../../model/source.ts'
import type { FacetCount, Facets, Filters } from '../result.ts'
import type { SearchIndex } from '../index/load.ts'
import type { SectionClass } from '../index/sectionclass.ts'

/** A pack as it is searched. `sourceTypes` says of each source id who speaks. */
export type SearchedPack = {
  readonly id: string
  readonly index: SearchIndex
  readonly sourceTypes: ReadonlyMap<string, SourceType>
}

/** The filters that a class fails, a bit for each facet. */
const failsPack = 1
const failsKind = 2
const failsYear = 4
const failsLanguage = 8
const failsSource = 16

/** Counts of one pack's matches by class; callers increment `counts`. */
export class FacetCounter {
  /** By class: its matches, and what it fails, 0 where it passes every filter. */
  readonly counts: Uint32Array
  readonly fails: Uint8Array
  /** Of each match that is there in several languages, the classes of those that were found: together they are one match. */
  readonly versions: (readonly number[])[] = []
  readonly #pack: SearchedPack

  constructor(pack: SearchedPack, filters: Filters) {
    const { classes } = pack.index.sections
    this.#pack = pack
    this.fails = new Uint8Array(classes.all.length)
    this.counts = new Uint32Array(classes.all.length)
    if (isNarrowing(filters))
      this.fails.forEach((_, number, all) => (all[number] = failsOf(pack, number, filters)))
  }

  facets(): Facets {
    const { id, index } = this.#pack
    const { classes, languages } = index.sections
    const masks = sourceMasks(this.#pack)
    let inPack = 0
    const kinds = new Uint32Array(articleKinds.length)
    const languageCounts = new Uint32Array(languages.length)
    const sources = new Uint32Array(sourceTypes.length)
    const years = new Map<number, number>()
    const add = (found: readonly number[], count: number): void => {
      // A facet's own filter does not narrow its own counts.
      const passing = (own: number): readonly number[] =>
        found.filter((number) => ((this.fails[number] ?? 0) & ~own) === 0)
      const values = (own: number, valueOf: (each: SectionClass) => number): Set<number> =>
        new Set(
          passing(own)
            .flatMap((number) => classes.all[number] ?? [])
            .map(valueOf),
        )
      if (passing(failsPack).length > 0) inPack += count
      for (const kind of values(failsKind, (each) => each.kind)) kinds[kind] = (kinds[kind] ?? 0) + count
      for (const year of values(failsYear, (each) => each.year))
        if (year > 0) years.set(year, (years.get(year) ?? 0) + count)
      for (const language of values(failsLanguage, (each) => each.language))
        languageCounts[language] = (languageCounts[language] ?? 0) + count
      const cited = passing(failsSource).reduce((mask, number) => mask | (masks[number] ?? 0), 0)
      sources.forEach((sum, bit) => (sources[bit] = sum + count * ((cited >> bit) & 1)))
    }
    this.counts.forEach((count, number) => {
      if (count > 0) add([number], count)
    })
    for (const found of this.versions) add(found, 1)
    return {
      pack: counted([id], [inPack]),
      kind: counted(articleKinds, kinds),
      year: [...years].map(([value, count]) => ({ value, count })),
      language: counted(languages, languageCounts),
      source: counted(sourceTypes, sources),
    }
  }
}

/** Whether any class may fail. */
const isNarrowing = ({ packs, kinds, years, languages, sources }: Filters): boolean =>
  [packs, kinds, years, languages, sources].some((chosen) => chosen.length > 0)

/** What the sections of a class fail. */
function failsOf(pack: SearchedPack, number: number, filters: Filters): number {
  const own = pack.index.sections.classes.all[number]
  if (!own) return failsPack
  const language = pack.index.sections.languages[own.language] ?? ''
  const types = sourceMasks(pack)[number] ?? 0
  return (
    (includes(filters.packs, pack.id) ? 0 : failsPack) |
    (includes(filters.kinds, articleKinds[own.kind] ?? 'encyclopedia') ? 0 : failsKind) |
    (includes(filters.years, own.year) ? 0 : failsYear) |
    (includes(filters.languages, language) ? 0 : failsLanguage) |
    (filters.sources.length === 0 || filters.sources.some((type) => types & bitOf(type)) ? 0 : failsSource)
  )
}

const bitOf = (type: SourceType): number => 1 << sourceTypes.indexOf(type)

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
  const [only = [], ...more] = lists
  if (more.length === 0) return [...only]
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

const includes = <Value>(list: readonly Value[], value: Value): boolean =>
  list.length === 0 || list.includes(value)

const knownMasks = new WeakMap<SearchedPack, Uint8Array>()

/** A bit for each type of source the sections of a class cite; made at a pack's first search. */
function sourceMasks(pack: SearchedPack): Uint8Array {
  const known = knownMasks.get(pack)
  if (known) return known
  const { classes, sources } = pack.index.sections
  const masks = Uint8Array.from(classes.all, (own) =>
    own.sources.reduce((mask, source) => {
      const type = pack.sourceTypes.get(sources[source] ?? '')
      return type ? mask | bitOf(type) : mask
    }, 0),
  )
  knownMasks.set(pack, masks)
  return masks
}
