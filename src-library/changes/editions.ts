/**
 * What an edition changes, section by section, for its readers: sections that are new, that say other words, that
 * moved, and that are gone, with what they said; and the numbers to call that changed, which come first.
 */
import type { Article, Section, SectionAddress } from '../model/article.ts'
import type { DirectAnswer } from '../model/directanswer.ts'
import { addressNow } from '../model/moved.ts'
import type { Pack } from '../model/pack.ts'
import type { PartialDate } from '../model/source.ts'
import { textOfBlocks } from '../model/text.ts'
import { changesBetween } from './changes.ts'

export type SectionChange = {
  readonly kind: 'new' | 'changed' | 'gone'
  /** Of the new edition; of what is gone, its place in the one before. */
  readonly address: SectionAddress
  /** Where what is gone is now, if the authors say so. */
  readonly movedTo: SectionAddress | null
  readonly articleTitle: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly date: PartialDate | null
  readonly isNews: boolean
  /** Ids of sources of the edition that has the section: the new one, or of what is gone the one before. */
  readonly sources: readonly string[]
  /** Plain text, its first line the heading where that changed; null where there is none. */
  readonly before: string | null
  readonly after: string | null
}

export type NumberChange = {
  readonly kind: 'new' | 'changed' | 'gone'
  readonly language: string
  readonly says: string
  /** When the new number was checked; of one that is gone, the old one. */
  readonly checked: PartialDate
  /** Id of its source, of the same edition. */
  readonly source: string
  readonly before: string | null
  readonly after: string | null
}

export type EditionChanges = {
  readonly numbers: readonly NumberChange[]
  /** In the order of the articles' titles, and within one of the document. */
  readonly sections: readonly SectionChange[]
}

/** `articles` of both are those that differ; of the others nothing is said. */
export function editionChanges(
  before: { readonly pack: Pack; readonly articles: readonly Article[] },
  after: { readonly pack: Pack; readonly articles: readonly Article[] },
): EditionChanges {
  const { added, removed, changed } = changesBetween(before.articles, after.articles)
  const old = new Map(before.articles.map((article) => [article.id, article]))
  const now = new Map(after.articles.map((article) => [article.id, article]))
  const gone = (article: Article, section: Section): SectionChange => ({
    ...changeOf('gone', article, section),
    movedTo: movedTo(after.pack, { article: article.id, anchor: section.anchor }),
    before: wordsOf(section),
  })
  const isNew = (article: Article, section: Section): SectionChange => ({
    ...changeOf('new', article, section),
    after: wordsOf(section),
  })
  const sections = [
    ...added.flatMap((article) => article.sections.map((section) => isNew(article, section))),
    ...removed.flatMap((article) => article.sections.map((section) => gone(article, section))),
    ...changed.flatMap(({ id, ...anchors }) => {
      const [earlier, later] = [old.get(id), now.get(id)]
      if (!earlier || !later) return []
      const earlierOf = new Map(earlier.sections.map((section) => [section.anchor, section]))
      return [
        ...later.sections.flatMap((section): SectionChange[] => {
          if (anchors.added.includes(section.anchor)) return [isNew(later, section)]
          const previous = earlierOf.get(section.anchor)
          if (!previous || !anchors.changed.includes(section.anchor)) return []
          const [was, is] = [textOf(previous), textOf(section)]
          // A source or a date beside the words changed: there is no word to mark.
          if (was === is) return []
          const text = previous.title === section.title ? wordsOf : textOf
          return [{ ...changeOf('changed', later, section), before: text(previous), after: text(section) }]
        }),
        ...earlier.sections
          .filter(({ anchor }) => anchors.removed.includes(anchor))
          .map((section) => gone(earlier, section)),
      ]
    }),
  ]
  return {
    numbers: numberChanges(before.pack.answers, after.pack.answers),
    sections: sections
      // The text before the first heading is often empty.
      .filter((change) => (change.before ?? '') !== '' || (change.after ?? '') !== '')
      .map((change, at) => ({ change, at }))
      .sort((a, b) => compare(a.change.articleTitle, b.change.articleTitle) || a.at - b.at)
      .map(({ change }) => change),
  }
}

/** The changes whose title or text holds these letters; all of them where there are none. */
export function changesWith(query: string, sections: readonly SectionChange[]): readonly SectionChange[] {
  const sought = folded(query.trim())
  return sections.filter(({ title, articleTitle, before, after }) =>
    [title, articleTitle, before ?? '', after ?? ''].some((text) => folded(text).includes(sought)),
  )
}

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase()

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const changeOf = (kind: SectionChange['kind'], article: Article, section: Section): SectionChange => ({
  kind,
  address: { article: article.id, anchor: section.anchor },
  movedTo: null,
  articleTitle: article.title,
  title: section.title,
  language: section.language,
  date: article.news ? article.news.date : (section.factsAsOf ?? article.factsAsOf),
  isNews: article.news !== null,
  sources: section.sources,
  before: null,
  after: null,
})

const wordsOf = ({ blocks }: Section): string => textOfBlocks(blocks)

/** The heading is a part of what a section says. */
const textOf = (section: Section): string => {
  const { title } = section
  const text = wordsOf(section)
  return text === '' ? '' : `${title}\n${text}`
}

/** Null where the authors say nothing: the lead of an article is where every lost anchor leads. */
function movedTo(pack: Pack, from: SectionAddress): SectionAddress | null {
  const isSaid = pack.moved.some(
    ({ from: one }) => one.article === from.article && (one.anchor === null || one.anchor === from.anchor),
  )
  return isSaid ? addressNow(pack, from) : null
}

/** By what a number is for: the same answer with another number, a number that is new, one that is gone. */
function numberChanges(
  before: readonly DirectAnswer[],
  after: readonly DirectAnswer[],
): readonly NumberChange[] {
  const keyOf = ({ section, id, language }: DirectAnswer): string =>
    JSON.stringify([section.article, section.anchor, id, language])
  const saidOf = (
    kind: NumberChange['kind'],
    { language, says, checked, source }: DirectAnswer,
  ): Omit<NumberChange, 'before' | 'after'> => ({ kind, language, says, checked, source })
  const withNumber = (answers: readonly DirectAnswer[]): ReadonlyMap<string, DirectAnswer> =>
    new Map(answers.filter(({ phone }) => phone !== null).map((answer) => [keyOf(answer), answer]))
  const [old, now] = [withNumber(before), withNumber(after)]
  const oldNumbers = new Set([...old.values()].map(({ phone }) => phone?.number))
  const nowNumbers = new Set([...now.values()].map(({ phone }) => phone?.number))
  const changes: NumberChange[] = []
  for (const [key, answer] of now) {
    const earlier = old.get(key)
    if (earlier && earlier.phone?.number !== answer.phone?.number)
      changes.push({ ...saidOf('changed', answer), before: earlier.value, after: answer.value })
    else if (!earlier && !oldNumbers.has(answer.phone?.number))
      changes.push({ ...saidOf('new', answer), before: null, after: answer.value })
  }
  for (const [key, answer] of old)
    if (!now.has(key) && !nowNumbers.has(answer.phone?.number))
      changes.push({ ...saidOf('gone', answer), before: answer.value, after: null })
  return changes
}
