import { describe, expect, it } from 'vitest'
import { analyse } from './analyzer.ts'
import { wordsIn } from './words.ts'

const stems = (text: string, language: string): string[] =>
  wordsIn(text).map((word) => analyse(word.raw, language).stem)
const surfaces = (text: string, language = 'en'): string[] =>
  wordsIn(text).map((word) => analyse(word.raw, language).surface)

describe('words', () => {
  it('keep the letters that lunr trims from their edges', () => {
    expect(surfaces('bakı əmək торговля', 'az')).toEqual(['baki', 'emek', 'торговля'])
  })

  it('keep numbers with hyphens, points and thousands whole, and take years apart', () => {
    expect(surfaces('article 144-1, 26,916 cases, 2.5 %, 2015-2023, 2016-03-01')).toEqual([
      'article',
      '144-1',
      '26916',
      'cases',
      '2.5',
      '2015',
      '2023',
      '2016',
      '03',
      '01',
    ])
  })

  it('join apostrophes and drop a possessive', () => {
    expect(surfaces("Azerbaijan's don’t o'clock")).toEqual(['azerbaijan', 'dont', 'oclock'])
    expect(surfaces("Bakı'nın", 'az')).toEqual(['baki'])
  })

  it('read initials as one word', () => {
    expect(surfaces('the U.S. report, U.S.A')).toEqual(['the', 'us', 'report', 'usa'])
  })

  it('take hyphenated words apart', () => {
    expect(surfaces('state-run T-visa')).toEqual(['state', 'run', 't', 'visa'])
  })

  it('drop soft hyphens and zero-width characters', () => {
    expect(surfaces('traf\u00adfick\u200bing')).toEqual(['trafficking'])
  })

  it('come one after another, with a gap at a line feed', () => {
    expect(wordsIn('one two\nthree').map((word) => word.position)).toEqual([0, 1, 5])
  })

  it('have places that cut the text', () => {
    const text = '«Qurbanlarına» yardım, 144-1.'
    for (const word of wordsIn(text)) expect(text.slice(word.start, word.end)).toBe(word.raw)
  })
})

describe('analysis', () => {
  it('brings forms of an English word together', () => {
    expect(new Set(stems('traffick trafficking trafficked Trafficked', 'en'))).toEqual(new Set(['traffick']))
  })

  it('brings forms of an Azerbaijani word together, in an English text too', () => {
    for (const language of ['az', 'en'])
      expect(new Set(stems('qurbanlarına qurbanların', language))).toEqual(new Set(['qurban']))
    expect(stems('qurbanlar qurbanın qurban qurbanlarından', 'az')).toEqual(Array(4).fill('qurban'))
  })

  it('brings Azerbaijani words together whose last consonant is softened, or that end in a vowel', () => {
    for (const forms of [
      'əmək əməyi əməyə əməyin əməkdən',
      'uşaq uşağa uşağı uşağımız uşaqlara',
      'sığınacaq sığınacağı sığınacağın sığınacaqda',
      'köləlik köləliyi köləliyə',
      'ailə ailəyə ailələr',
      'işçi işçiyə işçilər',
      'idarə idarəsi idarədə',
      'maddə maddəsi maddələr',
      'polis polisə polisin',
    ])
      expect(new Set(stems(forms, 'az')).size, forms).toBe(1)
  })

  it('brings an Azerbaijani question and what it asks for together', () => {
    for (const forms of [
      'pulsuz pulsuzdur pulsuzdurmu',
      'hansılar hansılardır',
      'vermək verir vermir vermirlər verirmi verib',
      'buraxmaq buraxmır buraxmırlar',
    ])
      expect(new Set(stems(forms, 'az')).size, forms).toBe(1)
    expect(stems('rəsmi', 'az')).not.toEqual(stems('rəs', 'az'))
  })

  it('brings forms of a Russian word together', () => {
    expect(new Set(stems('торговля торговли торговлей', 'ru')).size).toBe(1)
  })

  it('brings forms of a Turkish word together', () => {
    expect(new Set(stems('evler evlerde evlerinden', 'tr')).size).toBe(1)
  })

  it('folds what people type for one another', () => {
    expect(surfaces('məcburi İSMAYIL ışıq çörək Ёлка', 'az')).toEqual([
      'mecburi',
      'ismayil',
      'isiq',
      'corek',
      'елка',
    ])
  })

  it('mends Cyrillic look-alikes inside a Latin word', () => {
    expect(surfaces('trаffiсking')).toEqual(['trafficking'])
  })

  it('mends Latin look-alikes inside a Cyrillic word, and leaves what is neither', () => {
    expect(surfaces('Cобака пpиют насtrойка')).toEqual(['собака', 'приют', 'насtrойка'])
    expect(stems('Cобаки', 'en')).toEqual(stems('собаки', 'ru'))
  })

  it('gives a first-letters root where stemming is not enough', () => {
    expect(analyse('qurbanlarına', 'az').root).toBe('qurba~')
    expect(analyse('торговля', 'ru').root).toBe('торго~')
    expect(analyse('между', 'ru').root).toBeNull()
    expect(analyse('victims', 'en').root).toBeNull()
    expect(analyse('144-1', 'az').root).toBeNull()
  })

  it('survives words that are properties of every object', () => {
    expect(stems('__proto__ constructor toString hasOwnProperty', 'en')).toEqual([
      'proto',
      'constructor',
      'tostr',
      'hasownproperti',
    ])
  })
})
