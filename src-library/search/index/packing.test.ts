/** The small stores of an index, each compared with its input. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitReader, BitWriter, largestParameter, riceLength } from './bits.ts'
import type { SectionClass } from './sectionclass.ts'
import { packClasses, readClasses } from './sectionclasses.ts'
import { packRecords, Records } from './records.ts'
import { packSurfaceTerms, SurfaceTerms } from './surfaceterms.ts'
import { bestFirst, Top, type ScoredSection } from '../asking/top.ts'

describe('Rice codes', () => {
  const numbers = fc.array(fc.oneof(fc.nat(300), fc.nat(0xffffffff)), { maxLength: 60 })

  it('are read as they were written, each as long as it was said to be', () => {
    fc.assert(
      fc.property(numbers, fc.nat(largestParameter), (values, parameter) => {
        const writer = new BitWriter()
        for (const value of values) writer.rice(value, parameter)
        expect(writer.length).toBe(values.reduce((sum, value) => sum + riceLength(value, parameter), 0))
        const reader = new BitReader(writer.take())
        expect(values.map(() => reader.rice(parameter))).toEqual(values)
      }),
    )
  })

  it('are stepped over as they are read', () => {
    fc.assert(
      fc.property(numbers, fc.nat(largestParameter), fc.nat(60), (values, parameter, over) => {
        const writer = new BitWriter()
        for (const value of values) writer.rice(value, parameter)
        const reader = new BitReader(writer.take())
        reader.skip(Math.min(over, values.length), parameter)
        expect(values.slice(over).map(() => reader.rice(parameter))).toEqual(values.slice(over))
      }),
    )
  })

  it('are zeros past the end', () => {
    expect(new BitReader(new Uint8Array(1), 80).rice(7)).toBe(0)
  })
})

describe('records', () => {
  it('begin where they were put, asked for in any order', () => {
    const record = fc.uint8Array({ maxLength: 300 })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 50 }), fc.array(fc.nat(49)), (list, asked) => {
        const packed = packRecords(list)
        const records = new Records(list.length, packed)
        for (const number of asked.filter((each) => each < list.length)) {
          const start = records.startOf(number)
          expect(packed.bytes.slice(start, start + list[number]!.length)).toEqual(list[number])
        }
        expect(records.startOf(list.length)).toBe(packed.bytes.length)
      }),
    )
  })
})

describe('terms of surface forms', () => {
  it('are those that were packed', () => {
    const terms = fc
      .uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 4 })
      .map((list) => list.sort((a, b) => a - b))
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 60 }), fc.array(fc.nat(59)), (forms, asked) => {
        const packed = new SurfaceTerms(forms.length, 100_001, packSurfaceTerms(forms))
        for (const form of asked.filter((each) => each < forms.length)) {
          expect(packed.all(form)).toEqual(forms[form])
          expect(packed.first(form)).toBe(forms[form]![0])
        }
      }),
    )
  })
})

describe('classes of sections', () => {
  const own: fc.Arbitrary<SectionClass> = fc.record({
    language: fc.nat(3),
    kind: fc.nat(1),
    depth: fc.integer({ min: 1, max: 7 }),
    year: fc.constantFrom(0, 2016, 2024),
    isWordList: fc.boolean(),
    sources: fc.array(fc.nat(500), { maxLength: 3 }),
  })

  const tables = {
    sectionLanguages: Array.from({ length: 60 }, (_, i) => `l${i}`),
    sources: Array.from({ length: 501 }, (_, i) => `s${i}`),
  }

  it('give each section back what it was, and alike sections one class', () => {
    fc.assert(
      fc.property(fc.array(own, { maxLength: 60 }), (all) => {
        const { sectionClasses, classes } = packClasses(all)
        const read = readClasses(sectionClasses, classes, all.length, tables)!
        expect([...read.of].map((number) => read.all[number])).toEqual(all)
        expect(read.all.length).toBe(new Set(all.map((each) => JSON.stringify(each))).size)
      }),
    )
  })

  it('are told apart past 65,536 of them', () => {
    const all = Array.from({ length: 70_000 }, (_, i) => ({
      language: Math.floor(i / 2000),
      kind: 0,
      depth: 1,
      year: i % 2000,
      isWordList: false,
      sources: [],
    }))
    const { sectionClasses, classes } = packClasses(all)
    const read = readClasses(sectionClasses, classes, all.length, tables)!
    expect(read.all[read.of[69_999]!]).toEqual(all[69_999])
  })

  it('are refused when a section is of a class that there is not', () => {
    const { classes } = packClasses([
      { language: 0, kind: 0, depth: 1, year: 0, isWordList: true, sources: [] },
    ])
    expect(readClasses(new Uint8Array([9, 0]), classes, 1, tables)).toBe(null)
  })
})

describe('the best few', () => {
  it('are those that sorting all would put first', () => {
    const scored = fc.array(fc.nat(9), { maxLength: 80 }).chain((scores) =>
      fc.shuffledSubarray(
        scores.map((score, section): ScoredSection => ({ section, score })),
        { minLength: scores.length },
      ),
    )
    fc.assert(
      fc.property(scored, fc.nat(20), (all, limit) => {
        expect(Top.of(all, limit).sorted()).toEqual([...all].sort(bestFirst).slice(0, limit))
      }),
    )
  })
})
