/**
 * Three-way merges of kept data: two windows hold the same settings and lists, and each writes them whole. `base` is
 * what was stored when this window last read or wrote, `mine` what this window holds, `theirs` what is stored now.
 */

/** A setting changed here keeps its value; every other has the stored one. */
export function mergedSettings<Settings extends object>(
  base: Settings,
  mine: Settings,
  theirs: Settings,
): Settings {
  const changed = Object.entries(mine).filter(([name, value]) => base[name as keyof Settings] !== value)
  return { ...theirs, ...Object.fromEntries(changed) }
}

/**
 * The entries of `mine` in their order, then those that another window added. An entry that another window removed
 * goes, and one that it changed is taken from there, unless this window changed it as well.
 */
export function mergedList<Entry>(
  base: readonly Entry[],
  mine: readonly Entry[],
  theirs: readonly Entry[],
  key: (entry: Entry) => string,
): readonly Entry[] {
  const [before, here, there] = [base, mine, theirs].map(
    (entries) => new Map(entries.map((entry) => [key(entry), entry])),
  ) as [Map<string, Entry>, Map<string, Entry>, Map<string, Entry>]
  const kept = mine.flatMap((entry) => {
    const known = before.get(key(entry))
    const changedHere = known === undefined || JSON.stringify(known) !== JSON.stringify(entry)
    return changedHere ? [entry] : (there.get(key(entry)) ?? [])
  })
  return [...kept, ...theirs.filter((entry) => !here.has(key(entry)) && !before.has(key(entry)))]
}
