/** The YAML at the head of a document: its description of itself. */
import type { Yaml } from 'mdast'
import { confidences, type Confidence } from '../../src-library/model/confidence.ts'
import type { PartialDate } from '../../src-library/model/source.ts'
import { Fields, type TextAt } from '../1-read/fields.ts'
import type { SourceDocument } from '../1-read/documents.ts'
import type { TextRange } from '../1-read/text.ts'
import { readYaml } from '../1-read/yaml.ts'
import { readAnswers, type AnswerSetting } from './answers.ts'

export type KeyFigureAt = {
  readonly value: string
  readonly label: string
  readonly source: TextAt | null
  readonly at: TextRange
}

export type FrontMatter = {
  readonly title: string
  readonly summary: string
  /** BCP 47; null means the pack's. */
  readonly language: string | null
  /** Null means the pack's. */
  readonly factsAsOf: PartialDate | null
  readonly confidence: Confidence | null
  readonly sources: readonly TextAt[]
  readonly related: readonly TextAt[]
  readonly answers: readonly AnswerSetting[]
  readonly translation: { readonly of: TextAt; readonly reviewed: boolean } | null
  /** Null for an article that is no news. */
  readonly news: {
    readonly date: PartialDate | null
    readonly summarised: PartialDate | null
    readonly leavesOut: string
    readonly keyFigures: readonly KeyFigureAt[]
  } | null
}

const mostKeyFigures = 3
const example = 'Begin the file with three lines: ---, title: The title, ---.'

/** Reads the front matter; null after reporting that there is none or that it can't be read. */
export function readFrontMatter(node: Yaml | undefined, document: SourceDocument): FrontMatter | null {
  const { report, text } = document
  if (!node) {
    const opened = /^---[ \t]*(?:\r?\n|\r)/.test(text.text)
    const message = opened ? 'The front matter is not closed.' : 'This document has no front matter.'
    report('no-front-matter', { start: 0, end: 3 }, message, opened ? 'Put a line of --- after it.' : example)
    return null
  }
  const start = node.position?.start.offset ?? 0
  const firstLine = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.text.slice(start))?.[0].length ?? 0
  const at = { start: start + firstLine, end: start + firstLine + node.value.length }
  const tree = readYaml({ text: text.text, at, report, code: 'bad-front-matter' })
  if (tree && tree.kind !== 'map')
    report('bad-front-matter', tree.at, 'The front matter should be lines of key: value.', example)
  return tree?.kind === 'map' ? frontMatterOf(new Fields(tree, report), document) : null
}

function frontMatterOf(fields: Fields, { kind, report }: SourceDocument): FrontMatter {
  const frontMatter: FrontMatter = {
    title: fields.required('title'),
    summary: fields.text('summary') ?? '',
    language: fields.language('language'),
    factsAsOf: fields.date('factsAsOf'),
    confidence: fields.choice('confidence', confidences),
    sources: fields.texts('sources'),
    related: fields.texts('related'),
    answers: readAnswers(fields, report),
    translation: translationOf(fields),
    news:
      kind === 'news'
        ? {
            date: fields.date('date'),
            summarised: fields.date('summarised'),
            leavesOut: fields.text('leavesOut') ?? '',
            keyFigures: fields.records('keyFigures').map(keyFigureOf),
          }
        : null,
  }
  const beyond = frontMatter.news?.keyFigures[mostKeyFigures]
  if (beyond) report('bad-value', beyond.at, `At most ${mostKeyFigures} key figures can be shown.`)
  fields.finish()
  return frontMatter
}

function translationOf(fields: Fields): FrontMatter['translation'] {
  const of = fields.textAt('translationOf')
  return of && { of, reviewed: fields.choice('reviewed', ['true', 'false']) === 'true' }
}

function keyFigureOf(fields: Fields): KeyFigureAt {
  const figure = {
    value: fields.required('value'),
    label: fields.required('label'),
    source: fields.textAt('source'),
    at: fields.at,
  }
  fields.finish()
  return figure
}
