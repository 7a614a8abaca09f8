/**
 * A copied passage followed by its citation, in plain text: a copy can
 * be traced wherever it is pasted. Sources and notes are numbered again from 1
 * and a, and every mark in the text has its entry in the list that follows.
 */
import type { Article, Section } from '../../../src-library/model/article.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import { textOfBlocks } from '../../../src-library/model/text.ts'
import type { Words } from '../../messages/words.ts'
import { noteLetter } from '../../blocks/noteletter.ts'
import { describeSource, nameOfSection } from '../../blocks/reference.ts'
import type { SelectedPassage, CopiedPart } from './passage.ts'

export type CitedArticle = { readonly pack: Pack; readonly article: Article; readonly words: Words }

/** Characters below which a copied text is a name, a term or a telephone number, and no passage. */
const shortestPassage = 40

/** Whether a source belongs to the copy: a few words without a mark are copied unchanged. */
export function isPassage(passages: readonly SelectedPassage[]): boolean {
  const pieces = passages.flatMap((passage) => passage.pieces)
  const length = pieces.reduce(
    (sum, piece) => sum + (piece.kind === 'text' ? piece.text.trim().length : 0),
    0,
  )
  return length >= shortestPassage || (length > 0 && pieces.some((piece) => piece.kind !== 'text'))
}

/** The passages, then a line for each section they are from, then the sources and notes they are marked with. */
export function citedCopy(
  passages: readonly SelectedPassage[],
  { pack, article, words }: CitedArticle,
): string {
  const sources = new Numbers(pack.sources)
  const notes = new Numbers(article.notes)
  const texts: string[] = []
  const sections: string[] = []
  for (const { anchor, pieces } of passages) {
    texts.push(readable(pieces, sources, notes))
    const section = article.sections.find((one) => one.anchor === anchor)
    if (section) sections.push(lineOf(section, pieces, sources, { pack, article, words }))
  }
  const lists = [
    listed(words.reading.sources, sources.found, ({ value, number }) => {
      return `[${number}] ${describeSource(value, words)}`
    }),
    listed(words.reading.notes, notes.found, ({ value, number }) => {
      return `[${noteLetter(number)}] ${textOfBlocks(value.children).replaceAll('\n', ' ')}`
    }),
  ]
  return [...texts, [...sections, ...lists.flat()].join('\n')].join('\n\n')
}

function readable(pieces: readonly CopiedPart[], sources: Numbering, notes: Numbering): string {
  const text = pieces.map((piece) => {
    if (piece.kind === 'text') return piece.text
    const number = (piece.kind === 'source' ? sources : notes).of(piece.id)
    if (number === null) return ''
    return `[${piece.kind === 'source' ? number : noteLetter(number)}]`
  })
  return text
    .join('')
    .replace(/ +([\t\n])/gu, '$1')
    .trim()
}

/** Where no mark names the sources of a section, its line does. */
function lineOf(
  section: Section,
  pieces: readonly CopiedPart[],
  sources: Numbering,
  cited: CitedArticle,
): string {
  const { pack, article, words } = cited
  const name = nameOfSection(pack, article, section, words)
  if (pieces.some((piece) => piece.kind === 'source')) return name
  const numbers = section.sources.flatMap((id) => sources.of(id) ?? [])
  if (numbers.length === 0) return `${name} ${words.reading.noSource}.`
  return `${name} ${words.reading.sources}: ${numbers.map((number) => `[${number}]`).join(' ')}`
}

type Numbered<Value> = { readonly value: Value; readonly number: number }

function listed<Value>(
  title: string,
  found: readonly Numbered<Value>[],
  line: (one: Numbered<Value>) => string,
): readonly string[] {
  return found.length === 0 ? [] : [`${title}:`, ...found.map(line)]
}

/** Null if unknown. */
type Numbering = { readonly of: (id: string) => number | null }

/** Numbers from 1 in the order of asking. */
class Numbers<Value extends { readonly id: string }> implements Numbering {
  readonly #known: ReadonlyMap<string, Value>
  readonly #numbers = new Map<string, number>()

  constructor(values: readonly Value[]) {
    this.#known = new Map(values.map((value) => [value.id, value]))
  }

  of(id: string): number | null {
    if (!this.#known.has(id)) return null
    const number = this.#numbers.get(id) ?? this.#numbers.size + 1
    this.#numbers.set(id, number)
    return number
  }

  get found(): readonly Numbered<Value>[] {
    return [...this.#numbers].flatMap(([id, number]) => {
      const value = this.#known.get(id)
      return value === undefined ? [] : [{ value, number }]
    })
  }
}
