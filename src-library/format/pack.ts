/** `pack.json`: everything about a pack but its texts. */
import * as v from 'valibot'
import { articleKinds } from '../model/article.ts'
import type { Outcome } from '../model/outcome.ts'
import {
  type ArticleEntry,
  type ContentsGroup,
  type Licence,
  type Pack,
  type SectionEntry,
} from '../model/pack.ts'
import { sourceTypes, type Source } from '../model/source.ts'
import { keyFigure, sectionAddress, translation } from './article.ts'
import { decodeWith, distinct } from './decode.ts'
import { desk, directAnswers, moves, readySets } from './desk.ts'
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
  keyFigures: v.array(keyFigure),
})

const source: v.GenericSchema<unknown, Source> = v.object({
  id: sourceId,
  title: filled,
  publisher: filled,
  type: v.picklist(sourceTypes),
  published: v.nullable(partialDate),
  address: v.nullable(v.string()),
  read: v.nullable(partialDate),
  original: v.exactOptional(filled),
  extent: v.exactOptional(v.literal('excerpt')),
})

const licence: v.GenericSchema<unknown, Licence> = v.object({
  name: filled,
  statement: v.string(),
  address: v.nullable(v.string()),
})

const contentsGroup: v.GenericSchema<unknown, ContentsGroup> = v.object({
  title: v.string(),
  titles: distinct(
    v.object({ language: languageTag, title: filled }),
    ({ language }) => language.toLowerCase(),
    'a list of titles whose languages all differ',
  ),
  articles: v.array(articleEntry),
})

const fields: v.GenericSchema<unknown, Pack> = v.object({
  id: packId,
  title: filled,
  names: v.exactOptional(
    distinct(
      v.object({ language: languageTag, title: filled, statement: v.nullable(v.string()) }),
      ({ language }) => language.toLowerCase(),
      'a list of names whose languages all differ',
    ),
  ),
  edition: filled,
  language: languageTag,
  factsAsOf: v.nullable(partialDate),
  publisher: v.string(),
  licence: v.nullable(licence),
  help: v.nullable(sectionAddress),
  answers: directAnswers,
  desk,
  sets: readySets,
  moved: moves,
  contents: v.array(contentsGroup),
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
