/** Blocks, decoded. A kind that the model has and this page lacks does not compile. */
import * as v from 'valibot'
import {
  blockquoteTones,
  type Alignment,
  type Block,
  type Heading,
  type List,
  type Table,
} from '../model/block.ts'
import { byKind } from './decode.ts'
import { figureContent } from './figures.ts'
import { inlines } from './inlines.ts'
import { anchor, count } from './scalars.ts'

export const blocks: v.GenericSchema<unknown, readonly Block[]> = v.lazy(() => v.array(block))

export const heading = v.object({
  kind: v.literal('heading'),
  depth: count(1, 6),
  children: inlines,
}) satisfies v.GenericSchema<unknown, Heading>

const alignment: v.GenericSchema<unknown, Alignment> = v.nullable(v.picklist(['left', 'right', 'center']))
const row = v.array(inlines)

const table: v.GenericSchema<unknown, Table> = v.pipe(
  v.object({
    kind: v.literal('table'),
    caption: v.nullable(inlines),
    align: v.array(alignment),
    head: row,
    rows: v.array(row),
  }),
  v.check(
    ({ align, head, rows }) => [align, ...rows].every((cells) => cells.length === head.length),
    'a table whose rows all have as many cells as its head',
  ),
)

const listNumber = count(0, 999_999_999)

const list = v.pipe(
  v.object({
    kind: v.literal('list'),
    ordered: v.boolean(),
    start: listNumber,
    numbers: v.exactOptional(v.array(listNumber)),
    items: v.array(blocks),
    checked: v.exactOptional(v.array(v.nullable(v.boolean()))),
  }),
  v.check(
    ({ numbers, items }) => (numbers ?? items).length === items.length,
    'a list with a number for each item',
  ),
  v.check(
    ({ checked, items }) => (checked ?? items).length === items.length,
    'a check list that says of each item whether it is ticked',
  ),
) satisfies v.GenericSchema<unknown, List>

const block = byKind<Block>({
  paragraph: v.object({ kind: v.literal('paragraph'), children: inlines }),
  list,
  table,
  blockquote: v.object({
    kind: v.literal('blockquote'),
    tone: v.picklist(blockquoteTones),
    children: blocks,
  }),
  definition: v.object({ kind: v.literal('definition'), term: inlines, children: blocks }),
  code: v.object({ kind: v.literal('code'), value: v.string() }),
  thematicBreak: v.object({ kind: v.literal('thematicBreak') }),
  figure: v.object({
    kind: v.literal('figure'),
    id: anchor,
    caption: inlines,
    content: figureContent,
  }),
})
