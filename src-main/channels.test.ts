import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { calls, type Answers, type Channel } from '../src-bridge/contract.ts'
import { defaultSettings } from '../src-bridge/settings.ts'
import { originsOf } from './addresses.ts'
import { listen } from './channels.ts'
import { attempts } from '../testing/effort.ts'

type Handler = (event: unknown, ...given: unknown[]) => Promise<unknown>

const channels = Object.keys(calls) as Channel[]

function listening(changes: { answer?: () => Promise<unknown>; now?: () => number } = {}) {
  const handlers = new Map<string, Handler>()
  const asked = vi.fn<(request: unknown) => Promise<unknown>>(() =>
    Promise.resolve({ ok: true, value: null }),
  )
  const report = vi.fn()
  const answers = Object.fromEntries(channels.map((channel) => [channel, changes.answer ?? asked]))
  let time = 0
  listen(
    { handle: (channel, handler) => void handlers.set(channel, handler as Handler) },
    {
      answers: answers as unknown as Answers,
      windows: new Set([1]),
      origins: originsOf(true, undefined),
      now: changes.now ?? (() => (time += 1000)),
      report,
    },
  )
  const call = (channel: string, event: unknown, ...given: unknown[]): Promise<unknown> =>
    (handlers.get(channel) as Handler)(event, ...given)
  return { handlers, call, asked, report }
}

const frame = (url = 'app://fieldshelf/index.html') => ({ url, parent: null, isDestroyed: () => false })
const from = (main: unknown, id = 1) => ({ senderFrame: main, sender: { id, mainFrame: main } })
const page = from(frame())

describe('main', () => {
  it('listens to the channels of the contract and to no other', () => {
    expect([...listening().handlers.keys()]).toEqual(channels)
  })

  it('answers its own page, and no request with a member that the contract does not know', async () => {
    const { call, asked } = listening()
    expect(await call('settings.write', page, structuredClone(defaultSettings))).toEqual({
      ok: true,
      value: null,
    })
    const more = call('settings.write', page, { ...defaultSettings, unknown: 1 })
    await expect(more).rejects.toThrow('as the contract says')
    expect(asked).toHaveBeenCalledExactlyOnceWith(defaultSettings)
  })

  it.each([
    ['another page', from(frame('https://example.com/'))],
    ['a blank page', from(frame('about:blank'))],
    ['a frame that is gone', from(null)],
    ['another window', from(frame(), 2)],
  ])('does not answer %s', async (_who, event) => {
    const { call, asked } = listening()
    for (const channel of channels) {
      await expect(call(channel, event, null)).rejects.toThrow('does not answer this page')
    }
    expect(asked).not.toHaveBeenCalled()
  })

  it('takes exactly one argument', async () => {
    const { call } = listening()
    await expect(call('app.about', page)).rejects.toThrow('as the contract says')
    await expect(call('app.about', page, null, null)).rejects.toThrow('as the contract says')
    await expect(call('app.about', page, null)).resolves.toBeDefined()
  })

  it('answers no more than fifty calls of a channel in a second', async () => {
    const { call } = listening({ now: () => 0 })
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => call('app.about', page, null)))
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBe(50)
    await expect(call('settings.read', page, null)).resolves.toBeDefined()
  })

  it('reports an unexpected error, and tells the page nothing of it', async () => {
    const secret = new Error('/home/reader/secret')
    const { call, report } = listening({ answer: () => Promise.reject(secret) })
    await expect(call('app.about', page, null)).rejects.toThrow(/^Something went wrong in Fieldshelf/)
    expect(report).toHaveBeenCalledExactlyOnceWith(secret)
  })

  it('refuses whatever is not a request, on every channel, and never reports it', async () => {
    const { call, report } = listening()
    const anything = fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withSparseArray: true,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels), anything, async (channel, request) => {
        const outcome = await call(channel, page, request).catch((error: unknown) => String(error))
        expect(outcome).toSatisfy(
          (value: unknown) => typeof value === 'object' || String(value).includes('as the contract says'),
        )
      }),
      { numRuns: attempts(1000) },
    )
    expect(report).not.toHaveBeenCalled()
  })

  it('is not slowed by an oversized request', async () => {
    const { call, asked } = listening()
    const section = { pack: 'a', article: 'b', anchor: 'c', subsections: false }
    const sections = Array.from({ length: 1001 }, () => section)
    await expect(call('print.prepare', page, { sections })).rejects.toThrow('as the contract says')
    await expect(call('clipboard.write', page, { text: 'x'.repeat(10_000_000) })).rejects.toThrow()
    expect(asked).not.toHaveBeenCalled()
  })
})
