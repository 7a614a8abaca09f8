import { describe, expect, it } from 'vitest'
import { encodeLibrary } from '../../src-library/format/library.ts'
import { encodePack } from '../../src-library/format/pack.ts'
import { noDesk } from '../../src-library/model/desk.ts'
import { buildIndex } from '../../src-library/search/index/build.ts'
import { packTexts } from '../../src-library/search/index/texts.ts'
import { articleOf, type Sample } from '../../src-library/search/testing/samples.ts'
import { Engine } from './engine.ts'
import { noFilters, type ResultPage, type SearchRequest } from './protocol.ts'

const samples: readonly Sample[] = [
  {
    id: 'centre',
    title: 'Assistance Centre',
    sections: [{ text: 'It offers shelter.' }, { title: 'The shelter', text: 'A safe shelter.' }],
  },
  { id: 'hotline', title: 'Hotline', sections: [{ text: 'Call 152.' }] },
]

/** The files of a library, by path. */
function libraryOf(packs: readonly string[]): Map<string, Uint8Array> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const files = new Map<string, Uint8Array>()
  files.set('library.json', encode(encodeLibrary({ packs: packs.map((id) => ({ state: 'ready', id })) })))
  const articles = samples.map(articleOf)
  for (const id of packs) {
    const pack = {
      id,
      title: `Pack ${id}`,
      edition: '1',
      language: 'en',
      factsAsOf: null,
      publisher: '',
      licence: null,
    }
    files.set(
      `${id}/pack.json`,
      encode(
        encodePack({
          ...pack,
          help: null,
          answers: [],
          desk: noDesk,
          sets: [],
          moved: [],
          contents: [],
          news: [],
          sources: [],
        }),
      ),
    )
    const index = buildIndex(articles, { language: 'en', concepts: [] })
    files.set(`${id}/search/index.bin`, index)
    files.set(`${id}/search/texts.bin`, packTexts(articles, index))
  }
  return files
}

function engineOf(files: ReadonlyMap<string, Uint8Array>): { engine: Engine; read: string[] } {
  const read: string[] = []
  const engine = new Engine(async (path) => {
    read.push(path)
    const bytes = files.get(path)
    if (!bytes) throw new Error(`${path} is not there`)
    return bytes
  })
  return { engine, read }
}

const request = (text: string): SearchRequest => ({
  text,
  offset: 0,
  limit: 10,
  filters: noFilters,
  sort: 'relevance',
  language: 'en',
})

async function ask(engine: Engine, text: string): Promise<ResultPage> {
  const answer = await engine.search(request(text))
  if (answer === 'superseded') throw new Error('Nobody superseded it')
  return answer
}

describe('the search engine of a library', () => {
  it('searches all packs at once and says which pack a hit is of', async () => {
    const { engine } = engineOf(libraryOf(['a', 'b']))
    const { hits, total, facets } = await ask(engine, 'shelter')
    expect(total).toBe(4)
    expect(hits.map((hit) => `${hit.packTitle}: ${hit.article}#${hit.anchor}`).slice(0, 2)).toEqual([
      'Pack a: centre#s1',
      'Pack b: centre#s1',
    ])
    expect(facets.pack.map(({ value, count }) => `${value} ${count}`)).toEqual(['a 2', 'b 2'])
  })

  it('reads the bundled pack first and a few others at a time; those that are read answer', async () => {
    const files = libraryOf(['a', 'b', 'c', 'd', 'e', 'z'])
    const signed = { publisher: 'Village', standing: 'accepted' as const }
    const packs = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ state: 'ready' as const, id, signed }))
    const listing = encodeLibrary({ packs: [...packs, { state: 'ready', id: 'z' }] })
    files.set('library.json', new TextEncoder().encode(listing))
    const begun = new Set<string>()
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const engine = new Engine(async (path) => {
      const [pack = ''] = path.split('/')
      begun.add(pack)
      if (path !== 'library.json' && pack !== 'z') await held
      return files.get(path) ?? new Uint8Array()
    })
    const early = await ask(engine, 'shelter')
    expect(new Set(early.hits.map(({ pack }) => pack))).toEqual(new Set(['z']))
    expect(early.hits[0]?.snippet).not.toEqual([])
    expect(early.pending).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect([...begun]).toEqual(['library.json', 'z', 'a', 'b', 'c'])
    release()
    await engine.read()
    const late = await ask(engine, 'shelter')
    expect([late.pending, late.total]).toEqual([[], 12])
  })

  it('gives each hit its marked heading and a marked line of its text', async () => {
    const { engine } = engineOf(libraryOf(['a']))
    const [hit] = (await ask(engine, 'shelter')).hits
    expect(hit?.titleRanges).toEqual([{ start: 4, end: 11 }])
    expect(hit?.snippet).toEqual([{ text: 'A safe shelter.', ranges: [{ start: 7, end: 14 }] }])
  })

  it('takes a pack with a damaged index out alone, and says so', async () => {
    const files = libraryOf(['a', 'b', 'c'])
    const index = files.get('b/search/index.bin')!
    index[index.length >> 1]! ^= 1
    files.delete('c/search/index.bin')
    const { engine } = engineOf(files)
    const answer = await ask(engine, 'shelter')
    expect(answer.total).toBe(2)
    expect(answer.damaged).toEqual(
      expect.arrayContaining([
        { pack: 'b', reason: 'damaged' },
        { pack: 'c', reason: 'unreadable' },
      ]),
    )
  })

  it('shows the hits of a pack whose texts are damaged without their lines, and says so', async () => {
    const files = libraryOf(['a', 'b', 'c'])
    const texts = files.get('a/search/texts.bin')!
    texts[texts.length >> 1]! ^= 1
    files.delete('c/search/texts.bin')
    const { engine } = engineOf(files)
    const { hits, damaged, withoutTexts } = await ask(engine, 'shelter')
    const lines = (pack: string): number[] =>
      hits.filter((hit) => hit.pack === pack).map(({ snippet }) => snippet.length)
    expect(damaged).toEqual([])
    expect([...withoutTexts].sort()).toEqual(['a', 'c'])
    expect([lines('a'), lines('b'), lines('c')]).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ])
  })

  it('shows no lines of texts that belong to another index', async () => {
    const files = libraryOf(['a'])
    const others = samples.map(articleOf).reverse()
    files.set('a/search/texts.bin', packTexts(others, buildIndex(others, { language: 'en', concepts: [] })))
    const { engine } = engineOf(files)
    const { hits, withoutTexts } = await ask(engine, 'shelter')
    expect(withoutTexts).toEqual(['a'])
    expect(hits.map(({ snippet }) => snippet)).toEqual([[], []])
  })

  it('reads each pack once, and no article', async () => {
    const { engine, read } = engineOf(libraryOf(['a']))
    await ask(engine, 'shelter')
    await ask(engine, 'safe shelter')
    expect(read).toEqual(['library.json', 'a/pack.json', 'a/search/index.bin', 'a/search/texts.bin'])
  })

  it('rehearses with words of the packs between questions, and answers as if it had not', async () => {
    const { engine } = engineOf(libraryOf(['a', 'b']))
    let paused = 0
    await engine.warm(async () => void (paused += 1))
    expect(paused).toBeGreaterThan(20)
    expect(await ask(engine, 'shelter')).toEqual(await ask(engineOf(libraryOf(['a', 'b'])).engine, 'shelter'))
  })

  it('stops rehearsing when somebody asks', async () => {
    const { engine } = engineOf(libraryOf(['a']))
    let paused = 0
    await engine.warm(async () => {
      paused += 1
      if (paused === 3) await ask(engine, 'shelter')
    })
    expect(paused).toBe(3)
  })

  it('leaves a question that is no longer wanted', async () => {
    const { engine } = engineOf(libraryOf(['a']))
    expect(await engine.search(request('shelter'), () => false)).toBe('superseded')
  })

  it('fails as a whole only when the library itself can’t be read', async () => {
    await expect(engineOf(new Map()).engine.search(request('shelter'))).rejects.toThrow()
  })
})
