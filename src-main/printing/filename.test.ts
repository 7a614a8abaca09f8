import { describe, expect, it } from 'vitest'
import type { PrintJob } from '../../src-library/model/print.ts'
import { nameOfPrint, plainName } from './filename.ts'

const job = (more: Partial<PrintJob> = {}): PrintJob => ({
  kind: 'sections',
  sections: [{ pack: 'p', article: 'a', anchor: 'lead', subsections: true }],
  title: null,
  preset: 'standard',
  textSize: 12,
  paper: 'A4',
  include: {
    cover: false,
    contents: false,
    facts: true,
    sources: true,
    notesArea: false,
    helpNumbers: false,
  },
  printedOn: '2026-11-23',
  ...more,
})

describe('the name of a saved print', () => {
  it('tells nothing of a section, and is the reader’s own title if there is one', () => {
    expect(nameOfPrint(job(), { neutral: false, title: 'Signs of trafficking' })).toBe('print')
    expect(nameOfPrint(job({ title: 'Monday' }), { neutral: false, title: 'Monday' })).toBe('Monday')
  })

  it('of paper for a client is its neutral title and the month', () => {
    const sheet = job({ preset: 'handout' })
    expect(nameOfPrint(sheet, { neutral: true, title: 'Faydalı məlumat' })).toBe('Faydalı məlumat 2026-11')
  })

  it('can be given to a file on every system', () => {
    expect(plainName('a/b\\c: "d"? <e>|*')).toBe('a b c d e')
    expect(plainName('..hidden.')).toBe('hidden')
    expect(plainName('con')).toBe('print')
    expect(plainName('\u202efdp')).toBe('fdp')
    expect(plainName('   ')).toBe('print')
    expect(plainName('x'.repeat(200))).toHaveLength(80)
  })
})
