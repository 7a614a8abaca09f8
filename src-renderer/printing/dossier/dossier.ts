/**
 * The document a print job makes: chosen sections become parts with numbers,
 * headings and running heads of one document, one list of notes and one of
 * sources. A pure function of the job and the library, so that the same job
 * makes the same pages; `Document.svelte` only draws what is said here.
 */
import type { Confidence } from '../../../src-library/model/confidence.ts'
import type { Block } from '../../../src-library/model/block.ts'
import type { Inline } from '../../../src-library/model/inline.ts'
import { success, type Outcome } from '../../../src-library/model/outcome.ts'
import type { Licence, Pack } from '../../../src-library/model/pack.ts'
import {
  isForClient,
  plainCover,
  printsSources,
  type CoverDetails,
  type PrintJob,
} from '../../../src-library/model/print.ts'
import type { PartialDate } from '../../../src-library/model/source.ts'
import type { DirectAnswer } from '../../../src-library/model/directanswer.ts'
import { leadAnchor, type NewsDetails } from '../../../src-library/model/article.ts'
import { packNameIn } from '../../state/languages.ts'
import { printingLanguage, printingWordsIn } from '../../messages/printing.ts'
import { sheetFactsOf, withoutStaff, type SheetFacts } from './clientsheet.ts'
import { betweenOf, type PrintedBetween } from './between.ts'
import { chooseParts, type DossierFailure, type PrintLibrary } from './chosen.ts'
import { numbersOf, type CheckedNumbers } from './numbers.ts'
import { outlineOf, type OutlinedPart, type OutlinedSection } from './outline.ts'
import {
  Renumbering,
  type UnprintedSection,
  type PrintedNote,
  type PrintedReference,
  type PrintedSource,
} from './renumbering.ts'
import { longestRunningHead, longestRunningTitle, shortened } from './runninghead.ts'

export type PrintedSection = {
  /** Unique in the document. */
  readonly id: string
  readonly number: string
  /** 1 to 6; 1 opens a part. */
  readonly depth: number
  readonly title: string
  readonly heading: readonly Inline[]
  readonly language: string
  readonly blocks: readonly Block[]
  readonly factsAsOf: PartialDate | null
  readonly confidence: Confidence | null
  /** Numbers of its sources in the document's list, rising. */
  readonly sources: readonly number[]
  /** Facts to say at its heading, because the part's own statement or the marks in the text do not say them. */
  readonly differs: {
    readonly factsAsOf: boolean
    readonly confidence: boolean
    /** No mark in the text names its sources. */
    readonly unmarked: boolean
  }
}

/** A chosen section and what is printed below it, with a running head of its own. */
export type DossierPart = {
  /** Of the choice in the job, from 0; that after the last for help numbers. */
  readonly position: number
  /** On a sheet to take home its heading is the sheet's title, or none: see `SheetFacts.heading`. */
  readonly root: PrintedSection
  readonly below: readonly PrintedSection[]
  readonly runningHead: { readonly document: string; readonly section: string }
  /** Whether its date, confidence or edition is another than `Dossier.common`. */
  readonly differs: boolean
  /** The article it is taken from; null when it is that article, or where paper must not name its subject. */
  readonly article: string | null
  readonly edition: string
  /** Of the reader's own documents, which were not checked. */
  readonly isOwn: boolean
  /** Its sources named by their numbers; null unless this part begins a news item. */
  readonly news: NewsDetails | null
  /** Of all its sections. */
  readonly sources: readonly number[]
}

/** What most parts have in common, said once at the head of a document of several. */
export type CommonFacts = {
  readonly factsAsOf: PartialDate | null
  readonly confidence: Confidence | null
  readonly edition: string
}

export type ContentsLine = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly language: string
  readonly depth: 1 | 2
}

export type BriefLine = {
  /** Of the part. */
  readonly id: string
  readonly number: string
  readonly language: string
  readonly says: string
}

export type PackStatement = {
  /** In the document's language. Null where paper must not name its subject. */
  readonly work: { readonly title: string; readonly publisher: string } | null
  readonly edition: string
  readonly isOwn: boolean
  readonly licence: Licence | null
}

export type Dossier = {
  readonly title: string
  /** BCP 47; that of the first section. */
  readonly language: string
  /** Null without a cover. */
  readonly cover: CoverDetails | null
  /** Null unless it is a sheet to take home. */
  readonly sheet: SheetFacts | null
  /** What the parts say, in brief; empty but in a briefing. */
  readonly brief: readonly BriefLine[]
  /** Empty when none was asked for, or a single section needs none. */
  readonly contents: readonly ContentsLine[]
  readonly common: CommonFacts
  /** Never empty. */
  readonly parts: readonly DossierPart[]
  /** Put there by the reader: before each part, and after the last. */
  readonly between: readonly (readonly PrintedBetween[])[]
  /** Sections that the text points to and that are not in the document, each once. */
  readonly elsewhere: readonly UnprintedSection[]
  /** Links inside the document; empty on a sheet to take home. */
  readonly references: readonly PrintedReference[]
  /** Numbers to call in the printed sections, with their last check. */
  readonly numbers: readonly CheckedNumbers[]
  readonly notesArea: boolean
  readonly notes: readonly PrintedNote[]
  readonly sources: readonly PrintedSource[]
  /** False: no marks and no list; each part then names its sources in brief. */
  readonly sourceList: boolean
  /** Each pack something was taken from; empty where none may be named. */
  readonly packs: readonly PackStatement[]
}

/** The title and the heads name neither pack, article nor section: a sheet to take home must not give its reader away. */
const isNeutral = (job: PrintJob): boolean => job.preset === 'handout'

export function makeDossier(job: PrintJob, library: PrintLibrary): Outcome<Dossier, DossierFailure> {
  const chosen = chooseParts(job, library)
  if (!chosen.ok) return chosen
  const outline = outlineOf(chosen.value, !isNeutral(job))
  const sheet = sheetFactsOf(job, outline)
  const renumbering = new Renumbering(outline, {
    marks: printsSources(job),
    addresses: !isForClient(job),
    references: !isNeutral(job),
  })
  const title = titleOf(job, outline)
  const own = outline.length === 1 && !sheet ? job.title : null
  const drafts = outline.map((part) => draftOf(part, own, renumbering, sheet !== null))
  const nameOf = (pack: Pack): string => packNameIn(pack, languageOf(outline)).title
  // After all texts, so that sources which only notes cite are numbered last, and before the parts are summed up.
  const notes = renumbering.notes()
  const common = commonOf(outline)
  const parts = drafts.map((draft) =>
    finished(draft, { title, nameOf, job, renumbering, common, several: drafts.length > 1 }),
  )
  const between = betweenOf(job, chosen.value)
  return success({
    title,
    language: languageOf(outline),
    cover: job.include.cover && !sheet ? (job.cover ?? plainCover) : null,
    sheet,
    brief: job.preset === 'briefing' ? briefOf(outline) : [],
    contents: job.include.contents && !sheet ? contentsOf(parts, between, languageOf(outline)) : [],
    common,
    parts,
    between,
    elsewhere: isNeutral(job) ? [] : renumbering.elsewhere(),
    references: renumbering.references(),
    numbers: numbersOf(job, outline),
    notesArea: job.include.notesArea,
    notes,
    sources: renumbering.sources(),
    sourceList: printsSources(job),
    packs: isForClient(job) ? [] : statementsOf(outline),
  })
}

const languageOf = (outline: readonly OutlinedPart[]): string => outline[0]?.root.section.language ?? 'en'

function statementsOf(outline: readonly OutlinedPart[]): readonly PackStatement[] {
  const packs = [...new Set(outline.map(({ pack }) => pack))]
  return packs.map((pack) => {
    const { edition, publisher, licence, isOwn = false } = pack
    const { title, statement } = packNameIn(pack, languageOf(outline))
    return {
      work: { title, publisher },
      edition,
      isOwn,
      licence: licence && { ...licence, statement: statement ?? licence.statement },
    }
  })
}

/** The reader's own title, else the only section's, else the first pack's; on a sheet to take home neutral words. */
function titleOf(job: PrintJob, outline: readonly OutlinedPart[]): string {
  const [first] = outline
  if (job.title !== null) return job.title
  if (isNeutral(job)) return printingWordsIn(printingLanguage(languageOf(outline))).paper.sheet.title
  if (!first) return ''
  return outline.length === 1 ? first.root.section.title : packNameIn(first.pack, languageOf(outline)).title
}

type Draft = Pick<DossierPart, 'news' | 'root' | 'below'> & { readonly part: OutlinedPart }

/** Rewrites a part's blocks, in the order they are read, for marks are numbered as they come. */
function draftOf(
  part: OutlinedPart,
  title: string | null,
  renumbering: Renumbering,
  forClient: boolean,
): Draft {
  const news = part.root.section.anchor === leadAnchor ? newsOf(part, renumbering) : null
  const root = draftSection(part, part.root, renumbering, forClient)
  const below = part.below.map((at) => draftSection(part, at, renumbering, forClient))
  for (const { article, anchor } of part.whole ? part.article.related : []) {
    renumbering.pointTo(article, anchor, { part, at: part.root })
  }
  return {
    part,
    news,
    root: title === null ? root : { ...root, title, heading: [{ kind: 'text', value: title }] },
    below,
  }
}

function draftSection(
  part: OutlinedPart,
  at: OutlinedSection,
  renumbering: Renumbering,
  forClient: boolean,
): PrintedSection {
  const { section } = at
  const root = part.root.section
  const place = { part, at }
  const heading = renumbering.inlines(section.heading.children, place)
  const blocks = renumbering.blocks(forClient ? withoutStaff(section.blocks) : section.blocks, place)
  const unmarked = renumbering.citedBy(at.id).length === 0
  for (const source of section.sources) renumbering.cite(source, place)
  return {
    id: at.id,
    number: at.number,
    depth: at.depth,
    title: section.title,
    heading,
    language: section.language,
    blocks,
    factsAsOf: section.factsAsOf ?? part.article.factsAsOf,
    confidence: section.confidence,
    sources: [],
    differs: {
      factsAsOf: section.factsAsOf !== root.factsAsOf,
      confidence: section.confidence !== root.confidence,
      unmarked,
    },
  }
}

function newsOf(part: OutlinedPart, renumbering: Renumbering): NewsDetails | null {
  const news = part.article.news
  const place = { part, at: part.root }
  return (
    news && {
      ...news,
      keyFigures: news.keyFigures.map((figure) => ({
        ...figure,
        source: figure.source === null ? null : renumbering.mark(figure.source, place),
      })),
      leavesOut: renumbering.inlines(news.leavesOut, place),
    }
  )
}

type Whole = {
  /** In the document's language. */
  readonly nameOf: (pack: Pack) => string
  readonly title: string
  readonly job: PrintJob
  readonly renumbering: Renumbering
  readonly common: CommonFacts
  readonly several: boolean
}

/** Fills in what is known only when every text and note has been read. */
function finished({ part, news, root, below }: Draft, whole: Whole): DossierPart {
  const { title, job, renumbering, common, several } = whole
  const withSources = (section: PrintedSection): PrintedSection => ({
    ...section,
    sources: renumbering.citedBy(section.id),
  })
  const document = shortened(
    isNeutral(job) ? title : (job.title ?? whole.nameOf(part.pack)),
    longestRunningTitle,
  )
  const numbered = several && root.number !== '' ? `${root.number} · ${root.title}` : root.title
  const section = isNeutral(job) ? '' : shortened(numbered, longestRunningHead)
  const sources = [root, ...below].flatMap(({ id }) => renumbering.citedBy(id))
  return {
    position: part.position,
    root: withSources(root),
    below: below.map(withSources),
    // The same words at both ends of a line would look like a slip.
    runningHead: { document: document === section ? '' : document, section },
    article: part.whole || isForClient(job) ? null : part.article.title,
    edition: part.pack.edition,
    isOwn: part.pack.isOwn ?? false,
    news,
    sources: [...new Set(sources)].sort((a, b) => a - b),
    differs:
      root.factsAsOf !== common.factsAsOf ||
      root.confidence !== common.confidence ||
      part.pack.edition !== common.edition,
  }
}

function commonOf(outline: readonly OutlinedPart[]): CommonFacts {
  const roots = outline.map(({ root, article }) => root.section.factsAsOf ?? article.factsAsOf)
  return {
    factsAsOf: mostFrequent(roots) ?? null,
    confidence: mostFrequent(outline.map(({ root }) => root.section.confidence)) ?? null,
    edition: mostFrequent(outline.map(({ pack }) => pack.edition)) ?? '',
  }
}

/** The first of those that occur most often. */
function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0]
}

/** Of an article its summary, of a section its direct answers. A part that has neither is left out: nothing is made up. */
function briefOf(outline: readonly OutlinedPart[]): readonly BriefLine[] {
  return outline.flatMap(({ pack, article, whole, root }) => {
    const { id, number, section } = root
    const answers = pack.answers.filter(
      ({ section: of }) => of.article === article.id && of.anchor === section.anchor,
    )
    const says = whole ? article.summary : answers.map((answer) => sentenceOf(answer)).join(' ')
    return says === '' ? [] : [{ id, number, language: section.language, says }]
  })
}

/** A number says what it is for, but not what it is. */
const sentenceOf = ({ phone, value, says }: DirectAnswer): string => (phone ? `${value}: ${says}` : says)

/** Parts, the sections directly below them, and the reader's own headings. */
function contentsOf(
  parts: readonly DossierPart[],
  between: Dossier['between'],
  language: string,
): readonly ContentsLine[] {
  const headings = (at: number): readonly ContentsLine[] =>
    (between[at] ?? []).flatMap((one) =>
      one.kind === 'heading'
        ? [{ id: one.id, number: '', title: one.text, language, depth: 1 } as const]
        : [],
    )
  const lines = parts.flatMap(({ root, below }, at) => [
    ...headings(at),
    ...[root, ...below].flatMap(({ id, number, title, language, depth }) =>
      depth === 1 || depth === 2 ? [{ id, number, title, language, depth } as const] : [],
    ),
  ])
  return lines.length > 1 ? [...lines, ...headings(parts.length)] : []
}
