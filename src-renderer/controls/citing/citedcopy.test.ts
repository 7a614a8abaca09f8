import { expect, test } from 'vitest'
import type { Article, Section } from '../../../src-library/model/article.ts'
import { noDesk } from '../../../src-library/model/desk.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import type { Source } from '../../../src-library/model/source.ts'
import { en } from '../../messages/en.ts'
import { citedCopy, isPassage } from './citedcopy.ts'
import type { SelectedPassage, CopiedPart } from './passage.ts'

const source = (id: string): Source => ({
  id,
  title: `Title of ${id}`,
  publisher: 'The village council',
  type: 'state',
  published: '2024',
  address: `https://example.org/${id}`,
  read: '2026-11-03',
})

const section = (anchor: string, number: string, sources: readonly string[]): Section => ({
  anchor,
  number,
  heading: { kind: 'heading', depth: number === '' ? 1 : 2, children: [{ kind: 'text', value: anchor }] },
  title: anchor,
  language: 'en',
  blocks: [],
  factsAsOf: null,
  confidence: null,
  sources,
})

const article: Article = {
  id: 'library',
  kind: 'encyclopedia',
  title: 'The village library',
  summary: '',
  language: 'en',
  factsAsOf: '2026-11-22',
  translation: null,
  news: null,
  sections: [section('lead', '', ['a']), section('Hours', '1', ['b', 'c']), section('Staff', '2', [])],
  notes: [
    {
      id: 'keys',
      children: [{ kind: 'paragraph', children: [{ kind: 'text', value: 'Ask for the keys.' }] }],
    },
  ],
  related: [],
  provenance: { path: 'library.md', sha256: '' },
}

const pack: Pack = {
  id: 'village',
  title: 'The village',
  edition: '2026-11',
  language: 'en',
  factsAsOf: null,
  publisher: 'The village',
  licence: null,
  help: null,
  answers: [],
  desk: noDesk,
  sets: [],
  moved: [],
  contents: [],
  news: [],
  sources: ['a', 'b', 'c'].map(source),
}

const text = (text: string): CopiedPart => ({ kind: 'text', text })
const mark = (id: string): CopiedPart => ({ kind: 'source', id })
const passage = (anchor: string, ...pieces: CopiedPart[]): SelectedPassage => ({ anchor, pieces })
const copied = (...passages: SelectedPassage[]): string => citedCopy(passages, { pack, article, words: en })

const named = (path: string): string =>
  `The village library${path}. The village. Edition 2026-11. Facts as of 22 November 2026.`
const described = (id: string): string =>
  `The village council, Title of ${id}, published 2024. https://example.org/${id} (read 3 November 2026)`

test('a copy of own documents says that they were not checked', () => {
  const copy = (own: Pack): string =>
    citedCopy([{ anchor: 'Hours', pieces: [{ kind: 'text', text: 'Open on Mondays.' }] }], {
      pack: own,
      article,
      words: en,
    })
  expect(copy({ ...pack, isOwn: true })).toContain('Own documents, not checked')
  expect(copy(pack)).not.toContain('not checked')
})

test('a passage is followed by its section, and by each source it is marked with, numbered from 1', () => {
  const pieces = [text('Open on Monday.'), mark('c'), text(' Closed on Friday.'), mark('b'), mark('c')]
  expect(copied(passage('Hours', ...pieces))).toBe(
    [
      'Open on Monday.[1] Closed on Friday.[2][1]',
      '',
      named(' › Hours (1)'),
      'Sources:',
      `[1] ${described('c')}`,
      `[2] ${described('b')}`,
    ].join('\n'),
  )
})

test('a passage without marks is given the sources of its section', () => {
  expect(copied(passage('Hours', text('Open on Monday.')))).toBe(
    [
      'Open on Monday.',
      '',
      `${named(' › Hours (1)')} Sources: [1] [2]`,
      'Sources:',
      `[1] ${described('b')}`,
      `[2] ${described('c')}`,
    ].join('\n'),
  )
})

test('a section that states no source says so', () => {
  expect(copied(passage('Staff', text('Two of them.')))).toBe(
    `Two of them.\n\n${named(' › Staff (2)')} Source not stated.`,
  )
})

test('a selection over several sections names each, and numbers their sources through', () => {
  const both = copied(passage('lead', text('A house.')), passage('Hours', text('On Monday.'), mark('b')))
  expect(both).toBe(
    [
      'A house.',
      '',
      'On Monday.[2]',
      '',
      `${named('')} Sources: [1]`,
      named(' › Hours (1)'),
      'Sources:',
      `[1] ${described('a')}`,
      `[2] ${described('b')}`,
    ].join('\n'),
  )
})

test('a note is copied with the mark that leads to it', () => {
  const note: CopiedPart = { kind: 'note', id: 'keys' }
  const lines = copied(passage('Staff', text('Locked at night.'), note)).split('\n')
  expect(lines[0]).toBe('Locked at night.[a]')
  expect(lines.slice(-2)).toEqual(['Notes:', '[a] Ask for the keys.'])
})

test('a mark whose source is not known leaves no trace', () => {
  expect(copied(passage('Staff', text('Two.'), mark('gone')))).toMatch(/^Two\.\n/)
})

test('an unreviewed translation says that it is one', () => {
  const translated: Article = { ...article, translation: { of: 'other', reviewed: false } }
  expect(citedCopy([passage('Staff', text('Two.'))], { pack, article: translated, words: en })).toContain(
    en.reading.notReviewed,
  )
})

test('a name or a number is no passage, unless it bears a mark', () => {
  expect(isPassage([passage('Staff', text('+994 12 480 01 52'))])).toBe(false)
  expect(isPassage([passage('Staff', text(' '.repeat(60)))])).toBe(false)
  expect(isPassage([])).toBe(false)
  expect(isPassage([passage('Staff', text('152'), mark('a'))])).toBe(true)
  expect(isPassage([passage('Staff', text('A shelter is a place where nobody has to say why.'))])).toBe(true)
})
