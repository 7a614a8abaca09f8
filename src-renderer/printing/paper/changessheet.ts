/** The handout of what an edition changes: both editions are read and compared again. */
import { mount } from 'svelte'
import type { Content } from '../../../src-bridge/content.ts'
import type { PrintFailure } from '../../../src-bridge/contract.ts'
import { failure, success, type Outcome } from '../../../src-library/model/outcome.ts'
import type { ChangesJob } from '../../../src-library/model/print.ts'
import { wordsIn } from '../../messages/catalogue.ts'
import { packWordsFor } from '../../messages/packs.ts'
import { printingLanguage, printingWordsIn } from '../../messages/printing.ts'
import { compareEditionsOf } from '../../state/comparison.ts'
import { makeChanges } from '../dossier/changes.ts'
import Changes from './Changes.svelte'
import type { PlainSheet } from './plainsheet.ts'

export async function changesSheet(
  job: ChangesJob,
  content: Content,
): Promise<Outcome<PlainSheet, PrintFailure>> {
  const compared = await compareEditionsOf(job, content)
  const changes = compared && makeChanges(job, compared)
  if (!changes || changes.sections.length + changes.numbers.length === 0)
    return failure({ kind: 'not-found', detail: 'There is no change to print.' })
  // The reader's own language: the printed sections may be in several.
  const words = printingWordsIn(printingLanguage(job.language)).paper
  const blockWords = await wordsIn(words.language)
  const packWords = packWordsFor(blockWords)
  return success({
    title: packWords.changes.title(changes.after.title),
    edition: changes.after.edition,
    runningHead: '',
    look: 'standard',
    words,
    draw: (target) => void mount(Changes, { target, props: { job, changes, words, packWords, blockWords } }),
  })
}
