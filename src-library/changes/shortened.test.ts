import { describe, expect, it } from 'vitest'
import { aroundChanges } from './shortened.ts'
import { compareWords } from './words.ts'

const row = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => `w${from + at}`).join(' ')

describe('a compared text around its changes', () => {
  it('leaves out what is far from a change, at the start, between and at the end', () => {
    const text = (one: string, other: string): string =>
      `${row(1, 9)} ${one} ${row(11, 19)} ${other} ${row(21, 29)}`
    const pieces = aroundChanges(compareWords(text('old', 'OLD'), text('new', 'NEW')), 2)
    expect(pieces.map(({ kind, text: said }) => `${kind}|${said}`)).toEqual([
      'same|[…] w8 w9 ',
      'removed|old ',
      'added|new ',
      'same|w11 w12 […] w18 w19 ',
      'removed|OLD ',
      'added|NEW ',
      'same|w21 w22 […]',
    ])
  })

  it('leaves a short text whole, to the last blank', () => {
    const pieces = compareWords('It is 12 metres deep.\n', 'It is 14 metres deep.\n')
    expect(aroundChanges(pieces)).toEqual(pieces)
  })
})
