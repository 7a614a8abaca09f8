import { expect, test } from 'vitest'
import { hasUnwanted, withoutUnwanted } from './controlcharacters.ts'

const hidden = [...'152'].map((c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0))).join('')

test('letters that draw nothing and tags are unwanted, and a blank of the same length takes their place', () => {
  for (const sign of ['\u3164', '\u115f', '\u1160', '\uffa0', '\u{e0001}', hidden, '\u202e', '\ud800']) {
    expect(hasUnwanted(`call${sign} 112`), sign).toBe(true)
    const { text, first } = withoutUnwanted(`call${sign} 112`)
    expect(text).toBe(`call${' '.repeat(sign.length)} 112`)
    expect(first?.offset).toBe(4)
  }
  expect(withoutUnwanted(`a${hidden}`).first?.name).toBe('U+E0031')
})

test('joiners, soft hyphens, variants and flags are wanted', () => {
  for (const text of [
    'نمی\u200cخواهم',
    're\u00adferral',
    '☎\ufe0f',
    '👩\u200d👧',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
    'a\u200bb',
  ])
    expect(hasUnwanted(text), text).toBe(false)
})
