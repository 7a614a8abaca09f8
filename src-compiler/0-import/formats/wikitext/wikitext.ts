/** A wiki's text -> HTML's tree. Notes, tables, lists and quotations are kept; what only a wiki can show is told. */
import type { Element, ElementContent } from 'hast'
import { success } from '../../../../src-library/model/outcome.ts'
import { decode } from '../../decode.ts'
import { emptyDraft, leftOut, type Draft, type Reader, type Remark } from '../../draft.ts'
import { element, isEmpty, textNode, wordsOf } from '../elements.ts'
import { blocks } from './blocks.ts'
import { inlines, type Surroundings } from './inline.ts'
import { takePieces, type WikitextToken } from './pieces.ts'
import { notesOfTheirOwn, readTemplate, shortReference } from './templates.ts'

export const readWikitext: Reader = (bytes, { encoding }) => {
  const decoded = decode(bytes, encoding)
  const draft = draftOf(decoded.text)
  return Promise.resolve(
    success({ ...draft, encoding: decoded.encoding, remarks: [...decoded.remarks, ...draft.remarks] }),
  )
}

/** How many kinds of a wiki's markup a text has: two or more make it wikitext. */
export function kindsOfMarkup(text: string): number {
  const kinds = [
    /^={2,6}[^=\n].*?={2,6}[ \t]*$/m,
    /^= [^=\n]+ =[ \t]*$/m,
    /\[\[[^[\]\n]+\]\]/,
    /\{\{[^{}\n]+/,
    /'''[^'\n]+'''/,
    /^\{\|/m,
    /<ref[\s>/]/,
    /^[*#]+[ \t]*\[\[/m,
    /^\[\[(?:category|файл|file|kateqoriya)/im,
  ]
  return kinds.filter((kind) => kind.test(text)).length
}

/** The tree and the remarks of a wiki page. */
export function draftOf(wikitext: string): Draft {
  const { text, pieces } = takePieces(wikitext.replace(/^#(?:redirect|перенаправление)\b/i, '# Redirect'))
  const page = new Page(pieces)
  const read = page.read(text)
  const children = withoutEmptySections(read)
  const emptied = read.filter((node) => !children.includes(node))
  const [first, ...rest] = children
  // `= Title =` on the first line is the page's own title.
  const isTitle = first?.type === 'element' && first.tagName === 'h1'
  return {
    ...emptyDraft,
    title: isTitle ? wordsOf(first.children) : null,
    tree: {
      type: 'root',
      children: [...page.withoutSeeAlso(isTitle ? rest : children), ...page.categories(), ...page.notes()],
    },
    remarks: [
      ...page.remarks(),
      ...emptied.map((heading) =>
        leftOut('wiki-parts', wordsOf([heading]), 'A heading with nothing below it is left out'),
      ),
    ],
  }
}

class Page {
  readonly #pieces: readonly WikitextToken[]
  readonly #dropped = new Map<string, number>()
  /** What the templates that were left out said. */
  readonly #droppedWords: string[] = []
  readonly #pictures: string[] = []
  readonly #asides: string[] = []
  readonly #notes = new Map<string, readonly ElementContent[]>()
  readonly #categories: string[] = []
  readonly #seeAlso: string[] = []
  #formulas = 0
  #reading = 0

  constructor(pieces: readonly WikitextToken[]) {
    this.#pieces = pieces
  }

  read(text: string): readonly ElementContent[] {
    return blocks(text, this.#around)
  }

  readonly #around: Surroundings = {
    piece: (number) => this.#piece(this.#pieces[number]),
    picture: (file) => this.#pictures.push(file),
    category: (target) => this.#categories.push(target.replace(/\|.*$/, '').trim()),
    language: (target) => this.#asides.push(target),
  }

  #piece(piece: WikitextToken | undefined): readonly ElementContent[] {
    if (!piece || this.#reading > 40) return []
    this.#reading++
    try {
      switch (piece.kind) {
        case 'literal':
          return [textNode(piece.text)]
        case 'preformatted':
          return [element('pre', [textNode(piece.text.replace(/^\n/, ''))])]
        case 'formula':
          this.#formulas++
          return [element('code', [textNode(piece.text.trim())])]
        case 'gallery':
          return this.#gallery(piece.text)
        case 'note':
          return this.#note(piece.name, piece.content)
        case 'template': {
          const read = (text: string): readonly ElementContent[] => inlines(text, this.#around)
          if (notesOfTheirOwn.test(piece.name) && piece.parameters.positional.length > 0)
            return this.#ownNote(shortReference(piece.parameters, read))
          const result = readTemplate(piece.name, piece.parameters, read)
          if (result.kind === 'nodes') return result.nodes
          this.#registerNotes(piece)
          const name = piece.name.replace(/\uE000\d+\uE001/g, '…').slice(0, 60)
          this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1)
          this.#droppedWords.push(...this.#wordsOf(piece))
          return []
        }
      }
    } finally {
      this.#reading--
    }
  }

  #wordsOf(piece: WikitextToken, depth = 0): readonly string[] {
    if (depth > 20) return []
    if (piece.kind === 'note') return []
    if (piece.kind !== 'template') return [piece.text]
    const values = [...piece.parameters.positional, ...piece.parameters.named.values()]
    return values.flatMap((value) =>
      value.split(/\uE000(\d+)\uE001/).flatMap((part, i) => {
        const inner = i % 2 === 1 ? this.#pieces[Number(part)] : undefined
        return i % 2 === 0 ? [part] : inner ? this.#wordsOf(inner, depth + 1) : []
      }),
    )
  }

  /** `{{reflist|refs=…}}` holds the texts of notes that the page calls by name. */
  #registerNotes(piece: WikitextToken & { kind: 'template' }): void {
    const lists = [piece.parameters.named.get('refs'), ...piece.parameters.positional]
    for (const list of lists)
      for (const [, number] of (list ?? '').matchAll(/\uE000(\d+)\uE001/g)) {
        const inner = this.#pieces[Number(number)]
        if (inner?.kind === 'note' && inner.content !== null) this.#note(inner.name, inner.content)
      }
  }

  #note(name: string | null, content: string | null): readonly ElementContent[] {
    const id = name === null ? `n${this.#notes.size + 1}` : `r-${slugOf(name)}`
    if (content !== null && !this.#notes.has(id)) {
      this.#notes.set(id, [])
      this.#notes.set(id, inlines(content.trim(), this.#around))
    }
    return [element('note-mark', [], { id })]
  }

  #ownNote(nodes: readonly ElementContent[]): readonly ElementContent[] {
    const id = `n${this.#notes.size + 1}`
    this.#notes.set(id, nodes)
    return [element('note-mark', [], { id })]
  }

  #gallery(text: string): readonly ElementContent[] {
    return text.split('\n').flatMap((line) => {
      const [file = '', ...caption] = line.split('|')
      if (file.trim() === '') return []
      this.#pictures.push(file.trim())
      const words = inlines(caption.at(-1)?.trim() ?? '', this.#around)
      return isEmpty(words) ? [] : [element('figcaption', words)]
    })
  }

  /** The names of other pages, which are not in the file: a person may link the ones that the pack has. */
  withoutSeeAlso(nodes: readonly ElementContent[]): readonly ElementContent[] {
    const start = nodes.findIndex((node) => isHeading(node) && seeAlso.test(wordsOf(node.children)))
    if (start < 0) return nodes
    const length = nodes.slice(start + 1).findIndex(isHeading)
    const end = length < 0 ? nodes.length : start + 1 + length
    this.#seeAlso.push(...nodes.slice(start + 1, end).flatMap(linesOf))
    return [...nodes.slice(0, start), ...nodes.slice(end)]
  }

  /** What the wiki files the page under, as its last line. */
  categories(): readonly Element[] {
    const names = [...new Set(this.#categories)].map((name) => `Category: ${name}`)
    return names.length === 0 ? [] : [element('p', [textNode(names.join('; '))])]
  }

  notes(): readonly Element[] {
    return [...this.#notes].map(([id, nodes]) => element('note-text', [element('p', nodes)], { id }))
  }

  remarks(): readonly Remark[] {
    const list = (names: readonly string[]): string => [...new Set(names)].slice(0, 20).join(', ')
    const templates = [...this.#dropped].map(([name, count]) => (count > 1 ? `${name} (${count})` : name))
    return [
      ...(templates.length > 0
        ? [
            {
              code: 'template-dropped' as const,
              text: `Templates left out: ${list(templates)}.`,
              words: squash([...this.#dropped.keys(), ...this.#droppedWords].join(' ')),
            },
          ]
        : []),
      ...(this.#pictures.length > 0
        ? [
            {
              code: 'image-remote' as const,
              text: `Pictures that are not in the file: ${list(this.#pictures)}.`,
            },
          ]
        : []),
      ...(this.#asides.length > 0
        ? [
            {
              code: 'wiki-parts' as const,
              text: `Links to other languages left out: ${list(this.#asides)}.`,
            },
          ]
        : []),
      ...(this.#seeAlso.length > 0
        ? [
            {
              code: 'boilerplate-related' as const,
              text: `Names of other pages left out: ${list(this.#seeAlso)}. Name those that the pack has under related.`,
            },
          ]
        : []),
      ...(this.#formulas > 0
        ? [
            {
              code: 'formula' as const,
              text: `${this.#formulas} formulas are kept as they are written. A person must look at them.`,
            },
          ]
        : []),
    ]
  }
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim()

const seeAlso = /^(?:see also|siehe auch|voir aussi|см\. также|смотрите также|həmçinin bax|ayrıca bakınız)$/i

const isHeading = (node: ElementContent): node is Element =>
  node.type === 'element' && /^h[1-6]$/.test(node.tagName)

/** The words of each item of a list, or of a paragraph. */
const linesOf = (node: ElementContent): readonly string[] =>
  node.type === 'element' && /^(?:ul|ol|dl)$/.test(node.tagName)
    ? node.children.flatMap((item) => wordsOf([item]))
    : wordsOf([node])
        .split(/\s+-\s+/)
        .map((line) => line.replace(/^-\s*/, ''))

const slugOf = (name: string): string =>
  Array.from(name, (sign) => (/[\p{L}\p{N}-]/u.test(sign) ? sign : '-'))
    .join('')
    .slice(0, 60)

/** A heading that only templates follow, such as References, would stand alone. */
function withoutEmptySections(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const levelOf = (node: ElementContent | undefined): number =>
    node && isHeading(node) ? Number(node.tagName[1]) : 7
  return nodes.filter((node, i) => {
    const level = levelOf(node)
    if (level === 7 || (level === 1 && i === 0)) return true
    const next = nodes[i + 1]
    return next !== undefined && levelOf(next) > level
  })
}
