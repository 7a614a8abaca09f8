/** A PDF that the program which made it tagged: its own tree of headings, paragraphs, lists and tables (ISO 32000, 14.8). */
import type { Element, ElementContent } from 'hast'
import { leftOut, type Remark } from '../../draft.ts'
import { element, isEmpty, textNode, wordsOf } from '../elements.ts'
import { tidy, type Item } from './lines.ts'
import type { UntaggedText } from './untagged.ts'

export type TaggedPage = {
  readonly tree: unknown
  readonly items: readonly Item[]
  /** Addresses by the id of their annotation. */
  readonly links: ReadonlyMap<string, string>
}

type Node = {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly alt?: string
  readonly children?: readonly Node[]
}

const deepest = 100

export function readTagged(pages: readonly TaggedPage[]): UntaggedText {
  const remarks: Remark[] = []
  const blocks: ElementContent[] = []
  const margins: string[] = []
  for (const page of pages) {
    const texts = textsOf(page.items)
    const reader = new Reader(texts, page.links, remarks)
    joinPages(blocks, reader.blocks([page.tree as Node], 0))
    for (const [id, text] of texts) if (!reader.used.has(id) && text.trim() !== '') margins.push(text.trim())
  }
  if (margins.length > 0)
    remarks.push(
      leftOut(
        'header-footer',
        [...new Set(margins)].join(' '),
        'Words beside the text of the pages are left out',
      ),
    )
  return { blocks, remarks }
}

/** The words of each marked part, by its id; those outside of all parts by an id of their own. */
function textsOf(items: readonly Item[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== '') ?? 'none'
      texts.set(id, (texts.get(id) ?? '') + tidy(item.str) + (item.hasEOL ? '\n' : ''))
    } else if (item.type.startsWith('begin')) open.push(item.id ?? '')
    else open.pop()
  }
  return texts
}

/** A line's end is a blank, except after a soft hyphen. */
const flat = (text: string): string => text.replace(/\u00AD\s*\n\s*/g, '').replace(/\s*\n\s*/g, ' ')

class Reader {
  readonly used = new Set<string>()
  readonly #texts: ReadonlyMap<string, string>
  readonly #links: ReadonlyMap<string, string>
  readonly #remarks: Remark[]

  constructor(texts: ReadonlyMap<string, string>, links: ReadonlyMap<string, string>, remarks: Remark[]) {
    this.#texts = texts
    this.#links = links
    this.#remarks = remarks
  }

  /** Blocks; words that lie between them are paragraphs. */
  blocks(nodes: readonly (Node | null)[], depth: number): ElementContent[] {
    const out: ElementContent[] = []
    let run: ElementContent[] = []
    const finish = (): void => {
      if (!isEmpty(run)) out.push(element('p', run))
      run = []
    }
    if (depth > deepest) return out
    for (const node of nodes) {
      if (!node) continue
      const block = this.#block(node, depth)
      if (block === null) run.push(...this.#inline(node, depth))
      else {
        finish()
        out.push(...block)
      }
    }
    finish()
    return out
  }

  /** null: the node is words. */
  #block(node: Node, depth: number): readonly ElementContent[] | null {
    const children = node.children ?? []
    const inlines = (): ElementContent[] => children.flatMap((child) => this.#inline(child, depth + 1))
    const role = node.role ?? ''
    if (/^H[1-6]?$/.test(role)) return filled(element(`h${role[1] ?? '2'}`, inlines()))
    switch (role) {
      case 'P':
        return children.some((child) => /^(?:Table|L|Figure|P|H[1-6]?)$/.test(child.role ?? ''))
          ? this.blocks(children, depth + 1)
          : filled(element('p', inlines()))
      case 'Title':
        return filled(element('h1', inlines()))
      case 'Caption':
        return filled(element('p', inlines()))
      case 'BlockQuote':
        return filled(element('blockquote', this.blocks(children, depth + 1)))
      case 'Code':
        return filled(element('pre', [element('code', [textNode(`${this.#lines(node)}\n`)])]))
      case 'L':
        return this.#list(children, depth)
      case 'LI':
        return this.#list([node], depth)
      case 'Table':
        return this.#table(children, depth)
      case 'TOC':
        this.#remarks.push(leftOut('boilerplate-nav', wordsOf(inlines()), 'The list of contents is left out'))
        return []
      case 'Figure': {
        const words = inlines()
        const alt = (node.alt ?? '').trim()
        this.#remarks.push({
          code: 'image-kind',
          text: `An image of a PDF is left out${alt === '' ? '' : `: “${alt.slice(0, 200)}”`}. Put it into the pack’s figures folder.`,
        })
        return filled(element('p', words))
      }
      case 'Root':
      case 'Document':
      case 'DocumentFragment':
      case 'Part':
      case 'Sect':
      case 'Div':
      case 'Art':
      case 'Aside':
      case 'FENote':
      case 'Note':
      case 'Form':
        return this.blocks(children, depth + 1)
      default:
        return children.some((child) => blockRoles.test(child.role ?? ''))
          ? this.blocks(children, depth + 1)
          : null
    }
  }

  #list(children: readonly Node[], depth: number): readonly ElementContent[] {
    const items: Element[] = []
    let isNumbered = false
    const out: ElementContent[] = []
    for (const child of children) {
      if (child.role === 'L') {
        const inner = this.#list(child.children ?? [], depth + 1)
        const last = items.at(-1)
        if (last) last.children.push(...inner)
        else out.push(...inner)
        continue
      }
      if (child.role !== 'LI') {
        out.push(...this.blocks([child], depth + 1))
        continue
      }
      const parts = (child.children ?? []).flatMap((part) =>
        part.role === 'LBody' ? (part.children ?? []) : part,
      )
      const label = parts
        .filter((part) => part.role === 'Lbl')
        .map((part) => this.#lines(part))
        .join('')
      if (/[\p{L}\p{N}]/u.test(label)) isNumbered = true
      const content = this.blocks(
        parts.filter((part) => part.role !== 'Lbl'),
        depth + 1,
      )
      items.push(element('li', content))
    }
    return items.length === 0 ? out : [...out, element(isNumbered ? 'ol' : 'ul', items)]
  }

  #table(children: readonly Node[], depth: number): readonly ElementContent[] {
    const rows: Element[] = []
    const captions: ElementContent[] = []
    const add = (nodes: readonly Node[]): void => {
      for (const node of nodes) {
        if (node.role === 'TR')
          rows.push(
            element(
              'tr',
              (node.children ?? []).map((cell) =>
                element(cell.role === 'TH' ? 'th' : 'td', this.blocks(cell.children ?? [], depth + 2)),
              ),
            ),
          )
        else if (node.role === 'Caption') captions.push(element('caption', this.#inline(node, depth)))
        else add(node.children ?? [])
      }
    }
    add(children)
    return rows.length === 0 ? this.blocks(children, depth + 1) : [element('table', [...captions, ...rows])]
  }

  #inline(node: Node, depth: number): ElementContent[] {
    if (depth > deepest) return []
    if (node.type === 'content') {
      this.used.add(node.id ?? '')
      const text = flat(this.#texts.get(node.id ?? '') ?? '')
      return text === '' ? [] : [textNode(text)]
    }
    const inner = (node.children ?? []).flatMap((child) => this.#inline(child, depth + 1))
    switch (node.role) {
      case 'Link': {
        const id = (node.children ?? []).find(({ type }) => type === 'object' || type === 'annotation')?.id
        const href = this.#links.get(id ?? '')
        return href === undefined || isEmpty(inner) ? inner : [element('a', inner, { href })]
      }
      case 'Strong':
        return [element('strong', inner)]
      case 'Em':
        return [element('em', inner)]
      case 'Figure':
        return (
          this.#block(node, depth)?.flatMap((block) => (block.type === 'element' ? block.children : [])) ?? []
        )
      default:
        return inner
    }
  }

  #lines(node: Node): string {
    if (node.type === 'content') {
      this.used.add(node.id ?? '')
      return this.#texts.get(node.id ?? '') ?? ''
    }
    return (node.children ?? []).map((child) => this.#lines(child)).join('')
  }
}

const blockRoles = /^(?:H[1-6]?|P|L|LI|Table|BlockQuote|Sect|Div|Figure|Part|Art|Caption|Code)$/

const filled = (block: Element): readonly Element[] => (isEmpty(block.children) ? [] : [block])

/** A paragraph or a list that goes on over the end of a page is one. */
function joinPages(blocks: ElementContent[], next: readonly ElementContent[]): void {
  const [last, first] = [blocks.at(-1), next[0]]
  if (last?.type === 'element' && first?.type === 'element' && last.tagName === first.tagName) {
    const goesOn =
      last.tagName === 'p'
        ? !/[.!?:;…»”"]\s*$/.test(wordsOf([last])) && /^\p{Ll}/u.test(wordsOf([first]))
        : /^(?:ul|ol|table)$/.test(last.tagName)
    if (goesOn) {
      if (last.tagName === 'p') last.children.push(textNode(' '))
      last.children.push(...first.children)
      blocks.push(...next.slice(1))
      return
    }
  }
  blocks.push(...next)
}
