import { describe, expect, test } from 'vitest'
import type { Bridge } from '../../src-bridge/contract.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import { Signing, signingOf } from './signing.svelte.ts'

const key = {
  name: 'Clean World',
  checkNumber: '12345 12345 12345 12345 12345 12345',
  publicKey: 'a'.repeat(64),
  file: '/stick/clean-world.shelfkey',
}
const copy = { path: '/stick/a.shelf', bytes: 1, sequence: 9830, leftOut: [], unlinked: [] }

/** Answers in order; the last one again and again. */
function signingWith(...answers: unknown[]): {
  readonly signing: Signing
  readonly asked: (readonly [channel: string, request: unknown])[]
} {
  const asked: (readonly [string, unknown])[] = []
  const bridge = {
    call: (channel: string, request: unknown) => {
      asked.push([channel, request])
      return Promise.resolve(answers.length > 1 ? answers.shift() : answers[0])
    },
  } as unknown as Bridge
  return { signing: new Signing(bridge), asked }
}

describe('signing', () => {
  test('holds the key that was chosen or made, and says what came of it', async () => {
    const { signing, asked } = signingWith(success(key))
    expect(await signing.choose()).toBe(true)
    expect([signing.key, signing.isNew]).toEqual([key, false])
    expect(await signing.make('Clean World', 'five words make one phrase')).toBe(true)
    expect(signing.isNew).toBe(true)
    expect(asked.map(([, request]) => request)).toEqual([
      { kind: 'choose' },
      { kind: 'make', name: 'Clean World', passphrase: 'five words make one phrase' },
    ])
    signing.putAway()
    expect(signing.key).toBeNull()
  })

  test('keeps no passphrase', async () => {
    const { signing } = signingWith(success(key), success(copy))
    await signing.make('Clean World', 'five words make one phrase')
    await signing.sign('own-1', 'five words make one phrase')
    const { key: held, failed, busy } = signing
    expect(JSON.stringify([held, failed, busy, signing.done('own-1')])).not.toContain('five words')
    expect(signing.done('own-1')).toEqual({ ...copy, pack: 'own-1' })
    expect(signing.done('own-2')).toBeNull()
  })

  test('says a failure once, and none where the reader cancelled', async () => {
    const { signing } = signingWith(
      failure({ kind: 'wrong-passphrase' }),
      failure({ kind: 'cancelled' }),
      success(copy),
    )
    expect(await signing.sign('own-1', 'x')).toBe(false)
    expect(signing.failed).toBe('wrong-passphrase')
    expect(await signing.sign('own-1', 'x')).toBe(false)
    expect(signing.failed).toBeNull()
    expect(await signing.sign('own-1', 'x')).toBe(true)
  })

  test('does one thing at a time', async () => {
    let answer: (value: unknown) => void = () => undefined
    const bridge = { call: () => new Promise((resolve) => (answer = resolve)) } as unknown as Bridge
    const signing = signingOf(bridge)
    expect(signingOf(bridge)).toBe(signing)
    const first = signing.sign('own-1', 'x')
    expect(signing.busy).toBe('pack')
    expect(await signing.sign('own-1', 'x')).toBe(false)
    expect(await signing.choose()).toBe(false)
    answer(success(copy))
    expect(await first).toBe(true)
    expect(signing.busy).toBeNull()
  })

  test('prints the sheet for the safe, or saves it, with what everybody may know of the key', async () => {
    const { signing, asked } = signingWith(
      success(key),
      success({ kind: 'printed' }),
      success({ id: 'print-1' }),
      success({ kind: 'saved', path: '/a.pdf' }),
    )
    const how = { language: 'az', paper: 'A4', printedOn: '2026-11-30' } as const
    expect(await signing.sheet('paper', how)).toBeNull()
    await signing.choose()
    expect(await signing.sheet('paper', how)).toEqual(success({ kind: 'printed' }))
    expect(await signing.sheet('pdf', how)).toEqual(success({ kind: 'saved', path: '/a.pdf' }))
    expect(asked.slice(1)).toEqual([
      [
        'print.paper',
        {
          ...{ kind: 'keySheet', publisher: key.name, checkNumber: key.checkNumber, file: key.file },
          ...{ publicKey: key.publicKey, ...how, textSize: 12 },
        },
      ],
      ['print.prepare', expect.objectContaining({ kind: 'keySheet' })],
      ['print.save', { id: 'print-1' }],
    ])
  })
})
