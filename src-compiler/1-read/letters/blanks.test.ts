import { expect, it } from 'vitest'
import { plainBlanks } from './blanks.ts'

const mend = (text: string, path = 'a.md'): string => plainBlanks(text, path).text

it.each([
  ['##\u00a0Heading', '## Heading'],
  ['##\u202fHeading', '## Heading'],
  ['##\ufeffHeading', '## Heading'],
  ['-\u00a0one\n-\u00a0two', '- one\n- two'],
  ['1.\u00a0one\n2)\u3000two', '1. one\n2) two'],
  ['\u00a0\u00a0-\u00a0nested', '  - nested'],
  ['>\u00a0-\u00a0inside', '> - inside'],
  ['>\u00a0[!NOTE]', '> [!NOTE]'],
  ['Term\n:\u00a0text', 'Term\n: text'],
  ['|\u00a0a\u00a0| b |\n|\u00a0---\u00a0|---|', '| a | b |\n| --- |---|'],
  ['one\n\u00a0\ntwo', 'one\n \ntwo'],
  ['Table:\u00a0x', 'Table: x'],
  ['---\u00a0\ntitle:\u00a0A\n---\u00a0\n', '--- \ntitle: A\n--- \n'],
  ['---\nlist:\n\u00a0\u00a0-\u00a0one\n---\n', '---\nlist:\n  - one\n---\n'],
])('is read as a plain blank: %j', (text, plain) => expect(mend(text)).toBe(plain))

it.each(['48\u00a0000 manat', 'Mr.\u00a0Smith', 'a\u00a0- b', '“word”\u00a0— word', '\u00a0\u00a0indented'])(
  'stays: %j',
  (text) => expect(mend(text)).toBe(text),
)

it('is read as a plain blank behind a key of YAML, and stays in a value', () => {
  expect(mend('a:\n\u00a0title:\u00a048\u00a0000', 'sources.yaml')).toBe('a:\n title: 48\u00a0000')
})

it('counts lines and says where the first is', () => {
  expect(plainBlanks('x\n##\u00a0A\n##\u00a0B', 'a.md')).toMatchObject({ count: 2, first: 4 })
})
