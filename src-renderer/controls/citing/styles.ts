/**
 * A section as a reference in the styles that are used here: numbered, author and date, and ГОСТ Р 7.0.5-2008, the
 * Russian standard for references in texts. Each names the section first, then the sources it rests on.
 */
import type { Article, Section } from '../../../src-library/model/article.ts'
import { assertNever } from '../../../src-library/model/never.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import type { PartialDate, Source } from '../../../src-library/model/source.ts'
import { describeSource, nameOfSection } from '../../blocks/reference.ts'
import { formatDate } from '../../messages/dates.ts'
import type { AidWords } from '../../messages/en-aids.ts'
import type { Words } from '../../messages/words.ts'

export const referenceStyles = ['short', 'numbered', 'authorDate', 'gost'] as const
export type ReferenceStyle = (typeof referenceStyles)[number]

type Cited = {
  readonly pack: Pack
  readonly article: Article
  readonly section: Section
  readonly sources: readonly Source[]
}

export function styledReference(
  style: ReferenceStyle,
  { pack, article, section, sources }: Cited,
  words: Words,
  aids: AidWords,
): string {
  const name = nameOfSection(pack, article, section, words)
  switch (style) {
    case 'short':
      return name
    case 'numbered':
      return [name, ...sources.map((source, at) => `[${at + 1}] ${describeSource(source, words)}`)].join('\n')
    case 'authorDate':
      return [
        name,
        ...byName(
          sources.map((source) => authorDate(source, words, aids)),
          words,
        ),
      ].join('\n')
    case 'gost':
      return [name, ...sources.map((source, at) => `${at + 1}. ${gost(source)}`)].join('\n')
    default:
      return assertNever(style)
  }
}

const byName = (lines: readonly string[], { language }: Words): readonly string[] =>
  [...lines].sort((one, other) => one.localeCompare(other, language))

/** `Publisher (2024) Title. Address (read 22 November 2026).` */
function authorDate(source: Source, words: Words, aids: AidWords): string {
  const year = source.published?.slice(0, 4) ?? aids.reference.noDate
  const read = source.read && `(${words.reading.read(formatDate(source.read, words.language))})`
  const where = [source.original ?? source.address, read].filter(Boolean).join(' ')
  const who = source.publisher === '' ? source.title : source.publisher
  const work = source.publisher === '' ? `${who} (${year}).` : `${who} (${year}) ${ended(source.title)}`
  return where === '' ? work : `${work} ${where}.`
}

/** `Title [Электронный ресурс] / Publisher. 21.05.2024. URL: … (дата обращения: 22.11.2026).` */
function gost(source: Source): string {
  const address = source.original ?? source.address
  const work = [
    address ? `${source.title} [Электронный ресурс]` : source.title,
    ...(source.publisher === '' ? [] : [source.publisher]),
  ].join(' / ')
  const read = source.read ? ` (дата обращения: ${dotted(source.read)})` : ''
  return [
    ended(work),
    source.published && `${dotted(source.published)}.`,
    address && `URL: ${address}${read}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** 2024-05-21 as 21.05.2024, no more than is known. */
const dotted = (date: PartialDate): string => date.split('-').reverse().join('.')

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
