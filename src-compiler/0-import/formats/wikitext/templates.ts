/** Templates with words of their own, as nodes. Others are dropped and counted: their text is not in the file. */
import type { ElementContent } from 'hast'
import { element, isEmpty, textNode } from '../elements.ts'
import type { Parameters } from './pieces.ts'

export type TemplateResult =
  { readonly kind: 'nodes'; readonly nodes: readonly ElementContent[] } | { readonly kind: 'dropped' }

type Read = (text: string) => readonly ElementContent[]

const nodes = (list: readonly ElementContent[]): TemplateResult => ({ kind: 'nodes', nodes: list })
const dropped: TemplateResult = { kind: 'dropped' }

const works = /^(?:cite|citation|cit\b|vcite|literatur|internetquelle|книга|статья|cite web)/i
/** References by name and year; a note of their own is made of the ones that ask for it. */
const short = /^(?:harv|harvnb|harvtxt|harvcol|harvcolnb|citeref)$/i
export const notesOfTheirOwn = /^(?:sfn|sfnp|efn|efn-.*|refn|notetag|r|сноска)$/i
const quotations = /^(?:quote|blockquote|quotation|cquote|quote box|zitat|цитата|sitat)$/i
const wrappers =
  /^(?:nowrap|nobr|small|smaller|big|larger|sc|smallcaps|abbr|tooltip|center|italic|em|strong|bold|noitalic|flag|flagcountry|sub|sup|color|ill|interlanguage link|url|official website|mdash|ndash|angbr|val|formatnum:.*|sfrac|circa|c\.|script|nihongo|transl|transliteration|as of|section link|not a typo|native name|rp|sic|sort|dts|hs|visible anchor|anchord|unicode|ipac-en|ipa.*|respell|frac|birth year and age|oldstyledate)$/i
const dates =
  /^(?:birth date|death date|start date|end date|film date|date|datum|birth date and age|death date and age|birth-date|death-date|start date and age)$/i
const languages = /^(?:lang|langx|lang-[a-z-]+|языкъ?|dil)$/i
const boxes = /^(?:infobox|taxobox|geobox|speciesbox|автокарточка|карточка|şablon)|(?:infobox|карточка)$/i

/** Templates for machines, and lines that lead to other pages: their words are no text of the page. */
const unseen =
  /^(?:main|see|further|distinguish|redirect|for$|about|other uses|hatnote|short description|use [a-z]+|displaytitle|defaultsort|coord|sfn|flagicon|portal|commons|authority control)/i

/** `read` reads wikitext inside a line. */
export function readTemplate(name: string, parameters: Parameters, read: Read): TemplateResult {
  const { positional, named } = parameters
  const [first = '', second = ''] = positional
  if (works.test(name)) return nodes(work(parameters, read))
  if (quotations.test(name)) return nodes(quotation(parameters, read))
  if (languages.test(name))
    return nodes(read(/^lang(?:x)?$/i.test(name) ? second : (positional.at(-1) ?? named.get('1') ?? '')))
  if (dates.test(name)) return nodes([textNode(dateOf(positional, named.get('title')))])
  if (/^(?:convert|cvt)$/i.test(name)) return nodes([textNode(measure(positional))])
  if (boxes.test(name)) return nodes(box(named, read))
  if (/^(?:plainlist|flatlist|hlist|ubl|unbulleted list|plain list)$/i.test(name)) {
    const items = positional.flatMap((text) => text.split(/\n?\s*\*\s*/)).filter((text) => text.trim() !== '')
    return nodes(items.flatMap((text, i) => [...(i > 0 ? [textNode(', ')] : []), ...read(text.trim())]))
  }
  if (short.test(name)) return nodes(shortReference(parameters, read))
  if (wrappers.test(name)) return nodes(read(first))
  const only = positional.length === 1 && named.size === 0 && !unseen.test(name)
  return only && first !== '' && !/^[\w-]+$/.test(first) ? nodes(read(first)) : dropped
}

/** “Author. Title. Publisher, date.”, with the address as a link. */
function work({ positional, named }: Parameters, read: Read): readonly ElementContent[] {
  const value = (...keys: string[]): string =>
    keys.map((key) => named.get(key) ?? '').find((text) => text !== '') ?? ''
  const person = (last: string, given: string): string =>
    [value(...last.split(' ')), value(...given.split(' '))].filter(Boolean).join(', ')
  const title = value('title', 'titel', 'заглавие', 'название', 'başlıq', 'chapter', 'script-title')
  const address = value('url', 'ссылка', 'chapter-url', 'archive-url')
  const parts: (readonly ElementContent[])[] = []
  const add = (text: string): void => {
    if (text !== '') parts.push(read(text))
  }
  add(
    value('author', 'authors', 'autor', 'автор', 'vauthors') ||
      person('last last1 surname', 'first first1 given'),
  )
  for (const n of [2, 3, 4, 5, 6, 7, 8])
    add(value(`author${n}`) || person(`last${n} surname${n}`, `first${n} given${n}`))
  if (title !== '') {
    const words = read(title)
    parts.push(/^(?:https?:)?\/\//.test(address) ? [element('a', words, { href: address })] : words)
  }
  if (title === '') for (const text of positional) add(text)
  for (const keys of [
    'chapter',
    'editor',
    'work website newspaper journal magazine periodical издание',
    'series',
    'volume',
    'issue number',
    'publisher verlag издательство',
    'location ort место',
    'date year datum jahr год',
    'pages page seiten страницы',
    'isbn',
    'doi',
    'quote',
  ]) {
    const text = value(...keys.split(' '))
    if (text !== title) add(text)
  }
  return parts.flatMap((part, i) => (i > 0 ? [textNode(', '), ...part] : part))
}

function quotation({ positional, named }: Parameters, read: Read): readonly ElementContent[] {
  const quotedText = named.get('text') ?? named.get('quote') ?? named.get('1') ?? positional[0] ?? ''
  const by = [named.get('author'), named.get('source'), named.get('sign'), ...positional.slice(1)].filter(
    (text) => (text ?? '').trim() !== '',
  )
  const paragraphs = [element('p', read(quotedText))]
  if (by.length > 0) paragraphs.push(element('p', read(by.join(', '))))
  return [element('blockquote', paragraphs)]
}

/** “Falco 2007, p. 58”. */
export function shortReference({ positional, named }: Parameters, read: Read): readonly ElementContent[] {
  const pages = named.get('p') ?? named.get('pp') ?? named.get('loc') ?? ''
  return read([positional.join(' '), pages].filter((text) => text !== '').join(', '))
}

/** The rows of a fact box that have a value. */
function box(named: ReadonlyMap<string, string>, read: Read): readonly ElementContent[] {
  const isPicture =
    /^(?:image|logo|map|flag|coat|seal|signature|caption|alt|pushpin|embed|module|width|size|.*_size|.*_alt|.*_map.*|.*image.*|latd?|longd?|coordinates|bild.*|изображение)$/
  const rows = [...named].flatMap(([key, text]) => {
    const value = text === '' || isPicture.test(key) ? [] : read(text)
    return isEmpty(value)
      ? []
      : [element('tr', [element('td', [textNode(key.replace(/[_-]+/g, ' '))]), element('td', value)])]
  })
  return rows.length === 0 ? [] : [element('table', [element('tbody', rows)])]
}

const dateOf = (positional: readonly string[], title?: string): string => {
  const numbers = positional.filter((text) => /^\d{1,4}$/.test(text)).slice(0, 3)
  if (numbers.length === 0) return title ?? positional[0] ?? ''
  return numbers.map((text) => text.padStart(2, '0')).join('-')
}

/** `convert|5|to|6|km|mi`: the values and the unit as written, without the second measure. */
const measure = (positional: readonly string[]): string => {
  const joins = new Set(['-', '–', 'to', 'and', 'or', 'by', 'x', '×', '+'])
  const at = positional.findIndex((text, i) => i > 0 && !/^[\d.,/+-]+$/.test(text) && !joins.has(text))
  return positional
    .slice(0, at < 0 ? positional.length : at + 1)
    .map((text) => (text === '-' ? '–' : text))
    .join(' ')
}
