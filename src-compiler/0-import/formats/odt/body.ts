/** The body of an OpenDocument text -> HTML's tree: headings, paragraphs, lists, tables, frames, notes, links. */
import type { Element, ElementContent } from 'hast'
import { leftOut, type Remark } from '../../draft.ts'
import { imageKind } from '../../images.ts'
import { descendants, isElement, xmlText, type XmlElement, type XmlNode } from '../../xml.ts'
import { element, isEmpty, textNode } from '../elements.ts'
import type { Marks, Styles } from './styles.ts'

/** The parts of the file besides the text. */
type Beside = {
  readonly image: (path: string) => Uint8Array | undefined
  readonly formula: (path: string) => string | null
}

/** A repeated blank or cell that is longer is no document's. */
const mostRepeated = 200

export class OdtBody {
  readonly remarks: Remark[] = []
  readonly images = new Map<string, Uint8Array>()
  readonly notes: Element[] = []
  readonly #styles: Styles
  readonly #beside: Beside
  /** Blocks that a paragraph holds, such as a text box: they come behind it. */
  #lifted: ElementContent[] = []

  constructor(styles: Styles, beside: Beside) {
    this.#styles = styles
    this.#beside = beside
  }

  blocks(nodes: readonly XmlNode[]): ElementContent[] {
    const out: ElementContent[] = []
    for (const node of nodes) {
      if (!isElement(node)) continue
      const blocks = this.#block(node)
      const lifted = this.#lifted
      this.#lifted = []
      out.push(...blocks.filter((block) => !isBlank(block)), ...lifted)
    }
    return joinSame(out)
  }

  #block(node: XmlElement): readonly ElementContent[] {
    switch (node.name) {
      case 'text:h':
        return [this.#heading(node)]
      case 'text:p':
        return this.#paragraph(node)
      case 'text:list':
        return [this.#list(node, node.attributes.get('text:style-name') ?? '', 1)]
      case 'table:table':
        return [this.#table(node)]
      case 'text:section':
      case 'text:numbered-paragraph':
      case 'text:index-body':
      case 'text:index-title':
      case 'draw:g':
        if (node.attributes.get('text:display') === 'none')
          return this.#out('hidden-text', node, 'Hidden text is left out')
        return this.blocks(node.children)
      case 'draw:frame':
      case 'draw:custom-shape':
      case 'draw:text-box':
        return this.#frame(node)
      case 'text:table-of-content':
        return this.#out('boilerplate-nav', node, 'The list of contents is left out')
      case 'text:alphabetical-index':
      case 'text:illustration-index':
      case 'text:table-index':
      case 'text:bibliography':
      case 'text:user-index':
        return this.blocks(
          node.children.filter((child) => isElement(child) && child.name === 'text:index-body'),
        )
      case 'text:tracked-changes':
        return this.#deletions(node)
      default:
        return []
    }
  }

  #out(code: Remark['code'], node: XmlElement, what: string): readonly ElementContent[] {
    const words = [...descendants(node, 'text:p'), ...descendants(node, 'text:h')].map(xmlText).join(' ')
    const plain = (words || xmlText(node)).replace(/\s+/g, ' ').trim()
    if (plain !== '') this.remarks.push(leftOut(code, plain, what))
    return []
  }

  #deletions(node: XmlElement): readonly ElementContent[] {
    const deletions = [...descendants(node, 'text:deletion')]
    const insertions = [...descendants(node, 'text:insertion')]
    if (deletions.length > 0)
      this.remarks.push({
        code: 'tracked-changes',
        text: `Passages that a tracked change deleted are left out: ${deletions.length}.`,
      })
    if (insertions.length > 0)
      this.remarks.push({
        code: 'tracked-changes',
        text: `Passages that a tracked change inserted are kept: ${insertions.length}.`,
      })
    return []
  }

  #heading(node: XmlElement): Element {
    const level = Number(node.attributes.get('text:outline-level') ?? 1)
    return element(`h${Math.min(6, Math.max(1, level || 1))}`, this.#inlines(node, []))
  }

  #paragraph(node: XmlElement): readonly ElementContent[] {
    const style = node.attributes.get('text:style-name') ?? ''
    if (this.#styles.isHidden(style)) return this.#out('hidden-text', node, 'Hidden text is left out')
    const kind = this.#styles.kind(style)
    const plain = kind === 'title' || kind === 'subtitle' || kind === 'quotation' || kind === 'preformatted'
    const inlines = this.#inlines(node, plain ? [] : this.#styles.marks(style))
    switch (kind) {
      case 'title':
        return [element('p', inlines, { className: ['title'] })]
      case 'quotation':
        return [element('blockquote', [element('p', inlines)])]
      case 'preformatted':
        return [element('pre', [element('code', [textNode(`${xmlLines(node)}\n`)])])]
      case 'rule':
        return [element('hr', [])]
      case 'contents':
        return this.#out('boilerplate-nav', node, 'The list of contents is left out')
      default:
        return [element('p', inlines)]
    }
  }

  #list(node: XmlElement, style: string, level: number): Element {
    const items = node.children.filter(isElement).flatMap((item) => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return []
      const children = item.children.flatMap((child): readonly ElementContent[] => {
        if (!isElement(child)) return []
        if (child.name === 'text:list')
          return [this.#list(child, child.attributes.get('text:style-name') ?? style, level + 1)]
        return this.blocks([child])
      })
      return [element('li', children)]
    })
    const start = Number(firstItem(node)?.attributes.get('text:start-value') ?? 1)
    return this.#styles.isNumbered(style, level)
      ? element('ol', items, start > 1 ? { start } : {})
      : element('ul', items)
  }

  #table(node: XmlElement): Element {
    const rows = (parent: XmlElement, tag: 'th' | 'td'): readonly Element[] =>
      parent.children.filter(isElement).flatMap((child): readonly Element[] => {
        if (child.name === 'table:table-header-rows') return rows(child, 'th')
        if (child.name === 'table:table-rows' || child.name === 'table:table-row-group')
          return rows(child, tag)
        if (child.name !== 'table:table-row') return []
        return [element('tr', this.#cells(child, tag))]
      })
    return element('table', rows(node, 'td'))
  }

  #cells(row: XmlElement, tag: 'th' | 'td'): readonly Element[] {
    return row.children.filter(isElement).flatMap((cell) => {
      if (cell.name !== 'table:table-cell') return []
      const span = (name: string): number =>
        Math.min(mostRepeated, Number(cell.attributes.get(name) ?? 1) || 1)
      const [colSpan, rowSpan] = [span('table:number-columns-spanned'), span('table:number-rows-spanned')]
      const properties = { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) }
      const one = element(tag, this.blocks(cell.children), properties)
      const times = isEmpty(one.children) ? 1 : span('table:number-columns-repeated')
      return Array.from({ length: times }, () => one)
    })
  }

  /** A frame holds an image, a formula, or text of its own. */
  #frame(node: XmlElement): readonly ElementContent[] {
    const named = (name: string): string =>
      node.children
        .filter(isElement)
        .filter((child) => child.name === name)
        .map(xmlText)
        .join(' ')
        .trim()
    for (const child of node.children) {
      if (!isElement(child)) continue
      if (child.name === 'draw:text-box') return this.blocks(child.children).map(asFigure)
      if (child.name === 'draw:object' || child.name === 'draw:object-ole') {
        const words = this.#beside.formula((child.attributes.get('xlink:href') ?? '').replace(/^\.\//, ''))
        if (words !== null) {
          this.remarks.push({
            code: 'formula',
            text: `A formula is written on one line: “${words.slice(0, 80)}”. A person should look at it.`,
          })
          return [element('p', [textNode(words)])]
        }
      }
      if (child.name === 'draw:image') return this.#image(child, named('svg:desc') || named('svg:title'))
    }
    return node.name === 'draw:frame' ? [] : this.blocks(node.children)
  }

  #image(node: XmlElement, alt: string): readonly ElementContent[] {
    const path = (node.attributes.get('xlink:href') ?? '').replace(/^\.\//, '')
    const bytes = this.#beside.image(path)
    const kind = bytes === undefined ? null : imageKind(bytes)
    if (bytes === undefined || kind === null) {
      this.remarks.push(
        bytes === undefined
          ? {
              code: 'image-remote',
              text: `An image is left out: it is not in the file. ${path.slice(0, 300)}`,
            }
          : { code: 'image-kind', text: 'An image is left out: it is not PNG, JPEG or WebP.' },
      )
      return []
    }
    const src = `image-${this.images.size + 1}.${kind}`
    this.images.set(src, bytes)
    return [element('p', [element('img', [], { src, alt })])]
  }

  #inlines(node: XmlElement, marks: Marks): ElementContent[] {
    return node.children.flatMap((child) => this.#inline(child, marks))
  }

  #inline(node: XmlNode, marks: Marks): readonly ElementContent[] {
    if (!isElement(node)) return node === '' ? [] : [marked(node.replace(/[\t\r\n ]+/g, ' '), marks)]
    switch (node.name) {
      case 'text:s':
        return [textNode(' '.repeat(Math.min(mostRepeated, Number(node.attributes.get('text:c') ?? 1) || 1)))]
      case 'text:tab':
        return [textNode(' ')]
      case 'text:line-break':
        return [element('br', [])]
      case 'text:span': {
        const style = node.attributes.get('text:style-name') ?? ''
        if (this.#styles.isHidden(style)) return this.#out('hidden-text', node, 'Hidden text is left out')
        return this.#inlines(node, [...new Set([...marks, ...this.#styles.marks(style)])])
      }
      case 'text:a': {
        const href = node.attributes.get('xlink:href') ?? ''
        return [element('a', this.#inlines(node, marks), { href })]
      }
      case 'text:note':
        return [this.#note(node)]
      case 'office:annotation':
        return this.#out('comments-left-out', node, 'A comment is left out')
      case 'text:hidden-text':
      case 'text:hidden-paragraph': {
        const words = node.attributes.get('text:string-value') ?? xmlText(node)
        if (words.trim() !== '') this.remarks.push(leftOut('hidden-text', words, 'Hidden text is left out'))
        return []
      }
      case 'draw:frame':
      case 'draw:custom-shape':
      case 'draw:g': {
        const blocks = this.#block(node)
        const [only] = blocks
        // A formula or a picture among words stays among them.
        if (blocks.length === 1 && only?.type === 'element' && only.tagName === 'p' && !hasTextBox(node))
          return only.children
        this.#lifted.push(...blocks)
        return []
      }
      case 'office:annotation-end':
      case 'text:tracked-changes':
      case 'text:soft-page-break':
        return []
      case 'text:ruby':
        return node.children
          .filter(isElement)
          .flatMap((child) =>
            child.name === 'text:ruby-text'
              ? [textNode(` (${xmlText(child)})`)]
              : this.#inlines(child, marks),
          )
      default:
        return this.#inlines(node, marks)
    }
  }

  #note(node: XmlElement): Element {
    const id = `n${this.notes.length + 1}`
    const note = element('note-text', [], { id })
    this.notes.push(note)
    const lifted = this.#lifted
    const [body] = [...descendants(node, 'text:note-body')]
    note.children.push(...(body ? this.blocks(body.children) : []))
    this.#lifted = lifted
    return element('note-mark', [], { id })
  }
}

/** An image with words in one paragraph of a frame is a figure with its caption. */
function asFigure(block: ElementContent): ElementContent {
  if (block.type !== 'element' || block.tagName !== 'p') return block
  const isImage = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'img'
  const words = block.children.filter((child) => !isImage(child))
  if (words.length !== block.children.length - 1 || isEmpty(words)) return block
  return element('figure', [...block.children.filter(isImage), element('figcaption', words)])
}

const hasTextBox = (node: XmlElement): boolean => [...descendants(node, 'draw:text-box')].length > 0

const firstItem = (list: XmlElement): XmlElement | undefined =>
  list.children.filter(isElement).find(({ name }) => name === 'text:list-item')

function marked(text: string, marks: Marks): ElementContent {
  return marks.reduceRight<ElementContent>((inner, mark) => element(mark, [inner]), textNode(text))
}

/** The words of a preformatted paragraph with its blanks. */
const xmlLines = (node: XmlNode): string => {
  if (!isElement(node)) return node
  if (node.name === 'text:line-break') return '\n'
  if (node.name === 'text:tab') return '\t'
  if (node.name === 'text:s')
    return ' '.repeat(Math.min(mostRepeated, Number(node.attributes.get('text:c') ?? 1) || 1))
  return node.children.map(xmlLines).join('')
}

const isBlank = (block: ElementContent): boolean =>
  block.type === 'element' && block.tagName !== 'hr' && isEmpty([block])

/** Quotations and preformatted lines that follow each other are one. */
function joinSame(blocks: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (block.type === 'element' && last?.type === 'element' && last.tagName === block.tagName) {
      if (block.tagName === 'blockquote') {
        last.children.push(...block.children)
        continue
      }
      const [code, more] = [last.children[0], block.children[0]]
      if (block.tagName === 'pre' && code?.type === 'element' && more?.type === 'element') {
        code.children.push(...more.children)
        continue
      }
    }
    out.push(block)
  }
  return out
}
