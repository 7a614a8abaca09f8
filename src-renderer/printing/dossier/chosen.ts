/**
 * From what a reader chose to the parts of a document: every choice found in
 * the library, and nothing printed twice.
 */
import { leadAnchor, type Article, type Section } from '../../../src-library/model/article.ts'
import { failure, success, type Outcome } from '../../../src-library/model/outcome.ts'
import type { Pack, SectionEntry } from '../../../src-library/model/pack.ts'
import type { ChosenSection, PrintJob } from '../../../src-library/model/print.ts'
import { entriesOf, sameLanguage, versionsOf } from '../../state/languages.ts'
import { withSubsections } from '../../../src-library/model/sections.ts'

/** The material of a job: its packs by id, and the articles `articlesOf` names by `articleKey`. */
export type PrintLibrary = {
  readonly packs: ReadonlyMap<string, Pack>
  readonly articles: ReadonlyMap<string, Article>
}

export type DossierFailure =
  | { readonly kind: 'empty' }
  /** Chosen, but not in this edition. Nothing is printed, so that nothing is dropped silently. */
  | { readonly kind: 'not-found'; readonly missing: readonly ChosenSection[] }

/** A chosen section with its printed subsections. */
export type ChosenPart = {
  /** Of the choice in the job, from 0; that after the last for help numbers. */
  readonly position: number
  readonly pack: Pack
  readonly article: Article
  /** The chosen section. */
  readonly root: Section
  readonly below: readonly Section[]
  /** Whether this is the article from its first word to its last. */
  readonly whole: boolean
}

export const articleKey = (pack: string, article: string): string => `${pack}/${article}`
export const sectionKey = (pack: string, article: string, anchor: string): string =>
  `${pack}/${article}#${anchor}`

/** Whether printing a section could take others with it; a lead means its article. */
export function hasSubsections(sections: readonly SectionEntry[], { anchor, depth }: SectionEntry): boolean {
  const position = sections.findIndex((section) => section.anchor === anchor)
  return (sections[position + 1]?.depth ?? 0) > depth
}

/** The articles a job is printed from, each once: its own, and the one with the help numbers if they are asked for. */
export function articlesOf(
  job: PrintJob,
  packs: ReadonlyMap<string, Pack>,
): readonly { readonly pack: string; readonly article: string }[] {
  const wanted = [...job.sections, ...helpSections(job, packs)]
  const byKey = new Map(
    wanted.map(({ pack, article }) => [articleKey(pack, article), { pack, article }] as const),
  )
  return [...byKey.values()]
}

/** The parts of a job's document, in the order chosen, the help numbers last. */
export function chooseParts(
  job: PrintJob,
  library: PrintLibrary,
): Outcome<readonly ChosenPart[], DossierFailure> {
  if (job.sections.length === 0) return failure({ kind: 'empty' })
  const wanted = [...job.sections, ...helpSections(job, library.packs)]
  const last = job.sections.length
  const found = wanted.map((chosen, at) => ({ chosen, part: findPart(chosen, Math.min(at, last), library) }))
  const missing = found.filter(({ part }) => part === null).map(({ chosen }) => chosen)
  if (missing.length > 0) return failure({ kind: 'not-found', missing })
  return success(withoutRepeats(found.flatMap(({ part }) => part ?? [])))
}

/** The help numbers of each pack, in the language of the document where the pack has them in it. */
function helpSections(job: PrintJob, packs: ReadonlyMap<string, Pack>): readonly ChosenSection[] {
  if (!job.include.helpNumbers) return []
  const [first] = job.sections
  const firstPack = packs.get(first?.pack ?? '')
  const language = firstPack && entriesOf(firstPack).find(({ id }) => id === first?.article)?.language
  const ids = new Set(job.sections.map(({ pack }) => pack))
  return [...ids].flatMap((id) => {
    const pack = packs.get(id)
    if (!pack?.help) return []
    const { article, anchor } = pack.help
    return [{ pack: id, article: versionIn(pack, article, anchor, language), anchor, subsections: true }]
  })
}

/** The id of the article's version that has the section in this language; of the article itself where there is none. */
export function versionIn(pack: Pack, article: string, anchor: string, language: string | undefined): string {
  const version = versionsOf(pack, article).find(
    (one) =>
      language !== undefined &&
      sameLanguage(one.language, language) &&
      one.sections.some((section) => section.anchor === anchor),
  )
  return version?.id ?? article
}

function findPart(chosen: ChosenSection, position: number, library: PrintLibrary): ChosenPart | null {
  const pack = library.packs.get(chosen.pack)
  const article = library.articles.get(articleKey(chosen.pack, chosen.article))
  if (!pack || !article) return null
  const whole = chosen.anchor === leadAnchor && chosen.subsections
  const [root, ...below] = whole ? article.sections : withSubsections(article, chosen.anchor)
  if (!root) return null
  return { position, pack, article, root, below: chosen.subsections ? below : [], whole }
}

/**
 * Leaves out parts that another part prints too: a section inside a chosen parent,
 * wherever the parent is in the list, and the same choice made twice.
 * Sections form a tree, so a part is inside another if its first section is,
 * unless that one was chosen without the sections below it.
 */
function withoutRepeats(parts: readonly ChosenPart[]): readonly ChosenPart[] {
  const holders = new Map<string, number[]>()
  parts.forEach((part, position) => {
    for (const section of [part.root, ...part.below]) {
      const key = keyOf(part, section)
      const known = holders.get(key)
      if (known) known.push(position)
      else holders.set(key, [position])
    }
  })
  return parts.filter((part, position) => {
    const others = holders.get(keyOf(part, part.root)) ?? []
    return !others.some((other) => {
      const more = (parts[other]?.below.length ?? 0) - part.below.length
      return more > 0 || (more === 0 && other < position)
    })
  })
}

const keyOf = (part: ChosenPart, section: Section): string =>
  sectionKey(part.pack.id, part.article.id, section.anchor)
