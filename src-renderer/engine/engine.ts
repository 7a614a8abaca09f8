/**
 * The search of a library, without the worker around it: reads packs as they are
 * wanted, each its index first and then its texts, and searches those that are
 * ready. Loaded packs answer by themselves: no key waits for a request. The page never
 * waits for a pack longer than a blink.
 */
import { parseJson } from '../../src-library/format/json.ts'
import { decodeLibrary } from '../../src-library/format/library.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { indexPath, packPath, textsPath } from '../../src-library/format/paths.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import type { SearchedPack } from '../../src-library/search/asking/facets.ts'
import { mergeWords } from '../../src-library/search/asking/mergedwords.ts'
import { loadIndex } from '../../src-library/search/index/load.ts'
import { Marker } from '../../src-library/search/asking/marks.ts'
import { indexesOf, marksOf, search } from '../../src-library/search/search.ts'
import { snippet } from '../../src-library/search/asking/snippet.ts'
import { tableRows } from '../../src-library/search/asking/tablerows.ts'
import { suggest } from '../../src-library/search/suggest.ts'
import { loadTexts, type SectionTexts } from '../../src-library/search/index/texts.ts'
import { noFilters } from './protocol.ts'
import { rehearsalOf } from './rehearsal.ts'
import { turns } from './turns.ts'
import type {
  DamagedPack,
  FoundSection,
  Hit,
  Marks,
  ResultPage,
  SearchRequest,
  Suggestion,
} from './protocol.ts'

/** Reads one file of the library, by its path below `library/`. Rejects when it can't be read. */
export type ReadFile = (path: string) => Promise<Uint8Array>

type ReadyPack = SearchedPack & {
  readonly title: string
  /** Null until they are read, and where they can't be. */
  texts: SectionTexts | null
}

/** As many as a window shows. */
const hitsRehearsed = 8

/** Packs that are read at once: the first ones answer while others are still to come. */
const mostReads = 3

/** Milliseconds a search waits for packs that are still being read. */
const patience = 150

type Options = {
  /** Packs are asked one by one first, and each is told before it is: the one that is never left is known. */
  readonly careful?: boolean
  /** Packs at which the worker fell silent before: they are named as damaged, and not read. */
  readonly without?: readonly string[]
  /** Told of the pack that is read or asked next, and null when it is done. */
  readonly at?: (pack: string | null) => void
}

export class Engine {
  readonly #read: ReadFile
  readonly #careful: boolean
  readonly #without: ReadonlySet<string>
  readonly #at: (pack: string | null) => void
  readonly #ready: ReadyPack[] = []
  readonly #damaged: DamagedPack[] = []
  readonly #withoutTexts: string[] = []
  readonly #pending = new Set<string>()
  /** Searches, but for those of the rehearsal. */
  #asked = 0
  #listed: Promise<void> | null = null
  #indexes: Promise<unknown> = Promise.resolve()
  /** Indexes and texts. */
  #packs: Promise<unknown> = Promise.resolve()

  constructor(read: ReadFile, { careful = false, without = [], at = () => undefined }: Options = {}) {
    this.#read = read
    this.#careful = careful
    this.#without = new Set(without)
    this.#at = at
    for (const pack of without) this.#damaged.push({ pack, reason: 'stuck' })
  }

  /** Resolves when every pack is read, or can't be. */
  async read(): Promise<void> {
    await this.#list()
    await this.#packs
  }

  async search(
    request: SearchRequest,
    wanted: () => boolean = () => true,
  ): Promise<ResultPage | 'superseded'> {
    this.#asked += 1
    await this.#open()
    if (!wanted()) return 'superseded'
    return this.#answer(request)
  }

  #answer(request: SearchRequest): ResultPage {
    const { text, offset, limit, filters, sort, language } = request
    return this.#asking((packs) => {
      const answer = search(packs, text, { offset, limit, filters, sort, language })
      const marker = new Marker(answer.marks)
      const hits = answer.hits.map((hit) => this.#complete(hit, marker))
      return {
        ...answer,
        hits,
        damaged: [...this.#damaged],
        withoutTexts: [...this.#withoutTexts],
        pending: [...this.#pending],
      }
    })
  }

  /**
   * Asks the packs that are read. A pack whose index lies in a way that no check has found may throw: then each is asked by
   * itself, the one that throws is taken out alone, and the others are asked again.
   */
  #asking<Value>(ask: (packs: readonly ReadyPack[]) => Value): Value {
    if (this.#careful) this.#takeOutBroken(ask)
    for (;;) {
      try {
        return ask(this.#ready)
      } catch (error) {
        if (!this.#takeOutBroken(ask)) throw error
      }
    }
  }

  /** Whether there was any that throws. */
  #takeOutBroken(ask: (packs: readonly ReadyPack[]) => unknown): boolean {
    const broken = this.#ready.filter((pack) => {
      this.#at(pack.id)
      try {
        ask([pack])
        return false
      } catch {
        return true
      }
    })
    this.#at(null)
    for (const pack of broken) {
      this.#ready.splice(this.#ready.indexOf(pack), 1)
      this.#damaged.push({ pack: pack.id, reason: 'damaged' })
    }
    return broken.length > 0
  }

  /**
   * Reads the packs, so that the first search finds them read; then rehearses, until somebody asks. `pause` resolves
   * when whatever was asked meanwhile was heard.
   */
  async warm(pause: () => Promise<unknown>): Promise<void> {
    await this.#list()
    await this.#packs
    await this.mergeWords(pause)
    for (const text of rehearsalOf(indexesOf(this.#ready))) {
      await pause()
      if (this.#asked > 0) return
      this.#answer({
        text,
        offset: 0,
        limit: hitsRehearsed,
        filters: noFilters,
        sort: 'relevance',
        language: '',
      })
    }
  }

  /** Puts the words of all packs together, which halves the search for a misspelt one. */
  mergeWords(pause = (): Promise<unknown> => Promise.resolve()): Promise<void> {
    return mergeWords(indexesOf(this.#ready), pause)
  }

  async suggest(text: string, limit: number, language: string): Promise<Suggestion[]> {
    await this.#open()
    return this.#asking((packs) => suggest(packs, text, limit, language))
  }

  /** The forms of a query's words in a text, without its hits. */
  async marks(text: string): Promise<Marks> {
    await this.#list()
    await this.#indexes
    return this.#asking((packs) => marksOf(packs, text))
  }

  #complete(hit: FoundSection, marker: Marker): Hit {
    const pack = this.#ready.find(({ id }) => id === hit.pack)
    const text = pack?.texts?.of(hit.section) ?? ''
    return {
      ...hit,
      packTitle: pack?.title ?? hit.pack,
      titleRanges: marker.in(hit.sectionTitle, hit.language),
      snippet: snippet(text, marker, hit.language),
      table: tableRows(text, marker, hit.language),
    }
  }

  /** Starts reading every pack, unless that was done; returns when they are read, or have taken too long to wait for. */
  async #open(): Promise<void> {
    await this.#list()
    await Promise.race([this.#packs, new Promise((resolve) => setTimeout(resolve, patience))])
  }

  /** Reads the list of packs, and begins with each: before that it is unknown what is still to come. */
  #list(): Promise<void> {
    this.#listed ??= this.#json('library.json').then((value) => {
      const listing = decode(value, decodeLibrary)
      const packs = listing.packs.flatMap((pack) =>
        pack.state === 'ready' && !this.#without.has(pack.id) ? [pack] : [],
      )
      // Those that came with Fieldshelf hold the numbers to call: they answer first, with their lines.
      const bundled = packs.filter(({ signed }) => signed === undefined || signed.standing === 'shipped')
      const others = packs.filter((pack) => !bundled.includes(pack))
      for (const { id } of packs) this.#pending.add(id)
      const inTurn = turns(mostReads)
      const indexes = [
        ...bundled.map(({ id }) => ({ isFirst: true, index: this.#readIndex(id) })),
        ...others.map(({ id }) => ({ isFirst: false, index: inTurn(() => this.#readIndex(id)) })),
      ]
      this.#indexes = Promise.all(indexes.map(({ index }) => index))
      this.#packs = Promise.all(
        indexes.map(async ({ isFirst, index }) => {
          const ready = await index
          const texts = (): Promise<void> => this.#readTexts(ready)
          return isFirst ? texts() : inTurn(texts)
        }),
      )
    })
    // What failed is read again at the next question: another program may have held the file.
    this.#listed.catch(() => (this.#listed = null))
    return this.#listed
  }

  /** Null when the pack can't be searched. */
  async #readIndex(id: string): Promise<{ pack: ReadyPack; index: Uint8Array } | null> {
    let reason: DamagedPack['reason'] = 'unreadable'
    try {
      const [pack, bytes] = await Promise.all([
        this.#json(`${id}/${packPath}`).then((value) => decode(value, decodePack)),
        this.#read(`${id}/${indexPath}`),
      ])
      if (pack.id !== id) throw new Error('A pack says that it is another')
      this.#at(id)
      const index = loadIndex(bytes)
      this.#at(null)
      if (index.ok) {
        const sourceTypes = new Map(pack.sources.map((source) => [source.id, source.type]))
        const ready: ReadyPack = { id, title: pack.title, index: index.value, sourceTypes, texts: null }
        this.#ready.push(ready)
        this.#ready.sort((a, b) => (a.id < b.id ? -1 : 1))
        return { pack: ready, index: bytes }
      }
      reason = index.failure.kind
    } catch {
      // A pack that can't be read is reported below, as damaged.
    }
    this.#damaged.push({ pack: id, reason })
    this.#pending.delete(id)
    return null
  }

  /** After the index: a first answer without lines is better than none. */
  async #readTexts(ready: { pack: ReadyPack; index: Uint8Array } | null): Promise<void> {
    if (ready === null) return
    const { pack, index } = ready
    const texts = await this.#read(`${pack.id}/${textsPath}`).then(
      (bytes) => {
        this.#at(pack.id)
        const read = loadTexts(bytes, index)
        this.#at(null)
        return read
      },
      () => null,
    )
    if (texts?.ok) pack.texts = texts.value
    else this.#withoutTexts.push(pack.id)
    this.#pending.delete(pack.id)
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
