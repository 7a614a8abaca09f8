import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printPresets } from '../../src-library/model/print.ts'
import {
  between,
  isSection,
  itemOf,
  withoutId,
  type ListedItem,
  type ListVersion,
} from '../state/listitems.ts'
import { keyOf } from '../state/remembered.ts'
import { decodeList, encodeList, listFileVersion } from './listfile.ts'

const text = fc.string({ maxLength: 60, unit: 'grapheme' })
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
const section = fc.record({
  pack: name,
  article: name,
  anchor: name,
  subsections: fc.boolean(),
  title: text,
  articleTitle: text,
  quote: text,
})
const item = fc.oneof(
  section.map(itemOf),
  text.map((text) => between({ kind: 'heading', text })),
  fc.constantFrom('break' as const, 'notes' as const).map((kind) => between({ kind })),
)
const list: fc.Arbitrary<ListVersion> = fc.record({
  title: text,
  preset: fc.constantFrom(...printPresets),
  items: fc.uniqueArray(item, {
    maxLength: 8,
    selector: (one) => (isSection(one) ? keyOf(one) : one),
  }),
})
/** Items are given other ids when they are read. */
const plain = (items: readonly ListedItem[]) => items.map((one) => (isSection(one) ? one : withoutId(one)))

test('a saved list is opened as it was', () => {
  fc.assert(
    fc.property(list, (one) => {
      const read = decodeList(encodeList(one))
      if (!read.ok) throw new Error(read.failure.kind)
      expect({ ...read.value, items: plain(read.value.items) }).toEqual({
        ...one,
        items: plain(one.items),
        leftOut: 0,
      })
    }),
  )
})

/** As version 1 wrote it. */
const firstFile = (title: string, sections: readonly object[]): string =>
  JSON.stringify({ format: 'fieldshelf-print-list', version: 1, title, sections })

test('a list of the first version is opened unchanged, as a briefing', () => {
  fc.assert(
    fc.property(text, fc.uniqueArray(section, { maxLength: 8, selector: keyOf }), (title, sections) => {
      expect(decodeList(firstFile(title, sections))).toEqual({
        ok: true,
        value: { title, preset: 'briefing', items: sections.map(itemOf), leftOut: 0 },
      })
    }),
  )
})

test('a file cut short, or of another kind, is refused and never throws', () => {
  const [sample] = fc.sample(list, 1)
  const whole = encodeList(sample ?? { title: '', preset: 'briefing', items: [] })
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

const hours = {
  pack: 'a',
  article: 'b',
  anchor: 'c',
  subsections: true,
  title: 'Hours',
  articleTitle: '',
  quote: '',
}

test('a section that is in a file twice is listed once, at its first position', () => {
  const sections = ['one', 'two', 'one'].map((pack) => ({ ...hours, pack }))
  for (const file of [
    firstFile('', sections),
    encodeList({ title: '', preset: 'briefing', items: sections.map(itemOf) }),
  ]) {
    const read = decodeList(file)
    expect(read.ok && read.value.items.map((one) => isSection(one) && one.pack)).toEqual(['one', 'two'])
  }
})

test('a bad section costs no other, and what could show other than it is becomes a blank', () => {
  const strange = { ...hours, title: 'Hours\u202e' }
  const sections = [{ ...hours, anchor: '' }, strange, { ...hours, pack: 'a\u0001' }]
  const value = {
    title: 'Desk ',
    preset: 'briefing',
    items: [itemOf({ ...hours, title: 'Hours ' })],
    leftOut: 2,
  }
  expect(decodeList(firstFile('Desk\u0000', sections))).toEqual({ ok: true, value })
  const items = sections.map(itemOf)
  expect(decodeList(encodeList({ title: 'Desk\u0000', preset: 'briefing', items }))).toEqual({
    ok: true,
    value,
  })
})
