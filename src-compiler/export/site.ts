/**
 * A pack as a static site that needs no script: contents, a page for each article and one for each section. The page of a
 * section is what a search finds, the site's own where scripts run, or that of Kiwix.
 */
import { leadAnchor, type Article, type Section } from '../../src-library/model/article.ts'
import { picturesOf } from '../../src-library/model/pictures.ts'
import { articleBody, attribution, entriesOf, linksTo, type Links, type Publication } from './article.ts'
import { element, fragment, pageText, type Markup } from './markup.ts'
import {
  searchBody,
  searchFiles,
  searchLanguages,
  searchPage,
  searchPolicy,
  searchScripts,
  type SiteSearch,
} from './sitesearch.ts'
import { exportStyle } from './style.ts'
import { exportWords } from './words.ts'

/** Where the page of an article lies. */
export const articlePage = (id: string): string => `articles/${id}.html`

/** Where the page of a section lies: by its anchor where every file system can hold that, else by its place. */
export function sectionPage(article: Article, section: Section): string {
  const place = article.sections.indexOf(section)
  const name = /^[a-z0-9-]+$/.test(section.anchor) ? section.anchor : `section-${place}`
  return `sections/${article.id}/${name}.html`
}

const linksFrom = (root: string): Links => linksTo(articlePage, false, root)

/** Bytes by path. `files`: those of the compiled pack. `search`: null for Kiwix, which searches by itself. */
export function siteOf(
  publication: Publication,
  files: ReadonlyMap<string, Uint8Array>,
  search: SiteSearch | null,
): ReadonlyMap<string, Uint8Array> {
  const { pack, articles } = publication
  const searchHref = (language: string): string | null => search && searchPage(pack, language)
  const site = new Map<string, Uint8Array>()
  const add = (path: string, text: string): void => void site.set(path, new TextEncoder().encode(text))
  const title = (words: string): string => `${words} – ${pack.title}, ${pack.edition}`
  add('style.css', exportStyle)
  add(
    'index.html',
    page({
      root: '',
      language: pack.language,
      title: pack.title,
      search: searchHref(pack.language),
      body: contents(publication),
    }),
  )
  if (search) {
    for (const language of searchLanguages(publication))
      add(
        searchPage(pack, language),
        page({
          root: '',
          language,
          title: title(exportWords(language).search),
          search: 'here',
          body: searchBody(pack, language),
        }),
      )
    const pageOf = (article: Article, at: number): string => {
      const section = article.sections[at]
      return section ? sectionPage(article, section) : articlePage(article.id)
    }
    for (const [path, bytes] of searchFiles(publication, search, pageOf)) site.set(path, bytes)
  }
  for (const { id } of entriesOf(pack)) {
    const article = articles.get(id)
    if (!article) continue
    const { language } = article
    add(
      articlePage(id),
      page({
        root: '../',
        language,
        title: title(article.title),
        search: searchHref(language),
        body: articleBody(publication, article, null, linksFrom('../')),
      }),
    )
    for (const [place, section] of article.sections.entries()) {
      const body = fragment(
        articleBody(publication, article, section, linksFrom('../../')),
        neighbours(article, place),
      )
      const name = section.anchor === leadAnchor ? article.title : `${section.title} – ${article.title}`
      add(
        sectionPage(article, section),
        page({ root: '../../', language, title: title(name), search: searchHref(language), body }),
      )
    }
    for (const path of picturesOf(article)) {
      const bytes = files.get(path)
      if (bytes) site.set(path, bytes)
    }
  }
  return site
}

function neighbours(article: Article, place: number): Markup {
  const words = exportWords(article.language)
  const link = (section: Section | undefined, says: string): Markup | null =>
    section
      ? element(
          'li',
          {},
          `${says}: `,
          element('a', { href: `../../${sectionPage(article, section)}` }, section.title),
        )
      : null
  return element(
    'nav',
    { 'aria-label': words.contents },
    element(
      'ul',
      {},
      element(
        'li',
        {},
        element('a', { href: `../../${articlePage(article.id)}` }, `${words.wholeArticle}: ${article.title}`),
      ),
      link(article.sections[place - 1], words.previous),
      link(article.sections[place + 1], words.next),
    ),
  )
}

function contents({ pack, articles }: Publication): Markup {
  const words = exportWords(pack.language)
  const links = linksFrom('')
  const list = (
    entries: readonly { id: string; title: string; language: string; date: string | null }[],
  ): Markup =>
    element(
      'ul',
      {},
      entries
        .filter(({ id }) => articles.has(id))
        .map(({ id, title, language, date }) =>
          element(
            'li',
            {},
            element(
              'a',
              { href: links.article(id), lang: language === pack.language ? null : language },
              title,
            ),
            date === null ? null : `, ${date}`,
          ),
        ),
    )
  return fragment(
    element('p', { class: 'kicker' }, words.edition(pack.edition)),
    element('h1', {}, pack.title),
    pack.contents.map((group) => [
      group.title === '' ? null : element('h2', {}, group.title),
      list(group.articles),
    ]),
    pack.news.length > 0 ? [element('h2', {}, words.news), list(pack.news)] : null,
    attribution(pack, pack.language),
  )
}

type Page = {
  /** The way to the folder of the site. */
  readonly root: string
  readonly language: string
  readonly title: string
  /** Where the search page lies in the site; `here`: it is this page; null: there is none. */
  readonly search: string | null
  readonly body: Markup
}

function page({ root, language, title, search, body }: Page): string {
  const words = exportWords(language)
  const isSearch = search === 'here'
  const ways = [
    ...(root === '' && !isSearch ? [] : [{ href: `${root}index.html`, says: words.contents }]),
    ...(search === null || isSearch ? [] : [{ href: `${root}${search}`, says: words.search }]),
  ]
  const html = element(
    'html',
    { lang: language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      isSearch ? element('meta', { 'http-equiv': 'Content-Security-Policy', content: searchPolicy }) : null,
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('link', { rel: 'stylesheet', href: `${root}style.css` }),
      element('title', {}, title),
      isSearch ? searchScripts.map((src) => element('script', { src, defer: 'defer' })) : null,
    ),
    element(
      'body',
      {},
      ways.length === 0
        ? null
        : element(
            'header',
            {},
            element(
              'p',
              {},
              ways.map(({ href, says }, at) => [at === 0 ? null : ' · ', element('a', { href }, says)]),
            ),
          ),
      element('main', {}, body),
    ),
  )
  return pageText(html, false)
}
