/** The notes of a document: numbered by first mark, each text resolved once. */
import type { Note } from '../../src-library/model/article.ts'
import type { Block } from '../../src-library/model/block.ts'
import type { Source } from '../../src-library/model/source.ts'
import type { Report } from '../diagnostics.ts'
import type { ParsedBlock, ParsedNote } from '../2-parse/tree.ts'

/** A note's text with the sources it cites. */
export type ResolvedText = { readonly blocks: readonly Block[]; readonly cited: readonly string[] }

export class Notes {
  readonly #byLabel = new Map<string, ParsedNote>()
  readonly #marked = new Map<string, { readonly id: string; readonly text: ResolvedText }>()
  readonly #report: Report

  constructor(notes: readonly ParsedNote[], sources: ReadonlyMap<string, Source>, report: Report) {
    this.#report = report
    for (const note of notes) {
      const { label, at } = note
      if (this.#byLabel.has(label)) {
        report('note-taken', at, `There are two notes \`${label}\`.`, 'Give one of them another label.')
      } else if (sources.has(label)) {
        const remedy = 'Give the note another label, or take it out to cite the source.'
        report(
          'source-hidden',
          at,
          `\`[^${label}]\` means this note here, not the source of the same name.`,
          remedy,
        )
      }
      if (!this.#byLabel.has(label)) this.#byLabel.set(label, note)
    }
  }

  has(label: string): boolean {
    return this.#byLabel.has(label)
  }

  labels(): Iterable<string> {
    return this.#byLabel.keys()
  }

  /** The note of a label, its text resolved at the first mark; null when there is none. */
  mark(
    label: string,
    resolve: (blocks: readonly ParsedBlock[]) => ResolvedText,
  ): { readonly id: string; readonly cited: readonly string[] } | null {
    const note = this.#byLabel.get(label)
    if (!note) return null
    let marked = this.#marked.get(label)
    if (!marked) {
      marked = { id: String(this.#marked.size + 1), text: resolve(note.children) }
      this.#marked.set(label, marked)
    }
    return { id: marked.id, cited: marked.text.cited }
  }

  /** In order of first mark. Reports the notes that have none. */
  finish(): readonly Note[] {
    for (const { label, at } of this.#byLabel.values()) {
      if (this.#marked.has(label)) continue
      const remedy = `Put [^${label}] where it belongs, or take the note out.`
      this.#report('note-unused', at, `Nothing refers to the note \`${label}\`; it is left out.`, remedy)
    }
    return [...this.#marked.values()].map(({ id, text }) => ({ id, children: text.blocks }))
  }
}
