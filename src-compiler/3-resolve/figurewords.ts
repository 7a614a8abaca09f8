/**
 * `figures/<name>.words.yaml`, beside `figures/<name>.csv`: what the columns and notes of a data figure are
 * called in other languages, so that a translation's chart speaks the language of its text. Values stay as they
 * are: they are what the source says.
 *
 *     az:
 *       Year: İl
 *       "Calls: “over 13,000”": "Zənglər: “13 000-dən çox”"
 */
import { isLanguageTag } from '../../src-library/format/scalars.ts'
import type { FigureData } from '../../src-library/model/figure.ts'
import type { Report } from '../diagnostics.ts'
import { didYouMean } from '../suggest.ts'
import type { OpenedText } from '../1-read/open.ts'
import { readYaml, type Tree } from '../1-read/yaml.ts'

/** By language, then by what the CSV file says: the words for it. */
export type FigureWords = ReadonlyMap<string, ReadonlyMap<string, string>>

export const wordsPathOf = (figure: string): string => figure.replace(/\.csv$/, '.words.yaml')

/** Mistakes are reported and left out. */
export function readFigureWords({ text: { text }, report }: OpenedText, data: FigureData): FigureWords {
  const at = { start: 0, end: text.length }
  const tree = readYaml({ text, at, report, code: 'bad-figure-words' })
  if (tree === null) return new Map()
  if (tree.kind !== 'map') {
    report(
      'bad-figure-words',
      tree.at,
      'Here should stand languages with words below them.',
      'az: { Year: İl }',
    )
    return new Map()
  }
  return new Map(
    [...tree.entries].flatMap(([language, { key, value }]) => {
      if (isLanguageTag(language)) return [[language, wordsOf(language, value, data, report)] as const]
      report('bad-figure-words', key, `\`${language}\` is no language tag such as en, az or ru.`)
      return []
    }),
  )
}

function wordsOf(
  language: string,
  tree: Tree,
  data: FigureData,
  report: Report,
): ReadonlyMap<string, string> {
  if (tree.kind !== 'map') {
    report('bad-figure-words', tree.at, `Below \`${language}\` should stand words of the figure.`, 'Year: İl')
    return new Map()
  }
  const names = new Set(data.columns.map(({ name }) => name))
  const texts = textsOf(data)
  const words = new Map<string, string>()
  const taken = new Set([...names].filter((name) => !tree.entries.has(name)))
  for (const [said, { key, value }] of tree.entries) {
    const word = value.kind === 'text' ? tidy(value.value) : ''
    if (!texts.has(said)) {
      const remedy = didYouMean(said, texts) ?? `Its columns and notes are those of ${data.path}.`
      report('unknown-key', key, `The figure has no column and no note \`${said}\`.`, remedy)
    } else if (word === '') {
      report('bad-figure-words', value.at, `The words for \`${said}\` should be a text.`)
    } else if (names.has(said) && taken.has(word)) {
      report('bad-figure-words', value.at, `Two columns would be called \`${word}\`.`, 'Name them apart.')
    } else {
      words.set(said, word)
      if (names.has(said)) taken.add(word)
    }
  }
  return words
}

/** The figure in a language, and what of it has no words there. */
export function figureIn(
  data: FigureData,
  words: FigureWords,
  language: string,
): { readonly data: FigureData; readonly missing: readonly string[] } {
  const translations = words.get(language)
  const sayAgain = (text: string): string => translations?.get(text) ?? text
  return {
    data: {
      ...data,
      columns: data.columns.map((column) => ({ ...column, name: sayAgain(column.name) })),
      rows: data.rows.map((row) => ({ ...row, note: sayAgain(row.note) })),
    },
    missing: [...textsOf(data)].filter((text) => !translations?.has(text)),
  }
}

/** Names of columns, then notes. */
const textsOf = ({ columns, rows }: FigureData): ReadonlySet<string> =>
  new Set([...columns.map(({ name }) => name), ...rows.flatMap(({ note }) => (note === '' ? [] : [note]))])

/** One line, composed, as texts of a pack are. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
