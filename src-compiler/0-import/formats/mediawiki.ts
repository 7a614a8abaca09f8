/** A MediaWiki export: one document for each page of the articles' namespace, by its last revision. Read as a stream. */
import { SaxesParser } from 'saxes'
import { success, type Outcome } from '../../../src-library/model/outcome.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { decode } from '../decode.ts'
import type { Draft, ReadOptions, Remark } from '../draft.ts'
import { declaredEncoding } from './html.ts'
import { draftOf } from './wikitext/wikitext.ts'

/** More pages than these are a whole wiki. */
const mostPages = 2_000
/** Signs of one page. */
const longestPage = 4_000_000
/** An export nests five elements. */
const deepest = 50
/** Signs that the parser is given at once. */
const step = 1 << 20

type Page = { title: string; namespace: string; redirect: string | null; text: string }

/** The drafts of the pages that `pages` names; of all where it is empty. */
export function readMediaWiki(
  bytes: Uint8Array,
  { encoding, pages: wanted = [] }: ReadOptions,
): Outcome<readonly Draft[], Refusal> {
  const decoded = decode(bytes, encoding, declaredEncoding(bytes))
  const drafts: Draft[] = []
  const redirects: Remark[] = []
  const about = new Map<string, string>()
  let language: string | null = null
  let tooMany = false
  let page: Page | null = null
  const path: string[] = []
  let text = ''

  const finish = ({ title, namespace, redirect, text: wikitext }: Page): void => {
    if (namespace !== '0' && namespace !== '') return
    if (wanted.length > 0 && !wanted.includes(title)) return
    if (redirect !== null) {
      redirects.push({
        code: 'wiki-parts',
        text: `A page that leads to another is left out: ${title} → ${redirect}.`,
      })
      return
    }
    if (drafts.length >= mostPages) {
      tooMany = true
      return
    }
    if (wikitext.length > longestPage) {
      redirects.push({
        code: 'wiki-parts',
        text: `The page ${title} is left out: it is longer than 4 million signs.`,
      })
      return
    }
    const draft = draftOf(wikitext)
    drafts.push({
      ...draft,
      title,
      language,
      encoding: decoded.encoding,
      site: about.get('sitename') ?? null,
      address: addressOf(about.get('base') ?? '', title),
      remarks: [...(drafts.length === 0 ? decoded.remarks : []), ...draft.remarks],
    })
  }

  const parser = new SaxesParser()
  try {
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      path.push(name)
      if (path.length > deepest) throw new Error('The export is nested too deep.')
      text = ''
      if (name === 'mediawiki') language = languageOf(attributes['xml:lang'])
      if (name === 'page') page = { title: '', namespace: '', redirect: null, text: '' }
      if (name === 'redirect' && page) page.redirect = attributes['title'] ?? ''
    })
    const add = (value: string): void => {
      text += value
    }
    parser.on('text', add)
    parser.on('cdata', add)
    parser.on('closetag', ({ name }) => {
      path.pop()
      const parent = path.at(-1)
      if (parent === 'siteinfo') about.set(name, text.trim())
      if (page && parent === 'page' && name === 'title') page.title = text.trim()
      if (page && parent === 'page' && name === 'ns') page.namespace = text.trim()
      if (page && parent === 'revision' && name === 'text') page.text = text
      if (name === 'page' && page) {
        finish(page)
        page = null
      }
      text = ''
    })
    for (let at = 0; at < decoded.text.length; at += step) parser.write(decoded.text.slice(at, at + step))
    parser.close()
  } catch {
    return refuse('damaged', 'The export is damaged or cut off. Export the pages again.')
  }
  if (tooMany)
    return refuse('too-large', 'The export has more than 2,000 pages. Name the pages you want by --pages.')
  const [first, ...rest] = drafts
  if (!first)
    return refuse(
      'empty',
      wanted.length > 0
        ? `The export has no page called ${wanted.join(', ')}.`
        : 'The export has no article.',
    )
  return success([{ ...first, remarks: [...first.remarks, ...redirects] }, ...rest])
}

const languageOf = (value: string | undefined): string | null =>
  /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(value ?? '')?.[0] ?? null

/** The address of a page by that of the main page. */
function addressOf(base: string, title: string): string | null {
  const url = /^https?:/.test(base) ? URL.parse(encodeURIComponent(title.replaceAll(' ', '_')), base) : null
  return url?.href ?? null
}
