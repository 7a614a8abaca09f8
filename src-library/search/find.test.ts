import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findIn } from './find.ts'
import { wordsIn } from './words/words.ts'

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

test('a whole word is at either end, between signs, and beside no letter of any script', () => {
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

test('quotes, apostrophes, dashes and blanks are found however they are written', () => {
  expect(found('the victim’s own', "victim's")).toEqual(['victim’s'])
  expect(found("the victim's own", 'victim’s')).toEqual(["victim's"])
  for (const text of ['“words”', '«words»', '„words“']) expect(found(text, '"words"')).toEqual([text])
  for (const dash of ['-', '‐', '‑', '–', '—', '−'])
    expect(found(`144${dash}1`, '144–1'), dash).toEqual([`144${dash}1`])
  expect(found('13\u202f000 calls', '13 000 calls')).toEqual(['13\u202f000 calls'])
  expect(found('Oʻzbekiston', "o'zbek")).toEqual(['Oʻzbek'])
})

test('finds a letter in any of its forms, and ignores invisible signs', () => {
  expect(found('The o\ufb03ce \ufb01le', 'office file')).toEqual(['o\ufb03ce \ufb01le'])
  expect(found('The o\ufb03ce', 'office')).toEqual(['o\ufb03ce'])
  expect(found('re\u00adfer\u00adral, law\ufeffyer', 'referral')).toEqual(['re\u00adfer\u00adral'])
  expect(found('law\ufeffyer', 'lawyer')).toEqual(['law\ufeffyer'])
  expect(found('40 m²', 'm2')).toEqual(['m²'])
  for (const text of ['Mǝrkǝzi', 'Mərkəzi'])
    expect(found(text, 'mərkəzi', { ...loose, ignoreAccents: false })).toEqual([text])
})

test('a number is found in any writing, and no other number is', () => {
  for (const text of ['13,000', '13 000', '13.000', '13000'])
    for (const wanted of ['13,000', '13 000', '13000'])
      expect(found(text, wanted), `${text} ${wanted}`).toEqual([text])
  expect(found('12,5 %', '12.5')).toEqual(['12,5'])
  expect(found('144¹', '144-1')).toEqual(['144¹'])
  expect(found('144¹', '1441')).toEqual([])
  expect(found('+994 12 490 12 34', '0124901234')).toEqual(['+994 12 490 12 34'])
  expect(found('call 490-12-34 now', '4901234')).toEqual(['490-12-34'])
})

test('numbers and joined words are found inside a longer text, each in any writing', () => {
  for (const [text, wanted] of [
    ['15 000 manat', '15000 manat'],
    ['1\u202f078 zəng', '1078 zəng'],
    ['7,5 млн человек', '7.5 млн'],
    ['Article 144–1 of', 'article 144-1'],
    ['the co-operation of 13,000', 'cooperation of 13 000'],
    ['«1,000»', '"1000"'],
    ['+1 (202) 555-0123', '+12025550123'],
  ] as const)
    expect(found(text, wanted), wanted).toHaveLength(1)
  for (const [text, wanted] of [
    ['15 000 dollars', '15000 manat'],
    ['12,5 mln', '12.5 %'],
    ['co-operations', 'cooperation of'],
    ['1,000', '"1000"'],
  ] as const)
    expect(found(text, wanted), wanted).toEqual([])
  expect(found('10,000–15,000 calls', '10 000')).toEqual(['10,000'])
  expect(found('15 000 manatlıq', '15000 manat')).toEqual(['15 000 manat'])
  expect(found('15 000 manatlıq', '15000 manat', { ...loose, wholeWord: true })).toEqual([])
})

test('a word is found with and without its hyphen', () => {
  expect(found('co-operation', 'cooperation')).toEqual(['co-operation'])
  expect(found('cooperation', 'co-operation')).toEqual(['cooperation'])
  expect(found('a - b', 'ab')).toEqual([])
})

test('white space alone finds nothing', () => {
  expect(found('a b', '  ')).toEqual([])
})

test('finds any piece of a text in that text', () => {
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

test('a text is found by each of its own words, whatever scripts they are of', () => {
  for (const text of ["A'Σ", "ab'Ё", 'A`Ͱ', 'Ѕ’A', "Lя x'Ὧ", 'ΑΣ'])
    for (const { raw } of wordsIn(text))
      expect(findIn(text, raw, { wholeWord: true, ignoreAccents: true }), text).not.toEqual([])
})

describe('abbreviations, fractions and signs of numbers', () => {
  const count = (text: string, wanted: string): number =>
    findIn(text, wanted, { wholeWord: false, ignoreAccents: true }).length

  it.each([
    ['the U.S. law', ['US', 'U.S.', 'U. S.', 'U.S']],
    ['the U. S. law', ['US', 'U.S.', 'U. S.']],
    ['то есть, т. е. так', ['т.е.', 'т. е.']],
    ['½ of 2½', ['½']],
    ['1/2 hour', ['½', '1/2', '1⁄2']],
    ['Decision № 123', ['No. 123', '№123', 'N 123', '№ 123']],
    ['see § 5', ['§5', '§ 5']],
    ['5 % of', ['5%', '5 %']],
    ['call 152', ['1-52', '1 52', '152']],
    ['€ 5 or 5 ₼', ['€5', '€ 5', '5₼', '5 ₼']],
    ['and so on… 3 × 4', ['so on...', 'on…', '3 x 4']],
  ])('are found in %s in any writing', (text, ways) => {
    for (const wanted of ways) expect(count(text, wanted), wanted).toBeGreaterThan(0)
  })

  it('do not find another word with the same letters', () => {
    expect(count('they told us', 'U.S.')).toBe(0)
    expect(count('pages 1-52', '152')).toBe(0)
  })
})
