/** The golden pack, and the files of a library that holds it. */
import { encodeArticle } from '../../src-library/format/article.ts'
import { encodeLibrary } from '../../src-library/format/library.ts'
import { encodePack } from '../../src-library/format/pack.ts'
import { articlePath, packPath } from '../../src-library/format/paths.ts'
import { noDesk } from '../../src-library/model/desk.ts'
import type { DirectAnswer } from '../../src-library/model/directanswer.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { ArticleEntry, Pack } from '../../src-library/model/pack.ts'
import { goldenArticles, news, sources } from './goldenarticles.ts'
import { wayPng } from './goldenfigures.ts'

export const goldenPackId = 'paper'

const entryOf = (one: Article): ArticleEntry => ({
  id: one.id,
  kind: one.kind,
  title: one.title,
  summary: one.summary,
  language: one.language,
  factsAsOf: one.factsAsOf,
  date: one.news?.date ?? null,
  translation: one.translation,
  sections: one.sections.map(({ anchor, number, title, heading, confidence }) => ({
    anchor,
    number,
    title,
    depth: heading.depth,
    confidence,
  })),
  keyFigures: one.news?.keyFigures ?? [],
})

const number = (
  article: string,
  language: string,
  dialled: string,
  abroad: string | null,
  says: string,
): DirectAnswer => ({
  id: dialled,
  section: { article, anchor: 'line' },
  language,
  value: dialled,
  says,
  asks: [],
  source: 'law',
  confidence: 'primary',
  checked: '2026-11-22',
  until: null,
  phone: { number: dialled, abroad, checkedBy: 'documents' },
})

export const goldenPack: Pack = {
  id: goldenPackId,
  title: 'Help for people who were harmed: a reference',
  edition: '2026-11',
  language: 'en',
  factsAsOf: '2026-11-22',
  publisher: 'Fieldshelf',
  licence: {
    name: 'CC BY 4.0',
    statement: 'Text © 2026 Fieldshelf, CC BY 4.0. Facts from the sources listed.',
    address: 'https://creativecommons.org/licenses/by/4.0/',
  },
  help: { article: 'numbers', anchor: 'line' },
  answers: [
    number('numbers', 'en', '152', null, 'The line for people who were harmed answers day and night.'),
    number('numbers', 'en', '562-21-12', '+994 12 562 21 12', 'The same line, for callers from abroad.'),
    number('numbers-ru', 'ru', '152', null, 'Линия для пострадавших отвечает днём и ночью.'),
  ],
  desk: noDesk,
  sets: [],
  moved: [],
  contents: [
    { title: 'All', titles: [], articles: goldenArticles.filter(({ kind }) => kind !== 'news').map(entryOf) },
  ],
  news: [entryOf(news)],
  sources,
}

/** The files of a library with this one pack, by the path the page reads them under `library/`. */
export function goldenLibrary(
  articles: readonly Article[] = goldenArticles,
): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    [`${goldenPackId}/figures/way.png`, Buffer.from(wayPng, 'base64')],
    ['library.json', encodeLibrary({ packs: [{ state: 'ready', id: goldenPackId }] })],
    [`${goldenPackId}/${packPath}`, encodePack(goldenPack)],
    ...articles.map((one) => [`${goldenPackId}/${articlePath(one.id)}`, encodeArticle(one)] as const),
  ])
}
