/** The articles of a pack -> its contents, in groups and in order, and its news. */
import type { Article } from '../../src-library/model/article.ts'
import type { ArticleEntry, ContentsGroup, Pack } from '../../src-library/model/pack.ts'
import { nameOf } from '../names.ts'
import { didYouMean } from '../suggest.ts'
import { resolveAddress } from './links.ts'
import type { Surroundings } from './surroundings.ts'

/** Everything about the pack but its texts. */
export function packOf(articles: readonly Article[], { settings, sources, places }: Surroundings): Pack {
  const entries = new Map(articles.map((article) => [article.id, entryOf(article)]))
  const news = [...entries.values()].filter(({ kind }) => kind === 'news')
  const { help, report } = settings
  return {
    id: settings.id,
    title: settings.title,
    edition: settings.edition,
    language: settings.language,
    factsAsOf: settings.factsAsOf,
    publisher: settings.publisher,
    licence: settings.licence,
    help: help && resolveAddress(help.value, '', places, help.at, report),
    contents: contentsOf(entries, settings, places),
    news: news.sort((a, b) => compare(b.date ?? '', a.date ?? '') || byTitle(a, b)),
    sources: [...sources.values()].sort((a, b) => compare(a.id, b.id)),
  }
}

function entryOf(article: Article): ArticleEntry {
  const { id, kind, title, summary, language, factsAsOf, news, sections } = article
  return {
    id,
    kind,
    title,
    summary,
    language,
    factsAsOf,
    date: news?.date ?? null,
    sections: sections.map(({ anchor, number, title, heading, confidence }) => ({
      anchor,
      number,
      title,
      depth: heading.depth,
      confidence,
    })),
  }
}

function contentsOf(
  entries: ReadonlyMap<string, ArticleEntry>,
  { contents, report }: Surroundings['settings'],
  places: Surroundings['places'],
): readonly ContentsGroup[] {
  const rest = new Map([...entries].filter(([, { kind }]) => kind === 'encyclopedia'))
  const groups = contents.map((group) => ({
    title: group.title,
    articles: group.articles.flatMap(({ value: id, at }) => {
      const entry = rest.get(id)
      if (entry) {
        rest.delete(id)
        return [entry]
      }
      const known = entries.get(id)
      if (known) {
        const message = known.kind === 'news' ? `\`${id}\` is news` : `\`${id}\` is listed twice`
        report('bad-value', at, `${message}; the contents list each encyclopedia article once.`)
      } else if (!places.has(id)) {
        report(
          'link-to-nowhere',
          at,
          `There is no article \`${id}\` in this pack.`,
          didYouMean(id, places.keys()),
        )
      }
      return []
    }),
  }))
  const others = { title: '', articles: [...rest.values()].sort(byTitle) }
  return [...groups, others].filter(({ articles }) => articles.length > 0)
}

/** By folded letters and without a locale: two machines must agree. */
const byTitle = (a: ArticleEntry, b: ArticleEntry): number =>
  compare(nameOf(a.title), nameOf(b.title)) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
