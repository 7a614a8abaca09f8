/** Sources of several packs in one file, where each needs an id of its own. */
import type { Source } from '../../../src-library/model/source.ts'

/** The second source of an id gets `-2` behind it, the third `-3`, as far as that is free. */
export function withDistinctIds(sources: readonly Source[]): readonly Source[] {
  const taken = new Set<string>()
  return sources.map((source) => {
    let id = source.id
    for (let count = 2; taken.has(id); count++) id = `${source.id}-${count}`
    taken.add(id)
    return { ...source, id }
  })
}
