/**
 * Links inside a printed document say where they lead: the number of the section, and its page if that is another one. Pages
 * are measured; a number that is written in may move a line, so it is measured again until no page changes.
 */
import { getContext, setContext } from 'svelte'
import type { PrintedReference } from '../dossier/renumbering.ts'
import type { PageLayout } from './layingout.ts'
import type { PageNumbers } from './pagenumbers.svelte.ts'
import type { SpokenWords } from './spokenwords.ts'

export type References = {
  readonly byId: ReadonlyMap<string, PrintedReference>
  readonly pages: PageNumbers
  readonly spoken: SpokenWords
}

const key = Symbol('cross references')

export const provideReferences = (references: References): References => setContext(key, references)
export const useReferences = (): References => getContext<References>(key)

/** Rounds until the numbers must have settled. One that has not by then gets room for any number, and stays. */
const mostRounds = 4

export type Rounds = {
  readonly layOut: () => PageLayout
  /** Writes the pages in. Answers whether one is another than before. */
  readonly write: (laidOut: PageLayout) => boolean
  /** Gives each number the same room, whatever it is. */
  readonly fix: () => void
}

/** Lays out and writes pages in until they no longer change. The answer is the layout with the numbers that are written. */
export function settleReferences({ layOut, write, fix }: Rounds): PageLayout {
  let laidOut = layOut()
  for (let round = 1; write(laidOut); round++) {
    if (round === mostRounds) fix()
    laidOut = layOut()
    if (round > mostRounds) {
      write(laidOut)
      return laidOut
    }
  }
  return laidOut
}
