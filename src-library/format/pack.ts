/** `pack.json`: everything about a pack but its texts. */
import * as v from 'valibot'
import { articleKinds } from '../model/article.ts'
import type { Outcome } from '../model/outcome.ts'
import type { ArticleEntry, Licence, Pack, SectionEntry } from '../model/pack.ts'
import { sourceTypes, type Source } from '../model/source.ts'
import { sectionAddress, translation } from './article.ts'
import { decodeWith, distinct } from './decode.ts'
import type { FormatFailure } from './failure.ts'
import { encodeJson } from './json.ts'
import {
  anchor,
  articleId,
  confidence,
  count,
  filled,
  languageTag,
  packId,
  partialDate,
  sourceId,
} from './scalars.ts'

const sectionEntry: v.GenericSchema<unknown, SectionEntry> = v.object({
  anchor,
  number: v.string(),
  title: v.string(),
  depth: count(1, 6),
  confidence: v.nullable(confidence),
})

const articleEntry: v.GenericSchema<unknown, ArticleEntry> = v.object({
  id: articleId,
  kind: v.picklist(articleKinds),
  title: filled,
  summary: v.string(),
  language: languageTag,
  factsAsOf: v.nullable(partialDate),
  date: v.nullable(partialDate),
  translation: v.nullable(translation),
  sections: distinct(sectionEntry, ({ anchor }) => anchor, 'a list of sections whose anchors all differ'),
})

const source: v.GenericSchema<unknown, Source> = v.object({
  id: sourceId,
  title: filled,
  publisher: filled,
  type: v.picklist(sourceTypes),
  published: v.nullable(partialDate),
  address: v.nullable(v.string()),
  read: v.nullable(partialDate),
})

const licence: v.GenericSchema<unknown, Licence> = v.object({
  name: filled,
  statement: v.string(),
  address: v.nullable(v.string()),
})

const fields: v.GenericSchema<unknown, Pack> = v.object({
  id: packId,
  title: filled,
  edition: filled,
  language: languageTag,
  factsAsOf: v.nullable(partialDate),
  publisher: v.string(),
  licence: v.nullable(licence),
  help: v.nullable(sectionAddress),
  contents: v.array(v.object({ title: v.string(), articles: v.array(articleEntry) })),
  news: v.array(articleEntry),
  sources: distinct(source, ({ id }) => id, 'a list of sources whose ids all differ'),
})

const pack = v.pipe(
  fields,
  v.check(({ contents, news }) => {
    const ids = [...contents.flatMap(({ articles }) => articles), ...news].map(({ id }) => id)
    return new Set(ids).size === ids.length
  }, 'a pack that lists each article once'),
)

/** Reads the parsed JSON of `pack.json`. */
export function decodePack(value: unknown): Outcome<Pack, FormatFailure> {
  return decodeWith(pack, value)
}

/** The text of `pack.json`. */
export function encodePack(value: Pack): string {
  return encodeJson(value)
}
