/** What the page asks of the search worker and what it hears back. Plain data only: it crosses by structured clone. */
import type {
  SearchResult,
  Filters,
  FoundSection,
  Marks,
  Order,
  Range,
  Suggestion,
} from '../../src-library/search/result.ts'
import type { IndexFailure } from '../../src-library/search/index/load.ts'
import type { SnippetLine } from '../../src-library/search/asking/snippet.ts'
import type { HitTable } from '../../src-library/search/asking/tablerows.ts'

export type {
  Correction,
  Expansion,
  FacetCount,
  Facets,
  Filters,
  FoundSection,
  Marks,
  Order,
  Range,
  Suggestion,
} from '../../src-library/search/result.ts'
export type { SnippetLine } from '../../src-library/search/asking/snippet.ts'
export type { HitTable } from '../../src-library/search/asking/tablerows.ts'
export { noFilters, noMarks } from '../../src-library/search/result.ts'

export type Hit = FoundSection & {
  readonly packTitle: string
  /** Marks in `sectionTitle`. */
  readonly titleRanges: readonly Range[]
  /** One or two lines; none when the section has no text of its own, or its text can't be read. */
  readonly snippet: readonly SnippetLine[]
  /** The rows that match, in place of the lines, where the section is mostly a small table. */
  readonly table: HitTable | null
}

/**
 * A pack that could not be searched; the others are. `stuck`: the search never came back from it. Packs that the library
 * itself lists as damaged are not repeated here.
 */
export type DamagedPack = {
  readonly pack: string
  readonly reason: 'unreadable' | 'stuck' | IndexFailure['kind']
}

export type ResultPage = Omit<SearchResult, 'hits'> & {
  readonly hits: readonly Hit[]
  readonly damaged: readonly DamagedPack[]
  /** Packs whose hits are shown without their lines: the file of their texts can't be read. */
  readonly withoutTexts: readonly string[]
  /** Packs that are still being read: asked again they answer, or answer with their lines, too. */
  readonly pending: readonly string[]
}

export type SearchRequest = {
  readonly text: string
  /** Hits to skip, for the next page. */
  readonly offset: number
  readonly limit: number
  readonly filters: Filters
  readonly sort: Order
  /** BCP 47: what the reader reads first. */
  readonly language: string
}

export type ToWorker =
  | {
      readonly kind: 'open'
      /** The address of the library, with a `/` at its end; null where the page reads for the worker. */
      readonly library: string | null
      /** See the engine's options. */
      readonly careful: boolean
      readonly without: readonly string[]
    }
  /** Answered at once with `pong`, unless the worker hangs. */
  | { readonly kind: 'ping' }
  /** Read the packs now; no answer is expected. */
  | { readonly kind: 'warm' }
  | { readonly kind: 'search'; readonly id: number; readonly request: SearchRequest }
  | {
      readonly kind: 'suggest'
      readonly id: number
      readonly text: string
      readonly limit: number
      readonly language: string
    }
  | { readonly kind: 'marks'; readonly id: number; readonly text: string }
  /** The file that `wanted` asked for; null where it can't be read. */
  | { readonly kind: 'file'; readonly wanted: number; readonly bytes: Uint8Array | null }

export type FromWorker =
  | { readonly kind: 'pong' }
  /** The pack that the worker reads or asks next; null when it is done with it. */
  | { readonly kind: 'at'; readonly pack: string | null }
  /** Every pack is read, or can't be. */
  | { readonly kind: 'read' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ResultPage }
  | { readonly kind: 'superseded'; readonly id: number }
  | { readonly kind: 'suggestions'; readonly id: number; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: 'marks'; readonly id: number; readonly marks: Marks }
  /** A file of the library, by its path below it. `wanted` counts these questions. */
  | { readonly kind: 'wanted'; readonly wanted: number; readonly path: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
