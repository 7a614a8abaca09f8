/** Decides on an offered pack file: by its signers, by the keys this computer trusts, and by the edition it would follow. */
import { judge, type InstalledEdition, type Verdict } from '../../src-packs/trust.ts'
import type { PackFile } from '../../src-packs/read.ts'
import type { Pack } from '../library/pack.ts'
import type { InstalledPacks } from './installed.ts'
import type { PackRecord, Registry } from './registry.ts'
import { keysOf, standingOfFile } from './shelffile.ts'

/**
 * `bundled`: the pack of the same id that came with Fieldshelf. `isSound` reads every byte of the installed pack of this
 * id: it is asked only for a file that is installed already.
 */
export async function verdictOn(
  file: PackFile,
  { installed, registry }: { readonly installed: InstalledPacks; readonly registry: Registry },
  bundled: Pack | undefined,
  isSound: () => Promise<boolean>,
): Promise<Verdict> {
  const record = registry.recordOf(file.head.manifest.id)
  const { files } = await installed.current()
  const known = installed.knownFrom([...files, ...installed.bundled])
  const pack = { head: file.head, keys: keysOf(file), digest: file.digest }
  const verdict = judge(pack, known, editionBefore(record, bundled), new Map(record?.highest))
  if (verdict.kind !== 'already-here') return verdict
  // The same edition once more mends one whose bytes were damaged since.
  const standing = standingOfFile(file, known)
  if (standing === 'withdrawn' || (await isSound())) return verdict
  const [key = ''] = pack.keys
  return { kind: 'install', standing: standing === 'unknown' ? 'accepted' : standing, key }
}

/** The edition that a new one would follow. */
function editionBefore(record: PackRecord | null, bundled: Pack | undefined): InstalledEdition | null {
  const highest = new Map(record?.highest)
  if (record?.current?.kind === 'file') {
    const { sequence, digest } = record.current
    return { sequence, digest, keys: record.keys, highest }
  }
  // A folder of a developer's was signed by no key, so that any may follow it.
  const signed = bundled?.signed
  if (!signed) return null
  for (const key of signed.keys) highest.set(key, Math.max(signed.sequence, highest.get(key) ?? 0))
  const { sequence, digest, keys } = signed
  return { sequence, digest, keys: [...keys, ...(record?.keys ?? [])], highest }
}

/** A shipped key may withdraw any other, and each key itself. */
export function withdrawnBy(
  file: PackFile,
  installed: InstalledPacks,
): readonly { readonly key: string; readonly from: number | null }[] {
  const isShipped = standingOfFile(file, installed.knownFrom([])) === 'shipped'
  const own = keysOf(file)
  return file.head.withdraws.filter(({ key }) => isShipped || own.includes(key))
}
