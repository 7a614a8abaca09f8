/** Figures: an image, or a series of values with a source for each row. */
import type { Confidence } from './confidence.ts'
import type { Inline } from './inline.ts'
import type { DecimalSign } from './numerals.ts'

export type FigureImage = {
  readonly kind: 'image'
  /** Path inside the pack, `figures/map.png`. */
  readonly path: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly alternative: string
}

export type DataColumn = {
  readonly name: string
  /** `number` when every known cell is one. */
  readonly values: 'number' | 'text'
  /** The sign before decimals, only where it is not a point. */
  readonly decimal?: Exclude<DecimalSign, '.'>
}

export type DataRow = {
  /** One cell a column; an empty string means not known. */
  readonly cells: readonly string[]
  /** Source ids. */
  readonly sources: readonly string[]
  readonly confidence: Confidence | null
  readonly note: string
}

export type FigureData = {
  readonly kind: 'data'
  /** Path of the CSV file inside the pack it was read from. */
  readonly path: string
  readonly columns: readonly DataColumn[]
  readonly rows: readonly DataRow[]
}

export type Figure = {
  readonly kind: 'figure'
  /** Unique in its article. */
  readonly id: string
  readonly caption: readonly Inline[]
  readonly content: FigureImage | FigureData
}
