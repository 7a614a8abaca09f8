import { describe, expect, it } from 'vitest'
import { toHex } from '../src-library/format/publickey.ts'
import type { PackHead } from '../src-library/format/packhead.ts'
import { publicKeyOf, sign } from './ed25519.ts'
import { manifestOf, seedOf, tinyEdition, tinyFiles } from './testing/tinypack.ts'
import {
  judge,
  nextKeys,
  standingOf,
  successionMessage,
  type InstalledEdition,
  type KnownKeys,
  type SignedPack,
} from './trust.ts'

const keyOf = (name: string): string => toHex(publicKeyOf(seedOf(name)))
const [product, friend, village, stranger, thief] = ['product', 'friend', 'village', 'stranger', 'thief'].map(
  keyOf,
) as [string, string, string, string, string]

const known: KnownKeys = {
  shipped: [{ key: product, ids: ['hotline'] }],
  vouched: [{ key: friend, name: 'Friend', ids: ['village', 'atlas'] }],
  accepted: [{ key: village, name: 'Village Library' }],
  withdrawn: [{ key: thief, from: null }],
}

const pack = (keys: readonly string[], changes: Partial<PackHead> & { id?: string } = {}): SignedPack => {
  const { id = 'village', ...head } = changes
  return {
    head: {
      ...tinyEdition,
      manifest: manifestOf(tinyFiles, { id }),
      files: [],
      body: '',
      sequence: 7,
      ...head,
    },
    keys,
    digest: `digest ${changes.sequence ?? 7}`,
  }
}

const here = (key: string, sequence = 6, changes: Partial<InstalledEdition> = {}): InstalledEdition => ({
  sequence,
  digest: `digest ${sequence}`,
  keys: [key],
  highest: new Map([[key, sequence]]),
  ...changes,
})

const said = (one: SignedPack, installed: InstalledEdition | null): string => {
  const verdict = judge(one, known, installed)
  return verdict.kind === 'refused' ? verdict.because : verdict.kind
}

describe('a pack whose id is new here', () => {
  it.each([
    ['a shipped key', product, 'install'],
    ['a key that a shipped key vouches for', friend, 'install'],
    ['a key that was accepted here', village, 'install'],
    ['an unknown key', stranger, 'ask-publisher'],
    ['a withdrawn key', thief, 'withdrawn'],
  ])('signed by %s', (_who, key, verdict) => {
    expect(said(pack([key]), null)).toBe(verdict)
  })

  it('is not vouched for where the voucher names other ids', () => {
    expect(standingOf(friend, 'hotline', known)).toBe('unknown')
    expect(said(pack([friend], { id: 'other' }), null)).toBe('ask-publisher')
  })

  it('can not be a pack that comes with Fieldshelf unless its own key signed it', () => {
    for (const key of [friend, village, stranger])
      expect(said(pack([key], { id: 'hotline' }), null)).toBe('reserved')
    expect(said(pack([product], { id: 'hotline' }), null)).toBe('install')
  })
})

describe('a pack whose id is here, signed by the same key', () => {
  it.each([
    ['a higher sequence', 8, 'install'],
    ['the same bytes', 6, 'already-here'],
    ['a lower sequence', 5, 'older'],
  ])('with %s', (_what, sequence, verdict) => {
    for (const key of [product, friend, village, stranger])
      expect(said(pack([key], { sequence }), here(key))).toBe(verdict)
  })

  it('with the same sequence and other bytes is refused', () => {
    expect(said(pack([village], { sequence: 6 }), here(village, 6, { digest: 'other bytes' }))).toBe(
      'same-sequence',
    )
  })

  it('is older than an edition that was here before a step back', () => {
    const installed = here(village, 5, { highest: new Map([[village, 9]]) })
    expect(said(pack([village], { sequence: 7 }), installed)).toBe('older')
    expect(said(pack([village], { sequence: 9 }), installed)).toBe('install')
    expect(said(pack([village], { sequence: 10 }), installed)).toBe('install')
  })
})

describe('a pack whose id is here, signed by another key', () => {
  it.each([
    ['an unknown key', stranger],
    ['an accepted key', village],
    ['a vouched key', friend],
    ['a shipped key that does not own the id', product],
  ])('is refused: %s', (_who, key) => {
    expect(said(pack([key]), here(keyOf('someone else')))).toBe('other-key')
  })

  it('is installed where a shipped key owns the id', () => {
    expect(said(pack([product], { id: 'hotline' }), here(stranger))).toBe('install')
  })

  it('is refused where a withdrawn key signed beside a good one', () => {
    expect(said(pack([village, thief]), here(village))).toBe('withdrawn')
  })
})

describe('a key that takes another key’s place', () => {
  const succeeds = (by: string): PackHead['succeeds'] => ({
    key: stranger,
    proof: toHex(sign(seedOf(by), successionMessage(stranger))),
  })

  it('may sign the next edition after the old key signed for it', () => {
    expect(said(pack([stranger], { succeeds: succeeds('village') }), here(village))).toBe('install')
    expect(nextKeys(pack([village], { succeeds: succeeds('village') }))).toEqual([village, stranger])
  })

  it('starts a row of sequences of its own: a stolen key’s 999,999 does not block it', () => {
    const installed = here(village, 999_999)
    expect(said(pack([stranger], { sequence: 8, succeeds: succeeds('village') }), installed)).toBe('install')
  })

  it('is refused where somebody else signed for it', () => {
    expect(said(pack([stranger], { succeeds: succeeds('thief') }), here(village))).toBe('other-key')
    expect(nextKeys(pack([village], { succeeds: succeeds('thief') }))).toEqual([village])
  })
})

describe('a key that was withdrawn from a sequence on', () => {
  it('still counts for the editions before', () => {
    const stolen: KnownKeys = { ...known, withdrawn: [{ key: village, from: 8 }] }
    expect(judge(pack([village], { sequence: 7 }), stolen, here(village)).kind).toBe('install')
    expect(judge(pack([village], { sequence: 8 }), stolen, here(village)).kind).toBe('refused')
  })
})

describe('the trust table, cell by cell', () => {
  const who = { product, friend, village, stranger, thief }
  /** Of each signer: the id is new here, is here with the same key, is here with another key. */
  const table: readonly (readonly [keyof typeof who, string, string, string])[] = [
    ['product', 'install', 'install', 'other-key'],
    ['friend', 'install', 'install', 'other-key'],
    ['village', 'install', 'install', 'other-key'],
    ['stranger', 'ask-publisher', 'install', 'other-key'],
    ['thief', 'withdrawn', 'withdrawn', 'withdrawn'],
  ]
  it.each(table)('%s: new %s, same key %s, another key %s', (name, isNew, same, other) => {
    const one = pack([who[name]])
    expect([said(one, null), said(one, here(who[name])), said(one, here(keyOf('someone else')))]).toEqual([
      isNew,
      same,
      other,
    ])
  })

  it.each(table)('%s can not take an id that is reserved, new or over another key', (name) => {
    const isOwner = name === 'product'
    const wanted = name === 'thief' ? 'withdrawn' : isOwner ? 'install' : 'reserved'
    const one = pack([who[name]], { id: 'hotline' })
    expect([said(one, null), said(one, here(product)), said(one, here(stranger))]).toEqual([
      wanted,
      wanted,
      wanted,
    ])
  })
})

describe('an id that two shipped keys must sign for', () => {
  const safe = keyOf('safe')
  const two: KnownKeys = {
    ...known,
    shipped: [product, safe].map((key) => ({ key, ids: ['hotline'] })),
    needed: 2,
  }
  const verdict = (keys: readonly string[], id = 'hotline') => judge(pack(keys, { id }), two, null)

  it('is installed with both signatures, and refused with one of them or one of somebody else', () => {
    expect(verdict([product, safe]).kind).toBe('install')
    for (const keys of [[product], [safe], [product, village], [safe, friend]])
      expect(verdict(keys)).toEqual({ kind: 'refused', because: 'too-few-signatures' })
    expect(verdict([village, friend])).toEqual({ kind: 'refused', because: 'reserved' })
  })

  it('asks for one signature of other ids', () => {
    expect(verdict([village], 'village').kind).toBe('install')
  })
})
