/**
 * Keys that come with Fieldshelf, and the ids of packs that are reserved for them. Two of a release: one in use, one in
 * a safe. docs/publishing.md says how a publisher makes and keeps them.
 */
import type { ShippedKey } from '../../src-packs/trust.ts'
import { developmentKey } from '../../src-packs/developmentkey.ts'

const bundledIds = ['trafficking-azerbaijan']

/** The publisher of a release puts the public keys here, as `shelf key show` prints them. */
const releaseKeys: readonly string[] = []

/** A release knows no development key: its secret half is in the repository, and anybody can sign with it. */
export const shippedKeys = (packaged: boolean): readonly ShippedKey[] =>
  [...releaseKeys, ...(packaged ? [] : [developmentKey])].map((key) => ({ key, ids: bundledIds }))
