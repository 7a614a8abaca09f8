import { PDFDocument, PDFName } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { PrintJob } from '../../src-library/model/print.ts'
import type { PrintReady } from '../../src-bridge/printaddress.ts'
import type { PrintProgress } from '../../src-bridge/printprogress.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import type { PrintPage, ReadPdf } from './layout.ts'
import { readPdf } from './pdf.ts'
import { Prints } from './prints.ts'

const job: PrintJob = {
  kind: 'sections',
  sections: [{ pack: 'village', article: 'reading-room', anchor: 'lead', subsections: true }],
  title: null,
  preset: 'standard',
  textSize: 12,
  paper: 'A5',
  include: { cover: false, contents: true, facts: true, sources: true, notesArea: false, helpNumbers: false },
  printedOn: '2026-11-23',
}

/** A PDF as Chromium writes it: with an information dictionary, and named destinations on these pages. */
async function pdfWith(destinations: Readonly<Record<string, number>>, pages = 3): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const refs = Array.from({ length: pages }, () => document.addPage().ref)
  const named = Object.entries(destinations).map(
    ([id, page]) => [id, document.context.obj([refs[page - 1], 'XYZ'])] as const,
  )
  document.catalog.set(PDFName.of('Dests'), document.context.obj(Object.fromEntries(named)))
  return document.save({ useObjectStreams: false })
}

const ready = (numbered: readonly string[] = [], neutral = false): PrintReady => ({
  ok: true,
  value: { title: 'Oxu zalı', language: 'az', numbered, measured: {}, pages: 3, neutral, leaf: null },
})

const never = new Promise<never>(() => undefined)

/** A page that records its calls. */
function pageThat(changes: Partial<PrintPage> = {}) {
  const done: string[] = []
  const page: PrintPage = {
    ready: () => Promise.resolve(ready()),
    stepAfter: () => Promise.resolve(null),
    showPages: (pages) => Promise.resolve(void done.push(`shows ${JSON.stringify(pages)}`)),
    tidy: () => Promise.resolve(void done.push('tidies')),
    toPdf: async (paper) => {
      done.push(`prints ${paper}`)
      return pdfWith({})
    },
    toPaper: (paper) => {
      done.push(`opens the dialog for ${paper}`)
      return Promise.resolve({ printed: true, reason: '' })
    },
    close: () => void done.push('closes'),
    ...changes,
  }
  return { page, done }
}

/** As the isolated process does it, in this one. */
const readHere: ReadPdf = (bytes, facts) =>
  readPdf(bytes, facts).then(success, (error: Error) => failure({ kind: 'refused', message: error.message }))

type Changes = { patience?: number; hasPrinter?: boolean; tell?: (progress: PrintProgress) => void }

function printsOn(page: PrintPage, changes: Changes = {}): Prints {
  return new Prints({
    tell: changes.tell ?? (() => undefined),
    openPage: () => Promise.resolve(page),
    readPdf: readHere,
    hasPrinter: () => Promise.resolve(changes.hasPrinter ?? true),
    addressOf: (id) => `prints/${id}.pdf`,
    ...(changes.patience === undefined ? {} : { patience: changes.patience }),
  })
}

describe('a prepared print', () => {
  it('is at its address, with its pages counted, and its page is closed', async () => {
    const { page, done } = pageThat()
    const prints = printsOn(page)
    const made = await prints.prepare(job)
    if (!made.ok) throw new Error(made.failure.kind)
    expect(made.value).toMatchObject({ id: 'print-1', address: 'prints/print-1.pdf', pages: 3 })
    expect(prints.bytesOf('print-1')?.byteLength).toBe(made.value.bytes)
    expect(done).toEqual(['tidies', 'prints A5', 'closes'])
  })

  it('stays until the next one is ready, and then is gone', async () => {
    const { page } = pageThat()
    const prints = printsOn(page)
    await prints.prepare(job)
    const second = prints.prepare(job)
    expect(prints.bytesOf('print-1')).not.toBeNull()
    await second
    expect(prints.bytesOf('print-1')).toBeNull()
    expect(prints.bytesOf('print-2')).not.toBeNull()
  })

  it('stays when the next one fails', async () => {
    const pages = [pageThat().page, pageThat({ toPdf: () => Promise.reject(new Error('no')) }).page]
    const prints = new Prints({
      openPage: () => Promise.resolve(pages.shift() as PrintPage),
      readPdf: readHere,
      hasPrinter: () => Promise.resolve(true),
      tell: () => undefined,
      addressOf: (id) => id,
    })
    await prints.prepare(job)
    expect(await prints.prepare(job)).toEqual({ ok: false, failure: { kind: 'render', detail: 'no' } })
    expect(prints.bytesOf('print-1')).not.toBeNull()
  })
})

describe('the contents', () => {
  it('get their page numbers from a first printing, and are printed again', async () => {
    const { page, done } = pageThat({ ready: () => Promise.resolve(ready(['s1', 's2'])) })
    const made = await printsOn({
      ...page,
      toPdf: async () => {
        done.push('prints')
        return pdfWith({ s1: 2, s2: 3, elsewhere: 1 })
      },
    }).prepare(job)
    expect(made.ok).toBe(true)
    expect(done).toEqual(['tidies', 'prints', 'shows {"s1":2,"s2":3}', 'tidies', 'prints', 'closes'])
  })

  it('are counted on a printing without tags, which only the one that stays has', async () => {
    const tagged: boolean[] = []
    const of = (numbered: readonly string[]) =>
      pageThat({
        ready: () => Promise.resolve(ready(numbered)),
        toPdf: (_paper, made) => {
          tagged.push(made.tagged)
          return pdfWith({ s1: 2 })
        },
      }).page
    await printsOn(of(['s1'])).prepare(job)
    await printsOn(of([])).prepare(job)
    expect(tagged).toEqual([false, true, true])
  })

  it('have an outline, but on a neutral sheet', async () => {
    const outlines: boolean[] = []
    const of = (neutral: boolean) =>
      pageThat({
        ready: () => Promise.resolve(ready([], neutral)),
        toPdf: (_paper, made) => {
          outlines.push(made.outline)
          return pdfWith({})
        },
      }).page
    await printsOn(of(false)).prepare(job)
    await printsOn(of(true)).prepare(job)
    expect(outlines).toEqual([true, false])
  })

  it('are printed once more when their numbers moved a page', async () => {
    const layouts = [{ s1: 2 }, { s1: 3 }, { s1: 3 }]
    const { page, done } = pageThat({
      ready: () => Promise.resolve(ready(['s1'])),
      toPdf: () => pdfWith(layouts.shift() ?? {}),
    })
    expect((await printsOn(page).prepare(job)).ok).toBe(true)
    expect(done).toEqual(['tidies', 'shows {"s1":2}', 'tidies', 'shows {"s1":3}', 'tidies', 'closes'])
  })

  it('are a failure when they never settle', async () => {
    let pass = 0
    const { page, done } = pageThat({
      ready: () => Promise.resolve(ready(['s1'])),
      toPdf: () => pdfWith({ s1: 1 + (pass++ % 2) }),
    })
    expect(await printsOn(page).prepare(job)).toMatchObject({ ok: false, failure: { kind: 'render' } })
    expect(done.at(-1)).toBe('closes')
  })
})

describe('how far a print has come', () => {
  const drawing = (done: number) => ({ count: done, step: { kind: 'drawing', done, all: 2 } as const })

  /** A view that tells its steps before it is ready. */
  function drawnInSteps() {
    const answers: unknown[] = [drawing(1), drawing(2), null]
    let finished: () => void = () => undefined
    const told = new Promise<void>((resolve) => (finished = resolve))
    return pageThat({
      stepAfter: () => {
        const answer = answers.shift()
        if (answer === null) finished()
        return Promise.resolve(answer)
      },
      ready: () => told.then(() => ready(['s1'])),
      toPdf: () => pdfWith({ s1: 2 }),
    }).page
  }

  it('is told step by step, from what the view has drawn to the passes over the pages', async () => {
    const told: PrintProgress[] = []
    await printsOn(drawnInSteps(), { tell: (progress) => told.push(progress) }).prepare(job)
    expect(told.every(({ of }) => of === 'preview')).toBe(true)
    expect(told.map(({ step }) => step)).toEqual([
      { kind: 'opening' },
      { kind: 'drawing', done: 1, all: 2 },
      { kind: 'drawing', done: 2, all: 2 },
      { kind: 'pass', pass: 1, all: 2 },
      { kind: 'pass', pass: 2, all: 2 },
      { kind: 'finishing', pages: 3 },
    ])
  })

  it('ends on paper with the dialog', async () => {
    const told: PrintProgress[] = []
    await printsOn(pageThat().page, { tell: (progress) => told.push(progress) }).paper(job)
    expect(told).toEqual([
      { of: 'paper', step: { kind: 'opening' } },
      { of: 'paper', step: { kind: 'dialog' } },
    ])
  })

  it('is not told any more of a print that was given up', async () => {
    const told: PrintProgress[] = []
    const prints = printsOn(pageThat({ ready: () => never }).page, {
      tell: (progress) => told.push(progress),
    })
    const first = prints.prepare(job)
    prints.cancel()
    await first
    expect(told).toEqual([{ of: 'preview', step: { kind: 'opening' } }])
  })

  it('is no reason to fail: a view that tells nonsense is printed all the same', async () => {
    const answers = [{ count: 1, step: { kind: 'singing' } }, new Error('no')]
    const { page } = pageThat({ stepAfter: () => Promise.resolve(answers.shift()) })
    expect((await printsOn(page).prepare(job)).ok).toBe(true)
  })
})

describe('preparing fails, with a name, and closes the page', () => {
  it.each<[string, Partial<PrintPage>, object]>([
    [
      'when a section is not there',
      {
        ready: () => Promise.resolve({ ok: false, failure: { kind: 'not-found', detail: 'village/attic' } }),
      },
      { kind: 'not-found', detail: 'village/attic' },
    ],
    ['when the view says nothing', { ready: () => Promise.resolve(undefined) }, { kind: 'render' }],
    [
      'when the view says what it should not',
      { ready: () => Promise.resolve({ ok: true }) },
      { kind: 'render' },
    ],
    [
      'when the page is gone',
      { ready: () => Promise.reject(new Error('The page is gone: crashed.')) },
      { kind: 'render', detail: 'The page is gone: crashed.' },
    ],
    [
      'when what is printed is no PDF',
      { toPdf: () => Promise.resolve(new Uint8Array(10)) },
      { kind: 'render' },
    ],
  ])('%s', async (_when, changes, failure) => {
    const { page, done } = pageThat(changes)
    expect(await printsOn(page).prepare(job)).toMatchObject({ ok: false, failure })
    expect(done.at(-1)).toBe('closes')
  })

  it('when the view can’t be loaded', async () => {
    const prints = new Prints({
      openPage: () => Promise.reject(new Error('ERR_FAILED')),
      readPdf: readHere,
      hasPrinter: () => Promise.resolve(true),
      tell: () => undefined,
      addressOf: (id) => id,
    })
    expect(await prints.prepare(job)).toEqual({
      ok: false,
      failure: { kind: 'render', detail: 'ERR_FAILED' },
    })
  })

  it('when patience is at its end', async () => {
    const { page, done } = pageThat({ ready: () => never })
    expect(await printsOn(page, { patience: 1 }).prepare(job)).toMatchObject({ failure: { kind: 'timeout' } })
    expect(done).toEqual(['closes'])
  })

  it('when the reader cancels, and the page that opens late is closed too', async () => {
    let open: (page: PrintPage) => void = () => undefined
    const opening = new Promise<PrintPage>((resolve) => (open = resolve))
    let asked = false
    const prints = new Prints({
      openPage: () => {
        asked = true
        return opening
      },
      readPdf: readHere,
      hasPrinter: () => Promise.resolve(true),
      tell: () => undefined,
      addressOf: (id) => id,
    })
    const made = prints.prepare(job)
    await expect.poll(() => asked).toBe(true)
    prints.cancel()
    expect(await made).toMatchObject({ failure: { kind: 'superseded' } })
    const { page, done } = pageThat()
    open(page)
    await expect.poll(() => done).toContain('closes')
    expect(prints.bytesOf('print-1')).toBeNull()
  })

  it('when another is asked for meanwhile', async () => {
    const { page } = pageThat()
    const prints = printsOn(page)
    const [first, second] = await Promise.all([prints.prepare(job), prints.prepare(job)])
    expect(first).toMatchObject({ failure: { kind: 'superseded' } })
    expect(second).toMatchObject({ ok: true })
  })
})

describe('many prints at once', () => {
  it('open one view at a time, and close the one that is given up at once', async () => {
    let open = 0
    let most = 0
    const waiting: (() => void)[] = []
    const prints = new Prints({
      readPdf: readHere,
      openPage: (_job, signal) => {
        open += 1
        most = Math.max(most, open)
        return new Promise((resolve, reject) => {
          const close = (): void => void (open -= 1)
          signal.addEventListener('abort', () => {
            close()
            reject(new Error('The page was closed.'))
          })
          waiting.push(() => resolve({ ...pageThat().page, close }))
        })
      },
      hasPrinter: () => Promise.resolve(true),
      tell: () => undefined,
      addressOf: (id) => id,
    })
    const made = Array.from({ length: 40 }, (_, i) => {
      const one = prints.prepare(job)
      if (i % 2 === 0) prints.cancel()
      return one
    })
    await expect.poll(() => waiting.length).toBeGreaterThan(0)
    const last = prints.prepare(job)
    await expect.poll(() => waiting.length).toBe(2)
    waiting.at(-1)?.()
    expect((await Promise.all(made)).map((one) => !one.ok && one.failure.kind)).toEqual(
      made.map(() => 'superseded'),
    )
    expect(await last).toMatchObject({ ok: true })
    expect([most, open]).toEqual([1, 0])
  })
})

describe('paper', () => {
  it('can be given up while the printers are still being listed', async () => {
    const listing: { end?: (has: boolean) => void } = {}
    const { page, done } = pageThat()
    const prints = new Prints({
      readPdf: readHere,
      openPage: () => Promise.resolve(page),
      hasPrinter: () => new Promise((resolve) => (listing.end = resolve)),
      tell: () => undefined,
      addressOf: (id) => id,
    })
    const made = prints.paper(job)
    prints.cancel()
    expect(await made).toMatchObject({ failure: { kind: 'superseded' } })
    listing.end?.(true)
    await new Promise((resolve) => setTimeout(resolve))
    expect(done).toEqual([])
  })

  it('goes through the system’s dialog, from the print view', async () => {
    const { page, done } = pageThat()
    expect(await printsOn(page).paper(job)).toEqual({ ok: true, value: { kind: 'printed' } })
    expect(done).toEqual(['opens the dialog for A5', 'closes'])
  })

  it('has page numbers in its contents, too', async () => {
    const { page, done } = pageThat({ ready: () => Promise.resolve(ready(['s1'])) })
    await printsOn({ ...page, toPdf: () => pdfWith({ s1: 2 }) }).paper(job)
    expect(done).toEqual(['tidies', 'shows {"s1":2}', 'tidies', 'opens the dialog for A5', 'closes'])
  })

  it.each([
    ['Print job canceled', { ok: true, value: { kind: 'cancelled' } }],
    [
      'Invalid printer settings',
      { ok: false, failure: { kind: 'printer', detail: 'Invalid printer settings' } },
    ],
    ['Print job failed', { ok: false, failure: { kind: 'printer', detail: 'Print job failed' } }],
  ])('that did not come (%s) is told apart', async (reason, outcome) => {
    const { page, done } = pageThat({ toPaper: () => Promise.resolve({ printed: false, reason }) })
    expect(await printsOn(page).paper(job)).toEqual(outcome)
    expect(done).toEqual(['closes'])
  })

  it('can be given up while it is laid out', async () => {
    let isLaidOut = false
    const { page, done } = pageThat({
      ready: () => {
        isLaidOut = true
        return never
      },
    })
    const prints = printsOn(page)
    const made = prints.paper(job)
    await expect.poll(() => isLaidOut).toBe(true)
    prints.cancel()
    expect(await made).toMatchObject({ failure: { kind: 'superseded' } })
    await expect.poll(() => done).toEqual(['closes'])
  })

  it('needs a printer, which is said before anything is laid out', async () => {
    const { page, done } = pageThat()
    expect(await printsOn(page, { hasPrinter: false }).paper(job)).toMatchObject({
      failure: { kind: 'no-printer' },
    })
    expect(done).toEqual([])
  })

  it('is not asked for when the view failed', async () => {
    const { page, done } = pageThat({ ready: () => Promise.resolve(undefined) })
    expect(await printsOn(page).paper(job)).toMatchObject({ failure: { kind: 'render' } })
    expect(done).toEqual(['closes'])
  })
})
