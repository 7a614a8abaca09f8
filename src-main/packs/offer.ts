/** The pack file that the page asks to be offered, by where it comes from. */
import type { OfferedPack, PackOrigin, PackRefusal } from '../../src-bridge/packs.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { failure, type Outcome } from '../../src-library/model/outcome.ts'
import type { Installer } from './installer.ts'
import type { WaitingPack } from './waiting.ts'

type Dependencies = {
  readonly packs: Pick<Installer, 'examine' | 'received'>
  readonly waiting: WaitingPack
  readonly choosePack: () => Promise<string | null>
}

export async function offerFrom(
  from: PackOrigin,
  { packs, waiting, choosePack }: Dependencies,
): Promise<Outcome<OfferedPack, PackRefusal>> {
  const examine = (path: string | null): Promise<Outcome<OfferedPack, PackRefusal>> =>
    path === null ? Promise.resolve(failure({ kind: 'cancelled' })) : packs.examine(path)
  switch (from) {
    case 'dialog':
      return examine(await choosePack())
    case 'outside':
      return examine(waiting.take())
    case 'drop':
      return packs.received()
    default:
      return assertNever(from)
  }
}
