import { describe, expect, it } from 'vitest'
import { toHex } from '../../src-library/format/publickey.ts'
import { shippedKeys } from '../../src-main/packs/shippedkeys.ts'
import { developmentKey } from '../../src-packs/developmentkey.ts'
import { publicKeyOf } from '../../src-packs/ed25519.ts'
import { makePackFile } from '../../src-packs/make.ts'
import { openPackFile } from '../../src-packs/read.ts'
import { manifestOf, seedOf, tinyEdition, tinyFiles } from '../../src-packs/testing/tinypack.ts'
import { keyTexts } from '../../src-packs/trust.ts'
import { bundledFile } from './bundled.ts'

const manifest = manifestOf(tinyFiles, { edition: '2026-12' })
const release = toHex(publicKeyOf(seedOf('release')))
const signedBy = (name: string, changes: object = {}): Uint8Array =>
  makePackFile({ ...manifest, ...changes }, tinyFiles, tinyEdition, [seedOf(name)])

const made = (given: Uint8Array | null, releaseKeys: readonly string[]) =>
  bundledFile({ manifest, files: tinyFiles, releaseKeys, given })

async function signersOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pack = await openPackFile({
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  })
  if (!pack.ok) throw new Error(pack.failure.kind)
  expect(pack.value.head.sequence).toBe(202_612)
  return keyTexts(pack.value.signatures.map(({ key }) => key))
}

describe('the pack of a package', () => {
  it('is signed with the development key where there is no key of a release', async () => {
    const file = await made(null, [])
    expect(file.ok && (await signersOf(file.value))).toEqual([developmentKey])
    expect(await made(null, [])).toEqual(file)
  })

  it('of a release is a file that a key of the release signed', async () => {
    const given = signedBy('release')
    expect(await made(given, [release])).toEqual({ ok: true, value: given })
    expect(await made(null, [release])).toMatchObject({ ok: false })
    expect(await made(signedBy('stranger'), [release])).toMatchObject({ ok: false })
    const both = { manifest, files: tinyFiles, releaseKeys: [release], needed: 2, given }
    expect((await bundledFile(both)).ok).toBe(false)
    const development = await made(null, [])
    expect(development.ok && (await made(development.value, [release])).ok).toBe(false)
  })

  it('is never a damaged file, or one of another pack or edition', async () => {
    const changed = signedBy('release')
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    for (const given of [
      changed,
      signedBy('release', { edition: '2026-11' }),
      signedBy('release', { id: 'other' }),
    ])
      expect((await made(given, [release])).ok).toBe(false)
  })
})

describe('the keys that Fieldshelf knows', () => {
  it('have the development key in the repository and in a package for trying out, and not in a release', () => {
    const keys = (packaged: boolean, releaseKeys: readonly string[]) =>
      shippedKeys(packaged, releaseKeys).map(({ key }) => key)
    expect(keys(false, [])).toEqual([developmentKey])
    expect(keys(false, [release])).toEqual([release, developmentKey])
    expect(keys(true, [])).toEqual([developmentKey])
    expect(keys(true, [release])).toEqual([release])
  })
})
