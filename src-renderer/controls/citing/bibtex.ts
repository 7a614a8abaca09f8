/**
 * Sources as BibTeX, which LaTeX, JabRef and Zotero read. https://www.bibtex.org/Format/
 * `day`, `url` and `urldate` are fields of BibLaTeX; older programs pass over them.
 */
import type { Source, SourceType } from '../../../src-library/model/source.ts'
import { withDistinctIds } from './distinctids.ts'

/** As much as a source's type says of the kind of work. */
const types: Readonly<Record<SourceType, string>> = {
  state: 'techreport',
  law: 'misc',
  international: 'techreport',
  us: 'techreport',
  ngo: 'techreport',
  press: 'article',
  academic: 'misc',
  reference: 'misc',
}

/** The text of a `.bib` file; empty for no sources. */
export const encodeBibTex = (sources: readonly Source[]): string =>
  withDistinctIds(sources).map(entryOf).join('\n')

function entryOf({ id, type, title, publisher, published, read, address, original }: Source): string {
  const [year, month, day] = published?.split('-') ?? []
  const url = original ?? address
  const fields: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ['title', asOneName(title)],
    ...publisherOf(type, asOneName(publisher)),
    ['year', year],
    ['month', month && String(Number(month))],
    ['day', day && String(Number(day))],
    ['url', url && asAddress(url)],
    ['urldate', url && read],
    ['note', original !== undefined && address !== null ? `Read at ${escaped(address)}` : null],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return [`@${types[type]}{${id.replace(/[^\p{L}\p{N}._-]/gu, '-')},`, ...lines, '}', ''].join('\n')
}

/** A newspaper contains an article; a law has no author; everything else is its publisher's own work. */
function publisherOf(type: SourceType, publisher: string): readonly (readonly [string, string])[] {
  switch (types[type]) {
    case 'article':
      return [['journal', publisher]]
    case 'techreport':
      return [
        ['author', publisher],
        ['institution', publisher],
      ]
    default:
      return type === 'law' ? [['howpublished', publisher]] : [['author', publisher]]
  }
}

/** In braces of its own, so that no program changes its letters or takes it apart; empty for nothing. */
const asOneName = (text: string): string => (escaped(text) === '' ? '' : `{${escaped(text)}}`)

/** Signs that mean something to TeX. */
const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const escaped = (text: string): string =>
  text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/[\\{}&%$#_~^]/gu, (sign) => signs[sign] ?? `\\${sign}`)

/** An address is copied as it is; the few signs that would end its field are written in percent. */
const asAddress = (address: string): string =>
  address.replace(/[\s\p{Cc}{}\\]/gu, (sign) => encodeURIComponent(sign))
