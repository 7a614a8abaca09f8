/** Draws the cards of a job, and fits the letters to them. */
import { flushSync, mount } from 'svelte'
import type { PrintReady } from '../../../src-bridge/printaddress.ts'
import { success } from '../../../src-library/model/outcome.ts'
import { pageSizeOf, type PrintJob } from '../../../src-library/model/print.ts'
import { makeCards, onSheets } from '../dossier/cards.ts'
import Cards from './Cards.svelte'
import { fontsAndImages } from './faces.ts'
import { fitCards } from './fitcards.ts'
import { readLibrary } from './readlibrary.ts'
import { setCardPaper } from './setpaper.ts'
import { spokenWords } from './spokenwords.ts'
import { printFailure, missingIn, unlaid, type ViewContext } from './viewcontext.ts'
import type { ViewSteps } from './viewsteps.ts'

type On = { readonly steps: ViewSteps; readonly place: ViewContext }

export async function drawCards(
  job: PrintJob,
  { steps, place: { target, content, seen } }: On,
): Promise<PrintReady> {
  // The answers are in the packs: no article is read.
  const library = await readLibrary(content, steps, () => [])
  if (!library.ok) return library
  const made = makeCards(job, library.value.packs)
  if (!made.ok)
    return made.failure.kind === 'no-card'
      ? printFailure('no-card', '')
      : printFailure('not-found', missingIn(made.failure))
  const cards = made.value
  const language = cards[0]?.language ?? 'en'
  const spoken = await spokenWords(cards.map((card) => card.language))
  // Never the reader's own line: the file's title is seen where the card is not.
  const title = spoken(language).paper.sheet.title
  setCardPaper(job, { title, language })
  const sheets = onSheets(cards, job.paper)
  mount(Cards, { target, props: { sheets, spoken, own: job.title, paper: pageSizeOf(job.paper) } })
  flushSync()
  await fontsAndImages([])
  target.classList.remove(unlaid)
  const fits = fitCards(target, job.textSize)
  target.classList.toggle(unlaid, !seen)
  if (!fits) return printFailure('card-full', '')
  return success({
    title,
    language,
    numbered: [],
    measured: {},
    pages: sheets.length,
    neutral: true,
    leaf: null,
  })
}
