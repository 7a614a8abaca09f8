/**
 * Rewrites blocks of many articles into blocks of one document: sources and
 * notes are numbered through in order of first mark, and a link leads to a
 * printed section or becomes plain words. Afterwards nothing in the tree needs
 * the pack or the article it came from.
 */
import type { Block, TableCell } from '../../../src-library/model/block.ts'
import type { Figure } from '../../../src-library/model/figure.ts'
import type { Inline, LinkTarget } from '../../../src-library/model/inline.ts'
import { assertNever } from '../../../src-library/model/never.ts'
import type { ArticleEntry, Pack } from '../../../src-library/model/pack.ts'
import type { Source } from '../../../src-library/model/source.ts'
import { textOfBlocks, textOfInlines } from '../../../src-library/model/text.ts'
import { articleKey, sectionKey, versionIn } from './chosen.ts'
import { targetsOf, type OutlinedPart, type OutlinedSection } from './outline.ts'

/** A work of the one list at the end. */
export type PrintedSource = {
  readonly number: number
  readonly source: Source
  /** The sections that cite it, in order. */
  readonly citedIn: readonly { readonly id: string; readonly number: string }[]
}

export type PrintedNote = {
  readonly number: number
  /** The section with its first mark. */
  readonly section: string
  readonly language: string
  readonly blocks: readonly Block[]
}

/** A section that the text points to and that is not in the document. */
export type UnprintedSection = { readonly title: string; readonly article: string }

/** Behind a link to a printed section: where that is. */
export type PrintedReference = {
  /** Unique in the document. */
  readonly id: string
  /** The id of the section. */
  readonly target: string
  /** Of the section; may be empty. */
  readonly number: string
}

/** The surroundings of a block, for its marks and links. */
export type SectionPosition = { readonly part: OutlinedPart; readonly at: OutlinedSection }

type Work = {
  readonly number: number
  readonly source: Source
  readonly citedIn: Map<string, { readonly id: string; readonly number: string }>
}
type Remark = { readonly number: number; readonly place: SectionPosition; readonly blocks: readonly Block[] }

/** Inside a document, links name a section by this article and the section's id in the document. */
export const documentArticle = 'document'
/** And a cross reference by this one and its own id. */
export const referenceArticle = 'reference'

/** Without a space: a line would end there, and the next begin with a mark. */
const separator: Inline = { kind: 'superscript', children: [{ kind: 'text', value: ',' }] }

export type DrawnMarks = {
  /** Whether citations are drawn, which needs the list they point to. */
  readonly marks: boolean
  /** Whether addresses that the words of a link do not say are printed as notes; else only the words are. */
  readonly addresses: boolean
  /** Whether links inside the document say where they lead. */
  readonly references: boolean
}

export class Renumbering {
  /** By what the work is, so that a work that two packs name is listed once. */
  readonly #works = new Map<string, Work>()
  readonly #remarks = new Map<string, Remark>()
  readonly #elsewhere = new Map<string, UnprintedSection>()
  readonly #references: PrintedReference[] = []
  readonly #targets: ReadonlyMap<string, OutlinedSection>
  readonly #sources = new Map<Pack, ReadonlyMap<string, Source>>()
  readonly #entries = new Map<Pack, ReadonlyMap<string, ArticleEntry>>()
  readonly #made: DrawnMarks
  #figures = 0

  constructor(parts: readonly OutlinedPart[], made: DrawnMarks) {
    this.#targets = targetsOf(parts)
    this.#made = made
    for (const { pack } of parts) {
      this.#sources.set(pack, new Map(pack.sources.map((source) => [source.id, source])))
      const entries = [...pack.contents.flatMap((group) => group.articles), ...pack.news]
      this.#entries.set(pack, new Map(entries.map((entry) => [entry.id, entry])))
    }
  }

  /** The number of a source in the document's list, or null when its pack does not know it. */
  cite(id: string, place: SectionPosition): number | null {
    const source = this.#sources.get(place.part.pack)?.get(id)
    if (!source) return null
    const key = JSON.stringify([
      source.title,
      source.publisher,
      source.published,
      source.address,
      source.read,
    ])
    const work = this.#works.get(key) ?? { number: this.#works.size + 1, source, citedIn: new Map() }
    this.#works.set(key, work)
    work.citedIn.set(place.at.id, { id: place.at.id, number: place.at.number })
    return work.number
  }

  /** The same, as a citation names it; null also where marks are not drawn. */
  mark(id: string, place: SectionPosition): string | null {
    const number = this.cite(id, place)
    return number === null || !this.#made.marks ? null : String(number)
  }

  /** Remembers a section to be named at the end, in the part's language, unless it is printed or unknown. */
  pointTo(article: string, anchor: string, { part }: SectionPosition): void {
    const id = versionIn(part.pack, article, anchor, part.root.section.language)
    const key = sectionKey(part.pack.id, id, anchor)
    const entry = this.#entries.get(part.pack)?.get(id)
    const section = entry?.sections.find((one) => one.anchor === anchor)
    if (this.#targets.has(key) || !entry || !section) return
    this.#elsewhere.set(key, { title: section.title, article: entry.title })
  }

  elsewhere(): readonly UnprintedSection[] {
    return [...this.#elsewhere.values()]
  }

  /** In the order in which they were read. */
  references(): readonly PrintedReference[] {
    return this.#references
  }

  blocks(blocks: readonly Block[], place: SectionPosition): readonly Block[] {
    return blocks.map((block) => this.#block(block, place))
  }

  inlines(inlines: readonly Inline[], place: SectionPosition): readonly Inline[] {
    return separateMarks(inlines.flatMap((inline) => this.#inline(inline, place)))
  }

  /** The notes marked so far; a note that marks another brings it in too. */
  notes(): readonly PrintedNote[] {
    const notes: PrintedNote[] = []
    // The map grows while it is walked, and its iterator goes on to what was added.
    for (const { number, place, blocks } of this.#remarks.values()) {
      notes.push({
        number,
        section: place.at.id,
        language: place.at.section.language,
        blocks: this.blocks(blocks, place),
      })
    }
    return notes
  }

  sources(): readonly PrintedSource[] {
    return [...this.#works.values()].map(({ number, source, citedIn }) => ({
      number,
      source,
      citedIn: [...citedIn.values()],
    }))
  }

  /** The numbers of the sources a section has cited so far, rising. */
  citedBy(section: string): readonly number[] {
    return [...this.#works.values()].filter(({ citedIn }) => citedIn.has(section)).map(({ number }) => number)
  }

  #block(block: Block, place: SectionPosition): Block {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, children: this.inlines(block.children, place) }
      case 'list':
        return { ...block, items: block.items.map((item) => this.blocks(item, place)) }
      case 'table': {
        const cells = (row: readonly TableCell[]): readonly TableCell[] =>
          row.map((cell) => this.inlines(cell, place))
        return {
          ...block,
          caption: block.caption && this.inlines(block.caption, place),
          head: cells(block.head),
          rows: block.rows.map(cells),
        }
      }
      case 'blockquote':
        return { ...block, children: this.blocks(block.children, place) }
      case 'definition':
        return {
          ...block,
          term: this.inlines(block.term, place),
          children: this.blocks(block.children, place),
        }
      case 'figure':
        return this.#figure(block, place)
      case 'code':
      case 'thematicBreak':
        return block
      default:
        return assertNever(block)
    }
  }

  #figure(figure: Figure, place: SectionPosition): Figure {
    const caption = this.inlines(figure.caption, place)
    const id = `figure-${++this.#figures}`
    if (figure.content.kind === 'image') {
      const path = `${place.part.pack.id}/${figure.content.path}`
      return { ...figure, id, caption, content: { ...figure.content, path } }
    }
    const rows = figure.content.rows.map((row) => ({
      ...row,
      sources: row.sources.flatMap((source) => this.mark(source, place) ?? []),
    }))
    return { ...figure, id, caption, content: { ...figure.content, rows } }
  }

  #inline(inline: Inline, place: SectionPosition): readonly Inline[] {
    switch (inline.kind) {
      case 'text':
        // Paper keeps white space (paper/text.css): a line feed of the source is no more than a space.
        return [{ ...inline, value: inline.value.replace(/[\t\n\f\r ]+/gu, ' ') }]
      case 'inlineCode':
      case 'break':
        return [inline]
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'subscript':
      case 'superscript':
      case 'foreign':
        return [{ ...inline, children: this.inlines(inline.children, place) }]
      case 'link':
        return this.#link(inline.target, this.inlines(inline.children, place), place)
      case 'citation': {
        const source = this.mark(inline.source, place)
        return source === null ? [] : [{ ...inline, source }]
      }
      case 'footnoteReference': {
        const note = place.part.article.notes.find(({ id }) => id === inline.note)
        if (!note) return []
        // Without the marks, a note that only cites would be empty.
        if (!this.#made.marks && textOfBlocks(note.children).trim() === '') return []
        const key = `${articleKey(place.part.pack.id, place.part.article.id)}^${note.id}`
        return [this.#remark(key, note.children, place)]
      }
      default:
        return assertNever(inline)
    }
  }

  #link(target: LinkTarget, children: readonly Inline[], place: SectionPosition): readonly Inline[] {
    if (target.kind === 'address') {
      const link: Inline = { kind: 'link', target, children }
      if (textOfInlines(children).includes(target.address)) return [link]
      if (!this.#made.addresses) return children
      // The address of a link is lost on paper: it is printed as a note.
      const words: Inline = { kind: 'text', value: target.address }
      const note: Block = { kind: 'paragraph', children: [{ kind: 'link', target, children: [words] }] }
      return [link, this.#remark(`address ${target.address}`, [note], place)]
    }
    const printed = this.#targets.get(sectionKey(place.part.pack.id, target.article, target.anchor))
    if (!printed) {
      this.pointTo(target.article, target.anchor, place)
      return children
    }
    const inside: LinkTarget = { kind: 'section', article: documentArticle, anchor: printed.id }
    const link: Inline = { kind: 'link', target: inside, children }
    return this.#made.references && printed !== place.at ? [link, this.#reference(printed)] : [link]
  }

  #reference({ id: target, number }: OutlinedSection): Inline {
    const id = `reference-${this.#references.length + 1}`
    this.#references.push({ id, target, number })
    return { kind: 'link', target: { kind: 'section', article: referenceArticle, anchor: id }, children: [] }
  }

  #remark(key: string, blocks: readonly Block[], place: SectionPosition): Inline {
    const remark = this.#remarks.get(key) ?? { number: this.#remarks.size + 1, place, blocks }
    this.#remarks.set(key, remark)
    return { kind: 'footnoteReference', note: String(remark.number) }
  }
}

/** Two marks side by side read as one number: a raised comma parts them. Sources come in the order of their numbers, then notes. */
function separateMarks(inlines: readonly Inline[]): readonly Inline[] {
  const runs: Inline[][] = []
  for (const inline of inlines) {
    const last = runs.at(-1)
    if (last && isMark(inline) && isMark(last[0])) last.push(inline)
    else runs.push([inline])
  }
  return runs.flatMap((run) =>
    [...run]
      .sort((one, other) => rankOf(one) - rankOf(other))
      .flatMap((mark, index) => (index > 0 ? [separator, mark] : [mark])),
  )
}

const isMark = (inline: Inline | undefined): boolean =>
  inline?.kind === 'citation' || inline?.kind === 'footnoteReference'

/** Of the document’s own numbers. */
function rankOf(mark: Inline): number {
  if (mark.kind === 'citation') return Number(mark.source)
  return mark.kind === 'footnoteReference' ? 1e6 + Number(mark.note) : 0
}
