/** Properties of any library and any query, on random ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from './words/analyzer.ts'
import { noFilters, type Marks } from './result.ts'
import { buildIndex } from './index/build.ts'
import { readParts, writeParts, type IndexPart } from './index/layout.ts'
import { loadIndex } from './index/load.ts'
import { Marker, marksIn } from './asking/marks.ts'
import { articleOf, packOf, type Sample } from './testing/samples.ts'
import { search } from './search.ts'
import { snippet } from './asking/snippet.ts'
import { suggest } from './suggest.ts'
import { wordsIn } from './words/words.ts'

const vocabulary =
  `shelter shelters trafficking trafficked victim's victims the of a to law 144-1 26,916 2.5 2017 Tier U.S. state-run
  məcburi əmək qurbanlarına qurban İSMAYIL ışıq Bakı'nın торговля людьми ёлка США evlerinden çocuk
  naïve Straße 東京 مرحبا __proto__ constructor toString hasOwnProperty x`.split(/\s+/)
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...vocabulary) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
)
const paragraph = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
const text = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((paragraphs) => paragraphs.join('\n'))
const language = fc.constantFrom('en', 'az', 'ru', 'tr', 'de')
const library: fc.Arbitrary<Sample[]> = fc
  .array(
    fc.record({
      title: paragraph,
      language,
      sections: fc.array(fc.record({ title: paragraph, text, language }), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((articles) => articles.map((article, i) => ({ id: `a${i}`, ...article })))

/** Every text that a reader sees in a section, with its section's name. */
function texts(samples: readonly Sample[]): { name: string; language: string; text: string }[] {
  return samples.flatMap((sample) =>
    sample.sections.flatMap((section, i) => {
      const name = `${sample.id}#${i === 0 ? 'lead' : `s${i}`}`
      const heading = i === 0 ? sample.title : (section.title ?? '')
      const own = section.language ?? sample.language ?? 'en'
      return [heading, ...section.text.split('\n')].map((each) => ({ name, language: own, text: each }))
    }),
  )
}

const everything = { limit: 1000 }

describe('on any library', () => {
  it('every word of every section finds its section', () => {
    fc.assert(
      fc.property(library, (samples) => {
        const pack = packOf(samples)
        for (const { name, text: each } of texts(samples))
          for (const { raw } of wordsIn(each)) {
            const found = search([pack], `${raw} `, everything).hits.map(
              (hit) => `${hit.article}#${hit.anchor}`,
            )
            expect(found, raw).toContain(name)
          }
      }),
      { numRuns: 30 },
    )
  })

  it('every three words in a row find their section in quotes', () => {
    fc.assert(
      fc.property(library, (samples) => {
        const pack = packOf(samples)
        for (const { name, text: each } of texts(samples)) {
          const words = wordsIn(each)
          words.slice(2).forEach((last, i) => {
            const phrase = each.slice(words[i]!.start, last.end)
            if (/["“”„‟«»]/.test(phrase)) return
            const found = search([pack], `"${phrase}"`, everything).hits.map(
              (hit) => `${hit.article}#${hit.anchor}`,
            )
            expect(found, phrase).toContain(name)
          })
        }
      }),
      { numRuns: 30 },
    )
  })

  it('every mark, analysed, is a term of the query, and none is missing', () => {
    fc.assert(
      fc.property(library, fc.array(word, { minLength: 1, maxLength: 4 }), (samples, words) => {
        const { marks, hits } = search([packOf(samples)], words.join(' '), everything)
        const seen = texts(samples)
        for (const { text: each, language: own } of seen)
          for (const { start, end } of marksIn(each, marks, own))
            expect(isWanted(each.slice(start, end), own, marks)).toBe(true)
        for (const hit of hits) {
          const shown = seen.filter(({ name }) => name === `${hit.article}#${hit.anchor}`)
          const above = [hit.articleTitle, ...hit.path].map((each) => ({ text: each, language: undefined }))
          const marked = [...shown, ...above].some(
            (each) => marksIn(each.text, marks, each.language).length > 0,
          )
          expect(marked, `${hit.article}#${hit.anchor}`).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('snippets are pieces of the text, and their ranges are in them', () => {
    fc.assert(
      fc.property(text, fc.array(word, { minLength: 1, maxLength: 4 }), (body, words) => {
        const pack = packOf([{ id: 'a', title: 'Title', sections: [{ text: body }] }])
        const { marks } = search([pack], words.join(' '))
        for (const line of snippet(body, new Marker(marks), 'en')) {
          expect(body).toContain(line.text.replace(/^… | …$/g, ''))
          for (const { start, end } of line.ranges)
            expect(isWanted(line.text.slice(start, end), 'en', marks)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('the same articles give the same bytes, and answer alike wherever the bytes lie', () => {
    fc.assert(
      fc.property(library, paragraph, (samples, query) => {
        const articles = samples.map(articleOf)
        const bytes = buildIndex(articles, { language: 'en', concepts: [] })
        expect(buildIndex(articles, { language: 'en', concepts: [] })).toEqual(bytes)
        const moved = new Uint8Array(bytes.length + 3)
        moved.set(bytes, 3)
        const [here, there] = [bytes, moved.subarray(3)].map((each) => {
          const index = loadIndex(each)
          if (!index.ok) throw new Error('must load')
          return search([{ id: 'p', index: index.value, sourceTypes: new Map() }], query, everything)
        })
        expect(there).toEqual(here)
      }),
      { numRuns: 50 },
    )
  })
})

/** Each word of a mark is wanted, or the mark is a hyphened word that is wanted as it is written closed. */
function isWanted(marked: string, own: string, marks: Marks): boolean {
  const wanted = new Set([...marks.terms, ...marks.phrases.flat(2)])
  const isWantedWord = (raw: string): boolean => {
    const { surface, stem, root } = analyse(raw, own)
    const begun = marks.prefix !== null && surface.startsWith(marks.prefix)
    return begun || wanted.has(surface) || wanted.has(stem) || (root !== null && wanted.has(root))
  }
  const words = [...wordsIn(marked)].map(({ raw }) => raw)
  return words.every(isWantedWord) || isWantedWord(words.join(''))
}

describe('on any query', () => {
  const piece = fc.oneof(
    word,
    fc.constantFrom(
      '"',
      '“',
      '”',
      '-',
      ' -',
      '+',
      '*',
      ':',
      '^',
      '~',
      '\\',
      '(',
      ')',
      ' ',
      '\n',
      '\t',
      '\u202e',
      '\u0000',
      '\ud800',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const query = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
  const pack = packOf(
    [
      {
        id: 'a',
        title: 'Shelter',
        sections: [{ text: vocabulary.join(' ') }, { title: 'Law', text: 'article 144-1 of the law' }],
      },
      { id: 'b', title: 'Report', kind: 'news', language: 'az', sections: [{ text: 'qurban məcburi əmək' }] },
    ],
    [['law', 'article 144-1', 'qanun']],
  )

  it('a search never throws, and its count is what it lists', () => {
    fc.assert(
      fc.property(query, fc.boolean(), (asked, titleOnly) => {
        const answer = search([pack], asked, { limit: 100, filters: { ...noFilters, titleOnly } })
        expect(answer.hits.length).toBe(answer.total)
        expect(answer.complete).toBeLessThanOrEqual(answer.total)
      }),
      { numRuns: 20_000 },
    )
  })

  it('completing it never throws', () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(suggest([pack], asked, 6).length).toBeLessThanOrEqual(6)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an index made by an enemy', () => {
  it('shows no character that turns a line around or rings a bell', () => {
    const whole = readParts(
      buildIndex([articleOf({ id: 'a', title: 'Shelter!!', sections: [{ text: 'safe shelter' }] })], {
        language: 'en',
        concepts: [],
      }),
    )
    if (!whole.ok) throw new Error('must load')
    // A right-to-left override is three bytes long.
    const articleBytes = new TextEncoder().encode(
      new TextDecoder().decode(whole.value.articleBytes).replace('r!!', '\u202e').replace('h', '\u0007'),
    )
    const index = loadIndex(writeParts({ ...whole.value, articleBytes }))
    if (!index.ok) throw new Error('must load')
    const [hit] = search([{ id: 'enemy', index: index.value, sourceTypes: new Map() }], 'safe').hits
    expect(hit?.articleTitle).toBe('S elte ')
  })
})

describe('a damaged index', () => {
  const articles = ['Shelter', 'Hotline', 'Law'].map((title, i) =>
    articleOf({ id: `a${i}`, title, sections: [{ text: vocabulary.slice(i, i + 20).join(' ') }] }),
  )
  const bytes = buildIndex(articles, {
    language: 'en',
    concepts: [
      [
        { language: 'en', text: 'a' },
        { language: 'en', text: 'b' },
      ],
    ],
  })
  const refused = { ok: false, failure: { kind: 'damaged' } }

  it('is refused when it is cut at any byte', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(loadIndex(bytes.slice(0, length))).toEqual(refused)
  })

  it('is refused when any one bit is flipped', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const flipped = bytes.slice()
        flipped[bit >> 3]! ^= 1 << (bit & 7)
        expect(loadIndex(flipped)).toEqual(refused)
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused when it is longer, or something else', () => {
    expect(loadIndex(new Uint8Array([...bytes, 0, 0, 0, 0]))).toEqual(refused)
    expect(loadIndex(new TextEncoder().encode('{"version":"2.3.9"}'.repeat(100)))).toEqual(refused)
  })

  it('made by an enemy, with a right checksum, neither throws nor hangs', () => {
    const whole = readParts(bytes)
    if (!whole.ok) throw new Error('must load')
    const names = Object.keys(whole.value) as IndexPart[]
    const harm = fc.record({ part: fc.constantFrom(...names), at: fc.nat(5000), value: fc.nat(255) })
    fc.assert(
      fc.property(
        fc.array(harm, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...vocabulary),
        (harms, asked) => {
          const parts = Object.fromEntries(names.map((name) => [name, whole.value[name].slice()])) as Record<
            IndexPart,
            Uint8Array
          >
          for (const { part, at, value } of harms)
            if (parts[part].length > 0) parts[part][at % parts[part].length] = value
          const index = loadIndex(writeParts(parts))
          if (!index.ok) return
          const enemy = { id: 'enemy', index: index.value, sourceTypes: new Map() }
          for (const text of [asked, `${asked.slice(0, 2)}`, `"${asked} of"`, `${asked}x `, `-${asked}`])
            search([enemy], text)
          suggest([enemy], asked, 6)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
