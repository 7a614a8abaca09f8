/**
 * The articles of the golden pack: invented places and figures, every kind of
 * block, three languages, and the shapes that break pages.
 */
import type { Article } from '../../src-library/model/article.ts'
import type { Source } from '../../src-library/model/source.ts'
import { goldenFigures } from './goldenfigures.ts'
import {
  type Draft,
  article,
  cite,
  em,
  foreign,
  inlines,
  list,
  note,
  out,
  p,
  paragraphs,
  prose,
  strong,
  table,
  to,
} from './shorthand.ts'

export const azerbaijani =
  'Ən qısa yol: zərərçəkmiş şəxs 152 nömrəsinə zəng edir. Əə Ğğ İi Iı Şş Çç Öö Üü Xx Qq Jj, ödəniş 250 ₼, sənəd № 7.'
export const russian = 'Съешь же ещё этих мягких французских булок, да выпей чаю. Щёлк, эхо, ЁЖ, подъезд № 5.'

const centre = article(
  'centre',
  'The centre by the river',
  [
    {
      anchor: 'lead',
      depth: 1,
      title: 'The centre by the river',
      sources: ['report', 'law'],
      blocks: [
        p(
          'The centre by the river helps people who were harmed, and those who may have been. It opened in ',
          em('2009'),
          cite('law'),
          ' and took in 58 people in its first year, of whom 41 stayed longer than a month.',
          cite('report'),
          cite('press'),
          note('counting'),
        ),
        p(
          'Who may be referred is set out in ',
          to('centre', 'who', 'Who may be referred'),
          '; the numbers to call are in ',
          to('numbers', 'line', 'The line'),
          '. The form stands on ',
          out('https://example.org/forms/referral', 'the ministry’s page'),
          '.',
        ),
      ],
    },
    {
      anchor: 'who',
      depth: 2,
      title: 'Who may be referred',
      sources: ['law'],
      blocks: [
        p('Anybody may be referred who falls under one of these:', cite('law')),
        list(
          false,
          ['a person recognised as harmed by the police or a court;'],
          [
            'a person ',
            strong('thought to be harmed'),
            ', for up to 30 days, whether or not they have papers, and with the children who came with them;',
          ],
          ['a child, at once, and together with the local commission.', cite('law')],
        ),
        {
          kind: 'blockquote',
          tone: 'warning',
          children: [p('Call first. Never send somebody to the door without a name to ask for.')],
        },
      ],
    },
    {
      anchor: 'children',
      depth: 3,
      title: 'When the person is a child',
      sources: ['press'],
      more: { factsAsOf: '2024-05', confidence: 'disputed' },
      blocks: [
        p(
          'Sources disagree on the age from which a child is asked alone: one says ten, another twelve.',
          cite('press'),
          cite('report'),
        ),
        {
          kind: 'blockquote',
          tone: 'quote',
          children: [p('No child is asked twice what was written down once.', cite('report'))],
        },
      ],
    },
    {
      anchor: 'words',
      depth: 2,
      title: 'Words that are used',
      blocks: [
        {
          kind: 'definition',
          term: inlines(['shelter']),
          children: [
            p('A place to live for a while, in Azerbaijani ', foreign('az', 'sığınacaq'), '.', cite('law')),
          ],
        },
        {
          kind: 'definition',
          term: inlines(['referral']),
          children: [p('Handing a person on to those who can help, with their consent.', cite('law'))],
        },
        {
          kind: 'blockquote',
          tone: 'note',
          children: [p('In Russian texts the shelter is called ', foreign('ru', 'убежище'), '.')],
        },
      ],
      sources: ['law'],
    },
  ],
  {
    notes: [
      { id: 'counting', children: [p('Counted at the end of the year, so a person who left is missing.')] },
    ],
    related: [{ article: 'numbers', anchor: 'line' }],
  },
)

const long = article('long', 'How a referral goes', [
  {
    anchor: 'lead',
    depth: 1,
    title: 'How a referral goes',
    blocks: [p(prose(3, 1), cite('report'))],
    sources: ['report'],
  },
  ...Array.from({ length: 14 }, (_, index): Draft => {
    const depth = index % 5 === 3 ? 3 : 2
    return {
      anchor: `step-${index + 1}`,
      depth,
      title:
        index % 4 === 1
          ? `What is written down at step ${index + 1}, and who may read it later`
          : `Step ${index + 1}`,
      blocks: paragraphs(2 + (index % 5), index + 1),
      sources: ['report', 'law'],
    }
  }),
])

const numbers = article('numbers', 'Numbers to call', [
  { anchor: 'lead', depth: 1, title: 'Numbers to call', blocks: [p('Call before you send somebody.')] },
  {
    anchor: 'line',
    depth: 2,
    title: 'The line',
    blocks: [p('The line ', strong('152'), ' answers day and night.', cite('law'))],
    sources: ['law'],
  },
])

const numbersInRussian = article(
  'numbers-ru',
  'Куда звонить',
  [
    { anchor: 'lead', depth: 1, title: 'Куда звонить', blocks: [p('Сначала позвоните сами.')] },
    {
      anchor: 'line',
      depth: 2,
      title: 'Линия',
      blocks: [p('Линия ', strong('152'), ' отвечает днём и ночью.', cite('law'))],
      sources: ['law'],
    },
  ],
  { language: 'ru', translation: { of: 'numbers', reviewed: false } },
)

const longAddress =
  'https://example.org/lists/2016-2017/who-may-be-referred-by-whom-and-when-%C9%99.html?version=2016-03&part=of-it'

/** Words that can't be broken, and more columns than a page has room for. */
const endless = 'Unbreakable'.repeat(30)
const crowded = article('crowded', 'What is too wide', [
  {
    anchor: 'lead',
    depth: 1,
    title: 'What is too wide',
    sources: ['law'],
    blocks: [
      p('A word of three hundred letters: ', endless, '.', cite('law')),
      p(`The list of 2016-cı il is at ${longAddress}, and is renewed each year.`),
      table(
        ['An address in a narrow column.'],
        ['Where', 'What it says', 'Since'],
        [[longAddress, prose(1, 7), '2016-cı il']],
      ),
      table(
        ['Twelve columns.'],
        Array.from({ length: 12 }, (_, column) => `Number ${column + 1}`),
        [Array.from({ length: 12 }, (_, column) => `international${column + 1}`)],
      ),
      table(['A word too long for its cell.'], ['Which', 'What'], [['First', endless]]),
      { kind: 'code', value: endless },
      { kind: 'definition', term: inlines([endless]), children: [p('A definition.')] },
    ],
  },
])

const inAzerbaijani = article(
  'az',
  'İnsan alverinin qurbanlarına yardım',
  [
    {
      anchor: 'lead',
      depth: 1,
      title: 'İnsan alverinin qurbanlarına yardım',
      blocks: [
        p(azerbaijani, cite('law')),
        p('Fiziki şəxs, ofis, qrafik: ', em('ə ı ğ ş'), ' ', strong('Əİ Ğı'), '.'),
      ],
      sources: ['law'],
    },
  ],
  { language: 'az' },
)

const inRussian = article(
  'ru',
  'Помощь пострадавшим',
  [
    {
      anchor: 'lead',
      depth: 1,
      title: 'Помощь пострадавшим',
      blocks: [p(russian, cite('law')), p(em('Курсив'), ' и ', strong('полужирный'), '.')],
      sources: ['law'],
    },
  ],
  { language: 'ru' },
)

export const news = article(
  'news-2017',
  'What the 2017 report says',
  [
    {
      anchor: 'lead',
      depth: 1,
      title: 'What the 2017 report says',
      blocks: [p('The report places the country on Tier 2.', cite('report'), ' ', prose(2, 900))],
      sources: ['report'],
    },
  ],
  {
    kind: 'news',
    news: {
      date: '2017-06-27',
      summarised: '2026-11-22',
      leavesOut: inlines(['The summary leaves out the chapter on funding.']),
      keyFigures: [
        { value: '486', label: 'persons prosecuted, 2005 to 2016', source: 'press' },
        { value: '63', label: 'people identified in 2015', source: 'report' },
        { value: '30 days', label: 'to think it over', source: 'law' },
      ],
    },
  },
)

/** In a box for staff: no sheet for a client says it. */
export const forStaff = 'Ring the desk before you hand this out.'

/** A section whose heading, links and sources tell what its text does not. */
const told = article('told', 'Rights of a victim of trafficking', [
  {
    anchor: 'lead',
    depth: 1,
    title: 'Rights of a victim of trafficking',
    sources: ['report', 'law'],
    blocks: [
      p(
        'You may stay for 30 days, and nobody may send you away.',
        cite('law'),
        ' A doctor sees you without pay; ',
        out('https://example.org/trafficking/forms', 'a form'),
        ' is at the desk.',
        cite('report'),
        note('counting'),
      ),
      { kind: 'blockquote', tone: 'staff', children: [p(forStaff)] },
      p('More is in ', to('centre', 'who', 'Who may be referred'), '. ', prose(6, 41)),
    ],
  },
  {
    anchor: 'days',
    depth: 2,
    title: 'The first days',
    sources: ['press'],
    blocks: [
      p('Rest first. ', prose(3, 43), cite('press')),
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [[p('A bed.')], [p('A doctor, ', prose(1, 47))], [p('A number to call.')]],
        checked: [true, false, false],
      },
      {
        kind: 'list',
        ordered: true,
        start: 9,
        items: [[p('A key.')], [p('A name.')]],
        checked: [null, false],
      },
    ],
  },
])

/** One short section each, for dossiers of many parts. */
const many = Array.from({ length: 200 }, (_, index) =>
  article(`many-${index + 1}`, `Sheet ${index + 1}`, [
    {
      anchor: 'lead',
      depth: 1,
      title: `Sheet ${index + 1}`,
      blocks: [p(prose(1 + (index % 3), 1000 + index), cite(['report', 'law', 'press'][index % 3] ?? 'law'))],
      sources: [['report', 'law', 'press'][index % 3] ?? 'law'],
    },
  ]),
)

/** Numbers that are long, and years and articles of the law at every place of a line. */
const counted = article('counted', 'Articles 143-1 to 146-2, as of 2005-ci', [
  {
    anchor: 'lead',
    depth: 1,
    title: 'Articles 143-1 to 146-2, as of 2005-ci',
    sources: ['law'],
    blocks: [
      p('Each line of the list of 2005-ci il counts on from the one before.', cite('law')),
      {
        kind: 'list',
        ordered: true,
        start: 997,
        items: Array.from({ length: 5 }, (_, at) => [
          p(
            `Line ${at + 1} of the list. `,
            ...Array.from(
              { length: 9 },
              (__, year) => `In ${2005 + at * 9 + year}-ci il it says article ${143 + year}-${at + 1}, `,
            ),
            'and no more.',
          ),
        ]),
      },
    ],
  },
])

export const sources: readonly Source[] = [
  {
    id: 'law',
    title: 'Law on help for people who were harmed',
    publisher: 'Official gazette',
    type: 'law',
    published: '2005-06-28',
    address:
      'https://example.org/acts/2005/06/28/law-on-help-for-people-who-were-harmed/consolidated-text-of-2024',
    read: '2026-11-22',
  },
  {
    id: 'press',
    title: 'A year of the line in figures',
    publisher: 'The river paper',
    type: 'press',
    published: '2016-03',
    address: 'https://example.org/news?id=2016-03&section=society&title=a-year-of-the-line-in-figures',
    read: '2026-11-20',
  },
  {
    id: 'report',
    title: '2017 report on the country, second edition',
    publisher: 'Office of reports',
    type: 'us',
    published: '2017',
    address: 'https://example.org/reports/2017/country/',
    read: '2026-11-22',
  },
]

export const goldenArticles: readonly Article[] = [
  centre,
  long,
  ...goldenFigures,
  crowded,
  counted,
  numbers,
  inAzerbaijani,
  numbersInRussian,
  inRussian,
  told,
  news,
  ...many,
]
