/** Parsed blocks and inlines -> the model's, with links, marks and figures resolved. */
import type { Note } from '../../src-library/model/article.ts'
import type { Block } from '../../src-library/model/block.ts'
import type { Figure } from '../../src-library/model/figure.ts'
import type { Inline, LinkTarget } from '../../src-library/model/inline.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { textOfInlines } from '../../src-library/model/text.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import type { ParsedBlock, ParsedInline } from '../2-parse/tree.ts'
import { nameOf, Names } from '../names.ts'
import { didYouMean } from '../suggest.ts'
import { isAddress, resolveLink } from './links.ts'
import { Notes, type ResolvedText } from './notes.ts'
import type { SectionOutline } from './outline.ts'
import type { Surroundings } from './surroundings.ts'

/** Resolves one article, in document order: notes are numbered and sources listed by their first mark. */
export class BlockResolver {
  readonly #document: ParsedDocument
  readonly #around: Surroundings
  readonly #notes: Notes
  readonly #figureIds: Names
  #cited = new Set<string>()
  #insideNote = false

  constructor(document: ParsedDocument, sections: readonly SectionOutline[], around: Surroundings) {
    this.#document = document
    this.#around = around
    this.#notes = new Notes(document.body.notes, around.sources, document.source.report)
    this.#figureIds = new Names(sections.map(({ anchor }) => anchor))
  }

  /** Ids of the sources cited since the last time, in order. */
  takeCited(): readonly string[] {
    const cited = [...this.#cited]
    this.#cited = new Set()
    return cited
  }

  finishNotes(): readonly Note[] {
    return this.#notes.finish()
  }

  blocks(blocks: readonly ParsedBlock[]): readonly Block[] {
    return blocks.flatMap((block) => this.#block(block) ?? [])
  }

  inlines(inlines: readonly ParsedInline[]): readonly Inline[] {
    return inlines.flatMap((inline) => this.#inline(inline))
  }

  #block(block: ParsedBlock): Block | readonly Block[] | null {
    switch (block.kind) {
      case 'paragraph':
        return { kind: 'paragraph', children: this.inlines(block.children) }
      case 'list': {
        const items = block.items.map((item) => this.blocks(item))
        const { ordered, start, numbers, checked } = block
        return {
          kind: 'list',
          ordered,
          start,
          ...(numbers && { numbers }),
          items,
          ...(checked && { checked }),
        }
      }
      case 'table': {
        const cells = (row: readonly (readonly ParsedInline[])[]): readonly (readonly Inline[])[] =>
          row.map((cell) => this.inlines(cell))
        const caption = block.caption && this.inlines(block.caption)
        return {
          kind: 'table',
          caption,
          align: block.align,
          head: cells(block.head),
          rows: block.rows.map(cells),
        }
      }
      case 'blockquote':
        return { kind: 'blockquote', tone: block.tone, children: this.blocks(block.children) }
      case 'definition':
        return { kind: 'definition', term: this.inlines(block.term), children: this.blocks(block.children) }
      case 'code':
        return { kind: 'code', value: block.value }
      case 'thematicBreak':
        return { kind: 'thematicBreak' }
      case 'figure':
        return block.address.startsWith(termsAddress) ? this.#terms(block) : this.#figure(block)
      default:
        return assertNever(block)
    }
  }

  /** A group of terms.yaml, in the language of the article. */
  #terms({ address, at, caption }: Extract<ParsedBlock, { kind: 'figure' }>): readonly Block[] {
    const { source, frontMatter } = this.#document
    const { glossary, settings } = this.#around
    const group = address.slice(termsAddress.length).replace(/^#/, '')
    const blocks = glossary.blocks(group, frontMatter.language ?? settings.language, this.inlines(caption))
    if (!blocks) {
      const message = `No concept of terms.yaml is in the group \`${group}\`.`
      const known = glossary.groups.map((one) => `\`${one}\``).join(', ')
      const remedy = didYouMean(group, glossary.groups) ?? (known && `Known are ${known}.`)
      source.report('no-such-terms', at, message, remedy || 'Give its concepts `group:`.')
      return []
    }
    for (const cited of citedIn(blocks)) this.#cited.add(cited)
    return blocks
  }

  #figure(block: Extract<ParsedBlock, { kind: 'figure' }>): Figure | null {
    const { source, frontMatter } = this.#document
    const language = frontMatter.language ?? this.#around.settings.language
    const found = this.#around.figures.find(block.address, language, block.at, source.report)
    const caption = this.inlines(block.caption)
    if (!found) return null
    const content = found.kind === 'image' ? { ...found, alternative: textOfInlines(caption) } : found
    if (content.kind === 'data') {
      for (const source of content.rows.flatMap((row) => row.sources)) this.#cited.add(source)
    }
    const name = content.path.replace(/^figures\//, '').replace(/\.[^.]*$/, '')
    return { kind: 'figure', id: this.#figureIds.claim(`figure-${nameOf(name)}`), caption, content }
  }

  #inline(inline: ParsedInline): readonly Inline[] {
    switch (inline.kind) {
      case 'text':
      case 'inlineCode':
        return [{ kind: inline.kind, value: inline.value }]
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'subscript':
      case 'superscript':
        return [{ kind: inline.kind, children: this.inlines(inline.children) }]
      case 'break':
        return [{ kind: 'break' }]
      case 'foreign':
        return [{ kind: 'foreign', language: inline.language, children: this.inlines(inline.children) }]
      case 'link':
        return this.#link(inline)
      case 'mark':
        return this.#mark(inline)
      default:
        return assertNever(inline)
    }
  }

  #link({ address, at, children }: Extract<ParsedInline, { kind: 'link' }>): readonly Inline[] {
    const { id, report } = this.#document.source
    if (!isAddress(address)) {
      const remedy = 'Write \\[ for a bracket that is text.'
      report('not-a-link', at, `\`${address}\` is no address, so this stays as it is written.`, remedy)
      const closing: Inline = { kind: 'text', value: `](${address})` }
      return [{ kind: 'text', value: '[' }, ...this.inlines(children), closing]
    }
    const target = resolveLink(address, id, this.#around.places, at, report)
    const words = this.inlines(children)
    if (!target) return words
    return [{ kind: 'link', target, children: hasWords(words) ? words : this.#wordsFor(target) }]
  }

  /** `[](#anchor)` asks for the section's own title. */
  #wordsFor(target: LinkTarget): readonly Inline[] {
    if (target.kind === 'address') return [{ kind: 'text', value: target.address }]
    const title = this.#around.places.get(target.article)?.get(target.anchor)
    return [{ kind: 'text', value: title ?? target.article }]
  }

  #mark({ label, at }: Extract<ParsedInline, { kind: 'mark' }>): readonly Inline[] {
    const { report } = this.#document.source
    if (this.#insideNote && this.#notes.has(label)) {
      report(
        'note-in-note',
        at,
        'A note can’t refer to a note.',
        'Cite a source here, or say it in the text.',
      )
      return []
    }
    const note = this.#notes.mark(label, (blocks) => this.#noteText(blocks))
    if (note) {
      for (const source of note.cited) this.#cited.add(source)
      return [{ kind: 'footnoteReference', note: note.id }]
    }
    if (this.#around.sources.has(label)) {
      this.#cited.add(label)
      return [{ kind: 'citation', source: label }]
    }
    this.#reportUnknown(label, at)
    return []
  }

  /** Notes carry numbers or signs as a rule, sources have names: the message is about the probable meaning. */
  #reportUnknown(label: string, at: { readonly start: number; readonly end: number }): void {
    const { report } = this.#document.source
    const near = didYouMean(label, [...this.#notes.labels(), ...this.#around.sources.keys()])
    if (/\p{L}{2}/u.test(label)) {
      const remedy =
        near ?? `Add it there, or a note [^${label}]: … to this document; for a [ that is text write \\[.`
      report(
        'unknown-source',
        at,
        `There is no source \`${label}\` in sources.yaml, and no such note here.`,
        remedy,
      )
    } else {
      const remedy = `Add a line [^${label}]: and the note’s text; for a [ that is text write \\[.`
      report('note-without-text', at, `The note \`${label}\` has no text.`, remedy)
    }
  }

  #noteText(children: readonly ParsedBlock[]): ResolvedText {
    const outer = this.#cited
    this.#cited = new Set()
    this.#insideNote = true
    const blocks = this.blocks(children)
    const cited = this.takeCited()
    this.#insideNote = false
    this.#cited = outer
    return { blocks, cited }
  }
}

/** Where a document shows a group of concepts: `terms.yaml#people`. */
const termsAddress = 'terms.yaml'

/** Sources that definitions cite, in order. */
const citedIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'definition') return citedIn(block.children)
    return block.kind === 'paragraph' ? block.children.flatMap(citedBy) : []
  })

const citedBy = (inline: Inline): readonly string[] =>
  inline.kind === 'citation' ? [inline.source] : 'children' in inline ? inline.children.flatMap(citedBy) : []

const hasWords = (inlines: readonly Inline[]): boolean => textOfInlines(inlines).trim() !== ''
