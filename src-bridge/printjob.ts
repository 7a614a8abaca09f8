/** The check of a print job that the page asks for. */
import * as v from 'valibot'
import { articleKinds } from '../src-library/model/article.ts'
import { orders } from '../src-library/model/filters.ts'
import {
  mostPrintedHits,
  longestLogo,
  longestOrganisation,
  paperSizes,
  printPresets,
  printTextSizes,
  type ChangesJob,
  type CoverDetails,
  type EvidenceJob,
  type KeySheetJob,
  type PrintJob,
  type PrintRequest,
} from '../src-library/model/print.ts'
import { sourceTypes } from '../src-library/model/source.ts'
import { mostCalls } from './settings.ts'

/** The id of a pack, an article or a section. */
export const id = v.pipe(v.string(), v.maxLength(200), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u))

/** Of a section in a list, from 0; after the last one. */
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))

/** What of a cover is the reader's own. */
export const coverSchema = v.strictObject({
  organisation: v.pipe(v.string(), v.maxLength(longestOrganisation)),
  logo: v.nullable(v.pipe(v.string(), v.maxLength(longestLogo), v.base64())),
}) satisfies v.GenericSchema<unknown, CoverDetails>

export const printJobSchema = v.strictObject({
  kind: v.literal('sections'),
  sections: v.pipe(
    v.array(v.strictObject({ pack: id, article: id, anchor: id, subsections: v.boolean() })),
    v.minLength(1),
    v.maxLength(1000),
  ),
  between: v.exactOptional(
    v.pipe(
      v.array(
        v.variant('kind', [
          v.strictObject({
            kind: v.literal('heading'),
            text: v.pipe(v.string(), v.maxLength(200)),
            before: place,
          }),
          v.strictObject({ kind: v.literal('break'), before: place }),
          v.strictObject({ kind: v.literal('notes'), before: place }),
        ]),
      ),
      v.maxLength(1000),
    ),
  ),
  title: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  preset: v.picklist(printPresets),
  textSize: v.picklist(printTextSizes),
  paper: v.picklist(paperSizes),
  include: v.strictObject({
    cover: v.boolean(),
    contents: v.boolean(),
    facts: v.boolean(),
    sources: v.boolean(),
    notesArea: v.boolean(),
    helpNumbers: v.boolean(),
  }),
  sheet: v.exactOptional(
    v.strictObject({
      heading: v.picklist(['none', 'small']),
      copy: v.picklist(['client', 'office']),
      fit: v.exactOptional(v.boolean()),
    }),
  ),
  card: v.exactOptional(
    v.strictObject({
      answer: v.nullable(id),
      languages: v.picklist(['own', 'each']),
      sentence: v.boolean(),
    }),
  ),
  cover: v.exactOptional(coverSchema),
  called: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          pack: id,
          number: v.pipe(v.string(), v.maxLength(200)),
          day: v.pipe(v.string(), v.isoDate()),
        }),
      ),
      v.maxLength(2 * mostCalls),
    ),
  ),
  printedOn: v.pipe(v.string(), v.isoDate()),
}) satisfies v.GenericSchema<unknown, PrintJob>

/** A language or another short text of a job. */
export const tag = v.pipe(v.string(), v.maxLength(200))
const some = <Value>(one: v.GenericSchema<unknown, Value>) => v.pipe(v.array(one), v.maxLength(100))

export const evidenceJobSchema = v.strictObject({
  kind: v.literal('evidence'),
  search: v.strictObject({
    query: v.pipe(v.string(), v.maxLength(10_000)),
    filters: v.strictObject({
      packs: some(tag),
      kinds: some(v.picklist(articleKinds)),
      years: some(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
      languages: some(tag),
      sources: some(v.picklist(sourceTypes)),
      titleOnly: v.boolean(),
    }),
    order: v.picklist(orders),
    language: tag,
  }),
  most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPrintedHits)),
  textSize: v.picklist(printTextSizes),
  paper: v.picklist(paperSizes),
  printedOn: v.pipe(v.string(), v.isoDate()),
}) satisfies v.GenericSchema<unknown, EvidenceJob>

export const changesJobSchema = v.strictObject({
  kind: v.literal('changes'),
  pack: id,
  offered: v.boolean(),
  query: v.pipe(v.string(), v.maxLength(10_000)),
  language: tag,
  textSize: v.picklist(printTextSizes),
  paper: v.picklist(paperSizes),
  printedOn: v.pipe(v.string(), v.isoDate()),
}) satisfies v.GenericSchema<unknown, ChangesJob>

export const keySheetJobSchema = v.strictObject({
  kind: v.literal('keySheet'),
  publisher: tag,
  checkNumber: v.pipe(v.string(), v.regex(/^\d{5}( \d{5}){5}$/)),
  publicKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  file: v.pipe(v.string(), v.maxLength(4_096)),
  language: tag,
  textSize: v.picklist(printTextSizes),
  paper: v.picklist(paperSizes),
  printedOn: v.pipe(v.string(), v.isoDate()),
}) satisfies v.GenericSchema<unknown, KeySheetJob>

export const printRequestSchema: v.GenericSchema<unknown, PrintRequest> = v.variant('kind', [
  printJobSchema,
  evidenceJobSchema,
  changesJobSchema,
  keySheetJobSchema,
])
