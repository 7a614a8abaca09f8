/** The print view from its hash to its ready signal: read, make the dossier, draw it, wait for fonts and images. */
import { flushSync, mount } from 'svelte'
import type { PrintFailure } from '../../src-bridge/contract.ts'
import { decodePrintJob, type PrintReady } from '../../src-bridge/printaddress.ts'
import type { Article } from '../../src-library/model/article.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { PrintJob } from '../../src-library/model/print.ts'
import { wordsIn } from '../messages/catalogue.ts'
import { printingLanguage, printingWordsIn } from '../messages/printing.ts'
import type { PaperWords } from '../messages/en-printing.ts'
import { Library } from '../state/library.svelte.ts'
import { articleKey, articlesOf, type PrintLibrary } from './chosen.ts'
import Document from './Document.svelte'
import { makeDossier, type Dossier } from './dossier.ts'
import { PageNumbers } from './pagenumbers.svelte.ts'
import { pageRules, sheetOf } from './sheet.ts'

type PrintView = {
  /** Settled when the page can be printed; never rejects. */
  readonly ready: Promise<PrintReady>
  /** Writes page numbers, by element id, into the contents. */
  readonly showPages: (pages: Readonly<Record<string, number>>) => void
}

type Place = { readonly target: HTMLElement; readonly libraryBase: string; readonly hash: string }

/** Every face the print view's style sheet uses. */
const faces = [
  '400 1em Literata',
  'italic 400 1em Literata',
  '700 1em Literata',
  'italic 700 1em Literata',
  '400 1em "Noto Sans"',
  '600 1em "Noto Sans"',
  '700 1em "Noto Sans"',
]

export function printView(place: Place): PrintView {
  const pages = new PageNumbers()
  const draw = async (): Promise<PrintReady> => {
    const job = decodePrintJob(place.hash)
    if (!job.ok) return failed('render', 'The address of the print view names no print job.')
    const library = await readLibrary(job.value, place.libraryBase)
    if (!library.ok) return library
    const dossier = makeDossier(job.value, library.value)
    if (!dossier.ok) return failed('not-found', missingIn(dossier.failure))
    await drawDossier(job.value, dossier.value, pages, place)
    await fontsAndImages(dossier.value)
    return success({
      title: dossier.value.title,
      language: dossier.value.language,
      numbered: dossier.value.contents.map(({ id }) => id),
    })
  }
  const ready = draw().catch((error: unknown) => {
    console.error(error)
    return failed('render', error instanceof Error ? error.message : String(error))
  })
  const showPages: PrintView['showPages'] = (known) => {
    pages.known = known
    flushSync()
  }
  return { ready, showPages }
}

async function readLibrary(job: PrintJob, base: string): Promise<Outcome<PrintLibrary, PrintFailure>> {
  const library = new Library(base)
  await library.open()
  if (library.state === 'failed') return failed('render', 'The library could not be read.')
  const packs = new Map(library.packs.map((pack) => [pack.id, pack]))
  const articles = new Map<string, Article>()
  for (const { pack, article } of articlesOf(job, packs)) {
    const read = await library.article(pack, article)
    if (read.ok) articles.set(articleKey(pack, article), read.value)
    else if (read.failure.kind === 'damaged') return failed('render', `Article ${article} is damaged.`)
  }
  return success({ packs, articles })
}

async function drawDossier(
  job: PrintJob,
  dossier: Dossier,
  pages: PageNumbers,
  { target, libraryBase }: Place,
): Promise<void> {
  // Paper speaks the language of what is printed on it.
  const language = printingLanguage(dossier.language)
  const words: PaperWords = printingWordsIn(language).paper
  const blockWords = await wordsIn(language)
  // A constructed sheet, because the content security policy forbids inline styles.
  const sheet = new CSSStyleSheet()
  for (const rule of pageRules(job, dossier, words)) sheet.insertRule(rule, sheet.cssRules.length)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  document.title = dossier.title
  const root = document.documentElement
  root.lang = dossier.language
  root.style.setProperty('--text-size', `${job.textSize}pt`)
  root.style.setProperty('--measure', `${sheetOf(job).measure}mm`)
  mount(Document, { target, props: { job, dossier, words, blockWords, libraryBase, pages } })
  flushSync()
}

/** Rejects when a face or an image can't be had: paper must not come out with another face, or with a hole. */
async function fontsAndImages(dossier: Dossier): Promise<void> {
  const heads = dossier.parts.flatMap(({ runningHead }) => [runningHead.document, runningHead.section])
  // A face is read in subsets: only those that hold these letters are waited for.
  const letters = [...new Set([document.body.textContent, ...heads, '0123456789'].join(''))].join('')
  await Promise.all(faces.map((face) => document.fonts.load(face, letters)))
  await Promise.all([...document.images].map((image) => image.decode()))
}

function missingIn(reason: Extract<ReturnType<typeof makeDossier>, { ok: false }>['failure']): string {
  if (reason.kind === 'empty') return 'No section was chosen.'
  return reason.missing.map(({ pack, article, anchor }) => `${pack}/${article}#${anchor}`).join(', ')
}

const failed = (kind: PrintFailure['kind'], detail: string): { ok: false; failure: PrintFailure } =>
  failure({ kind, detail: detail.slice(0, 2000) })
