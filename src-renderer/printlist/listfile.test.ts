import fc from 'fast-check'
import { expect, test } from 'vitest'
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
      expect(decodeList(encodeList(one))).toEqual({ ok: true, value: one })
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

test('a list of a newer Fieldshelf is refused as such', () => {
  const newer = encodeList({ title: '', sections: [] }).replace(
    `"version": ${listFileVersion}`,
    '"version": 99',
  )
  expect(decodeList(newer)).toEqual({ ok: false, failure: { kind: 'newer' } })
})
