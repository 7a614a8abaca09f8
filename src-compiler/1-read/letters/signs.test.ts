import { describe, expect, it } from 'vitest'
import { mendLigatures, withoutHidden } from './signs.ts'

describe('signs that can’t be seen', () => {
  it.each([
    ['law\ufeffyer', 'lawyer'],
    ['re\u00adfer\u00adral', 'referral'],
    ['https://exa\u200bmple.org', 'https://example.org'],
    ['a\u2060b\u034fc\u180ed', 'abcd'],
    ['law\ufe0fyer', 'lawyer'],
    ['\u3164\u115f\uffa0', ''],
    ['abc\u{e0061}\u{e0062}', 'abc'],
    ['left\u200eright', 'leftright'],
  ])('are taken out: %j', (text, shown) => expect(withoutHidden(text).text).toBe(shown))

  it.each([
    ['a joiner of a family', '👩‍👩‍👧'],
    ['a joiner of a script', 'می‌خواهم'],
    ['the look of an emoji', '❤\ufe0f'],
    ['marks of direction beside Hebrew', 'שלום\u200f (1)'],
    ['a break between words of Thai', 'สวัสดี\u200bครับ'],
    ['a flag spelled in tags', '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}'],
  ])('stay where they can be seen: %s', (_what, text) => expect(withoutHidden(text).text).toBe(text))

  it('are counted, and the first is named with its place in what is left', () => {
    expect(withoutHidden('ab\u00adc\ufeff')).toEqual({
      text: 'abc',
      count: 2,
      first: { name: 'U+00AD', offset: 2 },
    })
  })
})

it.each([
  ['The oﬃce ﬁle', 'The office file'],
  ['ŉ man, ǆ ǉ Ǌ', '’n man, dž lj NJ'],
  ['m² and ① and ½ and №', 'm² and ① and ½ and №'],
])('joined letters are taken apart, and no others: %s', (text, apart) =>
  expect(mendLigatures(text)).toBe(apart),
)
