/** Reads what a sheet will say, and finds its telling words. */
import type { Concept } from '../../../src-library/model/concept.ts'
import type { PrintJob } from '../../../src-library/model/print.ts'
import type { Library } from '../../state/library.svelte.ts'
import { makeCards, textsOfCards } from '../dossier/cards.ts'
import { articleKey, articlesOf } from '../dossier/chosen.ts'
import { makeDossier } from '../dossier/dossier.ts'
import { tellingWords, textsOfSheet, type TellingWord } from '../dossier/telling.ts'

/** Null where a text or the terms of a pack can't be read: then nothing can be said of the sheet. */
export async function readTelling(
  job: PrintJob,
  library: Pick<Library, 'readable' | 'article' | 'concepts'>,
): Promise<readonly TellingWord[] | null> {
  const packs = new Map(library.readable.map((pack) => [pack.id, pack]))
  if (job.preset === 'card') {
    const cards = makeCards(job, packs)
    const terms = await termsOf(job.sections, library)
    return cards.ok && terms ? tellingWords(textsOfCards(cards.value, job.title), terms) : null
  }
  const wanted = articlesOf(job, packs)
  const read = await Promise.all(wanted.map(({ pack, article }) => library.article(pack, article)))
  const articles = new Map(
    wanted.flatMap(({ pack, article }, position) => {
      const one = read[position]
      return one?.ok ? [[articleKey(pack, article), one.value] as const] : []
    }),
  )
  const dossier = makeDossier(job, { packs, articles })
  const terms = await termsOf(wanted, library)
  return dossier.ok && terms ? tellingWords(textsOfSheet(dossier.value), terms) : null
}

/** The terms of the packs; null where one of them can't be read. */
async function termsOf(
  chosen: readonly { readonly pack: string }[],
  library: Pick<Library, 'concepts'>,
): Promise<readonly Concept[] | null> {
  const packs = [...new Set(chosen.map(({ pack }) => pack))]
  const read = await Promise.all(packs.map((pack) => library.concepts(pack)))
  return read.every((one) => one.ok) ? read.flatMap((one) => (one.ok ? one.value : [])) : null
}
