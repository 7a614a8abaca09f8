import { describe, expect, it } from 'vitest'
import type { Article } from '../model/article.ts'
import type { SearchedPack } from './asking/facets.ts'
import { noFilters } from './result.ts'
import { articleOf, indexOf, packOf, type Sample } from './testing/samples.ts'
import { marksOf, search, type SearchOptions } from './search.ts'
import { suggest } from './suggest.ts'

const samples: readonly Sample[] = [
  {
    id: 'centre',
    title: 'Assistance Centre',
    sections: [
      { text: 'The centre helps victims of trafficking. It offers shelter, legal help and medical care.' },
      {
        title: 'The shelter',
        text: 'A shelter keeps people safe for sixty days. Qurbanlarına yardım: məcburi əmək.',
      },
      {
        title: 'Who may come',
        text: 'Anybody whom traffickers exploited; the Ministry of Labour decides. See article 144-1.',
      },
    ],
  },
  {
    id: 'hotline',
    title: 'Help numbers',
    sections: [
      { text: 'Call 152 day and night. The hotline is free.', sources: ['law'] },
      { title: 'Police', text: 'Call 102 in danger. Государственная защита жертв торговли людьми. Иванов.' },
    ],
  },
  {
    id: 'report',
    title: 'The 2017 report',
    kind: 'news',
    date: '2017-06-27',
    sections: [
      { text: 'The country stays on Tier 2. The US report counts 486 trafficked people over 12 years.' },
    ],
  },
]
const pack = packOf(samples, [
  ['forced labour', 'labour exploitation', 'məcburi əmək'],
  ['TIP', 'trafficking in persons'],
])

const first = (query: string): string => names(query)[0] ?? ''
const names = (query: string): string[] =>
  search([pack], query).hits.map((hit) => `${hit.article}#${hit.anchor}`)

describe('a search', () => {
  it('finds words in any form', () => {
    for (const query of ['traffick', 'trafficking ', 'trafficked '])
      expect(names(query)).toEqual(expect.arrayContaining(['centre#lead', 'report#lead']))
  })

  it('puts the section with the word in its heading first', () => {
    expect(first('shelter')).toBe('centre#s1')
    expect(first('152')).toBe('hotline#lead')
    expect(first('Tier 2')).toBe('report#lead')
  })

  it('finds letters typed without their marks, and suffixed words by their stem', () => {
    expect(first('mecburi')).toBe('centre#s1')
    expect(first('qurban')).toBe('centre#s1')
    expect(first('QURBANLARINA ')).toBe('centre#s1')
  })

  it('completes only the last word, and only while it is being typed', () => {
    expect(first('shel')).toBe('centre#s1')
    expect(search([pack], 'hotl ').missing).toEqual(['hotl'])
    expect(search([pack], 'hotl').missing).toEqual([])
  })

  it('brings no synonyms for a word that is only begun, though it looks like a form of theirs', () => {
    const hotlines = packOf(
      [
        { id: 'en', title: 'The hotline', sections: [{ text: 'The hotline is free.' }] },
        { id: 'ru', title: 'Горячая линия', language: 'ru', sections: [{ text: 'Горячая линия.' }] },
        { id: 'az', title: 'Terminlər', language: 'az', sections: [{ text: 'hotline' }] },
      ],
      [['hotline', 'горячая линия']],
    )
    const begun = search([hotlines], 'hotl', { language: 'en' })
    expect(begun.expansions).toEqual([])
    expect(begun.hits.map((hit) => hit.article)).toEqual(['en', 'az'])
    const whole = search([hotlines], 'hotline', { language: 'en' })
    expect(whole.hits.map((hit) => hit.article)).toEqual(['en', 'az', 'ru'])
  })

  it('finds quoted phrases and nothing else', () => {
    expect(names('"ministry of labour"')).toEqual(['centre#s2'])
    expect(names('"labour ministry"')).toEqual([])
    expect(names('"legal help and medical care"')).toEqual(['centre#lead'])
  })

  it('leaves out words after a minus', () => {
    expect(names('trafficking -shelter')).not.toContain('centre#lead')
    expect(names('call -"day and night"')).toEqual(['hotline#s1'])
    expect(names('-call')).toEqual(['centre#lead', 'centre#s1', 'centre#s2', 'report#lead'])
  })

  it('corrects a word that occurs nowhere, and says so', () => {
    const answer = search([pack], 'shleter ')
    expect(answer.corrections).toEqual([{ from: 'shleter', to: 'shelter' }])
    expect(answer.missing).toEqual(['shleter'])
    expect(answer.hits[0]?.anchor).toBe('s1')
    expect(first('Tier2')).toBe('report#lead')
  })

  it('reads a word typed on another keyboard layout, and Latin for Cyrillic', () => {
    expect(search([pack], 'ыруыеук ').missing).toEqual(['ыруыеук'])
    expect(first('ыруденук ')).toBe('')
    expect(first('ырудеук ')).not.toBe('')
    expect(first('ivanov ')).toBe('hotline#s1')
  })

  it('looks for the nearest to what another script sounds like', () => {
    expect(search([pack], 'хотлайн ').corrections).toEqual([{ from: 'хотлайн', to: 'hotline' }])
  })

  it('never corrects to a stop word, and guesses no abbreviation or single letter', () => {
    for (const query of ['ISO 9001:2015', 'dau ', 's ', 'thew ', 'еру '])
      expect(search([pack], query).corrections, query).toEqual([])
  })

  it('leaves a word alone that the content team listed, though it occurs nowhere', () => {
    const listed = packOf(
      [
        { id: 'pay', title: 'Wages', sections: [{ text: 'Wages must be paid.' }] },
        { id: 'may', title: 'Мая', language: 'ru', sections: [{ text: '1 мая' }] },
      ],
      [['wages', 'maaş']],
    )
    const answer = search([listed], 'maaş ')
    expect(answer.corrections).toEqual([])
    expect(answer.hits.map((hit) => hit.article)).toEqual(['pay'])
  })

  it('expands synonyms and says so', () => {
    const answer = search([pack], 'forced labour')
    expect(answer.expansions).toEqual([{ from: 'forced labour', to: ['məcburi əmək'] }])
    expect(answer.hits.map((hit) => hit.anchor)).toContain('s1')
  })

  it('offers the nearest words when nothing matches', () => {
    const answer = search([pack], 'shxxtxr ')
    expect(answer.total).toBe(0)
    expect(answer.nearest).toContain('shelter')
  })

  it('counts the sections of each facet, with the facet’s own filter left out', () => {
    const answer = search([pack], 'trafficked', { filters: { ...noFilters, kinds: ['news'] } })
    expect(answer.total).toBe(1)
    expect(answer.facets.kind).toEqual([
      { value: 'encyclopedia', count: 2 },
      { value: 'news', count: 1 },
    ])
    expect(answer.facets.year).toEqual([{ value: 2017, count: 1 }])
  })

  it('narrows to sections by source type and to headings', () => {
    expect(
      search([pack], 'call', { filters: { ...noFilters, sources: ['law'] } }).hits.map((hit) => hit.article),
    ).toEqual(['hotline'])
    expect(search([pack], 'shelter', { filters: { ...noFilters, titleOnly: true } }).total).toBe(1)
  })

  it('orders by date when asked', () => {
    const answer = search([pack], 'trafficked', { sort: 'newest' })
    expect(answer.hits[0]?.article).toBe('report')
  })

  it('takes a query of stop words alone as it is', () => {
    expect(search([pack], 'who may ').total).toBeGreaterThan(0)
  })

  it.each([
    '',
    ' ',
    '"',
    '""',
    '-',
    '- -',
    '+',
    'what: is',
    'a^b',
    'ISO 9001:2015',
    '🙂',
    'مرحبا',
    'x'.repeat(10_000),
    '__proto__',
    '-"',
    '"-',
    '*',
    'a*',
    '~1',
  ])('takes %j without an error', (text) => {
    expect(search([pack], text).text).toBe(text)
  })
})

describe('suggestions', () => {
  it('complete the last word, and offer headings that match', () => {
    expect(suggest([pack], 'help shel', 4)).toEqual(
      expect.arrayContaining([
        { kind: 'words', text: 'help shelter' },
        expect.objectContaining({ kind: 'section', article: 'centre', anchor: 's1', title: 'The shelter' }),
      ]),
    )
  })

  it('name no word twice, though it has several stems', () => {
    const words = suggest([pack], 's', 40).flatMap((one) => (one.kind === 'words' ? one.text : []))
    expect(new Set(words).size).toBe(words.length)
  })

  it('put headings that hold what is typed before those that say it in other words', () => {
    const text = 'Beds, meals and a doctor. The refuge is a refuge for whoever seeks refuge.'
    const refuges = packOf(
      [
        { id: 'a', title: 'Refuge, refuge', sections: [{ text }, { title: 'Refuge', text }] },
        {
          id: 'b',
          title: 'How the shelter of the state is run and paid for, and by whom',
          sections: [{ text: '' }],
        },
      ],
      [['shelter', 'refuge']],
    )
    const titles = suggest([refuges], 'shelter', 2).flatMap((one) =>
      one.kind === 'section' ? one.title : [],
    )
    expect(titles).toEqual(['How the shelter of the state is run and paid for, and by whom'])
  })

  it('are written as the sections write them', () => {
    const centre = {
      id: 'a',
      language: 'az',
      title: 'Yardım',
      sections: [{ text: 'Sığınacaq var. Sığınacaq pulsuzdur.' }],
    }
    const own = packOf([centre])
    const offered = suggest([own], 'sigi', 4).flatMap((one) => (one.kind === 'words' ? one.text : []))
    expect(offered).toEqual(['sığınacaq'])
    const { corrections, total } = search([own], 'siqinacaq ')
    expect(corrections).toEqual([{ from: 'siqinacaq', to: 'sığınacaq' }])
    expect(total).toBe(1)
    expect(search([own], 'siiiqinacaq').nearest).toEqual(['sığınacaq'])
  })

  it('are none once the word is finished', () => {
    expect(suggest([pack], 'shelter ', 4)).toEqual([])
  })
})

describe('a section in several languages', () => {
  const translated = (id: string, language: string, text: string): Article => ({
    ...articleOf({ id, title: `Title of ${id}`, language, sections: [{ text }, { title: 'Place', text }] }),
    translation: id === 'law' ? null : { of: 'law', reviewed: true },
  })
  const articles = [
    translated('law', 'en', 'The shelter of article 152'),
    translated('law.az', 'az', 'Sığınacaq 152'),
    translated('law.ru', 'ru', 'Приют 152'),
    articleOf({ id: 'own', title: 'Another', sections: [{ text: 'There are 152 others' }] }),
  ]
  const versions: SearchedPack = { id: 'v', index: indexOf(articles), sourceTypes: new Map() }
  const shown = (query: string, options: Partial<SearchOptions>): string[] =>
    search([versions], query, options).hits.map(({ article, anchor }) => `${article}#${anchor}`)

  it('is one hit, in the language of the reader or of the letters that were typed', () => {
    expect(shown('152', { language: 'az' }).sort()).toEqual(['law.az#lead', 'law.az#s1', 'own#lead'])
    expect(shown('приют', { language: 'az' }).sort()).toEqual(['law.ru#lead', 'law.ru#s1'])
    expect(shown('shelter', { language: 'ru' }).sort()).toEqual(['law.ru#lead', 'law.ru#s1'])
  })

  it('names its other versions', () => {
    const [hit] = search([versions], 'приют', { language: 'ru' }).hits
    expect(hit?.versions.map(({ article, language }) => `${article} ${language}`)).toEqual([
      'law en',
      'law.az az',
    ])
  })

  it('counts once, in each of its languages', () => {
    const { total, complete, facets } = search([versions], '152', { language: 'en' })
    expect([total, complete]).toEqual([3, 3])
    expect(facets.kind).toEqual([{ value: 'encyclopedia', count: 3 }])
    expect(facets.language).toEqual([
      { value: 'en', count: 3 },
      { value: 'az', count: 2 },
      { value: 'ru', count: 2 },
    ])
  })

  it('is suggested once, in the language of the reader', () => {
    const offered = suggest([versions], 'plac', 8, 'az').flatMap((one) =>
      one.kind === 'section' ? `${one.article}#${one.anchor}` : [],
    )
    expect(offered).toEqual(['law.az#s1'])
  })

  it('is shown in a language that the filters leave', () => {
    expect(shown('152', { language: 'az', filters: { ...noFilters, languages: ['ru'] } }).sort()).toEqual([
      'law.ru#lead',
      'law.ru#s1',
    ])
  })
})

describe('questions that a section answers', () => {
  const articles = [
    articleOf({ id: 'a', title: 'Shelter', sections: [{ text: 'Twelve beds.' }, { text: 'Nine to six.' }] }),
    articleOf({
      id: 'b',
      title: 'Courts',
      sections: [{ text: 'Where a person sleeps is no business of a court.' }],
    }),
  ]
  const asked = new Map([
    [
      'a#lead',
      [
        { language: 'en', text: 'where can she sleep tonight' },
        { language: 'az', text: 'harada gecələsin' },
      ],
    ],
  ])
  const questions: SearchedPack = { id: 'q', index: indexOf(articles, { asked }), sourceTypes: new Map() }
  const found = (query: string, options: Partial<SearchOptions> = {}): string[] =>
    search([questions], query, options).hits.map((hit) => `${hit.article}#${hit.anchor}`)

  it('find it in any form, above a section that only has a word of them', () => {
    expect(found('sleeping tonight')).toEqual(['a#lead', 'b#lead'])
  })

  it('find a section in another language than its own', () => {
    expect(found('gecələmək')).toEqual(['a#lead'])
  })

  it('are no text: neither quotes nor headings have them', () => {
    expect(found('"she sleep tonight"')).toEqual([])
    expect(found('tonight', { filters: { ...noFilters, titleOnly: true } })).toEqual([])
  })
})

describe('related words', () => {
  const shelters = packOf(
    [
      { id: 'related', title: 'Refuge', sections: [{ text: 'refuge refuge refuge' }] },
      {
        id: 'exact',
        title: 'A house',
        sections: [{ text: 'It is a shelter, among other things that a house may be.' }],
      },
      { id: 'az', title: 'Ev', language: 'az', sections: [{ text: 'sığınacaq' }] },
    ],
    [['shelter', 'refuge', 'sığınacaq']],
  )

  it('come after what was typed, those of another language last', () => {
    const answer = search([shelters], 'shelter', { language: 'ru' })
    expect(answer.hits.map(({ article }) => article)).toEqual(['exact', 'related', 'az'])
    expect([answer.exact, answer.total]).toEqual([1, 3])
  })

  it('in a heading are as good as what was typed, where no heading is about that', () => {
    const coordinators = (heading: string): string[] =>
      search(
        [
          packOf(
            [
              { id: 'mentioned', language: 'ru', title: heading, sections: [{ text: 'координатор сказал' }] },
              { id: 'named', title: 'Coordinator', sections: [{ text: 'Who it is.' }] },
            ],
            [['coordinator', 'координатор']],
          ),
        ],
        'координатор',
        { language: 'ru' },
      ).hits.map(({ article }) => article)
    expect(coordinators('Пособие')).toEqual(['named', 'mentioned'])
    expect(coordinators('Координатор')).toEqual(['mentioned', 'named'])
  })

  it('are found by any form of a listed word', () => {
    expect(search([shelters], 'sığınacağı', { language: 'en' }).expansions[0]?.to).toContain('shelter')
    expect(search([shelters], 'shelt', { language: 'en' }).expansions).toEqual([])
  })

  it('come after the sections with the typed words, and are not counted among them', () => {
    const { hits, exact } = search([shelters], 'shelter')
    const articles = hits.map(({ article }) => article)
    expect(articles.slice(0, exact)).toEqual(['exact'])
    expect(articles.slice(exact).sort()).toEqual(['az', 'related'])
  })
})

it.each(['shelter', 'traficking', '"legal help" centre', 'ghbvth', '-police help'])(
  'plans the marks of “%s” as a whole search does',
  (text) => {
    expect(marksOf([pack], text)).toEqual(search([pack], text).marks)
  },
)
