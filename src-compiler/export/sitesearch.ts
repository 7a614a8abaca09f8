/**
 * The search of an exported site: a page for each language of the texts, one script, and the index as scripts, which a page
 * may read wherever it lies. The index is made of what the site shows: words in boxes for staff are not in it.
 */
import { siteSearchFiles, siteSearchIds, type SiteSearchWords } from '../../src-library/format/sitesearch.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { Block } from '../../src-library/model/block.ts'
import type { Concept } from '../../src-library/model/concept.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import { buildIndex } from '../../src-library/search/index/build.ts'
import { packTexts } from '../../src-library/search/index/texts.ts'
import { indexedWords } from '../4-emit/emit.ts'
import { dataFile } from '../stick/datafile.ts'
import { attribution, type Publication } from './article.ts'
import { element, fragment, type Markup } from './markup.ts'
import { exportWords } from './words.ts'

export type SiteSearch = {
  /** The built script: `scripts/site/build.ts`. */
  readonly script: Uint8Array
  /** Licences of what the script is made of, as JSON. */
  readonly notices: Uint8Array
  readonly concepts: readonly Concept[]
}

const folder = 'search'
const dataPaths = Object.values(siteSearchFiles).map((name) => `${folder}/${name}.js`)
/** The script first: the data files hand their bytes to it. */
export const searchScripts: readonly string[] = [`${folder}/search.js`, ...dataPaths]

/** No script and no request but to the site's own files, opened from a server or from a folder. */
export const searchPolicy =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** Where the search page lies that speaks the language of a text. */
export function searchPage(pack: Pack, language: string): string {
  const { language: own } = exportWords(language)
  return own === exportWords(pack.language).language ? 'search.html' : `search-${own}.html`
}

/** Languages that have a search page. */
export const searchLanguages = ({ pack, articles }: Publication): readonly string[] => [
  ...new Set(
    [pack.language, ...[...articles.values()].map(({ language }) => language)].map(
      (language) => exportWords(language).language,
    ),
  ),
]

/** Bytes by path: the script and the data. `pageOf`: where the page of a section lies. */
export function searchFiles(
  { pack, articles, staff }: Publication,
  { script, notices, concepts }: SiteSearch,
  pageOf: (article: Article, at: number) => string,
): ReadonlyMap<string, Uint8Array> {
  const shown = [...articles.values()].map((article) => (staff ? article : withoutStaff(article)))
  const index = buildIndex(shown, { language: pack.language, concepts: concepts.map(indexedWords) })
  const pages = shown.flatMap((article) => article.sections.map((_, at) => pageOf(article, at)))
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
  const data = (name: string, bytes: Uint8Array) =>
    [`${folder}/${name}.js`, bytesOf(dataFile(name, bytes))] as const
  return new Map([
    [`${folder}/search.js`, script],
    [`${folder}/notices.json`, notices],
    data(siteSearchFiles.index, index),
    data(siteSearchFiles.texts, packTexts(shown, index)),
    data(siteSearchFiles.pages, bytesOf(pages.join('\n'))),
  ])
}

function withoutStaff(article: Article): Article {
  const sections = article.sections.map((section) => ({
    ...section,
    blocks: blocksWithoutStaff(section.blocks),
  }))
  return { ...article, sections }
}

function blocksWithoutStaff(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'blockquote':
        return block.tone === 'staff' ? [] : [{ ...block, children: blocksWithoutStaff(block.children) }]
      case 'definition':
        return [{ ...block, children: blocksWithoutStaff(block.children) }]
      case 'list':
        return [{ ...block, items: block.items.map(blocksWithoutStaff) }]
      default:
        return [block]
    }
  })
}

/** The page as it is until its script has taken over: a sentence, and the way to the contents. */
export function searchBody(pack: Pack, language: string): Markup {
  const words = exportWords(language)
  const sentences = Object.entries(words.searchWords satisfies SiteSearchWords)
  return fragment(
    element('p', { class: 'kicker' }, pack.title, ' · ', words.edition(pack.edition)),
    element('h1', {}, words.search),
    element(
      'p',
      { id: siteSearchIds.without },
      words.searchNeedsScripts,
      ' ',
      element('a', { href: 'index.html' }, words.contents),
    ),
    element(
      'form',
      {
        id: siteSearchIds.form,
        role: 'search',
        hidden: 'hidden',
        ...Object.fromEntries(sentences.map(([name, text]) => [`data-${dashed(name)}`, text])),
      },
      element('label', { for: siteSearchIds.field }, words.searchTexts),
      ' ',
      element('input', {
        id: siteSearchIds.field,
        type: 'search',
        autocomplete: 'off',
        spellcheck: 'false',
      }),
    ),
    element('p', { id: siteSearchIds.status, role: 'status' }),
    element('ol', { id: siteSearchIds.hits, class: 'hits' }),
    attribution(pack, language),
  )
}

/** `factsAsOf` is `data-facts-as-of`. */
const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
