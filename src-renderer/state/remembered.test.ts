import { describe, expect, test } from 'vitest'
import type { Article } from '../../src-library/model/article.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import { movedTo, newAddresses } from './following.ts'
import { asMoved, isThere, keyOf, rememberSection, type RememberedSection } from './remembered.ts'

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

function remembered(text: string): RememberedSection {
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

  /** A library of articles by id, each with its sections. */
  const libraryOf = (articles: Readonly<Record<string, Article>>, moved: readonly object[] = []) => {
    const entries = Object.entries(articles).map(([id, { title, sections }]) => ({
      id,
      title,
      translation: null,
      sections: sections.map(({ anchor, title: heading }) => ({ anchor, title: heading })),
    }))
    return {
      pack: () => ({ news: [], contents: [{ articles: entries }], moved }),
      entry: (_pack: string, id: string) => entries.find((one) => one.id === id) ?? null,
      article: (_pack: string, id: string) =>
        Promise.resolve(articles[id] ? success(articles[id]) : failure({ kind: 'not-found' as const })),
    } as never
  }

  test('is found by its words in an article that has another id now', async () => {
    const renamed = articleOf({ anchor: 'hours', text: long }, { anchor: 'rules', text: `No ${long}` })
    expect(await movedTo(libraryOf({ rooms: renamed }), remembered(long))).toEqual({
      article: 'rooms',
      anchor: 'hours',
    })
    expect(await movedTo(libraryOf({ rooms: renamed, halls: renamed }), remembered(long))).toBeNull()
  })

  test('is followed into an edition that renamed, moved and removed sections', async () => {
    const at = (anchor: string, text: string): RememberedSection => ({
      ...remembered(text),
      anchor,
      title: anchor,
    })
    const stays = at('lead', `Stays. ${long}`)
    const moved = at('prices', `Prices. ${long}`)
    const renamed = at('hours', `Hours. ${long}`)
    const gone = at('cards', `Cards. ${long}`)
    const library = libraryOf(
      {
        'reading-room': articleOf(
          { anchor: 'lead', text: 'It says other words now.' },
          { anchor: 'opening-hours', text: `Hours. ${long}` },
        ),
        fees: articleOf({ anchor: 'lead', text: 'Fees.' }),
      },
      [
        {
          from: { article: 'reading-room', anchor: 'prices' },
          to: { article: 'fees', anchor: 'lead' },
        },
      ],
    )
    const now = await newAddresses(library, [stays, moved, renamed, gone, renamed])
    expect([...now]).toEqual([
      [keyOf(moved), { article: 'fees', anchor: 'lead' }],
      [keyOf(renamed), { article: 'reading-room', anchor: 'opening-hours' }],
    ])
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
