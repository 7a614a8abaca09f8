/** What every engine is asked for, so that all are measured alike. */
import type { Document } from '../collections.ts'

/** Answers with document ids, best first. */
export type Searcher = (query: string, limit: number) => readonly string[]

export type Engine = {
  readonly name: string
  /** The index as it would be written to disk. `language` is BCP 47. */
  build(documents: readonly Document[], language: string): Promise<Uint8Array>
  /** From the bytes on disk to the first answer. */
  open(bytes: Uint8Array, language: string): Promise<Searcher>
}
