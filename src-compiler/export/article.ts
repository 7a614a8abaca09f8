/** An article, or one section of it, as the body of an exported page: with its sources, its date and where it is from. */
import { leadAnchor, type Article, type Section } from '../../src-library/model/article.ts'
import type { ArticleEntry, Pack } from '../../src-library/model/pack.ts'
import type { Source } from '../../src-library/model/source.ts'
import { blocksMarkup, inlinesMarkup, noteElementId, sourceElementId, type Surroundings } from './blocks.ts'
import { element, fragment, type Markup } from './markup.ts'
import { exportWords } from './words.ts'

/** A compiled pack that is exported. */
export type Publication = {
  readonly pack: Pack
  readonly articles: ReadonlyMap<string, Article>
  /** Whether boxes for staff are shown. */
  readonly staff: boolean
}

/** How a page names others. */
export type Links = {
  readonly epub: boolean
  readonly article: (id: string) => string
  readonly section: (article: string, anchor: string) => string
  readonly picture: (path: string) => string
}

/** Links to the page of each article, and below it to its sections; `root` leads from a page to where all files lie. */
export const linksTo = (pageOf: (article: string) => string, epub: boolean, root = ''): Links => ({
  epub,
  article: (id) => `${root}${pageOf(id)}`,
  section: (id, anchor) =>
    anchor === leadAnchor
      ? `${root}${pageOf(id)}`
      : `${root}${pageOf(id)}#${encodeURIComponent(sectionElementId(anchor))}`,
  picture: (path) => `${root}${path}`,
})

/** Anchors may begin with a digit, and ids of XML may not. */
export const sectionElementId = (anchor: string): string => `s-${anchor}`

/** In the order of the contents, the news last. */
export const entriesOf = (pack: Pack): readonly ArticleEntry[] => [
  ...pack.contents.flatMap(({ articles }) => articles),
  ...pack.news,
]

/** Numbers of sources and notes on a page that has these sections. */
function numbersOn(article: Article, sections: readonly Section[], pack: Pack) {
  const known = new Map(pack.sources.map((source) => [source.id, source]))
  const ids = [...new Set(sections.flatMap(({ sources }) => sources))].filter((id) => known.has(id))
  const sources = ids.flatMap((id) => known.get(id) ?? [])
  const numberOf = new Map(ids.map((id, at) => [id, at + 1]))
  const noteNumbers = new Map(article.notes.map(({ id }, at) => [id, at + 1]))
  return { sources, numberOf, noteNumbers }
}

/** The page of a whole article, or of one of its sections. */
export function articleBody(
  { pack, articles, staff }: Publication,
  article: Article,
  only: Section | null,
  links: Links,
): Markup {
  const words = exportWords(article.language)
  const sections = only ? [only] : article.sections
  const { sources, numberOf, noteNumbers } = numbersOn(article, sections, pack)
  const surroundings: Surroundings = {
    language: article.language,
    sectionHref: (id, anchor) => (articles.has(id) ? links.section(id, anchor) : null),
    sourceNumber: (source) => numberOf.get(source) ?? null,
    noteNumber: (note) => noteNumbers.get(note) ?? null,
    pictureHref: links.picture,
    staff,
    epub: links.epub,
  }
  const isWhole = only === null || only.anchor === leadAnchor
  return fragment(
    element('p', { class: 'kicker' }, pack.title, ' · ', words.edition(pack.edition)),
    element('h1', {}, only && !isWhole ? only.title : article.title),
    only && !isWhole
      ? element('p', { class: 'within' }, element('a', { href: links.article(article.id) }, article.title))
      : versionsOf(pack, article, links),
    isWhole && article.translation && !article.translation.reviewed
      ? element('p', { class: 'facts' }, words.unreviewed)
      : null,
    isWhole ? newsHead(article, surroundings) : null,
    sections.map((section) =>
      element(
        'section',
        only ? {} : { id: sectionElementId(section.anchor), ...languageOf(section.language, article, links) },
        only || section.anchor === leadAnchor
          ? null
          : element(
              `h${Math.min(6, Math.max(2, section.heading.depth))}`,
              {},
              section.number === '' ? null : `${section.number} `,
              inlinesMarkup(section.heading.children, surroundings),
            ),
        statement(section, article, numberOf),
        blocksMarkup(section.blocks, surroundings),
      ),
    ),
    isWhole && article.news && article.news.leavesOut.length > 0
      ? element(
          'div',
          { class: 'box note' },
          element('p', { class: 'box-title' }, words.leavesOut),
          element('p', {}, inlinesMarkup(article.news.leavesOut, surroundings)),
        )
      : null,
    notesOf(article, surroundings),
    sourcesOf(sources, article.language),
    attribution(pack, article.language),
  )
}

const languageOf = (language: string, article: Article, links: Links): Readonly<Record<string, string>> =>
  language === article.language ? {} : { lang: language, ...(links.epub && { 'xml:lang': language }) }

/** The same article in other languages. */
function versionsOf(pack: Pack, article: Article, links: Links): Markup | null {
  const root = article.translation?.of ?? article.id
  const others = entriesOf(pack).filter(
    ({ id, translation }) => id !== article.id && (translation?.of ?? id) === root,
  )
  if (others.length === 0) return null
  return element(
    'p',
    { class: 'versions' },
    `${exportWords(article.language).versions}: `,
    others.map(({ id, title, language }, at) => [
      at === 0 ? null : ' · ',
      element(
        'a',
        {
          href: links.article(id),
          hreflang: language,
          lang: language,
          'xml:lang': links.epub ? language : null,
        },
        title,
      ),
    ]),
  )
}

function newsHead({ news, language }: Article, page: Surroundings): Markup | null {
  if (!news) return null
  const words = exportWords(language)
  return fragment(
    news.date ? element('p', { class: 'facts' }, news.date) : null,
    news.keyFigures.length > 0
      ? element(
          'div',
          { class: 'box' },
          element('p', { class: 'box-title' }, words.keyFigures),
          element(
            'ul',
            {},
            news.keyFigures.map(({ value, label, source }) => {
              const number = source === null ? null : page.sourceNumber(source)
              return element(
                'li',
                {},
                element('strong', {}, value),
                ` ${label}`,
                number === null
                  ? null
                  : element('sup', {}, element('a', { href: `#${sourceElementId(number)}` }, `[${number}]`)),
              )
            }),
          ),
        )
      : null,
  )
}

/** What every section says of itself: its date, how sure it is, and its sources. */
function statement(
  { factsAsOf, confidence, sources }: Section,
  article: Article,
  numberOf: ReadonlyMap<string, number>,
): Markup {
  const words = exportWords(article.language)
  const date = factsAsOf ?? article.factsAsOf ?? article.news?.date ?? null
  const numbers = sources.flatMap((id) => numberOf.get(id) ?? [])
  const marks = numbers.map((number, at) => [
    at === 0 ? null : ', ',
    element('a', { href: `#${sourceElementId(number)}` }, String(number)),
  ])
  return element(
    'p',
    { class: 'facts' },
    date === null ? words.undated : words.factsAsOf(date),
    confidence ? ` · ${words.confidence[confidence]}` : null,
    ' · ',
    numbers.length === 0 ? words.noSource : fragment(`${words.sources}: `, marks),
  )
}

function notesOf(article: Article, page: Surroundings): Markup | null {
  if (article.notes.length === 0) return null
  const type = page.epub ? { 'epub:type': 'footnote' } : { role: 'note' }
  return element(
    'section',
    { class: 'end' },
    element('h2', {}, exportWords(article.language).notes),
    article.notes.map((note, at) =>
      element(
        'aside',
        { id: noteElementId(at + 1), ...type },
        element('p', { class: 'note-number' }, `n${at + 1}`),
        blocksMarkup(note.children, page),
      ),
    ),
  )
}

function sourcesOf(sources: readonly Source[], language: string): Markup | null {
  if (sources.length === 0) return null
  const words = exportWords(language)
  return element(
    'section',
    { class: 'end' },
    element('h2', {}, words.sources),
    element(
      'ol',
      {},
      sources.map((source, at) =>
        element(
          'li',
          { id: sourceElementId(at + 1) },
          `${source.title}. ${source.publisher}`,
          source.published ? `, ${words.published(source.published)}` : null,
          source.extent ? `, ${words.excerpt}` : null,
          source.address ? [' ', element('span', { class: 'address' }, `<${source.address}>`)] : null,
          source.read ? `, ${words.read(source.read)}` : null,
        ),
      ),
    ),
  )
}

/** Where the page is from, on every page. */
export function attribution(pack: Pack, language: string): Markup {
  const words = exportWords(language)
  return element(
    'div',
    { class: 'attribution' },
    element('p', {}, words.from(pack.title, pack.publisher, pack.edition)),
    pack.factsAsOf ? element('p', {}, words.factsAsOf(pack.factsAsOf)) : null,
    pack.licence ? element('p', {}, pack.licence.statement) : null,
  )
}
