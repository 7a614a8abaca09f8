import { expect, it } from 'vitest'
import { findExcess } from './counts.ts'

it.each([
  ['headings', '## A\n\n'.repeat(2_001), 'This document has more than 2000 headings.'],
  ['headings with a line below', 'A\n===\n\n'.repeat(2_001), 'This document has more than 2000 headings.'],
  ['notes', '[^1]: A\n'.repeat(5_001), 'This document has more than 5000 notes.'],
  [
    'list items',
    '- a\n1. b\n'.repeat(10_001),
    'This document has more than 20000 list items and quotations.',
  ],
  ['rows', '|a|\n'.repeat(20_001), 'This document has more than 20000 rows of tables.'],
  ['paragraphs', 'a\n\n'.repeat(20_001), 'This document has more than 20000 blocks.'],
  ['tabs', `${'\t'.repeat(30_000)}a`, 'This line begins with 30000 tabs; 64 is the most.'],
  [
    'signs',
    `${'*'.repeat(5_200)}a\n\n`.repeat(40),
    'This document has more than 200000 brackets and signs of emphasis.',
  ],
])('a document has an end of its %s', (_what, text, message) => {
  expect(findExcess(text)?.message).toBe(message)
})

it.each(['## A\n\nb\n\n'.repeat(2_000), '- a\n'.repeat(20_000), '\t\ta\n'.repeat(1_000), ''])(
  'just below there is nothing to say',
  (text) => expect(findExcess(text)).toBeNull(),
)
