import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutUnwanted } from '../../model/controlcharacters.ts'
import { buildIndex } from './build.ts'
import { writeContainer } from './container.ts'
import { articleOf } from '../testing/samples.ts'
import { loadTexts, packTexts, type SectionTexts } from './texts.ts'
import { codeOf, roomOf, stepsFor, writtenPieces } from './wordcode.ts'

const build = (texts: readonly string[]): { texts: Uint8Array; index: Uint8Array } => {
  const articles = texts.map((text, i) => articleOf({ id: `a${i}`, title: `A ${i}`, sections: [{ text }] }))
  const index = buildIndex(articles, { language: 'en', concepts: [] })
  return { texts: packTexts(articles, index), index }
}

function mustLoad(texts: Uint8Array, index: Uint8Array): SectionTexts {
  const loaded = loadTexts(texts, index)
  if (!loaded.ok) throw new Error('Fresh texts must load')
  return loaded.value
}

const sentences = [
  'The centre offers shelter, and the hotline is 152.',
  'Sığınacaq: qurbanlarına kömək edir.\nİkinci abzas — “dırnaq” işarəsi.',
  '',
  'Статья 144-1 | торговля  людьми …',
  ' begins and ends with a blank ',
]

describe('texts of sections', () => {
  it('are read as they were written', () => {
    const { texts, index } = build(sentences)
    const loaded = mustLoad(texts, index)
    expect(sentences.map((_, section) => loaded.of(section))).toEqual(sentences)
    expect([loaded.of(sentences.length), loaded.of(-1)]).toEqual(['', ''])
  })

  it('are read as they were written, whatever they hold and in whatever order', () => {
    const piece = fc.oneof(
      fc.constantFrom('shelter', 'shelters', 'ə', 'é', ' ', '  ', '\n', '. ', '—', '152', '🙂', '\u0301'),
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => withoutUnwanted(text).text),
    )
    // An empty paragraph between two others is no paragraph.
    const text = fc
      .array(piece, { maxLength: 40 })
      .map((all) => all.join('').replace(/^\n+|\n+$|\n(?=\n)/g, ''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(5)), (all, asked) => {
        const { texts, index } = build(all)
        const loaded = mustLoad(texts, index)
        for (const section of asked) expect(loaded.of(section)).toBe(all[section] ?? '')
      }),
      { numRuns: 200 },
    )
  })

  it('of the same articles are the same bytes', () => {
    expect(build(sentences).texts).toEqual(build(sentences).texts)
  })

  it('take less than half of what they take in UTF-8, once words come again', () => {
    const words = Array.from({ length: 500 }, (_, i) => `word${(i * 7919) % 500}`)
    const many = Array.from({ length: 100 }, (_, i) => words.slice(i, i + 300).join(' '))
    expect(build(many).texts.length).toBeLessThan(new TextEncoder().encode(many.join('')).length / 2)
  })
})

describe('numbers of words', () => {
  it('have room for every word, and no two the same bytes', () => {
    fc.assert(
      fc.property(fc.nat(70_000), (count) => {
        const steps = stepsFor(Array.from({ length: count }, (_, i) => count - i))
        expect(roomOf(steps)).toBeGreaterThanOrEqual(count)
        const codes = Array.from({ length: count }, (_, i) => codeOf(i, steps).join(' '))
        expect(new Set(codes).size).toBe(count)
      }),
      { numRuns: 20 },
    )
  })

  it('leave out the blank between two words, and no other', () => {
    expect(writtenPieces(' a b  c, d ')).toEqual([' ', 'a', 'b', '  ', 'c', ', ', 'd', ' '])
  })
})

describe('damaged texts', () => {
  const { texts, index } = build(sentences)
  const refused = { ok: false, failure: { kind: 'damaged' } }

  it('are refused when they are cut, wherever', () => {
    for (let length = 0; length < texts.length; length++)
      expect(loadTexts(texts.slice(0, length), index)).toEqual(refused)
  })

  it('are refused when any one bit is flipped', () => {
    for (let bit = 0; bit < texts.length * 8; bit++) {
      const flipped = texts.slice()
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(loadTexts(flipped, index)).toEqual(refused)
    }
  })

  it('are refused when they belong to another index, or are one', () => {
    expect(loadTexts(texts, build([...sentences, 'more']).index)).toEqual(refused)
    expect(loadTexts(index, index)).toEqual(refused)
  })
})

describe('texts made by an enemy, with a right checksum', () => {
  const { index } = build(['x'])
  const owner = new DataView(index.buffer, index.byteOffset).getUint32(4, true)
  const file = (meta: readonly number[], pieces: Uint8Array, starts: readonly number[], texts: Uint8Array) =>
    writeContainer(
      { magic: 0x54485346, version: 1, parts: ['meta', 'pieces', 'starts', 'texts'] },
      {
        meta: new Uint8Array(Uint32Array.from(meta).buffer),
        pieces,
        starts: new Uint8Array(Uint32Array.from(starts).buffer),
        texts,
      },
    )

  it('neither throw nor hang', () => {
    const number = fc.oneof(fc.nat(300), fc.nat(0xffffffff))
    const bytes = fc.uint8Array({ maxLength: 40 })
    fc.assert(
      fc.property(
        fc.array(number, { maxLength: 4 }),
        bytes,
        fc.array(number),
        bytes,
        (meta, pieces, starts, codes) => {
          const loaded = loadTexts(file([owner, ...meta], pieces, starts, codes), index)
          if (loaded.ok)
            for (let section = 0; section < 6; section++)
              expect(typeof loaded.value.of(section)).toBe('string')
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('do not grow into more than a book', () => {
    const long = new Uint8Array(300_001).fill(97)
    long[300_000] = 0
    const loaded = mustLoad(file([owner, 1, 1, 256], long, [0, 100_000], new Uint8Array(100_000)), index)
    expect(loaded.of(0).length).toBe(2 ** 20)
  })

  it('show no character that turns a line around or rings a bell', () => {
    const pieces = new TextEncoder().encode('bell\u0007\u202ex\u0000')
    expect(mustLoad(file([owner, 1, 1, 256], pieces, [0, 1], new Uint8Array(1)), index).of(0)).toBe('bell  x')
  })

  it('of another version are said to be', () => {
    const later = writeContainer(
      { magic: 0x54485346, version: 2, parts: ['meta', 'pieces', 'starts', 'texts'] },
      { meta: new Uint8Array(), pieces: new Uint8Array(), starts: new Uint8Array(), texts: new Uint8Array() },
    )
    expect(loadTexts(later, index)).toEqual({ ok: false, failure: { kind: 'version', version: 2 } })
  })
})
