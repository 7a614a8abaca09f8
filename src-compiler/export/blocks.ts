/** Blocks and inlines -> markup of a page. */
import type { Block, List, Table } from '../../src-library/model/block.ts'
import type { Figure, FigureData } from '../../src-library/model/figure.ts'
import type { Inline, LinkTarget } from '../../src-library/model/inline.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { element, fragment, type Markup } from './markup.ts'
import { exportWords } from './words.ts'

/** What blocks need to know of the page that they are on. */
export type Surroundings = {
  /** BCP 47: of the text around. */
  readonly language: string
  /** The `href` of a section, or null where it is not in this export. */
  readonly sectionHref: (article: string, anchor: string) => string | null
  /** From 1; null where the page does not list the source. */
  readonly sourceNumber: (source: string) => number | null
  readonly noteNumber: (note: string) => number | null
  readonly pictureHref: (path: string) => string
  /** Whether boxes for staff are shown. */
  readonly staff: boolean
  /** Whether the page is read as EPUB, whose readers know what a note is. */
  readonly epub: boolean
}

export const sourceElementId = (number: number): string => `source-${number}`
export const noteElementId = (number: number): string => `note-${number}`
/** Ids of figures must not meet anchors of sections. */
export const figureElementId = (id: string): string => `figure-${id}`

export const blocksMarkup = (blocks: readonly Block[], page: Surroundings): Markup =>
  fragment(blocks.map((block) => blockMarkup(block, page)))

function blockMarkup(block: Block, page: Surroundings): Markup {
  switch (block.kind) {
    case 'paragraph':
      return element('p', {}, inlinesMarkup(block.children, page))
    case 'list':
      return listMarkup(block, page)
    case 'table':
      return tableMarkup(block, page)
    case 'blockquote':
      return boxMarkup(block, page)
    case 'definition':
      return element(
        'dl',
        {},
        element('dt', {}, inlinesMarkup(block.term, page)),
        element('dd', {}, blocksMarkup(block.children, page)),
      )
    case 'code':
      return element('pre', {}, element('code', {}, block.value))
    case 'thematicBreak':
      return element('hr', {})
    case 'figure':
      return figureMarkup(block, page)
    default:
      return assertNever(block)
  }
}

function boxMarkup(block: Extract<Block, { kind: 'blockquote' }>, page: Surroundings): Markup {
  const inside = blocksMarkup(block.children, page)
  const words = exportWords(page.language)
  switch (block.tone) {
    case 'quote':
      return element('blockquote', {}, inside)
    case 'staff':
      return page.staff ? titledBox('staff', words.staff, inside) : fragment()
    case 'note':
    case 'warning':
      return titledBox(block.tone, words[block.tone], inside)
    default:
      return assertNever(block.tone)
  }
}

const titledBox = (tone: string, title: string, inside: Markup): Markup =>
  element('div', { class: `box ${tone}` }, element('p', { class: 'box-title' }, title), inside)

function listMarkup(list: List, page: Surroundings): Markup {
  const words = exportWords(page.language)
  const items = list.items.map((item, at) => {
    const checked = list.checked?.[at] ?? null
    const box = checked === null ? null : element('span', { class: 'check' }, checked ? '☑ ' : '☐ ')
    const checkLabel = checked === null ? null : { title: checked ? words.ticked : words.unticked }
    return element(
      'li',
      { value: list.ordered ? list.numbers?.[at] : null, ...checkLabel },
      box,
      blocksMarkup(item, page),
    )
  })
  if (!list.ordered) return element('ul', {}, items)
  return element('ol', { start: list.start === 1 ? null : list.start }, items)
}

function tableMarkup(table: Table, page: Surroundings): Markup {
  const side = (at: number): string | null => (table.align[at] ? `to-${table.align[at]}` : null)
  return element(
    'div',
    { class: 'wide', tabindex: 0, role: 'region', 'aria-label': captionText(table) },
    element(
      'table',
      {},
      table.caption && element('caption', {}, inlinesMarkup(table.caption, page)),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          table.head.map((cell, at) =>
            // A corner of the table is no heading of its column.
            cell.length === 0
              ? element('td', {}, '')
              : element('th', { scope: 'col', class: side(at) }, inlinesMarkup(cell, page)),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        table.rows.map((row) =>
          element(
            'tr',
            {},
            row.map((cell, at) => element('td', { class: side(at) }, inlinesMarkup(cell, page))),
          ),
        ),
      ),
    ),
  )
}

const captionText = ({ caption, head }: Table): string =>
  plainText(caption ?? head.flatMap((cell): Inline[] => [...cell, { kind: 'text', value: ' ' }])).trim()

function figureMarkup(figure: Figure, page: Surroundings): Markup {
  const { content, caption } = figure
  const below = caption.length > 0 ? element('figcaption', {}, inlinesMarkup(caption, page)) : null
  const inside =
    content.kind === 'image'
      ? element('img', {
          src: page.pictureHref(content.path),
          alt: content.alternative,
          width: content.width,
          height: content.height,
        })
      : dataMarkup(content, plainText(caption), page)
  return element('figure', { id: figureElementId(figure.id) }, inside, below)
}

/** A series as its table: readers on phones get every number, with who says it. */
function dataMarkup({ columns, rows }: FigureData, name: string, page: Surroundings): Markup {
  const words = exportWords(page.language)
  const hasSources = rows.some(({ sources }) => sources.length > 0)
  const hasNotes = rows.some(({ note, confidence }) => note !== '' || confidence !== null)
  const heads = [...columns.map((column) => column.name)]
  if (hasSources) heads.push(words.sources)
  if (hasNotes) heads.push(words.remark)
  return element(
    'div',
    { class: 'wide', tabindex: 0, role: 'region', 'aria-label': name === '' ? heads.join(', ') : name },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          heads.map((head) => element('th', { scope: 'col' }, head)),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map(({ cells, sources, confidence, note }) =>
          element(
            'tr',
            {},
            cells.map((cell, at) =>
              element('td', { class: columns[at]?.values === 'number' ? 'to-right' : null }, cell || '—'),
            ),
            hasSources
              ? element(
                  'td',
                  {},
                  sources.map((source) => citationMarkup(source, page)),
                )
              : null,
            hasNotes
              ? element(
                  'td',
                  {},
                  [confidence && words.confidence[confidence], note].filter(Boolean).join('. '),
                )
              : null,
          ),
        ),
      ),
    ),
  )
}

export const inlinesMarkup = (inlines: readonly Inline[], page: Surroundings): Markup =>
  fragment(inlines.map((inline) => inlineMarkup(inline, page)))

const elementOf = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  subscript: 'sub',
  superscript: 'sup',
} as const

function inlineMarkup(inline: Inline, page: Surroundings): Markup {
  switch (inline.kind) {
    case 'text':
      return fragment(inline.value)
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'superscript':
      return element(elementOf[inline.kind], {}, inlinesMarkup(inline.children, page))
    case 'inlineCode':
      return element('code', {}, inline.value)
    case 'break':
      return element('br', {})
    case 'link':
      return linkMarkup(inline.target, inlinesMarkup(inline.children, page), page)
    case 'foreign':
      return element(
        'span',
        { lang: inline.language, 'xml:lang': page.epub ? inline.language : null },
        inlinesMarkup(inline.children, page),
      )
    case 'citation':
      return citationMarkup(inline.source, page)
    case 'footnoteReference': {
      const number = page.noteNumber(inline.note)
      if (number === null) return fragment()
      const type = page.epub ? { 'epub:type': 'noteref' } : { role: 'doc-noteref' }
      return element('sup', {}, element('a', { href: `#${noteElementId(number)}`, ...type }, `n${number}`))
    }
    default:
      return assertNever(inline)
  }
}

/** Addresses outside are shown and never opened, as in the app. */
function linkMarkup(target: LinkTarget, words: Markup, page: Surroundings): Markup {
  if (target.kind === 'address')
    return fragment(words, ' ', element('span', { class: 'address' }, `<${target.address}>`))
  const href = page.sectionHref(target.article, target.anchor)
  return href === null ? words : element('a', { href }, words)
}

function citationMarkup(source: string, page: Surroundings): Markup {
  const number = page.sourceNumber(source)
  if (number === null) return fragment()
  return element('sup', {}, element('a', { href: `#${sourceElementId(number)}` }, `[${number}]`))
}

/** Of a caption: for a name that is read out. */
function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('children' in inline) return plainText(inline.children)
      return 'value' in inline ? inline.value : ''
    })
    .join('')
}
