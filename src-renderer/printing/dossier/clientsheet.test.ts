import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src-library/model/block.ts'
import type { PrintJob } from '../../../src-library/model/print.ts'
import {
  article,
  choose,
  cite,
  job,
  libraryOf,
  link,
  note,
  outside,
  pack,
  paragraph,
  section,
  text,
} from '../testing/samples.ts'
import { withoutStaff } from './clientsheet.ts'
import { makeDossier, type Dossier } from './dossier.ts'

const box = (tone: 'staff' | 'note', ...children: Block[]): Block => ({ kind: 'blockquote', tone, children })
const said = (words: string): Block => paragraph(text(words))

const rights = article(
  'rights',
  [
    section('lead', 1, '', {
      title: 'Rights of a victim',
      factsAsOf: '2024-05',
      blocks: [
        paragraph(
          text('You may '),
          link('help', 'line', 'call'),
          text(' or read '),
          outside('https://example.org/trafficking', 'the page'),
          text(' at '),
          outside('https://example.org/', 'https://example.org/'),
          cite('a'),
          note('cited'),
          note('said'),
        ),
        box('staff', said('Ask first.')),
      ],
    }),
    section('more', 2, '1', { factsAsOf: '2026-11-22' }),
  ],
  {
    notes: [
      { id: 'cited', children: [paragraph(cite('b'))] },
      { id: 'said', children: [paragraph(text('In the morning.'), cite('b'))] },
    ],
  },
)
const help = article('help', [section('lead', 1, ''), section('line', 2, '1')])
const yardim = article('help-az', [section('lead', 1, ''), section('line', 2, '1', { language: 'az' })], {
  language: 'az',
  translation: { of: 'help', reviewed: false },
})
const haqlar = article('rights-az', [section('lead', 1, '', { language: 'az' })], {
  language: 'az',
  translation: { of: 'rights', reviewed: false },
})
const articles = [rights, help, yardim, haqlar]
const library = libraryOf({
  pack: pack(articles, {
    help: { article: 'help', anchor: 'line' },
    answers: [
      {
        id: 'line',
        section: { article: 'help', anchor: 'line' },
        language: 'en',
        value: '152',
        says: 'Call 152.',
        asks: ['hotline'],
        source: 'a',
        confidence: null,
        checked: '2026-11-22',
        until: null,
        phone: { number: '152', abroad: null, checkedBy: 'documents' },
      },
    ],
  }),
  articles,
})

const include = { ...job([]).include, helpNumbers: true }
function sheetOf(more: Partial<PrintJob> = {}, sections = [choose('rights')]): Dossier {
  const made = makeDossier(job(sections, { preset: 'handout', include, ...more }), library)
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value
}
const office = { heading: 'none', copy: 'office' } as const

describe('a sheet to take home', () => {
  it('has a neutral title in its language where the reader gives none, and heads that say no more', () => {
    expect(sheetOf().title).toBe('Useful information')
    expect(sheetOf({}, [choose('rights-az')]).title).toBe('Faydalı məlumat')
    const heads = sheetOf({ title: 'Monday' }).parts.map(({ runningHead }) => runningHead)
    expect(new Set(heads.map(({ document, section }) => document + section))).toEqual(new Set(['Monday']))
  })

  it('has neither marks, sources, boxes for staff nor addresses behind words', () => {
    const sheet = sheetOf()
    expect(sheet.sourceList).toBe(false)
    expect(sheet.packs).toEqual([])
    const drawn = JSON.stringify([sheet.parts.map(({ root }) => root.blocks), sheet.notes])
    expect(drawn).not.toMatch(/citation|Ask first|trafficking/)
    expect(drawn).toContain('https://example.org/')
    expect(sheet.notes.map(({ blocks }) => JSON.stringify(blocks))).toEqual([
      expect.stringContaining('In the morning.'),
    ])
  })

  it('keeps the months of its facts and the checks of its numbers', () => {
    expect(sheetOf().sheet).toMatchObject({
      client: true,
      months: ['2024-05', '2026-11'],
    })
    expect(sheetOf().numbers).toEqual([{ numbers: ['152'], checkedBy: 'documents', checked: '2026-11-22' }])
  })

  it('has neither cover, contents, section numbers nor a list of what it mentions', () => {
    const cover = { organisation: 'The house by the river', logo: 'AAAA' }
    const sheet = sheetOf({ cover, include: { ...include, cover: true, contents: true, helpNumbers: false } })
    expect(JSON.stringify(sheet)).not.toContain('river')
    expect([sheet.cover, sheet.contents]).toEqual([null, []])
    expect(sheet.elsewhere).toEqual([])
    expect(
      sheet.parts.flatMap(({ root, below }) => [root.number, ...below.map(({ number }) => number)]),
    ).toEqual(['', ''])
  })

  it('has all its sources in the copy for the office, and no box for staff either', () => {
    const sheet = sheetOf({ sheet: office })
    expect(sheet.sources.map(({ source }) => source.id)).toEqual(['a', 'b'])
    expect(sheet.packs).toHaveLength(1)
    expect(sheet.title).toBe('Useful information')
    expect(JSON.stringify(sheet.parts)).not.toContain('Ask first')
  })
})

describe('help numbers', () => {
  it('are in the language of the document, once', () => {
    const articleIn = (sections: ReturnType<typeof choose>[]): readonly string[] =>
      sheetOf({ preset: 'standard' }, sections).parts.map(
        ({ article, root }) => `${article} ${root.language}`,
      )
    expect(articleIn([choose('rights-az#lead')])).toEqual(['Article rights-az az', 'Article help-az az'])
    expect(articleIn([choose('help-az#line')])).toEqual(['Article help-az az'])
  })
})

describe('sections that are mentioned', () => {
  it('are named in the language of the part', () => {
    const guide = article(
      'guide-az',
      [section('lead', 1, '', { language: 'az', blocks: [paragraph(link('help', 'line', 'burada'))] })],
      { language: 'az' },
    )
    const all = [...articles, guide]
    const made = makeDossier(job([choose('guide-az#lead')]), libraryOf({ pack: pack(all), articles: all }))
    expect(made.ok && made.value.elsewhere).toEqual([{ title: 'Title of line', article: 'Article help-az' }])
  })
})

describe('boxes for staff', () => {
  it('go from lists and other boxes too, with an item that held nothing else and its number', () => {
    const staff = box('staff', said('No.'))
    expect(
      withoutStaff([
        staff,
        box('note', said('Yes.'), staff),
        box('note', staff),
        {
          kind: 'list',
          ordered: true,
          start: 2,
          numbers: [2, 4, 7],
          items: [[said('a')], [staff], [said('b'), staff]],
        },
        { kind: 'list', ordered: false, start: 1, items: [[staff]] },
      ]),
    ).toEqual([
      box('note', said('Yes.')),
      { kind: 'list', ordered: true, start: 2, numbers: [2, 7], items: [[said('a')], [said('b')]] },
    ])
  })
})
