import { describe, expect, test } from 'vitest'
import type { Article } from '../../src-library/model/article.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import { asMoved, isThere, movedTo, rememberSection, type Remembered } from './remembered.ts'

const long = 'The reading room is open on every weekday from nine in the morning until six.'

const articleOf = (...sections: { anchor: string; text: string }[]): Article =>
  ({
    id: 'reading-room',
    title: 'The reading room',
    sections: sections.map(({ anchor, text }) => ({
      anchor,
      title: anchor,
      blocks: [{ kind: 'paragraph', children: [{ kind: 'text', value: text }] }],
    })),
  }) as unknown as Article

const reading = (article: Article | null) => ({
  pack: () => null,
  article: () => Promise.resolve(article ? success(article) : failure({ kind: 'not-found' as const })),
})

function remembered(text: string): Remembered {
  const article = articleOf({ anchor: 'hours', text })
  const [section] = article.sections
  if (!section) throw new Error('There is one.')
  return rememberSection('village', article, section)
}

describe('a remembered section', () => {
  test('knows how its text began', () => {
    expect(remembered(long)).toMatchObject({ anchor: 'hours', quote: long })
  })

  test('is there under its ids, whatever it now says', () => {
    const library = { entry: () => ({ sections: [{ anchor: 'hours' }] }) } as never
    expect(isThere(library, remembered(long))).toBe(true)
    expect(isThere(library, { ...remembered(long), anchor: 'rules' })).toBe(false)
  })

  test('that has another anchor in a new edition is found by its words', async () => {
    const article = articleOf({ anchor: 'lead', text: 'x' }, { anchor: 'opening-hours', text: long })
    expect(await movedTo(reading(article), remembered(long))).toEqual({
      article: 'reading-room',
      anchor: 'opening-hours',
    })
  })

  test('is where the authors moved it to', async () => {
    const entry = { id: 'rooms', sections: [{ anchor: 'hours' }], translation: null }
    const pack = {
      news: [],
      contents: [{ articles: [entry] }],
      moved: [{ from: { article: 'reading-room', anchor: null }, to: { article: 'rooms', anchor: 'lead' } }],
    }
    const library = { ...reading(null), pack: () => pack } as never
    expect(await movedTo(library, remembered('Open.'))).toEqual({ article: 'rooms', anchor: 'hours' })
    expect(asMoved(library, remembered(long))).toMatchObject({
      article: 'rooms',
      anchor: 'hours',
      quote: long,
    })
  })

  test('is found nowhere if its words are gone, occur twice, or say too little', async () => {
    const other = articleOf({ anchor: 'a', text: `${long} And on Saturday.` })
    expect(await movedTo(reading(other), remembered(long))).toBeNull()
    const twice = articleOf({ anchor: 'a', text: long }, { anchor: 'b', text: long })
    expect(await movedTo(reading(twice), remembered(long))).toBeNull()
    const short = articleOf({ anchor: 'a', text: 'Open.' })
    expect(await movedTo(reading(short), remembered('Open.'))).toBeNull()
    expect(await movedTo(reading(null), remembered(long))).toBeNull()
  })
})
