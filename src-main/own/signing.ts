/**
 * A saved pack of own documents -> one signed file, where the reader says. Documents that may not be passed on stay, so it is
 * compiled once more. The file is whole and was read once as another computer reads it before it gets its name.
 */
import { setImmediate } from 'node:timers/promises'
import type { SignedCopy, SigningFailure } from '../../src-bridge/signing.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { decodeManifest } from '../../src-library/format/manifest.ts'
import { packFileExtension } from '../../src-library/format/packfile.ts'
import { highestSequence } from '../../src-library/format/packhead.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import { toHex } from '../../src-library/format/publickey.ts'
import { success, type Outcome } from '../../src-library/model/outcome.ts'
import { packFiles, signPacked, type Edition } from '../../src-packs/make.ts'
import { checkFiles, openPackFile, type ReadableFile } from '../../src-packs/read.ts'
import type { OwnFolder } from './folder.ts'
import { outgoingPack, type OutgoingPack } from './passingon.ts'
import { signingFailure, withEnding, type PublisherKey } from './publisherkey.ts'
import { compileLimits, compileTask } from './tasks.ts'
import { runOnFiles, type Door } from './worker.ts'

export type SigningDependencies = {
  readonly key: PublisherKey
  /** Compiles. */
  readonly door: Door
  /** Today, as an ISO day. */
  readonly today: string
  /** Of the new file. */
  readonly mode: number
  /** Asks where the file goes; null when the reader cancels. */
  readonly choose: () => Promise<string | null>
  /** Runs work when no other touches the packs. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>
}

export async function signTo(
  folder: OwnFolder,
  passphrase: string,
  dependencies: SigningDependencies,
): Promise<Outcome<SignedCopy, SigningFailure>> {
  const { key, door, today, alone } = dependencies
  // A wrong passphrase is said before the pack is compiled.
  const opens = await key.unlocked(passphrase, () => null)
  if (!opens.ok) return opens
  const passed = await alone(() => toBeSigned(folder))
  if (!passed.ok) return passed
  const compiled = await runOnFiles(door, compileTask, passed.value.files, { isShown: true }, compileLimits)
  if (!compiled.ok) return signingFailure('too-many')
  const { files } = compiled.value
  const manifest = files && manifestOf(files)
  if (!files || !manifest?.ok) return signingFailure('errors')
  const { signed: last } = await folder.work()
  const sequence = nextSequence(today, last?.sequence ?? 0)
  const edition: Edition = {
    sequence,
    made: today,
    publisher: { name: key.name, place: null },
    minimum: null,
    vouches: [],
    succeeds: null,
    withdraws: [],
  }
  // The window answers meanwhile.
  const packed = await packFiles(manifest.value, files, () => setImmediate())
  const made = await key.unlocked(passphrase, (seed) => signPacked(manifest.value, packed, edition, [seed]))
  if (!made.ok) return made
  const bytes = made.value
  if (!(await isSound(bytes))) return signingFailure('unsound')

  const chosen = await dependencies.choose()
  if (chosen === null) return signingFailure('cancelled')
  const path = withEnding(chosen, packFileExtension)
  return alone(async () => {
    // First: two files of one sequence would be refused by every reader. A number that is never used harms nothing.
    const record = { sequence, made: today, edition: manifest.value.edition, key: publicKeyOf(key) }
    const kept = await folder.setWork({ ...(await folder.work()), signed: record })
    if (!kept.ok) return signingFailure('not-written')
    const written = await key.write(path, bytes, dependencies.mode)
    if (!written.ok) return written
    return success({ path, bytes: bytes.length, sequence, ...passed.value.remarks })
  })
}

function manifestOf(files: ReadonlyMap<string, Uint8Array>): ReturnType<typeof decodeManifest> {
  const json = parseJson(new TextDecoder().decode(files.get(manifestPath)))
  return decodeManifest(json.ok ? json.value : null)
}

/** What the reader sees in her library is what she signs: without a change since. */
async function toBeSigned(folder: OwnFolder): Promise<Outcome<OutgoingPack, SigningFailure>> {
  const { shown } = await folder.work()
  const passed = await outgoingPack(folder, (answer) => answer === 'yes')
  if (!passed.ok) {
    const { kind } = passed.failure
    return signingFailure(kind === 'stale' || kind === 'reserved' ? 'not-written' : kind)
  }
  return shown?.state === passed.value.seen.state ? passed : signingFailure('not-saved')
}

/**
 * Higher than the last one. Days since 2000, so that it rises also where what is known of the last one was lost, or a
 * colleague goes on with the folder on another computer.
 */
export function nextSequence(today: string, last: number): number {
  const days = Math.floor((Date.parse(today) - Date.parse('2000-01-01')) / 86_400_000)
  return Math.min(Math.max(last + 1, days, 1), highestSequence)
}

const publicKeyOf = (key: PublisherKey): string => (key.publicKey ? toHex(key.publicKey) : '')

/** Read as another computer reads it. */
async function isSound(bytes: Uint8Array): Promise<boolean> {
  const disk: ReadableFile = {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  }
  const pack = await openPackFile(disk)
  if (!pack.ok) return false
  const turn = (): Promise<void> => setImmediate()
  return (await checkFiles(disk, pack.value, undefined, undefined, turn)).ok
}
