/**
 * Key figures of the news that a query names, shown above the hits as the packs hold them, with their source and
 * their date; nothing is worked out.
 */
import type { KeyFigure } from '../../../src-library/model/article.ts'
import type { ArticleEntry, Pack } from '../../../src-library/model/pack.ts'
import type { Source } from '../../../src-library/model/source.ts'
import { fold, lower } from '../../../src-library/search/words/fold.ts'
import { sameLanguage } from '../../state/languages.ts'
import type { ResultPage } from '../../engine/protocol.ts'

export type DirectFigure = {
  readonly pack: Pack
  readonly entry: ArticleEntry
  readonly figure: KeyFigure
  readonly source: Source
}

type QuestionPage = Pick<ResultPage, 'text' | 'corrections'>

/** More figures than this are not read at a glance. The results below list them. */
const mostFigures = 2
/** A beginning of at least this many letters counts as the word: `victim` for `victims`. */
const leastBeginning = 4

/**
 * The newest key figures that the query names: by the whole value (`Tier 2`), or by two or more words that are all in
 * the value or its label (`victims 2024`). A figure without a source or a date is never an answer. If an item exists in
 * several languages, only one version answers: the reader's, if the query names its figures too.
 */
export function figuresFor(
  answer: QuestionPage,
  packs: readonly Pack[],
  language: string,
): readonly DirectFigure[] {
  const words = wordsAsked(answer)
  if (words.length === 0) return []
  const asked = words.join(' ')
  const named = (figure: KeyFigure): boolean => {
    const { value, all } = figureWords(figure)
    return (
      asked === value || (words.length > 1 && words.every((word) => all.some((one) => isForm(word, one))))
    )
  }
  const figuresOf = (pack: Pack, entry: ArticleEntry): readonly DirectFigure[] =>
    entry.keyFigures.flatMap((figure) => {
      const source = pack.sources.find(({ id }) => id === figure.source)
      return source && entry.date !== null && named(figure) ? [{ pack, entry, figure, source }] : []
    })
  return packs
    .flatMap((pack) =>
      versionsIn(pack.news).flatMap((versions) => {
        const found = versions.map((entry) => figuresOf(pack, entry)).filter((one) => one.length > 0)
        return found.find(([one]) => one && sameLanguage(one.entry.language, language)) ?? found[0] ?? []
      }),
    )
    .sort((a, b) => -Number(dayOf(a) > dayOf(b)) || Number(dayOf(a) < dayOf(b)))
    .slice(0, mostFigures)
}

/** Items that say the same in several languages, together. */
function versionsIn(entries: readonly ArticleEntry[]): readonly (readonly ArticleEntry[])[] {
  const versions = new Map<string, ArticleEntry[]>()
  for (const entry of entries) {
    const original = entry.translation?.of ?? entry.id
    versions.set(original, [...(versions.get(original) ?? []), entry])
  }
  return [...versions.values()]
}

const dayOf = ({ entry }: DirectFigure): string => entry.date ?? ''

/** Words of the query as they were searched: misspelt ones mended, those left out by a minus left out. */
function wordsAsked({ text, corrections }: QuestionPage): readonly string[] {
  const mended = new Map(corrections.map(({ from, to }) => [wordsOf(from).join(' '), to]))
  return text
    .split(/\s+/)
    .filter((word) => !/^-\S/.test(word))
    .flatMap((word) => wordsOf(mended.get(wordsOf(word).join(' ')) ?? word))
}

type FigureWords = { readonly value: string; readonly all: readonly string[] }
const known = new WeakMap<KeyFigure, FigureWords>()

/** A figure's words, its value's by themselves: read once, because every figure is asked at every key. */
function figureWords(figure: KeyFigure): FigureWords {
  const read = known.get(figure)
  if (read) return read
  const { value, label } = figure
  const words = { value: wordsOf(value).join(' '), all: wordsOf(`${value} ${label}`) }
  known.set(figure, words)
  return words
}

const wordsOf = (text: string): readonly string[] => fold(lower(text)).match(/[\p{L}\p{N}]+/gu) ?? []

function isForm(asked: string, there: string): boolean {
  if (asked === there) return true
  if (/\d/.test(asked) || Math.min(asked.length, there.length) < leastBeginning) return false
  return there.startsWith(asked) || asked.startsWith(there)
}
