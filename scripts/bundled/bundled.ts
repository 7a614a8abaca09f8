/**
 * The signed file of the pack that packages carry. A release has keys of its own (src-main/packs/shippedkeys.ts), whose
 * secret halves are in no repository: its pack is signed elsewhere and handed in. Without such keys a package is for
 * trying out, and its pack is signed with the development key.
 */
import type { Manifest } from '../../src-library/format/manifest.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { developmentPublisher, developmentSeed } from '../../src-packs/developmentkey.ts'
import { makePackFile } from '../../src-packs/make.ts'
import { checkFiles, openPackFile, type ReadableFile } from '../../src-packs/read.ts'
import { keyTexts } from '../../src-packs/trust.ts'

type Bundled = {
  readonly manifest: Manifest
  /** The compiled pack. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Public keys of a release; empty: a package for trying out. */
  readonly releaseKeys: readonly string[]
  /** How many of them must have signed. */
  readonly needed?: number
  /** A signed file that was handed in. */
  readonly given: Uint8Array | null
}

/** The bytes of the file, or a sentence on what is missing. */
export async function bundledFile({
  manifest,
  files,
  releaseKeys,
  needed = 1,
  given,
}: Bundled): Promise<Outcome<Uint8Array, string>> {
  if (given) return checked(given, manifest, releaseKeys, needed)
  if (releaseKeys.length > 0)
    return failure(
      'A release carries a pack that its publisher signed: put it into release/, or say --pack <file>.shelf. docs/publishing.md has the steps.',
    )
  return success(
    makePackFile(
      manifest,
      files,
      {
        sequence: sequenceOf(manifest.edition),
        made: null,
        publisher: { name: developmentPublisher, place: null },
        minimum: null,
        vouches: [],
        succeeds: null,
        withdraws: [],
      },
      [developmentSeed()],
    ),
  )
}

/** `2026-12` to 202612: higher with each edition. Editions that are no month begin at 1. */
const sequenceOf = (edition: string): number =>
  /^\d{4}-\d{2}$/.test(edition) ? Number(edition.replace('-', '')) : 1

async function checked(
  bytes: Uint8Array,
  { id, edition }: Manifest,
  releaseKeys: readonly string[],
  needed: number,
): Promise<Outcome<Uint8Array, string>> {
  const disk: ReadableFile = {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  }
  const pack = await openPackFile(disk)
  if (!pack.ok) return failure(`The signed file can’t be used: ${pack.failure.kind}.`)
  const whole = await checkFiles(disk, pack.value)
  if (!whole.ok) return failure(`The signed file can’t be used: ${whole.failure.kind}.`)
  const { head, signatures } = pack.value
  const keys = keyTexts(signatures.map(({ key }) => key))
  const signers = keys.filter((key) => releaseKeys.includes(key)).length
  if (signers < needed)
    return failure(
      `Keys of this release that signed the file: ${signers}; needed: ${needed}. src-main/packs/shippedkeys.ts lists them.`,
    )
  if (head.manifest.id !== id || head.manifest.edition !== edition)
    return failure(
      `The signed file is ${head.manifest.id}, edition ${head.manifest.edition}; this release is of ${id}, edition ${edition}.`,
    )
  return success(bytes)
}
