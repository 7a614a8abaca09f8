/** A section as a ready citation, in plain text. */
import { pathOf } from '../../src-library/model/sections.ts'
import type { Article, Section } from '../../src-library/model/article.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import type { Source } from '../../src-library/model/source.ts'
import { formatDate } from '../messages/dates.ts'
import type { Words } from '../messages/words.ts'

/** A section as a citation names it, on one line: its path, the pack and its edition, as of when, and a translation's caveat. */
export function nameOfSection(pack: Pack, article: Article, section: Section, words: Words): string {
  const path = pathOf(article, section.anchor).join(' › ')
  const asOf = section.factsAsOf ?? article.factsAsOf
  const own = [
    section.number === '' ? path : `${path} (${section.number})`,
    pack.title,
    words.reading.edition(pack.edition),
    asOf ? words.reading.factsAsOf(formatDate(asOf, words.language)) : words.reading.factsUndated,
    ...(pack.isOwn ? [words.packs.own] : []),
  ]
  const caveat = article.translation?.reviewed === false ? ` ${words.reading.notReviewed}` : ''
  return `${own.join('. ')}.${caveat}`
}

/** One line for the section, then one for each of its sources, with full addresses. */
export function referenceOf(
  pack: Pack,
  article: Article,
  section: Section,
  sources: readonly Source[],
  words: Words,
): string {
  const cited = sources.map((source) => `– ${describeSource(source, words)}`)
  return [
    nameOfSection(pack, article, section, words),
    ...(cited.length > 0 ? [`${words.reading.sources}:`, ...cited] : [words.reading.noSource]),
  ].join('\n')
}

/** `Publisher, Title, published …. Address (read …)`, without the parts that are not known. */
export function describeSource(source: Source, words: Words): string {
  const published = source.published
    ? words.reading.published(formatDate(source.published, words.language))
    : words.reading.noDate
  const read = source.read && words.reading.read(formatDate(source.read, words.language))
  const work = [source.publisher, source.title, published].filter(Boolean).join(', ')
  const copy =
    source.original && source.address ? `${words.reading.copyReadAt} ${source.address}` : source.address
  const how = [read, source.extent && words.reading.excerpt].filter(Boolean).join(', ')
  const address = [source.original, copy].filter(Boolean).join('. ')
  const where = [address, how && (address ? `(${how})` : how)].filter(Boolean).join(' ')
  return where === '' ? `${work}.` : `${work}. ${where}`
}
