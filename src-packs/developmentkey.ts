/**
 * The key that signs packs in the repository. Anybody can sign with it, because its seed follows from a text that is
 * here for all to read: so a release of Fieldshelf does not know it (src-main/packs/shippedkeys.ts).
 */
import { createHash } from 'node:crypto'
import type { KeyText } from '../src-library/format/packhead.ts'
import type { Seed } from './ed25519.ts'

export const developmentPublisher = 'Fieldshelf (development key)'

export const developmentSeed = (): Seed =>
  new Uint8Array(createHash('sha256').update('fieldshelf development key').digest())

/** Its public half. */
export const developmentKey: KeyText = '668b3fedf2e70e12e76dbe743756758b606b7ed1853b46f5612458dfd2e31381'
