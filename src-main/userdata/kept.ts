/** Everything that is kept on the disk, part by part, as it is found there. */
import { keptParts, type KeptPart, type KeptPartOnDisk } from '../../src-bridge/kept.ts'
import type { SaveFailure } from '../../src-bridge/contract.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import type { Size } from './store.ts'

/** The keeper of a part: reports its data on the disk, and removes it. */
export type Keeper = {
  onDisk(): Promise<Omit<KeptPartOnDisk, 'part'> | Size | null>
  remove(): Promise<Outcome<null, SaveFailure>>
}

/** The parts of which there is anything. */
export async function listKept(
  keepers: Readonly<Record<KeptPart, Keeper>>,
): Promise<readonly KeptPartOnDisk[]> {
  const found = await Promise.all(
    keptParts.map(async (part) => {
      const onDisk = await keepers[part].onDisk()
      return onDisk && { entries: null, since: null, ...onDisk, part }
    }),
  )
  return found.filter((part) => part !== null)
}
