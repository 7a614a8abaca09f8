/** The evidence sheet: the search is asked again, because the print view shares nothing with the window. */
import { mount } from 'svelte'
import { libraryFolder, type Content } from '../../../src-bridge/content.ts'
import type { PrintFailure } from '../../../src-bridge/contract.ts'
import { failure, success, type Outcome } from '../../../src-library/model/outcome.ts'
import type { EvidenceJob } from '../../../src-library/model/print.ts'
import { Engine } from '../../engine/engine.ts'
import type { ResultPage } from '../../engine/protocol.ts'
import { formatDate } from '../../messages/dates.ts'
import { wordsIn } from '../../messages/catalogue.ts'
import { printingLanguage, printingWordsIn } from '../../messages/printing.ts'
import { makeEvidence } from '../dossier/evidence.ts'
import Evidence from './Evidence.svelte'
import type { PlainSheet } from './plainsheet.ts'
import { readLibrary } from './readlibrary.ts'
import type { ViewSteps } from './viewsteps.ts'

export async function hitsSheet(
  job: EvidenceJob,
  steps: ViewSteps,
  content: Content,
): Promise<Outcome<PlainSheet, PrintFailure>> {
  const answer = await askAgain(job, content)
  const library = await readLibrary(content, steps, () => answer.hits)
  if (!library.ok) return library
  if (answer.hits.length === 0) return failure({ kind: 'not-found', detail: 'The search finds nothing.' })
  const evidence = makeEvidence(answer, library.value)
  // The reader's own language: the sheet is about the search, and its hits may be in several.
  const words = printingWordsIn(printingLanguage(job.search.language)).paper
  const blockWords = await wordsIn(words.language)
  const { factsAsOf } = evidence.common
  return success({
    title: words.evidence.title(job.search.query),
    edition: [...new Set(evidence.packs.map((pack) => pack.edition))].join(', '),
    // The first page says it in its head, and an entry does not repeat it.
    runningHead: factsAsOf === null ? '' : words.evidence.factsUnless(formatDate(factsAsOf, words.language)),
    look: 'evidence',
    words,
    draw: (target) => void mount(Evidence, { target, props: { job, answer, evidence, words, blockWords } }),
  })
}

/** The search that the page made, once every index has been read. */
async function askAgain({ search, most }: EvidenceJob, content: Content): Promise<ResultPage> {
  const engine = new Engine(async (path) => {
    const bytes = await content.read(libraryFolder + path)
    if (!bytes) throw new Error(`${path} is not there.`)
    return bytes
  })
  const { query: text, filters, order: sort, language } = search
  for (;;) {
    const answer = await engine.search({ text, offset: 0, limit: most, filters, sort, language })
    if (answer !== 'superseded' && answer.pending.length === 0) return answer
  }
}
