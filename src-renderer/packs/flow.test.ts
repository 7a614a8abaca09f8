import { describe, expect, it } from 'vitest'
import type { Bridge } from '../../src-bridge/contract.ts'
import { droppedPiece, type OfferedPack } from '../../src-bridge/packs.ts'
import { PackFlow } from './flow.svelte.ts'

const pack = { token: '1', id: 'village', title: 'The village', asks: 'nothing' } as OfferedPack

type Answer = (channel: string, request: unknown) => unknown

function flowOver(answer: Answer): { flow: PackFlow; asked: [string, unknown][] } {
  const asked: [string, unknown][] = []
  const bridge = {
    call: (channel: string, request: unknown) => {
      asked.push([channel, request])
      return Promise.resolve(answer(channel, request))
    },
  } as unknown as Bridge
  return { flow: new PackFlow(bridge, () => Promise.resolve()), asked }
}

const good = { ok: true, value: pack }

describe('opening a pack', () => {
  it('is offered, and installed by one answer', async () => {
    const { flow, asked } = flowOver(() => good)
    await flow.open({ from: 'dialog' })
    expect(flow.state).toEqual({ kind: 'offered', pack, refusal: null })
    await flow.install()
    expect(flow.state).toEqual({ kind: 'installed', pack })
    expect(asked).toEqual([
      ['packs.offer', { from: 'dialog' }],
      ['packs.change', { kind: 'install', token: '1' }],
    ])
  })

  it('that the reader cancels in the dialog says nothing', async () => {
    const { flow } = flowOver(() => ({ ok: false, failure: { kind: 'cancelled' } }))
    await flow.open({ from: 'dialog' })
    expect(flow.state).toEqual({ kind: 'idle' })
  })

  it('that is refused says why, and an offer that could not be installed stays', async () => {
    const { flow } = flowOver(() => ({ ok: false, failure: { kind: 'damaged' } }))
    await flow.open({ from: 'outside' })
    expect(flow.state).toEqual({ kind: 'refused', refusal: { kind: 'damaged' } })
    const full = flowOver((channel) =>
      channel === 'packs.offer' ? good : { ok: false, failure: { kind: 'no-room' } },
    )
    await full.flow.open({ from: 'dialog' })
    await full.flow.install()
    expect(full.flow.state).toEqual({ kind: 'offered', pack, refusal: { kind: 'no-room' } })
  })

  it('that is cancelled does not hear the answer that comes late', async () => {
    let arrive: (value: unknown) => void = () => undefined
    const { flow } = flowOver((channel) =>
      channel === 'packs.offer' ? new Promise((resolve) => (arrive = resolve)) : { ok: true, value: null },
    )
    const opening = flow.open({ from: 'dialog' })
    await flow.cancel()
    arrive(good)
    await opening
    expect(flow.state).toEqual({ kind: 'idle' })
  })

  it('sends a dropped file in pieces and in order', async () => {
    const { flow, asked } = flowOver(() => good)
    const bytes = new Uint8Array(droppedPiece + 3).map((_, i) => i % 251)
    await flow.open({ from: 'drop', file: new File([bytes], 'x.shelf') })
    expect(flow.state.kind).toBe('offered')
    expect(asked.map(([channel]) => channel)).toEqual([
      'packs.drop',
      'packs.drop',
      'packs.drop',
      'packs.offer',
    ])
    const pieces = asked.slice(1, 3).map(([, request]) => (request as { bytes: Uint8Array }).bytes)
    expect(pieces.map(({ length }) => length)).toEqual([droppedPiece, 3])
    expect(pieces[1]).toEqual(bytes.slice(droppedPiece))
  })

  it('of a dropped file that can’t be read any more says that the stick is gone', async () => {
    const { flow } = flowOver(() => ({ ok: true, value: null }))
    const file = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) }
    await flow.open({ from: 'drop', file: file as unknown as File })
    expect(flow.state).toEqual({ kind: 'refused', refusal: { kind: 'gone' } })
  })
})
