/**
 * The search of a library, without the worker around it: reads packs as they are
 * wanted, searches those that are ready, and fetches the articles of the hits
 * shown for their snippets. The page never waits for a pack longer than a blink.
 */
import { decodeArticle } from '../../../src-library/format/article.ts'
import { parseJson } from '../../../src-library/format/json.ts'
import { decodeLibrary } from '../../../src-library/format/library.ts'
import { decodePack } from '../../../src-library/format/pack.ts'
import { articlePath, indexPath, packPath } from '../../../src-library/format/paths.ts'
import type { Outcome } from '../../../src-library/model/outcome.ts'
import type { SearchedPack } from '../../../src-library/search/facets.ts'
import { loadIndex } from '../../../src-library/search/load.ts'
import { marksIn } from '../../../src-library/search/marks.ts'
import { search } from '../../../src-library/search/search.ts'
import { snippet } from '../../../src-library/search/snippet.ts'
import { suggest } from '../../../src-library/search/suggest.ts'
import { noFilters } from './protocol.ts'
import type { DamagedPack, Found, Hit, Marks, SearchAnswer, SearchRequest, Suggestion } from './protocol.ts'
import { Texts, type SectionTexts } from './texts.ts'

/** Reads one file of the library, by its path below `library/`. Rejects when it can't be read. */
export type ReadFile = (path: string) => Promise<Uint8Array>

type ReadyPack = SearchedPack & { readonly title: string }

/** Milliseconds a search waits for packs that are still being read. */
const patience = 150

export class Engine {
  readonly #read: ReadFile
  readonly #ready: ReadyPack[] = []
  readonly #damaged: DamagedPack[] = []
  readonly #pending = new Set<string>()
  #listed: Promise<void> | null = null
  #packs: Promise<unknown> = Promise.resolve()
  readonly #texts = new Texts(async (path) => decode(await this.#json(path), decodeArticle))

  constructor(read: ReadFile) {
    this.#read = read
  }

  async search(
    request: SearchRequest,
    wanted: () => boolean = () => true,
  ): Promise<SearchAnswer | 'superseded'> {
    await this.#open()
    if (!wanted()) return 'superseded'
    const { text, offset, limit, filters, sort, language } = request
    const answer = search(this.#ready, text, { offset, limit, filters, sort, language })
    const hits: Hit[] = []
    const texts = await Promise.all(
      answer.hits.map((hit) => this.#texts.of(`${hit.pack}/${articlePath(hit.article)}`)),
    )
    if (!wanted()) return 'superseded'
    answer.hits.forEach((hit, i) => hits.push(this.#complete(hit, texts[i] ?? null, answer.marks)))
    return { ...answer, hits, damaged: [...this.#damaged], pending: [...this.#pending] }
  }

  /** Reads the packs, so that the first search finds them read. */
  async warm(): Promise<void> {
    await this.#list()
    await this.#packs
  }

  async suggest(text: string, limit: number, language: string): Promise<Suggestion[]> {
    await this.#open()
    return suggest(this.#ready, text, limit, language)
  }

  /** What a query's words look like in a text, without its hits. */
  async marks(text: string): Promise<Marks> {
    await this.#list()
    await this.#packs
    return search(this.#ready, text, { offset: 0, limit: 0, filters: noFilters, sort: 'relevance' }).marks
  }

  #complete(hit: Found, texts: SectionTexts | null, marks: Marks): Hit {
    const text = texts?.get(hit.anchor)
    return {
      ...hit,
      packTitle: this.#ready.find((pack) => pack.id === hit.pack)?.title ?? hit.pack,
      titleRanges: marksIn(hit.sectionTitle, marks, hit.language),
      snippet: text === undefined ? [] : snippet(text, marks, hit.language),
    }
  }

  /** Starts reading every pack, unless that was done; returns when they are read, or have taken too long to wait for. */
  async #open(): Promise<void> {
    await this.#list()
    await Promise.race([this.#packs, new Promise((resolve) => setTimeout(resolve, patience))])
  }

  /** Reads which packs there are, and begins with each: until then nobody can say what is still to come. */
  #list(): Promise<void> {
    this.#listed ??= this.#json('library.json').then((value) => {
      const listing = decode(value, decodeLibrary)
      const ids = listing.packs.filter((pack) => pack.state === 'ready').map((pack) => pack.id)
      for (const id of ids) this.#pending.add(id)
      this.#packs = Promise.all(ids.map((id) => this.#openPack(id)))
    })
    return this.#listed
  }

  async #openPack(id: string): Promise<void> {
    try {
      const [pack, bytes] = await Promise.all([
        this.#json(`${id}/${packPath}`).then((value) => decode(value, decodePack)),
        this.#read(`${id}/${indexPath}`),
      ])
      if (pack.id !== id) throw new Error('A pack says that it is another')
      const index = loadIndex(bytes)
      if (!index.ok) this.#damaged.push({ pack: id, reason: index.failure.kind })
      else {
        const sourceTypes = new Map(pack.sources.map((source) => [source.id, source.type]))
        this.#ready.push({ id, title: pack.title, index: index.value, sourceTypes })
        this.#ready.sort((a, b) => (a.id < b.id ? -1 : 1))
      }
    } catch {
      this.#damaged.push({ pack: id, reason: 'unreadable' })
    }
    this.#pending.delete(id)
  }

  async #json(path: string): Promise<unknown> {
    const parsed = parseJson(new TextDecoder().decode(await this.#read(path)))
    if (!parsed.ok) throw new Error(`${path} is not JSON`)
    return parsed.value
  }
}

function decode<Value>(value: unknown, decoder: (value: unknown) => Outcome<Value, unknown>): Value {
  const decoded = decoder(value)
  if (!decoded.ok) throw new Error('A file of the library is not what it should be')
  return decoded.value
}
