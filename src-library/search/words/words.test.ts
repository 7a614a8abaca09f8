import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordPattern, wordsIn } from './words.ts'

test('words that are read letter by letter are those of the pattern', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'Word',
      'x1',
      '144-1',
      '26,916',
      '2015-2023',
      'U.S.',
      'N.B',
      'ə',
      'щит',
      '工',
      '\u0301',
      '\u00ad',
      '\ud83d\ude00',
    ],
    ...[' ', '\n', '.', ',', '-', "'", '’', '`', '"', '_', '@', '\u00a0', '\u200b', '\ud800', '7', '٣'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40, size: 'max' }), (pieces) => {
      const text = pieces.join('')
      expect(wordsIn(text).map(({ raw, start }) => [start, raw])).toEqual(
        [...text.matchAll(new RegExp(wordPattern))].map((match) => [match.index, match[0]]),
      )
    }),
    { numRuns: 2000 },
  )
})
