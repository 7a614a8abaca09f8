/** Why a pack was not installed, as sentences with the next step. */
import type { PackRefusal } from '../../src-bridge/packs.ts'
import type { PackWords } from '../messages/en-packs.ts'

export function refusalIn({ kind, needs, needed, free }: PackRefusal, words: PackWords): string {
  return [
    words.refusals[kind],
    needs === undefined ? '' : words.needs(needs),
    needed === undefined || free === undefined ? '' : words.room(words.size(needed), words.size(free)),
    kind === 'already-here' ? '' : words.unchanged,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
