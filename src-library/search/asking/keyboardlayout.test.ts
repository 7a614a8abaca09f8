import { describe, expect, it } from 'vitest'
import { packOf } from '../testing/samples.ts'
import { search } from '../search.ts'

const pack = packOf([
  {
    id: 'allowance',
    title: 'Пособие',
    language: 'ru',
    sections: [{ text: 'Единовременное пособие жертвам. Бесплатно.' }],
  },
  {
    id: 'child',
    title: 'Ребёнок',
    language: 'ru',
    sections: [{ text: 'Если помощь нужна ребёнку: людьми занимаются.' }],
  },
  {
    id: 'labour',
    title: 'Məcburi əmək',
    language: 'az',
    sections: [{ text: 'Məcburi əmək, uşaq və ağır iş.' }],
  },
  {
    id: 'shelter',
    title: 'Shelter',
    sections: [{ text: 'The ministry’s shelter, e.g. for women; call 152.' }],
  },
])
const first = (query: string): string | undefined => search([pack], query).hits[0]?.article

describe('words typed on another keyboard', () => {
  it.each([
    // Russian on an English keyboard: letters on the keys of marks.
    ['gjcj,bt', 'пособие', 'allowance'],
    ['<tcgkfnyj', 'бесплатно', 'allowance'],
    ['ht,`yre', 'ребёнку', 'child'],
    ['k.lmvb', 'людьми', 'child'],
    // Azerbaijani on an English keyboard.
    ["m'cburi", 'məcburi', 'labour'],
    ["'m'k", 'əmək', 'labour'],
    ['u.aq', 'uşaq', 'labour'],
    ['a];r', 'ağır', 'labour'],
  ])('%s is read as %s', (typed, meant, article) => {
    const answer = search([pack], `${typed} `)
    expect(answer.hits[0]?.article).toBe(article)
    expect(answer.corrections).toEqual([{ from: typed, to: meant }])
    expect(answer.missing).toEqual([typed])
    expect(answer.text).toBe(`${typed} `)
  })

  it('may be several, beside words that are right, and in the middle of being typed', () => {
    expect(search([pack], "m'cburi 'm'k 152").corrections.map(({ to }) => to)).toEqual(['məcburi', 'əmək'])
    expect(first('tlbyjdhtvtyyjt gjcj,')).toBe('allowance')
  })

  it('end before a comma that is one', () => {
    expect(search([pack], 'gjcj,bt, 152').corrections).toEqual([{ from: 'gjcj,bt', to: 'пособие' }])
  })

  it('are not looked for if the words occur unchanged', () => {
    for (const typed of ['shelter, women;', 'ministry’s', 'e.g. women', '[shelter]', '`call` 152'])
      expect(search([pack], typed).corrections, typed).toEqual([])
    const both = packOf([{ id: 'a', title: 'Call', sections: [{ text: 'call сфддб' }] }])
    expect(search([both], 'call, ').corrections).toEqual([])
  })

  it('find synonyms as if they had been typed right', () => {
    const listed = packOf(
      [
        { id: 'a', title: 'Allowance', sections: [{ text: 'An allowance.' }] },
        { id: 'b', title: 'Пособие', language: 'ru', sections: [{ text: 'Пособие.' }] },
      ],
      [['allowance', 'пособие']],
    )
    expect(search([listed], 'gjcj,bt ').hits.map((hit) => hit.article)).toEqual(
      expect.arrayContaining(['a', 'b']),
    )
    expect(search([listed], 'posobie ').hits.map((hit) => hit.article)).toEqual(
      expect.arrayContaining(['a', 'b']),
    )
  })
})
