/** Everything that can be asked for, in one place: the page's files, the library, a prepared print. */
import { guidePack } from '../../src-library/model/guide.ts'
import type { Library } from './library.ts'
import type { Editions } from '../packs/editions.ts'
import type { ServedFile, Shelf } from './serve.ts'

type Parts = {
  readonly page: ReadonlyMap<string, ServedFile>
  readonly library: Library
  /** Files of the guide, which the library does not list. */
  readonly guide?: ReadonlyMap<string, ServedFile>
  /** Editions beside the shown ones; none where packs are not installed. */
  readonly editions?: Pick<Editions, 'find'>
  /** A print by its id; none where prints are not made. */
  readonly print?: (id: string) => Uint8Array<ArrayBuffer> | null
}

export const printAddress = (id: string): string => `prints/${id}.pdf`

/** The PDF itself as an address, for a page that may read no other. */
export const dataAddress = (pdf: Uint8Array): string =>
  `data:application/pdf;base64,${Buffer.from(pdf).toString('base64')}`

export function shelfOf({ page, library, guide, editions, print }: Parts): Shelf {
  const inGuide = `library/${guidePack}/`
  return (name) => {
    if (guide && name.startsWith(inGuide)) return guide.get(name.slice(inGuide.length)) ?? null
    if (name.startsWith('library/')) return library.find(name.slice('library/'.length))
    if (editions && /^(?:earlier|shown|offered)\//.test(name)) return editions.find(name)
    const id = /^prints\/([^/]+)\.pdf$/.exec(name)?.[1]
    const bytes = id === undefined ? null : (print?.(id) ?? null)
    if (bytes !== null)
      return { origin: 'content', mediaType: 'application/pdf', read: () => Promise.resolve(bytes) }
    return page.get(name) ?? null
  }
}
