import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findIn } from './find.ts'

const loose = { wholeWord: false, ignoreAccents: true }
const found = (text: string, wanted: string, options = loose): string[] =>
  findIn(text, wanted, options).map(({ start, end }) => text.slice(start, end))

test('capital letters and accents do not matter unless asked', () => {
  expect(found('Məcburi əmək, MƏCBURİ', 'mecburi')).toEqual(['Məcburi', 'MƏCBURİ'])
  expect(found('Məcburi mecburi', 'mecburi', { ...loose, ignoreAccents: false })).toEqual(['mecburi'])
  expect(found('Ёлка, елка', 'елка')).toEqual(['Ёлка', 'елка'])
})

test('a whole word is not found inside another', () => {
  const whole = { ...loose, wholeWord: true }
  expect(found('tier, frontier, Tier 2', 'tier', whole)).toEqual(['tier', 'Tier'])
  expect(found('144-1', '144', whole)).toEqual(['144'])
})

test('a whole word stands at either end, between signs, and beside no letter of any script', () => {
  const whole = { ...loose, wholeWord: true }
  expect(found('Qurban (qurban), qurbanı', 'qurban', whole)).toEqual(['Qurban', 'qurban'])
  expect(found('Год: 2025 год, годовой', 'год', whole)).toEqual(['Год', 'год'])
  expect(found('əl, gözəl, Əl', 'el', whole)).toEqual(['əl', 'Əl'])
  expect(found('Tier\u00a02, Tier\u00a020', 'tier 2', whole)).toEqual(['Tier\u00a02'])
  expect(found('e\u0301t, e\u0301te\u0301', 'et', whole)).toEqual(['e\u0301t'])
})

test('a mark counts with its letter, written as one sign or as two', () => {
  const strict = { ...loose, ignoreAccents: false }
  for (const text of ['résumé', 're\u0301sume\u0301']) {
    expect(found(text, 'resume')).toEqual([text])
    expect(found(text, 'resume', strict)).toEqual([])
    for (const wanted of ['résumé', 're\u0301sume\u0301']) expect(found(text, wanted, strict)).toEqual([text])
  }
  expect(found('край', 'краи')).toEqual([])
})

test('the letters i of Azerbaijani are one only where accents are left aside', () => {
  const strict = { ...loose, ignoreAccents: false }
  expect(found('QURBANI qurbanı qurbani', 'qurbani')).toEqual(['QURBANI', 'qurbanı', 'qurbani'])
  expect(found('sığınacaq siginacaq', 'sığınacaq', strict)).toEqual(['sığınacaq'])
})

test('places that would overlap are counted once', () => {
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa'])
})

test('any run of white space is one space', () => {
  expect(found('Tier\u00a02 and Tier\n2', 'tier  2')).toEqual(['Tier\u00a02', 'Tier\n2'])
})

test('letters that become two when folded keep their place', () => {
  expect(found('die Straße führt', 'strasse')).toEqual(['Straße'])
  expect(found('æon æon', 'aeon')).toEqual(['æon', 'æon'])
})

test('white space alone finds nothing', () => {
  expect(found('a b', '  ')).toEqual([])
})

test('what is cut out of a text is found in it', () => {
  fc.assert(
    fc.property(
      fc.lorem({ maxCount: 12 }),
      fc.nat(),
      fc.integer({ min: 1, max: 12 }),
      (text, from, length) => {
        const start = from % text.length
        const piece = text.slice(start, start + length).trim()
        fc.pre(piece !== '')
        expect(found(text, piece).map((one) => one.toLowerCase())).toContain(piece.toLowerCase())
      },
    ),
  )
})
