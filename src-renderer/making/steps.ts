/** The five steps from documents to a pack, and what is done of each. */
import type { OwnDocument, OwnPack } from '../../src-bridge/own.ts'
import type { MakingStep } from '../state/location.ts'

export const steps = ['documents', 'look', 'about', 'check', 'save'] as const
export type Step = (typeof steps)[number]

/** The text of a document is written within the step that checks it. */
export const stepOf = (step: MakingStep): Step => (step === 'write' ? 'check' : step)

/** Whether there is nothing left to do in a step, as far as the pack itself tells. */
export function isDone(step: Step, pack: OwnPack): boolean {
  const { content, about, state } = pack
  switch (step) {
    case 'documents':
      return content.length > 0
    case 'look':
      return content.length > 0 && content.every(({ isLookedThrough }) => isLookedThrough)
    case 'about':
      return (
        about.publisher.trim() !== '' &&
        content.length > 0 &&
        content.every(({ passOn }) => passOn !== 'unanswered')
      )
    // A pack with mistakes is never shown.
    case 'check':
    case 'save':
      return state === 'shown'
  }
}

/** Whether a person should see it: something was left out or changed on its way. */
const needsLook = ({ dropped, remarks }: OwnDocument): boolean => dropped > 0 || remarks.length > 0

/** The next document after this one that was not looked through: first those that need it. */
export function nextToLook(content: readonly OwnDocument[], current: string | null): OwnDocument | null {
  const at = content.findIndex(({ id }) => id === current)
  const others = [...content.slice(at + 1), ...content.slice(0, Math.max(at, 0))]
  const open = others.filter(({ isLookedThrough }) => !isLookedThrough)
  return open.find(needsLook) ?? open[0] ?? null
}
