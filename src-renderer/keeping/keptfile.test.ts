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

test('reads a saved file as it was', () => {
  expect(decodeKept(encodeKept(kept))).toEqual({ ok: true, value: { ...kept, leftOut: 0 } })
})

test('an entry that is in a file twice is taken once', () => {
  const { bookmarks, stops } = kept
  const twice = { bookmarks: [...bookmarks, ...bookmarks], stops: [...stops, ...stops] }
  expect(decodeKept(encodeKept(twice))).toEqual({ ok: true, value: { ...kept, leftOut: 0 } })
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
  encodeKept(kept).replaceAll('"hours"', '""'),
])('%.60s is no file of bookmarks', (text) => {
  expect(decodeKept(text)).toEqual({ ok: false, failure: { kind: 'not-kept-file' } })
})

const other = { ...section, anchor: 'rules', added: '2026-11-20' }

test.each([
  ['an empty id', { ...other, anchor: '' }],
  ['an id with a control character', { ...other, article: 'a\u0000b' }],
  ['a day that is none', { ...other, added: 'yesterday' }],
  ['a title that is too long', { ...other, title: 'a'.repeat(1001) }],
  ['no title', { ...other, title: undefined }],
  ['no entry at all', null],
])('%s costs its own entry and no other', (_, bad) => {
  const text = encodeKept({ ...kept, bookmarks: [bad as Bookmark, ...kept.bookmarks] })
  expect(decodeKept(text)).toEqual({ ok: true, value: { ...kept, leftOut: 1 } })
})

test('a part that is missing or is no list costs itself alone, and a byte order mark costs nothing', () => {
  const text = encodeKept(kept)
  const without = text.replace('"stops"', '"stop"')
  expect(decodeKept(without)).toEqual({ ok: true, value: { ...kept, stops: [], leftOut: 1 } })
  const wrong = JSON.stringify({ ...(JSON.parse(text) as object), bookmarks: { 0: 'x' } })
  expect(decodeKept(wrong)).toEqual({ ok: true, value: { ...kept, bookmarks: [], leftOut: 1 } })
  expect(decodeKept(`\ufeff${text}`)).toEqual({ ok: true, value: { ...kept, leftOut: 0 } })
})

test('more bookmarks than there is room for are counted as left out', () => {
  const many = Array.from({ length: 1001 }, (_, n) => ({ ...other, anchor: `s${n}` }))
  const read = decodeKept(encodeKept({ ...kept, bookmarks: many }))
  expect(read.ok && [read.value.bookmarks.length, read.value.leftOut]).toEqual([1000, 1])
})

test('a title shows as it is and no longer than a title of this app', () => {
  const title = `\u202e${'Call 251 '.repeat(100)}\u0007`
  const read = decodeKept(encodeKept({ ...kept, bookmarks: [{ ...other, title, quote: title }] }))
  const [bookmark] = read.ok ? read.value.bookmarks : []
  expect(bookmark?.title).toMatch(/^ Call 251/)
  expect([bookmark?.title.length, bookmark?.quote.length]).toEqual([300, 160])
})
