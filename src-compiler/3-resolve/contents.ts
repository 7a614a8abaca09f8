/** The articles of a pack -> its contents, in groups and in order, and its news. */
import type { Article } from '../../src-library/model/article.ts'
import type { Move } from '../../src-library/model/pack.ts'
import type { ArticleEntry, ContentsGroup, Pack } from '../../src-library/model/pack.ts'
import { nameOf } from '../names.ts'
import type { TextAt } from '../1-read/fields.ts'
import { didYouMean } from '../suggest.ts'
import { answersOf } from './answers.ts'
import { deskOf, setsOf } from './desk.ts'
import { resolveAddress } from './links.ts'
import type { Surroundings } from './surroundings.ts'

/** Everything about the pack but its texts. */
export function packOf(articles: readonly Article[], moved: readonly Move[], around: Surroundings): Pack {
  const { settings, sources, places } = around
  const entries = new Map(articles.map((article) => [article.id, entryOf(article)]))
  const news = inOrderOfTitles([...entries.values()].filter(({ kind }) => kind === 'news'))
  const { help, report } = settings
  const answers = answersOf(articles, around)
  return {
    id: settings.id,
    title: settings.title,
    ...(settings.names.length > 0 && { names: settings.names }),
    edition: settings.edition,
    language: settings.language,
    factsAsOf: settings.factsAsOf,
    publisher: settings.publisher,
    licence: settings.licence,
    help: help && resolveAddress(help.value, '', places, help.at, report),
    answers,
    desk: deskOf(articles, answers, around),
    sets: setsOf(articles, around),
    moved,
    contents: contentsOf(entries, settings, places),
    news: news.toSorted((a, b) => compare(b.date ?? '', a.date ?? '')),
    sources: [...sources.values()].sort((a, b) => compare(a.id, b.id)),
  }
}

function entryOf(article: Article): ArticleEntry {
  const { id, kind, title, summary, language, factsAsOf, translation, news, sections } = article
  return {
    id,
    kind,
    title,
    summary,
    language,
    factsAsOf,
    date: news?.date ?? null,
    translation,
    sections: sections.map(({ anchor, number, title, heading, confidence }) => ({
      anchor,
      number,
      title,
      depth: heading.depth,
      confidence,
    })),
    keyFigures: news?.keyFigures ?? [],
  }
}

/** The author's groups, then those that no group names; a translation follows its original. */
function contentsOf(
  entries: ReadonlyMap<string, ArticleEntry>,
  { contents, language, report }: Surroundings['settings'],
  places: Surroundings['places'],
): readonly ContentsGroup[] {
  const articles = inOrderOfTitles([...entries.values()].filter(({ kind }) => kind === 'encyclopedia'))
  const rest = new Map(articles.filter(({ translation }) => !translation).map((entry) => [entry.id, entry]))
  const take = ({ value: id, at }: TextAt): readonly ArticleEntry[] => {
    const entry = rest.get(id)
    if (entry) {
      rest.delete(id)
      return [entry]
    }
    const reason = whyNotListed(entries.get(id))
    if (reason) report('bad-value', at, `\`${id}\` can’t stand here: ${reason}.`)
    else if (!places.has(id)) {
      const remedy = didYouMean(id, places.ids())
      report('link-to-nowhere', at, `There is no article \`${id}\` in this pack.`, remedy)
    }
    return []
  }
  checkTitles(contents, language, report)
  const groups = contents.map(({ title, titles, articles: ids }) => ({
    title,
    titles: titles.map((one) => ({ language: one.language, title: one.title })),
    articles: ids.flatMap(take),
  }))
  const translations = new Map<string, ArticleEntry[]>()
  for (const entry of articles.toSorted(byLanguage)) {
    if (entry.translation)
      translations.set(entry.translation.of, [...(translations.get(entry.translation.of) ?? []), entry])
  }
  return [...groups, { title: '', titles: [], articles: [...rest.values()] }]
    .filter((group) => group.articles.length > 0)
    .map((group) => ({
      ...group,
      articles: group.articles.flatMap((original) => [original, ...(translations.get(original.id) ?? [])]),
    }))
}

/** Reports two groups with one name in any language, and a title given twice in one language. */
function checkTitles(
  contents: Surroundings['settings']['contents'],
  packLanguage: string,
  report: Surroundings['settings']['report'],
): void {
  const taken = new Set<string>()
  for (const { title, titles, at } of contents) {
    const languages = new Set<string>()
    for (const one of [{ language: packLanguage, title, at }, ...titles]) {
      const language = one.language.toLowerCase()
      if (languages.has(language)) {
        const own = language === packLanguage.toLowerCase()
        report(
          'bad-value',
          one.at,
          `The group “${title}” has two titles in \`${one.language}\`.`,
          own ? 'The title in the pack’s own language stands in `title`.' : 'Leave one of them.',
        )
      } else if (one.title !== '' && taken.has(`${language} ${one.title}`)) {
        report('bad-value', one.at, `There are two groups called “${one.title}”.`)
      }
      languages.add(language)
      taken.add(`${language} ${one.title}`)
    }
  }
}

function whyNotListed(entry: ArticleEntry | undefined): string | null {
  if (!entry) return null
  if (entry.kind === 'news') return 'news is listed by itself, the newest first'
  if (entry.translation) return `it follows \`${entry.translation.of}\` by itself`
  return 'it is listed already'
}

const byLanguage = (a: ArticleEntry, b: ArticleEntry): number => compare(a.language, b.language)

/** By folded letters and without a locale: two machines must agree. */
function inOrderOfTitles(entries: readonly ArticleEntry[]): readonly ArticleEntry[] {
  const names = new Map(entries.map((entry) => [entry, nameOf(entry.title)]))
  return entries.toSorted((a, b) => compare(names.get(a) ?? '', names.get(b) ?? '') || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
