import { describe, expect, it, vi } from 'vitest'
import type { Bridge, Channel, PreparedPrint, PrintFailure } from '../../../src-bridge/contract.ts'
import type { PrintProgress } from '../../../src-bridge/printprogress.ts'
import { failure, success, type Outcome } from '../../../src-library/model/outcome.ts'
import type { PrintJob } from '../../../src-library/model/print.ts'
import { defaultOptions, jobOf } from './joboptions.ts'
import type { PdfPages } from './pdfpages.ts'
import { Preview } from './preview.svelte.ts'
import { choose } from '../testing/samples.ts'

type Made = Outcome<PreparedPrint, PrintFailure>

const job = (title: string): PrintJob => jobOf([choose('a')], { ...defaultOptions, title }, '2026-11-23')
const prepared = (id: string): PreparedPrint => ({
  id,
  address: `prints/${id}.pdf`,
  pages: 2,
  bytes: 10,
  begins: [],
  leaf: null,
})

/** A preview whose calls are answered by the test, one after the other, in any order. */
function previewWith(answers: Partial<Record<Channel, () => unknown>> = {}) {
  const calls: { channel: Channel; request: unknown }[] = []
  const waiting: ((made: Made | Promise<never>) => void)[] = []
  const opened: { address: string; close: ReturnType<typeof vi.fn> }[] = []
  const call = ((channel: Channel, request: unknown) => {
    calls.push({ channel, request })
    if (channel === 'print.prepare') return new Promise<Made>((resolve) => waiting.push(resolve))
    return Promise.resolve(answers[channel]?.() ?? success(null))
  }) as Bridge['call']
  let unreadable = false
  let tell: (progress: PrintProgress) => void = () => undefined
  const on = ((_event: string, listener: typeof tell) => {
    tell = listener
    return () => void (tell = () => undefined)
  }) as Bridge['on']
  const timers = new Set<() => void>()
  const preview = new Preview({
    bridge: { call, on },
    after: (_milliseconds, then) => {
      timers.add(then)
      return () => timers.delete(then)
    },
    readBytes: (address) => Promise.resolve(new TextEncoder().encode(address)),
    openPdf: (bytes) => {
      if (unreadable) return Promise.reject(new Error('not a PDF'))
      const one = { address: new TextDecoder().decode(bytes), close: vi.fn() }
      opened.push(one)
      return Promise.resolve({ count: 2, close: one.close } as unknown as PdfPages)
    },
  })
  return {
    preview,
    calls,
    opened,
    answer: (position: number, made: Made | Promise<never>) => waiting[position]?.(made),
    spoil: () => void (unreadable = true),
    tell: (progress: PrintProgress) => tell(progress),
    /** Lets every moment that is waited for go by. */
    waitAMoment: () => timers.forEach((then) => then()),
  }
}

describe('a preview', () => {
  it('shows the pages that were made for it', async () => {
    const { preview, answer } = previewWith()
    const done = preview.prepare(job('a'))
    expect(preview.state.kind).toBe('preparing')
    answer(0, success(prepared('one')))
    await done
    expect(preview.state.kind).toBe('ready')
    expect(preview.prepared?.id).toBe('one')
  })

  it('shows the newest job whichever is made first', async () => {
    const { preview, answer, opened } = previewWith()
    const first = preview.prepare(job('a'))
    const second = preview.prepare(job('b'))
    answer(1, success(prepared('two')))
    answer(0, success(prepared('one')))
    await Promise.all([first, second])
    expect(preview.prepared?.id).toBe('two')
    expect(opened.map(({ address }) => address)).toEqual(['prints/two.pdf'])
  })

  it('keeps the pages it shows until the new ones are there, and frees them then', async () => {
    const { preview, answer, opened } = previewWith()
    const first = preview.prepare(job('a'))
    answer(0, success(prepared('one')))
    await first
    const shown = preview.pages
    const second = preview.prepare(job('b'))
    expect(preview.pages).toBe(shown)
    expect(preview.current).toBe(false)
    answer(1, success(prepared('two')))
    await second
    expect(opened[0]?.close).toHaveBeenCalledOnce()
    expect(preview.current).toBe(true)
  })

  it('says why pages could not be made', async () => {
    const { preview, answer } = previewWith()
    const done = preview.prepare(job('a'))
    answer(0, failure({ kind: 'timeout', detail: '' }))
    await done
    expect(preview.state).toEqual({ kind: 'failed', failure: { kind: 'timeout', detail: '' } })
  })

  it('says that pages could not be made when the call is refused, and makes them at the next try', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    const { preview, answer } = previewWith()
    const done = preview.prepare(job('a'))
    answer(0, Promise.reject(new Error('Too many calls.')))
    await done
    expect(preview.state).toMatchObject({ kind: 'failed', failure: { kind: 'render' } })
    const again = preview.prepare(job('a'))
    answer(1, success(prepared('one')))
    await again
    expect(preview.state.kind).toBe('ready')
  })

  it('can still be saved when its pages can’t be shown', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    const { preview, answer, spoil, calls } = previewWith()
    spoil()
    const done = preview.prepare(job('a'))
    answer(0, success(prepared('one')))
    await done
    expect(preview.state.kind).toBe('unseen')
    await preview.save()
    expect(calls.at(-1)).toEqual({ channel: 'print.save', request: { id: 'one' } })
  })

  it('that was cancelled stays so when the answer comes late', async () => {
    const { preview, answer, calls } = previewWith()
    const done = preview.prepare(job('a'))
    await preview.cancel()
    answer(0, success(prepared('one')))
    await done
    expect(preview.state.kind).toBe('cancelled')
    expect(calls.at(-1)?.channel).toBe('print.cancel')
  })

  it('saves nothing while its pages are not those asked for', async () => {
    const { preview, answer, calls } = previewWith()
    const first = preview.prepare(job('a'))
    answer(0, success(prepared('one')))
    await first
    void preview.prepare(job('b'))
    expect(await preview.save()).toBeNull()
    expect(calls.map(({ channel }) => channel)).not.toContain('print.save')
  })

  it('makes pages again that main no longer holds', async () => {
    const { preview, answer, calls } = previewWith({
      'print.save': () => failure({ kind: 'expired', detail: '' }),
    })
    const first = preview.prepare(job('a'))
    answer(0, success(prepared('one')))
    await first
    await preview.save()
    expect(calls.filter(({ channel }) => channel === 'print.prepare')).toHaveLength(2)
  })

  it('that is left stops the work done for it', async () => {
    const { preview, answer, opened, calls } = previewWith()
    const done = preview.prepare(job('a'))
    preview.close()
    answer(0, success(prepared('one')))
    await done
    expect(opened).toEqual([])
    expect(calls.at(-1)?.channel).toBe('print.cancel')
  })
})

describe('the message while pages are made', () => {
  const drawing = (done: number): PrintProgress => ({
    of: 'preview',
    step: { kind: 'drawing', done, all: 9 },
  })

  it('is nothing for a moment, and then how far they have come', () => {
    const { preview, tell, waitAMoment } = previewWith()
    void preview.prepare(job('a'))
    tell(drawing(3))
    expect(preview.progress).toBeNull()
    waitAMoment()
    expect(preview.progress).toEqual({ kind: 'drawing', done: 3, all: 9 })
    tell(drawing(4))
    expect(preview.progress).toEqual({ kind: 'drawing', done: 4, all: 9 })
  })

  it('is nothing any more once they are shown', async () => {
    const { preview, tell, waitAMoment, answer } = previewWith()
    const done = preview.prepare(job('a'))
    waitAMoment()
    answer(0, success(prepared('one')))
    await done
    tell(drawing(9))
    expect(preview.progress).toBeNull()
  })

  it('goes on without a break when an option changes meanwhile', () => {
    const { preview, tell, waitAMoment } = previewWith()
    void preview.prepare(job('a'))
    waitAMoment()
    tell(drawing(8))
    void preview.prepare(job('b'))
    expect(preview.progress).toEqual({ kind: 'opening' })
  })

  it('ends when it is cancelled, whatever main still tells', async () => {
    const { preview, tell, waitAMoment } = previewWith()
    void preview.prepare(job('a'))
    waitAMoment()
    await preview.cancel()
    tell(drawing(8))
    expect(preview.progress).toBeNull()
  })

  it('is said of a print on its way to the printer as well, until the system’s dialog is there', async () => {
    let printed: (outcome: unknown) => void = () => undefined
    const { preview, tell, waitAMoment, calls } = previewWith({
      'print.paper': () => new Promise((resolve) => (printed = resolve)),
    })
    const paper = preview.print(job('a'))
    waitAMoment()
    tell({ of: 'paper', step: { kind: 'pass', pass: 1, all: 2 } })
    expect(preview.progress).toEqual({ kind: 'pass', pass: 1, all: 2 })
    expect(await preview.print(job('a'))).toBeNull()
    tell({ of: 'paper', step: { kind: 'dialog' } })
    expect(preview.progress).toBeNull()
    printed(success({ kind: 'printed' }))
    expect(await paper).toEqual(success({ kind: 'printed' }))
    expect(calls.filter(({ channel }) => channel === 'print.paper')).toHaveLength(1)
  })
})

it('a change says how many pages there were before', async () => {
  const { preview, answer } = previewWith()
  const first = preview.prepare(job('a'))
  answer(0, success({ ...prepared('one'), pages: 7 }))
  await first
  expect(preview.before).toBeNull()
  const second = preview.prepare(job('b'))
  answer(1, success({ ...prepared('two'), pages: 5 }))
  await second
  expect(preview.before).toBe(7)
  const third = preview.prepare(job('c'))
  answer(2, success({ ...prepared('three'), pages: 5 }))
  await third
  expect(preview.before).toBeNull()
})
