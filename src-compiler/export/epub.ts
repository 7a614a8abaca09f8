/** A pack as an EPUB 3.3 book. https://www.w3.org/TR/epub-33/ */
import JSZip from 'jszip'
import type { Article } from '../../src-library/model/article.ts'
import { picturesOf } from '../../src-library/model/pictures.ts'
import { articleBody, attribution, entriesOf, linksTo, type Publication } from './article.ts'
import { element, fragment, pageText, type Markup } from './markup.ts'
import { exportStyle } from './style.ts'
import { exportWords } from './words.ts'

const pagePath = (id: string): string => `${id}.xhtml`

const links = linksTo(pagePath, true)

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml" /></rootfiles>
</container>
`

/** Every file of the archive has this date: the same pack makes the same bytes. */
const fixed = new Date(Date.UTC(2000, 0, 1))

/** The bytes of the book. `files`: those of the compiled pack. */
export async function epubOf(
  publication: Publication,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const { pack, articles } = publication
  const shown = entriesOf(pack).flatMap(({ id }) => articles.get(id) ?? [])
  const pictures = [...new Set(shown.flatMap(picturesOf))].filter((path) => files.has(path))
  const zip = new JSZip()
  const add = (path: string, content: string | Uint8Array, stored = false): void =>
    void zip.file(path, content, {
      date: fixed,
      createFolders: false,
      compression: stored ? 'STORE' : 'DEFLATE',
    })
  // The first file of the archive, and not compressed: https://www.w3.org/TR/epub-33/#sec-zip-container-mime
  add('mimetype', 'application/epub+zip', true)
  add('META-INF/container.xml', container)
  add('EPUB/package.opf', packageText(publication, shown, pictures))
  add('EPUB/nav.xhtml', page(pack.language, pack.title, navigation(publication)))
  add('EPUB/title.xhtml', page(pack.language, pack.title, titlePage(publication)))
  add('EPUB/style.css', exportStyle)
  for (const article of shown)
    add(
      `EPUB/${pagePath(article.id)}`,
      page(article.language, article.title, articleBody(publication, article, null, links)),
    )
  for (const path of pictures) add(`EPUB/${path}`, files.get(path) ?? new Uint8Array())
  return zip.generateAsync({ type: 'uint8array', platform: 'UNIX', compressionOptions: { level: 9 } })
}

function page(language: string, title: string, body: Markup): string {
  const html = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
    },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      element('title', {}, title),
    ),
    element('body', {}, body),
  )
  return pageText(html, true)
}

function titlePage({ pack }: Publication): Markup {
  const words = exportWords(pack.language)
  return fragment(
    element('h1', {}, pack.title),
    element('p', {}, words.edition(pack.edition)),
    attribution(pack, pack.language),
  )
}

function navigation({ pack, articles }: Publication): Markup {
  const words = exportWords(pack.language)
  const lines = (entries: readonly { id: string }[]): readonly Markup[] =>
    entries.flatMap(({ id }) => {
      const article = articles.get(id)
      return article ? [line(article)] : []
    })
  const group = (title: string, entries: readonly { id: string }[]): readonly Markup[] => {
    const inside = lines(entries)
    if (title === '' || inside.length === 0) return inside
    return [element('li', {}, element('span', {}, title), element('ol', {}, inside))]
  }
  return element(
    'nav',
    { 'epub:type': 'toc', id: 'toc' },
    element('h1', {}, words.contents),
    element(
      'ol',
      {},
      pack.contents.map(({ title, articles: entries }) => group(title, entries)),
      group(words.news, pack.news),
    ),
  )
}

/** An article and its sections of the second level: deeper ones would make the list longer than the book. */
function line(article: Article): Markup {
  const sections = article.sections.filter(({ heading }) => heading.depth === 2)
  return element(
    'li',
    {},
    element(
      'a',
      { href: links.article(article.id), lang: article.language, 'xml:lang': article.language },
      article.title,
    ),
    sections.length === 0
      ? null
      : element(
          'ol',
          {},
          sections.map(({ anchor, title }) =>
            element('li', {}, element('a', { href: links.section(article.id, anchor) }, title)),
          ),
        ),
  )
}

/** EPUB asks for a moment; the pack knows the day of its facts, or a month or a year. */
function modifiedOf(date: string | null): string {
  const [year = '2000', month = '01', day = '01'] = date?.split('-') ?? []
  return `${year}-${month}-${day}T00:00:00Z`
}

function packageText({ pack }: Publication, shown: readonly Article[], pictures: readonly string[]): string {
  const languages = [...new Set([pack.language, ...shown.map(({ language }) => language)])]
  const xhtml = 'application/xhtml+xml'
  const root = element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'id',
      'xml:lang': pack.language,
    },
    element(
      'metadata',
      { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      element('dc:identifier', { id: 'id' }, `urn:fieldshelf:${pack.id}:${pack.edition}`),
      element('dc:title', {}, `${pack.title}, ${pack.edition}`),
      languages.map((language) => element('dc:language', {}, language)),
      element('dc:publisher', {}, pack.publisher),
      element('dc:creator', {}, pack.publisher),
      pack.licence ? element('dc:rights', {}, pack.licence.statement) : null,
      element('meta', { property: 'dcterms:modified' }, modifiedOf(pack.factsAsOf)),
      element('meta', { name: 'generator', content: 'Fieldshelf' }),
    ),
    element(
      'manifest',
      {},
      element('item', { id: 'nav', href: 'nav.xhtml', 'media-type': xhtml, properties: 'nav' }),
      element('item', { id: 'title', href: 'title.xhtml', 'media-type': xhtml }),
      element('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
      shown.map(({ id }, at) => element('item', { id: `a${at}`, href: pagePath(id), 'media-type': xhtml })),
      pictures.map((path, at) =>
        element('item', {
          id: `p${at}`,
          href: path,
          'media-type': mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? null,
        }),
      ),
    ),
    element(
      'spine',
      {},
      element('itemref', { idref: 'title' }),
      element('itemref', { idref: 'nav' }),
      shown.map((_article, at) => element('itemref', { idref: `a${at}` })),
    ),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`
}
