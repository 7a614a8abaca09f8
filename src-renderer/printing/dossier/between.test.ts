import { expect, it } from 'vitest'
import { article, choose, job, libraryOf, pack, section } from '../testing/samples.ts'
import { betweenOf } from './between.ts'
import { makeDossier } from './dossier.ts'

const articles = [
  article('one', [section('lead', 1, ''), section('first', 2, '1'), section('second', 2, '2')]),
]
const library = libraryOf({ pack: pack(articles), articles })

it('a heading or page between sections comes before the part that follows', () => {
  const parts = [{ position: 0 }, { position: 2 }, { position: 3 }]
  const between = [
    { kind: 'break', before: 0 },
    { kind: 'heading', text: 'Day', before: 1 },
    { kind: 'notes', before: 3 },
    { kind: 'break', before: 4 },
  ] as const
  expect(betweenOf({ between }, parts).map((some) => some.map(({ kind }) => kind))).toEqual([
    ['break'],
    ['heading'],
    ['notes'],
    ['break'],
  ])
  expect(betweenOf({}, parts)).toEqual([[], [], [], []])
})

it('headings of the reader are in the contents, where they are in the document', () => {
  const include = { ...job([]).include, contents: true }
  const between = [
    { kind: 'heading', text: 'Morning', before: 0 },
    { kind: 'heading', text: 'Evening', before: 1 },
  ] as const
  const made = makeDossier(job([choose('one#first'), choose('one#second')], { include, between }), library)
  if (!made.ok) throw new Error(made.failure.kind)
  expect(made.value.contents.map(({ title }) => title)).toEqual([
    'Morning',
    'Title of first',
    'Evening',
    'Title of second',
  ])
  expect(made.value.between.map((some) => some.length)).toEqual([1, 1, 0])
})
