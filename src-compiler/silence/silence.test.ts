/**
 * Nothing that an author wrote disappears or changes in silence (docs/decisions/0034-nothing-in-silence.md): every word of a
 * random document is where it was meant to be, or a message speaks of its line.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempts } from '../../testing/effort.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { Block } from '../../src-library/model/block.ts'
import type { Inline } from '../../src-library/model/inline.ts'
import { compile } from '../compile.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { constructs, documents, type Expected, type GeneratedDocument } from '../testing/randomdocuments.ts'

const runs = attempts(2_000, 20_000)

type Where = { readonly inside: ReadonlySet<string>; readonly text: string; readonly number: number | null }

/** Where a word is shown: the kinds of what is around it, the text it is in, and its list item's number. */
function findWord(article: Article, word: string): Where | null {
  let found: Where | null = null
  const inlines = (nodes: readonly Inline[], inside: ReadonlySet<string>, number: number | null): void => {
    for (const node of nodes) {
      if ('children' in node) inlines(node.children, new Set([...inside, node.kind]), number)
      if ('value' in node && node.value.includes(word))
        found ??= { inside: new Set([...inside, node.kind]), text: node.value, number }
    }
  }
  const blocks = (nodes: readonly Block[], inside: ReadonlySet<string>, number: number | null): void => {
    for (const block of nodes) {
      const within = new Set([...inside, block.kind === 'blockquote' ? block.tone : block.kind])
      if (block.kind === 'paragraph') inlines(block.children, within, number)
      else if (block.kind === 'list')
        block.items.forEach((item, i) =>
          blocks(item, within, block.ordered ? (block.numbers?.[i] ?? block.start + i) : null),
        )
      else if (block.kind === 'table')
        [block.head, ...block.rows].flat().forEach((cell) => inlines(cell, within, null))
      else if (block.kind === 'blockquote') blocks(block.children, within, null)
      else if (block.kind === 'definition') {
        inlines(block.term, within, null)
        blocks(block.children, within, null)
      } else if (block.kind === 'code' && block.value.includes(word))
        found ??= { inside: within, text: '', number: null }
    }
  }
  for (const section of article.sections) {
    if (section.anchor !== 'lead') inlines(section.heading.children, new Set(['heading']), null)
    blocks(section.blocks, new Set(), null)
  }
  for (const note of article.notes) blocks(note.children, new Set(['note']), null)
  return found
}

const kindOf = { strong: 'strong', heading: 'heading', item: 'list', cell: 'table' } as const

function isRight(article: Article, { word, role, number }: Expected): boolean {
  if (role === 'anywhere') return JSON.stringify({ ...article, provenance: null }).includes(word)
  const where = findWord(article, word)
  if (!where) return false
  if (role === 'value') return !/[[\](){}<>^@|!]/.test(where.text) && !where.inside.has('table')
  return where.inside.has(kindOf[role]) && (number === undefined || where.number === number)
}

/** Words that are neither where they belong nor spoken of, with the construct they are of. */
function lost({ frontMatter, body }: GeneratedDocument): {
  readonly lost: readonly string[]
  readonly text: string
} {
  const lines = ['---', 'title: T']
  const all: {
    readonly line: readonly [from: number, to: number]
    readonly kind: string
    readonly expected: Expected
  }[] = []
  const add = (pieces: GeneratedDocument['body'], gap: readonly string[]): void => {
    for (const { kind, lines: own, expected } of pieces) {
      const from = lines.length + 1
      lines.push(...own, ...gap)
      for (const one of expected) {
        const at = own.findIndex((line) =>
          line.replace(/\p{Default_Ignorable_Code_Point}/gu, '').includes(one.word),
        )
        // A paragraph of alike lines, or a table, is spoken of once.
        const isBlock = one.role === 'cell' || one.role === 'item'
        const place = [from + (isBlock ? 0 : at), from + (isBlock ? own.length - 1 : at)] as const
        all.push({ line: place, kind, expected: one })
      }
    }
  }
  add(frontMatter, [])
  lines.push('---', '')
  // A rule between: two lists side by side are one.
  add(body, ['', '***', ''])
  const text = lines.join('\n')
  const encoder = new TextEncoder()
  const files = new Map([
    ['pack.json', encoder.encode('{"id":"x","title":"X","edition":"1"}')],
    ['encyclopedia/a.md', encoder.encode(text)],
  ])
  const { compiled, diagnostics } = compile(files)
  const speaks = (one: Diagnostic, [from, to]: readonly [number, number], word: string): boolean => {
    const line = one.location?.line ?? 0
    return (line >= from && line <= to) || `${one.message} ${one.suggestion ?? ''}`.includes(word)
  }
  // A remark on a whole file has one of its lines as its place, and names no word.
  const said = diagnostics.filter(({ code }) => code !== 'blank-mended' && code !== 'signs-left-out')
  const article = compiled?.articles[0]
  return {
    text,
    lost: all
      .filter(
        ({ line, expected }) =>
          !(article && isRight(article, expected)) && !said.some((one) => speaks(one, line, expected.word)),
      )
      // Where nothing is written nothing is lost: an error stopped the build and names its line.
      .filter(() => article !== undefined)
      .map(({ kind, expected }) => `${kind}: ${expected.word} (${expected.role})`),
  }
}

describe('nothing an author wrote disappears or changes in silence', () => {
  it(`in ${runs} random documents`, { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(documents, (document) => {
        const { lost: words, text } = lost(document)
        expect({ words, text }).toEqual({ words: [], text })
      }),
      { numRuns: runs, seed: 34 },
    )
  })

  it.each(Object.keys(constructs))('by itself, many times over: %s', (kind) => {
    const of = documents
      .map(({ body }) => ({ frontMatter: [], body: body.filter((piece) => piece.kind === kind) }))
      .filter(({ body }) => body.length > 0)
    for (const document of fc.sample(of, { numRuns: 20, seed: 34 }))
      expect(lost(document)).toMatchObject({ lost: [] })
  })
})
