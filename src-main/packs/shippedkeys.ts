/**
 * Keys that come with Fieldshelf, and the ids of packs that are reserved for them. Two of a release: one in use, one in
 * a safe. docs/publishing.md says how a publisher makes and keeps them.
 */
import type { ShippedKey } from '../../src-packs/trust.ts'
import { developmentKey } from '../../src-packs/developmentkey.ts'

const bundledIds = ['trafficking-azerbaijan']

/** The publisher of a release puts the public keys here, as `shelf key show` prints them. */
export const releaseKeys: readonly string[] = []

/** How many of a release's keys must sign its pack: 2 where no person alone shall be able to publish. */
export const neededSignatures = 1

/**
 * A release knows no development key: its secret half is in the repository, and anybody can sign with it. A package
 * that was made without keys of a release is for trying out; its pack is signed with that key.
 */
export const shippedKeys = (packaged: boolean, release = releaseKeys): readonly ShippedKey[] =>
  [...release, ...(packaged && release.length > 0 ? [] : [developmentKey])].map((key) => ({
    key,
    ids: bundledIds,
  }))
