import { expect, test } from 'vitest'
import { noteLetter } from './noteletter.ts'

test('notes are lettered a to z and go on with aa', () => {
  expect([1, 2, 26, 27, 28, 52, 53, 702, 703].map(noteLetter)).toEqual([
    'a',
    'b',
    'z',
    'aa',
    'ab',
    'az',
    'ba',
    'zz',
    'aaa',
  ])
})
