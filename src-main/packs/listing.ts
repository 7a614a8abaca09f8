/** The packs of this computer with what the page shows of each: publisher, edition, size, and what it can go back to. */
import type { ShelvedPack } from '../../src-bridge/packs.ts'
import { fromHex } from '../../src-library/format/publickey.ts'
import { checkNumber } from '../../src-packs/checknumber.ts'
import type { Pack } from '../library/pack.ts'
import type { InstalledPacks } from './installed.ts'
import type { PackRecord, RegistryData, Slot } from './registry.ts'

type Packs = { readonly shown: ReadonlyMap<string, Pack>; readonly bundled: ReadonlyMap<string, Pack> }

export async function shelvedPacks(
  { packs: records }: RegistryData,
  installed: InstalledPacks,
  packs: Packs,
): Promise<readonly ShelvedPack[]> {
  const ids = new Set([...packs.shown.keys(), ...records.flatMap(({ id, current }) => (current ? [id] : []))])
  const { damaged } = await installed.current()
  const isDamaged = new Set(damaged.map(({ record }) => record.id))
  return [...ids].sort().flatMap((id) => {
    const record = records.find((one) => one.id === id) ?? null
    const shown = packs.shown.get(id)
    const row = shown ? rowOf(shown, record, packs) : record && lostRow(record)
    return row ? [{ ...row, isDamaged: isDamaged.has(id) }] : []
  })
}

type Row = Omit<ShelvedPack, 'isDamaged'>

function rowOf(pack: Pack, record: PackRecord | null, packs: Packs): Row {
  const { manifest, signed } = pack
  const own = record?.current?.kind === 'file' ? record.current : null
  const isInstalled = own !== null && own.digest === signed?.digest
  const [key] = signed?.keys ?? []
  return {
    id: pack.id,
    title: manifest.title,
    edition: manifest.edition,
    publisher: signed?.publisher ?? pack.own?.publisher ?? null,
    place: signed?.place ?? null,
    made: signed?.made ?? null,
    bytes: signed?.bytes ?? [...manifest.files.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    standing: signed?.standing ?? (pack.own ? 'own' : 'came'),
    checkNumber: key === undefined ? null : checkNumber(fromHex(key) ?? new Uint8Array()),
    installed: isInstalled ? own.on : null,
    isInstalled,
    previous: record?.previous ? previousOf(record.previous, signed?.sequence ?? 0, pack.id, packs) : null,
  }
}

/** Its file is gone or damaged, and nothing is shown in its place. */
function lostRow({ id, current, previous }: PackRecord): Row {
  const file = current?.kind === 'file' ? current : null
  return {
    id,
    title: id,
    edition: file?.edition ?? '',
    publisher: null,
    place: null,
    made: null,
    bytes: 0,
    standing: 'unknown',
    checkNumber: null,
    installed: file?.on ?? null,
    isInstalled: true,
    previous: previous?.kind === 'file' ? { edition: previous.edition, isOlder: true } : null,
  }
}

function previousOf(slot: Slot, sequence: number, id: string, { bundled }: Packs): ShelvedPack['previous'] {
  if (slot.kind === 'file') return { edition: slot.edition, isOlder: slot.sequence < sequence }
  const pack = bundled.get(id)
  if (!pack) return null
  return { edition: pack.manifest.edition, isOlder: (pack.signed?.sequence ?? 0) < sequence }
}
