/** The places of a pack: every section of this edition, and the addresses of earlier ones that lead to them. */
import { leadAnchor, type SectionAddress } from '../../src-library/model/article.ts'
import type { Move } from '../../src-library/model/pack.ts'
import type { AuthoredPack } from '../1-read/read.ts'
import type { MoveSetting } from '../1-read/desk.ts'
import { resolveAddress, type LinkTargets } from './links.ts'
import type { Outline } from './outline.ts'
import type { Report } from '../diagnostics.ts'

/** Titles of an article's sections by their anchors. */
type Titles = ReadonlyMap<string, string>

export class PackTargets implements LinkTargets {
  /** By the article's id; null for a document that could not be read. */
  readonly #articles: ReadonlyMap<string, Titles | null>
  readonly #moved = new Map<string, SectionAddress>()

  constructor(articles: ReadonlyMap<string, Titles | null>) {
    this.#articles = articles
  }

  /** The sections of an article; null when it could not be read, undefined when there is none. */
  get(article: string): Titles | null | undefined {
    return this.#articles.get(article)
  }

  has(article: string): boolean {
    return this.#articles.has(article)
  }

  ids(): Iterable<string> {
    return this.#articles.keys()
  }

  /** Where an address of an earlier edition leads; null when nothing is written about it. */
  moved(article: string, anchor: string): SectionAddress | null {
    const section = this.#moved.get(`${article}#${anchor}`)
    if (section) return section
    const whole = this.#moved.get(article)
    if (!whole) return null
    return this.get(whole.article)?.has(anchor) ? { article: whole.article, anchor } : whole
  }

  /** Reads `moved` of pack.json. From then on links to an old address are followed. */
  learnMoves(settings: readonly MoveSetting[], report: Report): readonly Move[] {
    const targets = new Map(settings.map(({ from, to }) => [from.value, to]))
    const moves = settings.flatMap(({ from, to }): readonly Move[] => {
      const [article = '', anchor = null] = splitAddress(from.value)
      if (this.get(article)?.has(anchor ?? leadAnchor)) {
        const remedy = 'Take this line out, or correct the old address.'
        report('bad-value', from.at, `\`${from.value}\` is a place of this edition: it did not move.`, remedy)
        return []
      }
      let target = to
      for (let steps = 0; targets.has(target.value); steps++) {
        if (steps === settings.length) {
          report('bad-value', to.at, `\`${from.value}\` moves in a circle.`, 'Name a place of this edition.')
          return []
        }
        target = targets.get(target.value) ?? target
      }
      const place = resolveAddress(target.value, '', this, to.at, report)
      return place ? [{ from: { article, anchor }, to: place }] : []
    })
    for (const { from, to } of moves)
      this.#moved.set(from.anchor === null ? from.article : `${from.article}#${from.anchor}`, to)
    return moves.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  }
}

const keyOf = ({ from }: Move): string => `${from.article}#${from.anchor ?? ''}`

function splitAddress(address: string): readonly [string, string | null] {
  const hash = address.indexOf('#')
  return hash === -1 ? [address, null] : [address.slice(0, hash), address.slice(hash + 1)]
}

export function packTargets(authored: AuthoredPack, outlines: readonly Outline[]): PackTargets {
  const places = new Map<string, Titles | null>(authored.documents.map(({ id }) => [id, null]))
  for (const { document, sections } of outlines) {
    places.set(document.source.id, new Map(sections.map(({ anchor, title }) => [anchor, title])))
  }
  return new PackTargets(places)
}
