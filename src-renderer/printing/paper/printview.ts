/** The print view from its hash to its ready signal: read, make the dossier, draw it, wait for fonts and images. */
import { flushSync, mount } from 'svelte'
import type { PrintFailure } from '../../../src-bridge/contract.ts'
import { decodePrintJob, type ViewProgress, type PrintReady } from '../../../src-bridge/printaddress.ts'
import { assertNever } from '../../../src-library/model/never.ts'
import { success, type Outcome } from '../../../src-library/model/outcome.ts'
import {
  isForClient,
  type PrintJob,
  type PrintRequest,
  type SheetLeaf,
} from '../../../src-library/model/print.ts'
import type { PaperWords } from '../../messages/en-printing.ts'
import { articlesOf } from '../dossier/chosen.ts'
import { drawCards } from './cardview.ts'
import Document from './Document.svelte'
import { makeDossier, type Dossier } from '../dossier/dossier.ts'
import { DrawnParts } from './drawnparts.svelte.ts'
import { changesSheet } from './changessheet.ts'
import { fontsAndImages } from './faces.ts'
import { endSections } from './endsections.ts'
import { HeadedPages } from './headedpages.ts'
import { drawIn } from './fitting.ts'
import { hitsSheet } from './hitssheet.ts'
import { keySheet } from './keysheet.ts'
import { fitOnLeaf } from './leaf.ts'
import { settleReferences } from './crossreferences.ts'
import { layOut, settle, type HeadedPart, type PageLayout } from './layingout.ts'
import { PageNumbers } from './pagenumbers.svelte.ts'
import type { PlainJob, PlainSheet } from './plainsheet.ts'
import { readLibrary } from './readlibrary.ts'
import { decodeLogo } from './logo.ts'
import { longestRunningHead, shortened } from '../dossier/runninghead.ts'
import { setPaper } from './setpaper.ts'
import { furnitureOf, sheetOf, textHeight, type Furniture } from './sheet.ts'
import { spokenWords } from './spokenwords.ts'
import { takeTurns } from './turns.ts'
import { printFailure, longestPdfTitle, missingIn, unlaid, type ViewContext } from './viewcontext.ts'
import { ViewSteps } from './viewsteps.ts'

type PrintView = {
  /** Settled when the page can be printed; never rejects. */
  readonly ready: Promise<PrintReady>
  /** See `fieldshelfPrintStep`. */
  readonly stepAfter: (seen: number) => Promise<ViewProgress>
  /** Writes page numbers, by element id, into the contents. */
  readonly showPages: (pages: Readonly<Record<string, number>>) => void
}

/** Ids of what is above the parts. */
const titleElement = 'title'
const briefElement = 'brief'
const contentsElement = 'contents'

export function printView(place: ViewContext): PrintView {
  place.target.classList.add(unlaid)
  const pages = new PageNumbers()
  const heads = new HeadedPages()
  const steps = new ViewSteps()
  const draw = async (): Promise<PrintReady> => {
    const job = decodePrintJob(place.hash)
    if (!job.ok) return printFailure('render', 'The address of the print view names no print job.')
    return drawJob(job.value, { pages, heads, steps, place })
  }
  const ready = draw()
    .catch((error: unknown) => {
      console.error(error)
      return printFailure('render', error instanceof Error ? error.message : String(error))
    })
    .finally(() => {
      steps.end()
      if (place.seen) place.target.classList.remove(unlaid)
    })
  const showPages: PrintView['showPages'] = (known) => {
    pages.known = { ...pages.known, ...known }
    heads.correct(known)
    flushSync()
  }
  return { ready, stepAfter: (seen) => steps.after(seen), showPages }
}

export type ViewState = {
  readonly pages: PageNumbers
  readonly heads: HeadedPages
  readonly steps: ViewSteps
  readonly place: ViewContext
}

async function drawJob(job: PrintRequest, on: ViewState): Promise<PrintReady> {
  switch (job.kind) {
    case 'sections':
      return job.preset === 'card' ? drawCards(job, on) : drawSections(job, on)
    case 'evidence':
      return drawPlain(job, on.place, await hitsSheet(job, on.steps, on.place.content))
    case 'changes':
      return drawPlain(job, on.place, await changesSheet(job, on.place.content))
    case 'keySheet':
      return drawPlain(job, on.place, await keySheet(job))
    default:
      return assertNever(job)
  }
}

async function drawSections(job: PrintJob, { pages, heads, steps, place }: ViewState): Promise<PrintReady> {
  const { target, content } = place
  const library = await readLibrary(content, steps, (packs) => articlesOf(job, packs))
  if (!library.ok) return library
  const made = makeDossier(job, library.value)
  if (!made.ok)
    return printFailure(
      'not-found',
      made.failure.kind === 'empty' ? 'No section was chosen.' : missingIn(made.failure),
    )
  const dossier = made.value
  const { title, language, parts, contents } = dossier
  // Paper speaks the language of what is printed on it.
  const spoken = await spokenWords([language, ...parts.map(({ root }) => root.language)])
  const words = spoken(language).paper
  const furniture = headedOrNot(furnitureOf(dossier, words))
  setPaper(job, { title, language, furniture }, words)
  const logo = await decodeLogo(dossier.cover?.logo ?? null)
  const drawn = new DrawnParts()
  mount(Document, { target, props: { job, dossier, words, spoken, content, pages, drawn, logo } })
  await drawParts(parts, drawn, steps)
  const headed = furniture.section === null ? headedIn(dossier, words) : []
  await fontsAndImages([
    words.marginNotes,
    furniture.document,
    furniture.section ?? '',
    ...headed.map(({ head }) => head),
  ])
  const numbered = contents.length > 0 ? [...contents, ...endSections(dossier)].map(({ id }) => id) : []
  const leaf = { dossier, wanted: dossier.sheet !== null && job.sheet?.fit === true }
  const targets = dossier.references.map(({ target }) => target)
  const wanted = new Set([
    ...numbered,
    ...headed.map(({ id }) => id),
    ...parts.map(({ root }) => root.id),
    ...targets,
  ])
  const references = dossier.references.map(({ id }) => id)
  const laidOut = fit(job, place, leaf, { ids: [...wanted], references, pages })
  heads.begin(headed, laidOut)
  const beginOf = (at: number): number => {
    const part = parts.find(({ position }) => position === at)
    return (part && laidOut.places.get(part.root.id)?.page) ?? 0
  }
  const measured = Object.fromEntries(
    [...laidOut.places].flatMap(([id, at]) => (wanted.has(id) ? [[id, at.page] as const] : [])),
  )
  return success({
    title: title.slice(0, longestPdfTitle),
    language,
    numbered: [...new Set([...numbered, ...targets])],
    measured,
    pages: laidOut.pages,
    begins: job.sections.map((_, at) => beginOf(at)),
    neutral: isForClient(job),
    leaf: laidOut.leaf,
  })
}

/** A browser whose columns do not wrap can't say what is on which page: there the heads name the document alone. */
const headedOrNot = (furniture: Furniture): Furniture =>
  furniture.section === null && !CSS.supports('column-wrap', 'wrap')
    ? { ...furniture, section: '' }
    : furniture

/** The parts named in the running heads of a document that runs on: nothing above its title, then contents, parts and end. */
function headedIn(dossier: Dossier, words: PaperWords): readonly HeadedPart[] {
  const [end] = endSections(dossier)
  return [
    { id: titleElement, head: '' },
    ...(dossier.brief.length > 0 ? [{ id: briefElement, head: words.brief }] : []),
    ...(dossier.contents.length > 0 ? [{ id: contentsElement, head: words.contents }] : []),
    ...dossier.parts.map(({ root, runningHead }) => ({ id: root.id, head: runningHead.section })),
    ...(end ? [{ id: end.id, head: words.endMatter }] : []),
  ]
}

/** One part after the other, so that a long dossier tells how far it is. */
async function drawParts(parts: Dossier['parts'], drawn: DrawnParts, steps: ViewSteps): Promise<void> {
  const sections = parts.map(({ below }) => 1 + below.length)
  const all = sections.reduce((sum, count) => sum + count, 0)
  const turns = takeTurns()
  let done = 0
  for (const [position, count] of sections.entries()) {
    drawn.count = position + 1
    flushSync()
    done += count
    steps.take({ kind: 'drawing', done, all })
    await turns.next()
  }
}

async function drawPlain(
  job: PlainJob,
  place: ViewContext,
  sheet: Outcome<PlainSheet, PrintFailure>,
): Promise<PrintReady> {
  if (!sheet.ok) return sheet
  const { words, edition, runningHead, look, draw } = sheet.value
  const { language } = words
  const title = sheet.value.title.slice(0, longestPdfTitle)
  const section = shortened(title, longestRunningHead)
  const laid = { ...job, preset: look }
  const furniture = { document: runningHead, section, edition, titled: true }
  setPaper(laid, { title, language, furniture }, words)
  draw(place.target)
  flushSync()
  await fontsAndImages([runningHead, section])
  const { pages } = fit(laid, place, null, null)
  return success({ title, language, numbered: [], measured: {}, pages, neutral: false, leaf: null })
}

/** Of which elements the pages are wanted, by their ids, and where they are written. */
type Measured = {
  readonly ids: readonly string[]
  readonly references: readonly string[]
  readonly pages: PageNumbers
}

/** Lays the drawing out as it is on paper, and puts it out of the engine's sight again. */
function fit(
  job: Parameters<typeof sheetOf>[0],
  { target, seen }: ViewContext,
  onLeaf: { readonly dossier: Dossier; readonly wanted: boolean } | null,
  measured: Measured | null,
): PageLayout & { readonly leaf: SheetLeaf | null } {
  const flow = target.querySelector<HTMLElement>('.document')
  if (!flow) throw new Error('Nothing is drawn.')
  target.classList.remove(unlaid)
  const height = textHeight(sheetOf(job))
  const { ids, references, pages } = measured ?? { ids: [], references: [], pages: new PageNumbers() }
  const measure = (): PageLayout => layOut(flow, height, [...ids, ...references])
  const write = (laidOut: PageLayout): boolean => !seen && pages.write(laidOut.places)
  settle(flow, height)
  // Numbers that are written make lines longer: the rest is fitted to them.
  if (references.length > 0 && write(measure())) settle(flow, height)
  let leaf: SheetLeaf | null = null
  if (onLeaf?.wanted) {
    const setSize = (points: number): void => {
      document.documentElement.style.setProperty('--text-size', `${points}pt`)
      settle(flow, height)
    }
    leaf = fitOnLeaf({
      flow,
      height,
      // A leaf of a booklet is folded.
      sides: job.paper === 'booklet' ? 4 : 2,
      size: job.textSize,
      setSize,
      sections: removable(onLeaf.dossier),
    })
  } else drawIn(flow, height, job.textSize >= 16 || job.preset === 'evidence')
  // Numbers of the contents move nothing.
  const laidOut =
    references.length > 0 ? settleReferences({ layOut: measure, write, fix: () => pages.fix() }) : measure()
  write(laidOut)
  target.classList.toggle(unlaid, !seen)
  return { ...laidOut, leaf }
}

/** The sections that a reader could leave out: those below a part’s first, and whole parts but the first. */
function removable({ parts }: Dossier): readonly { title: string; element: HTMLElement }[] {
  const elementOf = (id: string, around: string): readonly HTMLElement[] => {
    const element = document.getElementById(id)?.closest(around)
    return element instanceof HTMLElement ? [element] : []
  }
  return parts.flatMap(({ root, below }) => [
    ...(root !== parts[0]?.root
      ? elementOf(root.id, '.part').map((element) => ({ title: root.title, element }))
      : []),
    ...below.flatMap(({ id, title }) => elementOf(id, '.section').map((element) => ({ title, element }))),
  ])
}
