/** The sheet that a publisher keeps in a safe. It needs nothing of the library. */
import { mount } from 'svelte'
import type { PrintFailure } from '../../../src-bridge/contract.ts'
import { success, type Outcome } from '../../../src-library/model/outcome.ts'
import type { KeySheetJob } from '../../../src-library/model/print.ts'
import { printingLanguage, printingWordsIn } from '../../messages/printing.ts'
import type { PlainSheet } from './plainsheet.ts'

export async function keySheet(job: KeySheetJob): Promise<Outcome<PlainSheet, PrintFailure>> {
  const language = printingLanguage(job.language)
  const { signingWordsIn } = await import('../../messages/signing.ts')
  const { default: KeySheet } = await import('./KeySheet.svelte')
  const { paper } = signingWordsIn(language)
  return success({
    title: paper.title,
    edition: null,
    runningHead: '',
    look: 'standard',
    words: printingWordsIn(language).paper,
    draw: (target) => void mount(KeySheet, { target, props: { job, words: paper, language } }),
  })
}
