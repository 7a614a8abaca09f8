/** `terms.yaml`: the names of the field's concepts in each language. Wrong entries are reported and left out. */
import { isAnchor } from '../../src-library/format/paths.ts'
import type { Diagnostics, Report } from '../diagnostics.ts'
import { nameOf } from '../names.ts'
import { Fields, type TextAt } from './fields.ts'
import type { OpenedText } from './open.ts'
import type { TextRange, SourceText } from './text.ts'
import { readYaml } from './yaml.ts'

export type ConceptWordsSetting = {
  readonly language: string
  readonly at: TextRange
  readonly term: TextAt
  readonly also: readonly TextAt[]
  readonly typed: readonly TextAt[]
  readonly avoid: readonly { readonly word: TextAt; readonly why: string }[]
  /** Markdown of one paragraph. */
  readonly means: TextAt | null
}

export type ConceptSetting = {
  readonly id: string
  readonly at: TextRange
  readonly words: readonly ConceptWordsSetting[]
  readonly group: string
  readonly note: string
  readonly telling: boolean
}

export type TermSettings = {
  readonly concepts: readonly ConceptSetting[]
  /** True if the file exists and could not be read. It may contain the missing concepts. */
  readonly unread: boolean
  /** Null without the file. */
  readonly text: SourceText | null
  readonly report: Report
}

const example = 'shelter: { en: { term: shelter, also: [safe house] }, az: { term: sığınacaq } }'

export function readTerms(opened: OpenedText | null, diagnostics: Diagnostics): TermSettings {
  const report: Report =
    opened?.report ??
    ((code, _at, message, suggestion) => diagnostics.add(code, 'terms.yaml', message, suggestion))
  if (!opened) return { concepts: [], unread: false, text: null, report }
  const { text } = opened.text
  const tree = readYaml({ text, at: { start: 0, end: text.length }, report, code: 'bad-terms' })
  if (tree && tree.kind !== 'map') report('bad-terms', tree.at, 'This should be concepts by id.', example)
  if (tree?.kind !== 'map') return { concepts: [], unread: true, text: opened.text, report }
  const concepts = new Fields(tree, report).named().flatMap((one) => conceptOf(one, report))
  checkShared(concepts, report)
  return { concepts, unread: false, text: opened.text, report }
}

function conceptOf(
  { name, at, fields }: { readonly name: string; readonly at: TextRange; readonly fields: Fields },
  report: Report,
): readonly ConceptSetting[] {
  const concept = {
    id: name,
    at,
    group: fields.text('group') ?? '',
    note: fields.text('note') ?? '',
    telling: fields.choice('telling', ['true', 'false']) === 'true',
    words: fields.byLanguage().flatMap(wordsOf),
  }
  fields.finish()
  if (!isAnchor(name)) {
    report('bad-id', at, `\`${name}\` can’t be a concept’s id.`, `Write \`${nameOf(name)}\`.`)
    return []
  }
  if (concept.words.length > 0) return [concept]
  report('bad-terms', at, `The concept \`${name}\` has no term in any language.`, example)
  return []
}

function wordsOf({
  name: language,
  at,
  fields,
}: {
  readonly name: string
  readonly at: TextRange
  readonly fields: Fields
}): readonly ConceptWordsSetting[] {
  fields.required('term')
  const term = fields.textAt('term')
  const words = {
    also: fields.texts('also'),
    typed: fields.texts('typed'),
    avoid: (fields.record('avoid')?.pairs() ?? []).map(({ name, at: place, value }) => ({
      word: { value: name, at: place },
      why: value.value,
    })),
    means: fields.textAt('means'),
  }
  fields.finish()
  return term ? [{ language, at, term, ...words }] : []
}

/** A word of two concepts would bring the sections of both; a word to use and to avoid is a contradiction. */
function checkShared(concepts: readonly ConceptSetting[], report: Report): void {
  const terms = new Map<string, string>()
  for (const { id, words } of concepts)
    for (const { language, term } of words) {
      const key = `${language} ${term.value.toLowerCase()}`
      const other = terms.get(key)
      if (other !== undefined)
        report(
          'bad-terms',
          term.at,
          `“${term.value}” is already the term of \`${other}\`.`,
          'Make one concept of the two, or take another term.',
        )
      terms.set(key, id)
    }
  for (const { words } of concepts)
    for (const { language, avoid } of words)
      for (const { word } of avoid) {
        const user = terms.get(`${language} ${word.value.toLowerCase()}`)
        if (user !== undefined)
          report(
            'bad-terms',
            word.at,
            `“${word.value}” is to be avoided here, and is the term of \`${user}\`.`,
            'Take it out of one of the two.',
          )
      }
}
