/**
 * Sources as RIS, which EndNote, Zotero and Mendeley read: two letters, two
 * spaces, a hyphen, a space and the value on a line that ends in CR LF; `TY`
 * first and `ER` last in each record.
 * https://en.wikipedia.org/wiki/RIS_(file_format), with the specifications it cites
 */
import type { PartialDate, Source, SourceType } from '../../../src-library/model/source.ts'
import { withDistinctIds } from './distinctids.ts'

/** As much as a source's type says of the kind of work. */
const types: Readonly<Record<SourceType, string>> = {
  state: 'RPRT',
  law: 'STAT',
  international: 'RPRT',
  us: 'RPRT',
  ngo: 'RPRT',
  press: 'NEWS',
  academic: 'GEN',
  reference: 'ENCYC',
}

type Field = readonly [tag: string, value: string | null]

/** The text of a `.ris` file; empty for no sources. */
export const encodeRis = (sources: readonly Source[]): string =>
  withDistinctIds(sources).map(recordOf).join('')

function recordOf({ id, type, title, publisher, published, read, address, original }: Source): string {
  const fields: readonly Field[] = [
    ['TY', types[type]],
    ['ID', id],
    ['TI', title],
    ...publisherOf(type, publisher),
    ['PY', published && published.slice(0, 4)],
    // A year alone is said by PY.
    ['DA', published && published.length > 4 ? dateOf(published) : null],
    ['UR', original ?? address],
    ['N1', original !== undefined && address !== null ? `Read at ${address}` : null],
    ['Y2', read && dateOf(read)],
  ]
  const lines = fields.flatMap(([tag, value]) => {
    const text = onOneLine(value ?? '')
    return text === '' ? [] : [`${tag}  - ${text}`]
  })
  return [...lines, 'ER  - ', ''].join('\r\n')
}

/** A newspaper contains an article; a law has no author; everything else is its publisher's own work. */
function publisherOf(type: SourceType, publisher: string): readonly Field[] {
  if (type === 'press') return [['T2', publisher]]
  // A comma would make a person of the institution, with family name and first name.
  const author: readonly Field[] = type === 'law' || publisher.includes(',') ? [] : [['AU', publisher]]
  return [...author, ['PB', publisher]]
}

/** `YYYY/MM/DD`, as much of it as is known: programs show slashes with nothing behind them. */
const dateOf = (date: PartialDate): string => date.replaceAll('-', '/')

/** A line feed in a value would begin a field by mistake. */
const onOneLine = (value: string): string =>
  value.replace(/[\s\u0000-\u001f\u007f\u2028\u2029]+/gu, ' ').trim()
