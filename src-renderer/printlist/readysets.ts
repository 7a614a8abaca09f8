/** The ready-made lists of the packs, as lists of the reader’s own. */
import type { ReadySet } from '../../src-library/model/desk.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import { sectionInLanguage, wordingIn } from '../controls/answering/inplace.ts'
import { recordOf } from '../controls/collect.ts'
import type { Library } from '../state/library.svelte.ts'
import { itemOf, type ListVersion } from '../state/listitems.ts'

export type OfferedSet = {
  readonly pack: Pack
  readonly set: ReadySet
  readonly name: string
  /** Of the name. */
  readonly language: string
}

export const setsOf = (packs: readonly Pack[], language: string): readonly OfferedSet[] =>
  packs.flatMap((pack) =>
    pack.sets.map((set) => {
      const { text: name, language: own } = wordingIn(set.says, language)
      return { pack, set, name, language: own }
    }),
  )

/** The sections in the reader's language where they are there. `missing`: some can't be read. */
export async function listOf(
  { pack, set, name }: OfferedSet,
  library: Pick<Library, 'article'>,
  language: string,
): Promise<{ readonly list: ListVersion; readonly missing: boolean }> {
  const records = await Promise.all(
    set.sections.map((address) =>
      recordOf(library, { pack: pack.id, ...sectionInLanguage(pack, address, language) }),
    ),
  )
  const found = records.filter((one) => one !== null)
  return {
    // A sheet that a client takes along must not say what the list is for.
    list: { title: set.preset === 'handout' ? '' : name, preset: set.preset, items: found.map(itemOf) },
    missing: found.length < records.length,
  }
}
