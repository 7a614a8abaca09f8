/**
 * Where the reader is: a place with its particulars, kept in the URL's hash, so
 * that back, forward and deep links are the browser's own. One function reads a
 * hash, one writes it, and each is the other's inverse.
 */
import { articleKinds, leadAnchor, type SectionAddress } from '../../src-library/model/article.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { sourceTypes } from '../../src-library/model/source.ts'
import type { Filters, Order } from '../../src-library/search/result.ts'

/** The query of a search, and its options. */
type SearchDetails = { readonly query: string; readonly filters: Filters; readonly sort: Order }

/** Two editions of a pack, and letters that the changes hold. */
type Compared = { readonly pack: string; readonly offered: boolean; readonly query: string }

export type Location =
  | { readonly place: 'home' }
  | { readonly place: 'contents' }
  | { readonly place: 'numbers' }
  | { readonly place: 'settings' }
  | { readonly place: 'kept' }
  | { readonly place: 'about' }
  | { readonly place: 'packs' }
  /** What an edition changed: against the one before, or an offered one against what is here. */
  | ({ readonly place: 'changes' } & Compared)
  /** The same as a handout to be printed. */
  | ({ readonly place: 'changesPrint' } & Compared)
  /** Making a pack of own documents: the list of them, or a step with one of them. */
  | {
      readonly place: 'making'
      readonly pack: string | null
      readonly step: MakingStep
      readonly document: string | null
      /** Of the document's text, from 1. */
      readonly line: number | null
    }
  | { readonly place: 'list' }
  | { readonly place: 'listPreview' }
  | ({ readonly place: 'search' } & SearchDetails)
  /** The hits as a sheet to be printed. */
  | ({ readonly place: 'evidence' } & SearchDetails)
  | {
      readonly place: 'reading'
      readonly pack: string
      readonly article: string
      readonly anchor: string
      /** The query of the search: its words are marked in the text. */
      readonly query: string
    }
  | {
      /** A section beside another of the same pack. */
      readonly place: 'beside'
      readonly pack: string
      readonly article: string
      readonly anchor: string
      readonly other: SectionAddress
    }
  | {
      readonly place: 'printing'
      readonly pack: string
      readonly article: string
      readonly anchor: string
      readonly subsections: boolean
      /** The id of the section's direct answer that a card is made of. */
      readonly card?: string
    }
  | { readonly place: 'unknown'; readonly hash: string }

/** `write`: the text of a document in a plain editor. */
export const makingSteps = ['documents', 'look', 'about', 'check', 'save', 'write'] as const
export type MakingStep = (typeof makingSteps)[number]

/** Locations of one place. */
export type LocationOf<Place extends Location['place']> = Extract<Location, { place: Place }>

/** Longer queries are cut: people do not type them, and a hash has to hold them. */
export const maxQueryLength = 10_000

export function parseLocation(hash: string): Location {
  const [path = '', parameters = ''] = hash.replace(/^#/, '').split(/\?(.*)/s)
  const given = new URLSearchParams(parameters)
  const query = (given.get('q') ?? '').slice(0, maxQueryLength)
  const parts = path.split('/').filter((part) => part !== '')
  const names = parts.map(decoded)
  if (names.includes(null)) return { place: 'unknown', hash }
  const [place, pack, article, anchor, otherArticle, otherAnchor] = names as readonly string[]
  const deep = pack !== undefined && article !== undefined
  if (place === undefined) return { place: 'home' }
  if (
    parts.length === 1 &&
    (place === 'contents' ||
      place === 'numbers' ||
      place === 'list' ||
      place === 'settings' ||
      place === 'kept' ||
      place === 'packs' ||
      place === 'about')
  ) {
    return { place }
  }
  if (place === 'changes' && pack !== undefined) {
    const which = parts.slice(2).join('/')
    if (which === '' || which === 'offered') return { place, pack, offered: which !== '', query }
    if (which === 'print' || which === 'offered/print')
      return { place: 'changesPrint', pack, offered: which !== 'print', query }
  }
  if (place === 'make' && parts.length <= 4) {
    const step = makingSteps.find((one) => one === (article ?? 'documents'))
    const line = Number(given.get('line') ?? '')
    if (step !== undefined)
      return {
        place: 'making',
        pack: pack ?? null,
        step,
        document: anchor ?? null,
        line: Number.isInteger(line) && line > 0 ? line : null,
      }
  }
  if (parts.length === 2 && place === 'list' && pack === 'print') return { place: 'listPreview' }
  if (place === 'search' && (parts.length === 1 || (parts.length === 2 && pack === 'print'))) {
    return {
      place: pack === 'print' ? 'evidence' : place,
      query,
      filters: {
        packs: given.getAll('pack'),
        kinds: listed(given, 'kind', articleKinds),
        years: given
          .getAll('year')
          .filter((year) => /^\d{1,4}$/.test(year))
          .map(Number),
        languages: given.getAll('language'),
        sources: listed(given, 'source', sourceTypes),
        titleOnly: given.get('in') === 'title',
      },
      sort: given.get('sort') === 'newest' ? 'newest' : 'relevance',
    }
  }
  if (deep && parts.length <= 4 && place === 'read') {
    return { place: 'reading', pack, article, anchor: anchor ?? leadAnchor, query }
  }
  if (deep && anchor !== undefined && otherArticle !== undefined && parts.length <= 6 && place === 'beside') {
    const other = { article: otherArticle, anchor: otherAnchor ?? leadAnchor }
    return { place, pack, article, anchor, other }
  }
  if (deep && parts.length <= 4 && place === 'print') {
    const subsections = given.get('subsections') !== 'no'
    const card = given.get('card')
    return {
      place: 'printing',
      pack,
      article,
      anchor: anchor ?? leadAnchor,
      subsections,
      ...(card !== null && card !== '' && { card }),
    }
  }
  return { place: 'unknown', hash }
}

export function formatLocation(location: Location): string {
  switch (location.place) {
    case 'home':
      return '#/'
    case 'listPreview':
      return '#/list/print'
    case 'contents':
    case 'numbers':
    case 'list':
    case 'settings':
    case 'kept':
    case 'packs':
    case 'about':
      return `#/${location.place}`
    case 'changes':
    case 'changesPrint': {
      const { place, pack, offered, query } = location
      const path = ['#/changes', encodeURIComponent(pack)]
      if (offered) path.push('offered')
      if (place === 'changesPrint') path.push('print')
      return withParameters(path.join('/'), [['q', query]])
    }
    case 'making': {
      const { pack, step, document, line } = location
      const names = pack === null ? [] : document === null ? [pack, step] : [pack, step, document]
      const last = names.length === 2 && step === 'documents' ? names.slice(0, 1) : names
      return withParameters(['#/make', ...last.map(encodeURIComponent)].join('/'), [
        ['line', line === null ? '' : String(line)],
      ])
    }
    case 'search':
    case 'evidence': {
      const { place, query, filters, sort } = location
      return withParameters(place === 'evidence' ? '#/search/print' : '#/search', [
        ['q', query],
        ...repeated('pack', filters.packs),
        ...repeated('kind', filters.kinds),
        ...repeated('year', filters.years),
        ...repeated('language', filters.languages),
        ...repeated('source', filters.sources),
        ['in', filters.titleOnly ? 'title' : ''],
        ['sort', sort === 'newest' ? sort : ''],
      ])
    }
    case 'reading':
      return withParameters(sectionPath('read', location), [['q', location.query]])
    case 'beside': {
      const { pack, article, anchor, other } = location
      const names = [pack, article, anchor, other.article, other.anchor]
      return `#/beside/${names.map(encodeURIComponent).join('/')}`
    }
    case 'printing':
      return withParameters(sectionPath('print', location), [
        ['subsections', location.subsections ? '' : 'no'],
        ['card', location.card ?? ''],
      ])
    case 'unknown':
      return location.hash
    default:
      return assertNever(location)
  }
}

/** The address of a section, for links. */
export function readingHref(pack: string, article: string, anchor: string, query = ''): string {
  return formatLocation({ place: 'reading', pack, article, anchor, query })
}

/** The address of two sections side by side. */
export function besideHref(pack: string, { article, anchor }: SectionAddress, other: SectionAddress): string {
  return formatLocation({ place: 'beside', pack, article, anchor, other })
}

function sectionPath(verb: string, to: { pack: string; article: string; anchor: string }): string {
  const names = to.anchor === leadAnchor ? [to.pack, to.article] : [to.pack, to.article, to.anchor]
  return `#/${verb}/${names.map(encodeURIComponent).join('/')}`
}

function withParameters(path: string, pairs: readonly (readonly [string, string])[]): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of pairs) if (value !== '') parameters.append(name, value)
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}

const repeated = (
  name: string,
  values: readonly (string | number)[],
): readonly (readonly [string, string])[] => values.map((value) => [name, String(value)])

function listed<Value extends string>(
  given: URLSearchParams,
  name: string,
  known: readonly Value[],
): readonly Value[] {
  return known.filter((value) => given.getAll(name).includes(value))
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
