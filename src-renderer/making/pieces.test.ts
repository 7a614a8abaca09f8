import { expect, test } from 'vitest'
import type { OwnDocument, OwnPack } from '../../src-bridge/own.ts'
import { lineRange } from './lines.ts'
import { isPartialDate } from './partialdate.ts'
import { headingsByPiece, inOrder } from './pieces.ts'
import { isDone, nextToLook } from './steps.ts'

test('parts find their places in order, whatever spaces and marks differ, and one that is not drawn loses no other', () => {
  const came = ['The  well', 'a picture', 'It is 12 metres deep.¹', 'The well', '']
  expect(inOrder(came, ['The well', 'It is 12 metres deep.', 'The well'])).toEqual([0, null, 1, 2, null])
})

test('a heading belongs to the piece with its words, once', () => {
  const piece = (id: number, text: string, isKept = true) => ({ id, text, isKept, code: null })
  const came = [piece(0, 'Depth', false), piece(1, 'Depth'), piece(2, 'Words'), piece(3, 'Depth')]
  const found = headingsByPiece(came, [
    { index: 0, level: 2, text: 'Depth' },
    { index: 1, level: 3, text: '**Depth**' },
  ])
  expect([...found].map(([id, { index }]) => [id, index])).toEqual([
    [1, 0],
    [3, 1],
  ])
})

test('a line that is asked for is selected whole, and one beyond the end is the last', () => {
  expect(lineRange('a\nbcd\ne', 2)).toEqual([2, 5])
  expect(lineRange('a\nbcd\ne', 9)).toEqual([6, 7])
  expect(lineRange('', 1)).toEqual([0, 0])
})

test('a date is a year, a month or a day that there is', () => {
  expect(['2026', '2026-11', '2024-02-29'].filter(isPartialDate)).toHaveLength(3)
  expect(['', '26', '2026-13', '2026-02-30', '30.11.2026', '2026-1'].filter(isPartialDate)).toEqual([])
})

const document = (id: string, change: Partial<OwnDocument> = {}): OwnDocument => ({
  id,
  file: `${id}.txt`,
  title: id,
  kind: 'encyclopedia',
  language: 'en',
  date: null,
  publisher: '',
  address: '',
  words: 1,
  dropped: 0,
  remarks: [],
  isLookedThrough: false,
  passOn: 'unanswered',
  ...change,
})

test('the next document to look through is one with something left out, behind the one that is open', () => {
  const content = [document('a', { dropped: 1 }), document('b'), document('c'), document('d', { dropped: 2 })]
  expect(nextToLook(content, 'b')?.id).toBe('d')
  expect(nextToLook(content, 'd')?.id).toBe('a')
  expect(nextToLook([document('a'), document('b', { isLookedThrough: true })], 'a')).toBeNull()
  expect(nextToLook(content.slice(1, 3), null)?.id).toBe('b')
})

test('a step is done when nothing is left to do in it', () => {
  const about = { title: 'T', edition: '1', publisher: 'P', language: 'en', licence: '' }
  const pack = (content: readonly OwnDocument[], state: OwnPack['state'] = 'draft'): OwnPack => ({
    id: 'own-1',
    title: 'T',
    documents: content.length,
    state,
    changed: '2026-11-30',
    about,
    signed: null,
    content,
    folder: '/own',
  })
  const all = ['documents', 'look', 'about', 'check', 'save'] as const
  const done = (one: OwnPack): string[] => all.filter((step) => isDone(step, one))
  expect(done(pack([]))).toEqual([])
  expect(done(pack([document('a')]))).toEqual(['documents'])
  const finished = document('a', { isLookedThrough: true, passOn: 'no' })
  expect(done(pack([finished]))).toEqual(['documents', 'look', 'about'])
  expect(done(pack([finished], 'shown'))).toEqual([...all])
})
