import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutRepeats } from '../state/remembered.ts'
import { decodeList, encodeList, listFileVersion } from './listfile.ts'

const text = fc.string({ maxLength: 60, unit: 'grapheme' })
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
const list = fc.record({
  title: text,
  sections: fc.array(
    fc.record({
      pack: name,
      article: name,
      anchor: name,
      subsections: fc.boolean(),
      title: text,
      articleTitle: text,
      quote: text,
    }),
    { maxLength: 8 },
  ),
})

test('a saved list is opened as it was', () => {
  fc.assert(
    fc.property(list, (one) => {
      const sections = withoutRepeats(one.sections)
      expect(decodeList(encodeList(one))).toEqual({ ok: true, value: { ...one, sections, leftOut: 0 } })
    }),
  )
})

test('a file cut short, or of another kind, is refused and never throws', () => {
  const [sample] = fc.sample(list, 1)
  const whole = encodeList(sample ?? { title: '', sections: [] })
  for (let length = 0; length < whole.trimEnd().length; length++) {
    expect(decodeList(whole.slice(0, length))).toEqual({ ok: false, failure: { kind: 'not-a-list' } })
  }
  for (const other of ['null', '[]', '{"format":"other"}', '%PDF-1.4', '{"__proto__":{}}']) {
    expect(decodeList(other).ok).toBe(false)
  }
})

test('a list of a newer Fieldshelf is refused as such, whatever else is in it', () => {
  const newer = JSON.stringify({
    format: 'fieldshelf-print-list',
    version: listFileVersion + 1,
    chapters: [],
  })
  expect(decodeList(newer)).toEqual({ ok: false, failure: { kind: 'newer' } })
})

test('a section that is in a file twice is listed once, at its first position', () => {
  const section = { article: 'c', anchor: 'd', subsections: true, title: '', articleTitle: '', quote: '' }
  const sections = ['one', 'two', 'one'].map((pack) => ({ ...section, pack }))
  const read = decodeList(encodeList({ title: '', sections }))
  expect(read.ok && read.value.sections.map(({ pack }) => pack)).toEqual(['one', 'two'])
})

test('a bad section costs no other, and what could show other than it is becomes a blank', () => {
  const section = {
    pack: 'a',
    article: 'b',
    anchor: 'c',
    subsections: true,
    title: 'Hours\u202e',
    articleTitle: '',
    quote: '',
  }
  const sections = [{ ...section, anchor: '' }, section, { ...section, pack: 'a\u0001' }]
  expect(decodeList(encodeList({ title: 'Desk\u0000', sections }))).toEqual({
    ok: true,
    value: { title: 'Desk ', sections: [{ ...section, title: 'Hours ' }], leftOut: 2 },
  })
})
