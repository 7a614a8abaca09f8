/** What figures show, decoded. */
import * as v from 'valibot'
import type { Figure, FigureData } from '../model/figure.ts'
import { byKind, distinct } from './decode.ts'
import { isFigurePath } from './paths.ts'
import { confidence, count, imagePath, sourceId } from './scalars.ts'

/** Pixels of the largest image: 40 megapixels, so that no small file asks for gigabytes when drawn. */
export const mostPixels = 40_000_000

const data: v.GenericSchema<unknown, FigureData> = v.pipe(
  v.object({
    kind: v.literal('data'),
    path: v.pipe(v.string(), v.check(isFigurePath, 'the path of a CSV file in figures/')),
    columns: distinct(
      v.object({
        name: v.string(),
        values: v.picklist(['number', 'text']),
        decimal: v.exactOptional(v.literal(',')),
      }),
      ({ name }) => name,
      'columns whose names all differ',
    ),
    rows: v.array(
      v.object({
        cells: v.array(v.string()),
        sources: distinct(sourceId, (id) => id, 'a list of sources that all differ'),
        confidence: v.nullable(confidence),
        note: v.string(),
      }),
    ),
  }),
  v.check(
    ({ columns, rows }) => rows.every((row) => row.cells.length === columns.length),
    'a series whose rows all have as many cells as there are columns',
  ),
)

export const figureContent = byKind<Figure['content']>({
  image: v.pipe(
    v.object({
      kind: v.literal('image'),
      path: imagePath,
      width: count(1, 65_535),
      height: count(1, 65_535),
      alternative: v.string(),
    }),
    v.check(({ width, height }) => width * height <= mostPixels, 'an image of at most 40 megapixels'),
  ),
  data,
})
