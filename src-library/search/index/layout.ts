/** The index file: what its parts are. How they lie in it, and what is refused, is container.ts's. */
import type { Outcome } from '../../model/outcome.ts'
import { readContainer, writeContainer, type ContainerFailure, type PartsOf } from './container.ts'

/** Raised whenever a reader of the version before could misunderstand. */
export const indexVersion = 5

const parts = [
  'meta',
  'termBlocks',
  'termBytes',
  'postingStarts',
  'postings',
  'surfaceBlocks',
  'surfaceBytes',
  'surfaceTermStarts',
  'surfaceTerms',
  'spellings',
  'lengths',
  'sectionStarts',
  'sectionBytes',
  'sectionDates',
  'sectionClasses',
  'classes',
  'originals',
  'articleStarts',
  'articleBytes',
  'vectors',
] as const
export type IndexPart = (typeof parts)[number]
export type IndexParts = PartsOf<IndexPart>

export type IndexFailure = ContainerFailure

/** FSHX */
const kind = { magic: 0x58485346, version: indexVersion, parts } as const

/** Writes the parts one after another. The same parts give the same bytes. */
export const writeParts = (content: IndexParts): Uint8Array => writeContainer(kind, content)

/** The parts of a file, as views into its own bytes. */
export const readParts = (file: Uint8Array): Outcome<IndexParts, IndexFailure> => readContainer(kind, file)
