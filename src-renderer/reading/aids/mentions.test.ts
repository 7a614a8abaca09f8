import { expect, test } from 'vitest'
import type { Article } from '../../../src-library/model/article.ts'
import type { Inline } from '../../../src-library/model/inline.ts'
import { failure, success } from '../../../src-library/model/outcome.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import { mentionsOf } from './mentions.ts'

const link = (article: string, anchor = 'lead'): Inline => ({
  kind: 'link',
  target: { kind: 'section', article, anchor },
  children: [{ kind: 'text', value: 'see' }],
})

const section = (anchor: string, ...inlines: Inline[]) => ({
  anchor,
  blocks: [
    { kind: 'list', items: [[{ kind: 'paragraph', children: [{ kind: 'strong', children: inlines }] }]] },
  ],
})

const texts: Readonly<Record<string, { language: string; of?: string; sections: readonly unknown[] }>> = {
  hours: { language: 'en', sections: [section('lead', link('hours', 'winter'))] },
  'hours-az': { language: 'az', of: 'hours', sections: [] },
  staff: {
    language: 'en',
    sections: [section('lead'), section('when', link('hours')), section('more', link('hours'))],
  },
  'staff-az': { language: 'az', of: 'staff', sections: [section('lead', link('hours'))] },
  rules: { language: 'en', sections: [section('lead', link('staff'), link('old-hours'))] },
}
const entries = Object.entries(texts).map(([id, { language, of }]) => ({
  id,
  language,
  translation: of === undefined ? null : { of, reviewed: true },
  sections: [],
}))
const pack = {
  id: 'village',
  moved: [{ from: { article: 'old-hours', anchor: null }, to: { article: 'hours', anchor: 'lead' } }],
  contents: [{ articles: entries }],
  news: [],
} as unknown as Pack

let reads = 0
const library = {
  pack: () => pack,
  article: (_: string, id: string) => {
    reads += 1
    const text = texts[id]
    return Promise.resolve(
      text ? success(text as unknown as Article) : failure({ kind: 'not-found' as const }),
    )
  },
}
const of = (id: string, language: string) =>
  mentionsOf(library, pack, { id, language }, () => Promise.resolve())

test('an article is mentioned in the first section of each other article that has a link, in its language', async () => {
  expect(await of('hours', 'en')).toEqual([
    { article: 'staff', anchor: 'when' },
    { article: 'rules', anchor: 'lead' },
  ])
  expect(await of('hours-az', 'az')).toEqual([{ article: 'staff-az', anchor: 'lead' }])
  expect(await of('rules', 'en')).toEqual([])
})

test('each article is read once, however many ask', async () => {
  const before = reads
  await of('staff', 'en')
  expect(reads).toBe(before)
})
