import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { noFilters } from '../src-library/model/filters.ts'
import type { ChangesJob, EvidenceJob, KeySheetJob, PrintJob } from '../src-library/model/print.ts'
import { addressOfPrint, addressOfPrintDialog, decodePrintJob, printReadySchema } from './printaddress.ts'

const job: PrintJob = {
  kind: 'sections',
  sections: [{ pack: 'village', article: 'reading-room', anchor: 'açılış-saatı', subsections: true }],
  title: 'Ətraf # 100 % & "quotes"',
  preset: 'standard',
  textSize: 12,
  paper: 'A4',
  include: { cover: false, contents: true, facts: true, sources: true, notesArea: false, helpNumbers: false },
  printedOn: '2026-11-23',
}

describe('a print job in an address', () => {
  it('is read back as it was', () => {
    const hash = new URL(addressOfPrint(job), 'app://fieldshelf/').hash
    expect(decodePrintJob(hash)).toEqual({ ok: true, value: job })
  })

  it('asks for the browser’s dialog in the query, beside the same job', () => {
    const address = new URL(addressOfPrintDialog(job), 'http://127.0.0.1/')
    expect(address.searchParams.has('dialog')).toBe(true)
    expect(decodePrintJob(address.hash)).toEqual({ ok: true, value: job })
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '#x'],
    ['a broken escape', '#%E0%A4%A'],
    ['another value', `#${encodeURIComponent('[1]')}`],
    ['a job without sections', `#${encodeURIComponent(JSON.stringify({ ...job, sections: [] }))}`],
    ['a job with more than a job has', `#${encodeURIComponent(JSON.stringify({ ...job, extra: 1 }))}`],
    ['a day that is none', `#${encodeURIComponent(JSON.stringify({ ...job, printedOn: 'today' }))}`],
    [
      'a step up for an article',
      `#${encodeURIComponent(JSON.stringify({ ...job, sections: [{ ...job.sections[0], article: '../x' }] }))}`,
    ],
  ])('is refused when it is %s', (_what, hash) => {
    expect(decodePrintJob(hash)).toEqual({ ok: false, failure: { kind: 'not-a-job' } })
  })
})

describe('a handout of changes in an address', () => {
  const handout: ChangesJob = {
    kind: 'changes',
    pack: 'village',
    offered: true,
    query: 'sığınacaq #1 %',
    language: 'az',
    textSize: 14,
    paper: 'A5',
    printedOn: '2026-11-23',
  }

  it('is read back as it was', () => {
    const { hash } = new URL(addressOfPrint(handout), 'app://fieldshelf/')
    expect(decodePrintJob(hash)).toEqual({ ok: true, value: handout })
  })

  it.each([
    ['of a pack that is a path', { ...handout, pack: '../village' }],
    ['of sections', { ...handout, sections: job.sections }],
  ])('is refused when it is one %s', (_what, value) => {
    expect(decodePrintJob(`#${encodeURIComponent(JSON.stringify(value))}`).ok).toBe(false)
  })
})

describe('the sheet of a publisher’s key in an address', () => {
  const sheet: KeySheetJob = {
    kind: 'keySheet',
    publisher: 'Təmiz Dünya “#1” %',
    checkNumber: '12345 12345 12345 12345 12345 12345',
    publicKey: 'ab'.repeat(32),
    file: 'E:\\keys\\təmiz dünya.shelfkey',
    language: 'az',
    textSize: 12,
    paper: 'A4',
    printedOn: '2026-11-30',
  }

  it('is read back as it was', () => {
    const { hash } = new URL(addressOfPrint(sheet), 'app://fieldshelf/')
    expect(decodePrintJob(hash)).toEqual({ ok: true, value: sheet })
  })

  it.each([
    ['without a number', { ...sheet, checkNumber: '12345' }],
    ['with more than everybody may know', { ...sheet, passphrase: 'five words' }],
  ])('is refused when it is one %s', (_what, value) => {
    expect(decodePrintJob(`#${encodeURIComponent(JSON.stringify(value))}`).ok).toBe(false)
  })
})

describe('an evidence sheet in an address', () => {
  const sheet: EvidenceJob = {
    kind: 'evidence',
    search: {
      query: 'sığınacaq "приют" #1 %',
      filters: { ...noFilters, kinds: ['news'], years: [2017, 0], sources: ['us'] },
      order: 'newest',
      language: 'az',
    },
    most: 50,
    textSize: 14,
    paper: 'A5',
    printedOn: '2026-11-23',
  }
  const hashOf = (value: unknown): string => `#${encodeURIComponent(JSON.stringify(value))}`

  it('is read back as it was', () => {
    const hash = new URL(addressOfPrint(sheet), 'app://fieldshelf/').hash
    expect(decodePrintJob(hash)).toEqual({ ok: true, value: sheet })
  })

  it.each([
    ['of no hits', { ...sheet, most: 0 }],
    ['of more hits than a sheet holds', { ...sheet, most: 201 }],
    ['in an order there is not', { ...sheet, search: { ...sheet.search, order: 'random' } }],
    ['that is a dossier too', { ...job, ...sheet }],
    ['that says it is a dossier', { ...sheet, kind: 'sections' }],
    ['that does not say what it is', { ...sheet, kind: undefined }],
  ])('is refused when it is one %s', (_what, value) => {
    expect(decodePrintJob(hashOf(value))).toEqual({ ok: false, failure: { kind: 'not-a-job' } })
  })
})

describe('what the print view says when it is ready', () => {
  it('is a title, a language and what it wants numbered, or a failure', () => {
    const ready = {
      ok: true,
      value: {
        title: 'A',
        language: 'en',
        measured: { s1: 2 },
        pages: 3,
        leaf: null,
        numbered: ['s1'],
        neutral: true,
      },
    }
    const failed = { ok: false, failure: { kind: 'not-found', detail: 'village' } }
    expect(v.is(printReadySchema, ready)).toBe(true)
    expect(v.is(printReadySchema, failed)).toBe(true)
    expect(v.is(printReadySchema, { ok: true })).toBe(false)
    expect(v.is(printReadySchema, { ok: false, failure: { kind: 'other', detail: '' } })).toBe(false)
    expect(v.is(printReadySchema, undefined)).toBe(false)
  })
})
