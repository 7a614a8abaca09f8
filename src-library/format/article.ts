/** `articles/<id>.json`: one compiled document. */
import * as v from 'valibot'
import {
  articleKinds,
  leadAnchor,
  type Article,
  type KeyFigure,
  type NewsDetails,
  type Section,
  type SectionAddress,
  type Translation,
} from '../model/article.ts'
import type { Outcome } from '../model/outcome.ts'
import { blocks, heading } from './blocks.ts'
import { decodeWith, distinct } from './decode.ts'
import type { FormatFailure } from './failure.ts'
import { inlines } from './inlines.ts'
import { encodeJson } from './json.ts'
import {
  anchor,
  articleId,
  confidence,
  filled,
  languageTag,
  partialDate,
  sha256,
  sourceId,
} from './scalars.ts'

export const sectionAddress: v.GenericSchema<unknown, SectionAddress> = v.object({
  article: articleId,
  anchor,
})

export const keyFigure: v.GenericSchema<unknown, KeyFigure> = v.object({
  value: v.string(),
  label: v.string(),
  source: v.nullable(sourceId),
})

export const translation: v.GenericSchema<unknown, Translation> = v.object({
  of: articleId,
  reviewed: v.boolean(),
})

const section: v.GenericSchema<unknown, Section> = v.object({
  anchor,
  number: v.string(),
  heading,
  title: v.string(),
  language: languageTag,
  blocks,
  factsAsOf: v.nullable(partialDate),
  confidence: v.nullable(confidence),
  sources: distinct(sourceId, (id) => id, 'a list of sources that all differ'),
})

const sections: v.GenericSchema<unknown, readonly Section[]> = v.pipe(
  distinct(section, ({ anchor }) => anchor, 'a list of sections whose anchors all differ'),
  v.check(([lead]) => lead?.anchor === leadAnchor, 'a list of sections that begins with the lead'),
)

const news: v.GenericSchema<unknown, NewsDetails> = v.object({
  date: v.nullable(partialDate),
  summarised: v.nullable(partialDate),
  leavesOut: inlines,
  keyFigures: v.array(keyFigure),
})

const article: v.GenericSchema<unknown, Article> = v.pipe(
  v.object({
    id: articleId,
    kind: v.picklist(articleKinds),
    title: filled,
    summary: v.string(),
    language: languageTag,
    factsAsOf: v.nullable(partialDate),
    translation: v.nullable(translation),
    news: v.nullable(news),
    sections,
    notes: distinct(v.object({ id: anchor, children: blocks }), ({ id }) => id, 'notes whose ids all differ'),
    related: v.array(sectionAddress),
    provenance: v.object({ path: v.string(), sha256 }),
  }),
  v.check(
    (one) => (one.kind === 'news') === (one.news !== null),
    'an article with the details of news if it is news',
  ),
)

/** Reads the parsed JSON of an article. */
export function decodeArticle(value: unknown): Outcome<Article, FormatFailure> {
  return decodeWith(article, value)
}

/** The text of an article's file. */
export function encodeArticle(value: Article): string {
  return encodeJson(value)
}
