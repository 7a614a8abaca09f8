/** The library as the page holds it: the packs on this machine, and their articles once read. */
import { libraryFolder, type Content } from '../../src-bridge/content.ts'
import { decodeArticle } from '../../src-library/format/article.ts'
import { decodeLibrary, type Damage, type ListedPack } from '../../src-library/format/library.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { articlePath, packPath, termsPath } from '../../src-library/format/paths.ts'
import { decodeTerms } from '../../src-library/format/terms.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { Concept } from '../../src-library/model/concept.ts'
import { guidePack } from '../../src-library/model/guide.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { picturesOf } from '../../src-library/model/pictures.ts'
import type { ArticleEntry, Pack } from '../../src-library/model/pack.ts'

export type ReadFailure = { readonly kind: 'not-found' | 'damaged' }

/**
 * A pack that is not shown, by the name of its folder. `newer`, `older`: made for a newer or an older Fieldshelf.
 * `untrusted`: the key that signed it was withdrawn, or this copy does not know it. `other-edition`: whole, but another edition of the same pack is there. `twin`: another pack calls itself the same.
 * `too-large`: a pack with more files or bytes than one may have, or one pack more than a library may have.
 */
export type LeftOutPack = {
  readonly folder: string
  readonly why: 'damaged' | 'newer' | 'older' | 'other-edition' | 'twin' | 'too-large' | 'untrusted'
}

/** The exact fault matters to a person who mends packs; a reader is told what to do. */
const reasons: Readonly<Record<Damage, LeftOutPack['why']>> = {
  unreadable: 'damaged',
  'no-manifest': 'damaged',
  'bad-manifest': 'damaged',
  'newer-format': 'newer',
  'older-format': 'older',
  missing: 'damaged',
  changed: 'damaged',
  'other-edition': 'other-edition',
  twin: 'twin',
  'too-large': 'too-large',
  withdrawn: 'untrusted',
  untrusted: 'untrusted',
}

/** Enough for going back and forth; an article is some ten kilobytes. */
const cachedArticles = 40

/** Who signed a pack. */
export type PackSigner = NonNullable<Extract<ListedPack, { readonly state: 'ready' }>['signed']>

/** Shipped packs come first, then those of publishers that they vouch for, then the accepted ones, then the reader's own. */
const orderOf: Readonly<Record<PackSigner['standing'], number>> = {
  shipped: 0,
  vouched: 1,
  accepted: 2,
  own: 3,
}
const order = (signed: PackSigner | undefined): number => (signed ? orderOf[signed.standing] : 0)

export class Library {
  #packs = $state.raw<readonly Pack[]>([])
  #guide = $state.raw<Pack | null>(null)
  #signed = $state.raw<ReadonlyMap<string, PackSigner>>(new Map())
  #leftOut = $state.raw<readonly LeftOutPack[]>([])
  #state = $state<'opening' | 'ready' | 'failed'>('opening')
  readonly #content: Content
  readonly #articles = new Map<string, Promise<Outcome<Article, ReadFailure>>>()

  constructor(content: Content) {
    this.#content = content
  }

  get packs(): readonly Pack[] {
    return this.#packs
  }

  /** All that can be read and printed: the packs, and the guide. */
  get readable(): readonly Pack[] {
    return this.#guide ? [...this.#packs, this.#guide] : this.#packs
  }

  /**
   * Those whose numbers and answers may be shown as such: they came with Fieldshelf, or their publisher is known to it.
   * The shipped ones are first.
   */
  get trusted(): readonly Pack[] {
    return this.#packs.filter(({ id }) => order(this.#signed.get(id)) < 2)
  }

  /** Who signed a pack; null for one that came with Fieldshelf as a folder. */
  signedBy(id: string): PackSigner | null {
    return this.#signed.get(id) ?? null
  }

  get leftOut(): readonly LeftOutPack[] {
    return this.#leftOut
  }

  get state(): 'opening' | 'ready' | 'failed' {
    return this.#state
  }

  /** Reads which packs there are, also to try again what could not be read. */
  async open(): Promise<void> {
    const listing = await this.#read('library.json', decodeLibrary)
    if (!listing.ok) {
      this.#state = 'failed'
      return
    }
    const packs: Pack[] = []
    const leftOut: LeftOutPack[] = []
    const signed = new Map<string, PackSigner>()
    const guide = this.#readNamed(guidePack, `${guidePack}/${packPath}`, decodePack)
    await Promise.all(
      listing.value.packs.map(async (listed) => {
        if (listed.state === 'left-out') {
          leftOut.push({ folder: listed.folder, why: reasons[listed.reason] })
          return
        }
        const { id } = listed
        if (listed.signed) signed.set(id, listed.signed)
        const pack = await this.#readNamed(id, `${id}/${packPath}`, decodePack)
        if (pack.ok)
          packs.push(listed.signed?.standing === 'own' ? { ...pack.value, isOwn: true } : pack.value)
        else leftOut.push({ folder: id, why: 'damaged' })
      }),
    )
    // The library may have been opened before: articles may be of editions that are shown no more.
    this.#articles.clear()
    this.#signed = signed
    // By signer, then as they were listed, in whatever order they were read.
    const rank = ({ id }: Pack): number => order(signed.get(id))
    this.#packs = packs.sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1))
    this.#leftOut = leftOut.sort((one, other) => (one.folder < other.folder ? -1 : 1))
    const read = await guide
    this.#guide = read.ok ? read.value : null
    this.#state = 'ready'
  }

  /** One of the library's, or the guide, which no list has. */
  pack(id: string): Pack | null {
    return this.#packs.find((pack) => pack.id === id) ?? (id === guidePack ? this.#guide : null)
  }

  /** The line of the contents for an article, or null. */
  entry(pack: string, article: string): ArticleEntry | null {
    const found = this.pack(pack)
    if (!found) return null
    return (
      [...found.news, ...found.contents.flatMap((group) => group.articles)].find(
        ({ id }) => id === article,
      ) ?? null
    )
  }

  async article(pack: string, id: string): Promise<Outcome<Article, ReadFailure>> {
    if (!this.entry(pack, id)) return failure({ kind: 'not-found' })
    const path = `${pack}/${articlePath(id)}`
    const known = this.#articles.get(path)
    const article = known ?? this.#readArticle(pack, id, path)
    // Last read goes last, so that the first is the one to forget.
    this.#articles.delete(path)
    this.#articles.set(path, article)
    // What failed is read again when it is asked for again: a file may be held by another program for a moment.
    if (!known)
      void article.then((read) => {
        if (!read.ok && this.#articles.get(path) === article) this.#articles.delete(path)
      })
    const [oldest] = this.#articles.keys()
    if (this.#articles.size > cachedArticles && oldest !== undefined) this.#articles.delete(oldest)
    return article
  }

  /** The concepts of a pack. */
  async concepts(pack: string): Promise<Outcome<readonly Concept[], ReadFailure>> {
    return this.pack(pack) ? this.#read(`${pack}/${termsPath}`, decodeTerms) : failure({ kind: 'not-found' })
  }

  /** The address from which a picture of a pack is drawn. */
  fileAddress(pack: string, path: string): string {
    return this.#content.picture(`${libraryFolder}${pack}/${path}`)
  }

  /** A picture that can't be had leaves its place empty: the words around it are still worth reading. */
  async #readArticle(pack: string, id: string, path: string): Promise<Outcome<Article, ReadFailure>> {
    const article = await this.#readNamed(id, path, decodeArticle)
    if (article.ok)
      await this.#content
        .preparePictures(picturesOf(article.value).map((picture) => `${libraryFolder}${pack}/${picture}`))
        .catch((error: unknown) => console.error(error))
    return article
  }

  /** What says that it is something else than was asked for would be taken for that in all that follows. */
  async #readNamed<Value extends { readonly id: string }>(
    id: string,
    path: string,
    decode: (value: unknown) => Outcome<Value, unknown>,
  ): Promise<Outcome<Value, ReadFailure>> {
    const read = await this.#read(path, decode)
    return read.ok && read.value.id !== id ? failure({ kind: 'damaged' }) : read
  }

  async #read<Value>(
    path: string,
    decode: (value: unknown) => Outcome<Value, unknown>,
  ): Promise<Outcome<Value, ReadFailure>> {
    try {
      const bytes = await this.#content.read(libraryFolder + path)
      if (!bytes) return failure({ kind: 'not-found' })
      const parsed = parseJson(new TextDecoder().decode(bytes))
      const decoded = parsed.ok ? decode(parsed.value) : parsed
      return decoded.ok ? success(decoded.value) : failure({ kind: 'damaged' })
    } catch {
      return failure({ kind: 'damaged' })
    }
  }
}
