import { expect, it } from 'vitest'
import { shortened } from './runninghead.ts'

it('leaves a text that fits as it is', () => {
  expect(shortened('Who may be referred', 19)).toBe('Who may be referred')
})

it('drops a subtitle before it cuts a title', () => {
  expect(shortened('Human trafficking in Azerbaijan: a reference', 40)).toBe(
    'Human trafficking in Azerbaijan',
  )
})

it('cuts after a word, without the comma behind it', () => {
  expect(shortened('What is written down, and who may read it', 24)).toBe('What is written down…')
})

it('cuts one endless word, never through a letter of two units', () => {
  expect(shortened('x'.repeat(80), 10)).toBe(`${'x'.repeat(9)}…`)
  expect(shortened('𐐀'.repeat(40), 10)).toBe(`${'𐐀'.repeat(4)}…`)
})

it('is never longer than it may be', () => {
  for (let longest = 2; longest < 70; longest++) {
    const text = 'A title: with a subtitle – and more, of many words, some of them unreasonablylongindeed'
    expect(shortened(text, longest).length).toBeLessThanOrEqual(longest)
  }
})
