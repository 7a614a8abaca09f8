/** Reads what a sheet will say, and finds its telling words. */
import type { PrintJob } from '../../../src-library/model/print.ts'
import type { Library } from '../../state/library.svelte.ts'
import { articleKey, articlesOf } from '../dossier/chosen.ts'
import { makeDossier } from '../dossier/dossier.ts'
import { tellingWords, textsOfSheet, type TellingWord } from '../dossier/telling.ts'

/** Null where a text or the terms of a pack can't be read: then nothing can be said of the sheet. */
export async function readTelling(
  job: PrintJob,
  library: Pick<Library, 'packs' | 'article' | 'concepts'>,
): Promise<readonly TellingWord[] | null> {
  const packs = new Map(library.packs.map((pack) => [pack.id, pack]))
  const wanted = articlesOf(job, packs)
  const read = await Promise.all(wanted.map(({ pack, article }) => library.article(pack, article)))
  const articles = new Map(
    wanted.flatMap(({ pack, article }, position) => {
      const one = read[position]
      return one?.ok ? [[articleKey(pack, article), one.value] as const] : []
    }),
  )
  const dossier = makeDossier(job, { packs, articles })
  const concepts = await Promise.all(
    [...new Set(wanted.map(({ pack }) => pack))].map((pack) => library.concepts(pack)),
  )
  if (!dossier.ok || concepts.some((one) => !one.ok)) return null
  return tellingWords(
    textsOfSheet(dossier.value),
    concepts.flatMap((one) => (one.ok ? one.value : [])),
  )
}
