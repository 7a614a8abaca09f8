/**
 * Sources as CSL-JSON, which Zotero, Mendeley and citeproc read.
 * https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
 */
import type { PartialDate, Source, SourceType } from '../../../src-library/model/source.ts'
import { withDistinctIds } from './distinctids.ts'

/** As much as a source's type says of the kind of work. */
const types: Readonly<Record<SourceType, string>> = {
  state: 'report',
  law: 'legislation',
  international: 'report',
  us: 'report',
  ngo: 'report',
  press: 'article-newspaper',
  academic: 'document',
  reference: 'entry-encyclopedia',
}

type CslDate = { readonly 'date-parts': readonly [readonly number[]] }

type CslItem = {
  readonly id: string
  readonly type: string
  readonly title: string
  /** An institution: `literal` keeps its name from being taken apart. */
  readonly author?: readonly { readonly literal: string }[]
  readonly publisher?: string
  readonly 'container-title'?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly URL?: string
  /** Where the copy was read, when `URL` is the original's address. */
  readonly note?: string
}

/** The text of a `.json` file; the same sources make the same bytes. */
export function encodeCslJson(sources: readonly Source[]): string {
  return `${JSON.stringify(withDistinctIds(sources).map(itemOf), null, 2)}\n`
}

function itemOf({ id, type, title, publisher, published, read, address, original }: Source): CslItem {
  const url = original ?? address
  return {
    id,
    type: types[type],
    title,
    ...(publisher === '' ? {} : publisherOf(type, publisher)),
    ...(published === null ? {} : { issued: dateOf(published) }),
    ...(read === null ? {} : { accessed: dateOf(read) }),
    ...(url === null ? {} : { URL: url }),
    ...(url === address || address === null ? {} : { note: `Read at ${address}` }),
  }
}

/** A newspaper contains an article; a law has no author; everything else is its publisher's own work. */
function publisherOf(type: SourceType, publisher: string): Partial<CslItem> {
  if (type === 'press') return { 'container-title': publisher }
  return type === 'law' ? { publisher } : { author: [{ literal: publisher }], publisher }
}

/** `2026-11` → `[[2026, 11]]`: no more than is known. */
const dateOf = (date: PartialDate): CslDate => ({ 'date-parts': [date.split('-').map(Number)] })
