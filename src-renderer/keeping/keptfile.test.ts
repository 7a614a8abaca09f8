import { expect, test } from 'vitest'
import type { Bookmark, Stop } from '../../src-bridge/kept.ts'
import { decodeKept, encodeKept, keptFileVersion } from './keptfile.ts'

const section = {
  pack: 'village',
  article: 'reading-room',
  anchor: 'hours',
  title: 'Saatlar',
  articleTitle: 'Oxu zalı',
  quote: 'Həftə içi açıqdır',
}
const kept = {
  bookmarks: [{ ...section, added: '2026-11-20' }] satisfies Bookmark[],
  stops: [{ ...section, read: '2026-11-21' }] satisfies Stop[],
}

test('what is saved is read as it was', () => {
  expect(decodeKept(encodeKept(kept))).toEqual({ ok: true, value: kept })
})

test('what stands in a file twice is taken once', () => {
  const { bookmarks, stops } = kept
  const twice = { bookmarks: [...bookmarks, ...bookmarks], stops: [...stops, ...stops] }
  expect(decodeKept(encodeKept(twice))).toEqual({ ok: true, value: kept })
})

test('a file of a newer Fieldshelf is refused, whatever else is in it', () => {
  const newer = JSON.stringify({ format: 'fieldshelf-kept', version: keptFileVersion + 1, chapters: [] })
  expect(decodeKept(newer)).toEqual({ ok: false, failure: { kind: 'newer' } })
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"format":"fieldshelf-print-list","version":1}',
  encodeKept(kept).replace('2026-11-20', 'yesterday'),
  encodeKept(kept).replace('"hours"', '""'),
  encodeKept({ ...kept, bookmarks: Array.from({ length: 1001 }, () => kept.bookmarks[0] as Bookmark) }),
])('%.60s is no file of bookmarks', (text) => {
  expect(decodeKept(text)).toEqual({ ok: false, failure: { kind: 'not-kept-file' } })
})
