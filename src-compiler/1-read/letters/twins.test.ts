import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendLetters } from './twins.ts'

const mend = (text: string): string => mendLetters(text).text

describe('words of mixed letters', () => {
  it('become Latin when only Cyrillic twins are among Latin letters', () => {
    expect(mend('a sсhооl, Әlifba')).toBe('a school, Əlifba')
  })

  it('become Cyrillic when only Latin twins are among Cyrillic letters', () => {
    expect(mend('пoлиция, Бaку')).toBe('полиция, Баку')
  })

  it.each(['школа', 'school', 'кВт', 'МВД и USA', 'сop', 'iPhoneом'])(
    'stay when they could be read two ways, or one script only: %s',
    (text) => expect(mend(text)).toBe(text),
  )

  it('are reported with their place', () => {
    expect(mendLetters('the Аct').mended).toEqual([
      { at: { start: 4, end: 7 }, from: 'Аct', to: 'Act', script: 'Latin' },
    ])
  })

  it('never move a letter', () => {
    const letters = fc.constantFrom(...'aAсСhəәбЯ -👩éй')
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        const mended = mend(text)
        expect(mended.length).toBe(text.length)
        expect(mend(mended)).toBe(mended)
      }),
    )
  })
})
