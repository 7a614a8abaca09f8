/** Steps of a print as a reader takes them in: a share of the way, and something to say now and then. */
import { assertNever } from '../../../src-library/model/never.ts'
import type { PreviewWords } from '../../messages/en-printing.ts'
import type { WaitingStep } from './waiting.svelte.ts'

/** Where each kind of step begins, 0 to 1, as the time of a dossier of 200 sections is spent. */
const begins = { reading: 0, drawing: 0.15, pass: 0.4, finishing: 0.9, showing: 0.97 }

/** How much is done, 0 to 1. It never goes back within a print, but for a pass that was not foreseen. */
export function shareOf(step: WaitingStep): number {
  const between = (from: number, to: number, share: number): number => from + (to - from) * share
  switch (step.kind) {
    case 'opening':
      return 0
    case 'reading':
      return between(begins.reading, begins.drawing, step.done / Math.max(step.all, 1))
    case 'drawing':
      return between(begins.drawing, begins.pass, step.done / Math.max(step.all, 1))
    case 'pass':
      return between(begins.pass, begins.finishing, (step.pass - 1) / Math.max(step.all, 1))
    case 'finishing':
      return begins.finishing
    case 'showing':
      return begins.showing
    default:
      return assertNever(step)
  }
}

/** The step to say aloud: in quarters, because a count of two hundred sections is tiring to hear. */
export function milestone(step: WaitingStep): WaitingStep {
  if (step.kind !== 'reading' && step.kind !== 'drawing') return step
  const quarters = Math.floor((4 * step.done) / Math.max(step.all, 1))
  return quarters === 0 ? { kind: 'opening' } : { ...step, done: Math.ceil((quarters * step.all) / 4) }
}

export function stepText(step: WaitingStep, words: PreviewWords): string {
  switch (step.kind) {
    case 'opening':
      return words.preparing
    case 'reading':
    case 'drawing':
      return words.steps[step.kind](step.done, step.all)
    case 'pass':
      return words.steps.pass(step.pass, step.all)
    case 'finishing':
      return words.steps.finishing(step.pages)
    case 'showing':
      return words.steps.showing
    default:
      return assertNever(step)
  }
}
