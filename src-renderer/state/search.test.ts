import { describe, expect, it } from 'vitest'
import type { SearchClient } from '../engine/client.ts'
import { noFilters, type ResultPage, type SearchRequest } from '../engine/protocol.ts'
import { hitsIn, pageOfHits, SearchState } from './search.svelte.ts'

const windowOfHits = 6

/** Answers with as many hits as it is asked for, of `total`, when it is told to. */
function clientOf(total: number) {
  const limits: number[] = []
  const waiting: (() => void)[] = []
  let supersede: () => void = () => undefined
  const client = {
    search: ({ text, limit }: SearchRequest) => {
      limits.push(limit)
      supersede()
      return new Promise<ResultPage | 'superseded'>((resolve) => {
        supersede = () => resolve('superseded')
        const hits = Array.from({ length: Math.min(limit, total) })
        waiting.push(() => resolve({ text, total, hits, pending: [] } as unknown as ResultPage))
      })
    },
  } as unknown as SearchClient
  const answer = async (): Promise<void> => {
    waiting.pop()?.()
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  let pause: () => void = () => undefined
  const paused = (): Promise<void> => new Promise((resolve) => (pause = resolve))
  const stop = async (): Promise<void> => {
    pause()
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return { state: new SearchState(client, 'en', () => windowOfHits, paused), limits, answer, stop }
}

const wish = (query: string) => ({ query, filters: noFilters, sort: 'relevance' as const })

describe('the search of the page', () => {
  it('asks for a window of hits, and for the rest of the page once they are there', async () => {
    const { state, limits, answer } = clientOf(100)
    const asked = state.ask(wish('shelter'))
    expect(limits).toEqual([windowOfHits])
    await answer()
    expect(state.answer?.hits).toHaveLength(windowOfHits)
    await answer()
    await asked
    expect(state.answer?.hits).toHaveLength(pageOfHits)
    expect(limits).toEqual([windowOfHits, pageOfHits])
  })

  it('asks for the rest of what is typed only when the typing pauses', async () => {
    const { state, limits, answer, stop } = clientOf(100)
    state.type('shelter')
    void state.ask(wish('shelter'))
    await answer()
    expect(state.answer?.hits).toHaveLength(windowOfHits)
    expect(limits).toEqual([windowOfHits])
    await stop()
    await answer()
    expect(state.answer?.hits).toHaveLength(pageOfHits)
  })

  it('asks for no rest of what was typed over in the pause', async () => {
    const { state, limits, answer, stop } = clientOf(100)
    state.type('s')
    void state.ask(wish('s'))
    await answer()
    state.type('sh')
    void state.ask(wish('sh'))
    await stop()
    expect(limits).toEqual([windowOfHits, windowOfHits])
  })

  it('has as many hits in sight as the window has room for, and a page at most', () => {
    expect([300, 700, 10_000].map(hitsIn)).toEqual([4, 6, pageOfHits])
  })

  it('asks once where a window holds every hit', async () => {
    const { state, limits, answer } = clientOf(2)
    const asked = state.ask(wish('shelter'))
    await answer()
    await asked
    expect(limits).toEqual([windowOfHits])
  })

  it('asks for no rest of what was typed over', async () => {
    const { state, limits, answer } = clientOf(100)
    void state.ask(wish('s'))
    void state.ask(wish('sh'))
    await answer()
    expect(state.answer?.text).toBe('sh')
    expect(limits).toEqual([windowOfHits, windowOfHits, pageOfHits])
  })

  it('asked the same again, is done when the first is', async () => {
    const { state, limits, answer } = clientOf(2)
    const asked = state.ask(wish('shelter'))
    expect(state.ask(wish('shelter'))).toBe(asked)
    await answer()
    await asked
    expect(limits).toHaveLength(1)
  })

  it('treats two questions with equal values as one, whatever their order and extra properties', async () => {
    const { state, limits, answer } = clientOf(2)
    const asked = state.ask(wish('shelter'))
    const filters = Object.fromEntries(Object.entries(noFilters).reverse()) as typeof noFilters
    const evidence = { place: 'evidence', sort: 'relevance', filters, query: 'shelter' } as const
    expect(state.ask(evidence)).toBe(asked)
    await answer()
    await state.answered
    expect(limits).toHaveLength(1)
    void state.ask({ ...evidence, filters: { ...filters, titleOnly: true } })
    expect(limits).toHaveLength(2)
  })

  it('asks the same again when it could not be answered', async () => {
    let asked = 0
    const client = {
      search: () =>
        asked++ === 0
          ? Promise.reject(new Error('The search stopped'))
          : Promise.resolve({ text: 'shelter', total: 0, hits: [], pending: [] }),
    } as unknown as SearchClient
    const state = new SearchState(client, 'en', () => windowOfHits)
    await state.ask(wish('shelter'))
    expect(state.failed).toBe(true)
    await state.again()
    expect([state.failed, asked, state.answer?.text]).toEqual([false, 2, 'shelter'])
    await state.ask(wish('shelter'))
    expect(asked).toBe(2)
  })
})
