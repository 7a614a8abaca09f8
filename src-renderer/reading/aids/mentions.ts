/** Where an article is mentioned: sections of other articles, in the same language, whose text has a link to it. */
import type { SectionAddress } from '../../../src-library/model/article.ts'
import { linksOf } from '../../../src-library/model/links.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import { entriesOf, sameLanguage } from '../../state/languages.ts'
import type { Library } from '../../state/library.svelte.ts'
import { articleKey } from '../../state/versions.ts'

type Link = { readonly from: SectionAddress; readonly to: SectionAddress }
type Known = Pick<Library, 'article' | 'pack'>

/** By pack and language: every article is read once, however many ask. An edition that takes a pack's place is another pack. */
const read = new WeakMap<Pack, Map<string, Promise<readonly Link[]>>>()

/** One section of each article, the first that has a link; in the order of the contents. `rest` keeps keys and frames going between articles. */
export async function mentionsOf(
  library: Known,
  pack: Pack,
  { id, language }: { readonly id: string; readonly language: string },
  rest: () => Promise<unknown>,
): Promise<readonly SectionAddress[]> {
  const links = await linksIn(library, pack, language, rest)
  const own = articleKey(library, { pack: pack.id, article: id, anchor: '' })
  const isOwn = ({ article, anchor }: SectionAddress): boolean =>
    articleKey(library, { pack: pack.id, article, anchor }) === own
  const seen = new Set<string>()
  return links
    .filter(({ from, to }) => isOwn(to) && !isOwn(from) && !seen.has(from.article) && seen.add(from.article))
    .map(({ from }) => from)
}

function linksIn(
  library: Known,
  pack: Pack,
  language: string,
  rest: () => Promise<unknown>,
): Promise<readonly Link[]> {
  const known = read.get(pack) ?? new Map<string, Promise<readonly Link[]>>()
  read.set(pack, known)
  const links = known.get(language) ?? readLinks(library, pack, language, rest)
  known.set(language, links)
  return links
}

async function readLinks(
  library: Known,
  pack: Pack,
  language: string,
  rest: () => Promise<unknown>,
): Promise<readonly Link[]> {
  const links: Link[] = []
  for (const { id } of entriesOf(pack).filter((entry) => sameLanguage(entry.language, language))) {
    await rest()
    // An article that can't be read has no links.
    const article = await library.article(pack.id, id)
    if (article.ok)
      links.push(...linksOf(article.value).map(({ anchor, to }) => ({ from: { article: id, anchor }, to })))
  }
  return links
}
