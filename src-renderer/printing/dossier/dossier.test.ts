import { describe, expect, it } from 'vitest'
import type { Inline } from '../../../src-library/model/inline.ts'
import type { PrintJob } from '../../../src-library/model/print.ts'
import { articlesOf, type PrintLibrary } from './chosen.ts'
import { makeDossier, type Dossier } from './dossier.ts'
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
  source,
  text,
} from '../testing/samples.ts'

const shelter = article('shelter', [
  section('lead', 1, ''),
  section('door', 2, '1'),
  section('key', 3, '1.1'),
  section('bed', 2, '2'),
])
const help = article('help', [section('lead', 1, ''), section('line', 2, '1')])
const articles = [shelter, help]
const library = libraryOf({ pack: pack(articles, { help: { article: 'help', anchor: 'line' } }), articles })

function dossierOf(print: PrintJob, from: PrintLibrary = library): Dossier {
  const made = makeDossier(print, from)
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value
}
const headings = (dossier: Dossier): string[] =>
  dossier.parts.flatMap(({ root, below }) =>
    [root, ...below].map(({ number, title }) => `${number} ${title}`),
  )

/** A library of one article whose sections hold these inlines, one paragraph each. */
function libraryWith(...paragraphs: readonly (readonly Inline[])[]): PrintLibrary {
  const sections = paragraphs.map((inlines, index) =>
    section(index === 0 ? 'lead' : `s-${index}`, index === 0 ? 1 : 2, index === 0 ? '' : String(index), {
      blocks: [paragraph(...inlines)],
    }),
  )
  const one = article('one', sections, {
    notes: [
      { id: 'first', children: [paragraph(text('A remark.'))] },
      { id: 'second', children: [paragraph(text('Another.'), cite('d'), note('third'))] },
      { id: 'third', children: [paragraph(text('A third.'), note('second'))] },
    ],
  })
  return libraryOf({ pack: pack([one, help]), articles: [one, help] })
}
const inlinesOf = (dossier: Dossier, part = 0): readonly Inline[] => {
  const [block] = dossier.parts[part]!.root.blocks
  return block?.kind === 'paragraph' ? block.children : []
}

it('says of each part and each pack whether its documents were not checked', () => {
  const own = libraryOf({ pack: pack(articles, { isOwn: true }), articles })
  const print = job([choose('shelter#door')])
  const facts = (dossier: Dossier): boolean[] =>
    [...dossier.parts, ...dossier.packs].map(({ isOwn }) => isOwn)
  expect(facts(dossierOf(print, own))).toEqual([true, true])
  expect(facts(dossierOf(print))).toEqual([false, false])
})

describe('the printed sections', () => {
  it('prints a section alone, or with the sections below it', () => {
    expect(headings(dossierOf(job([choose('shelter#door')])))).toEqual(['1 Title of door'])
    expect(headings(dossierOf(job([choose('shelter#door+')])))).toEqual([
      '1 Title of door',
      '1.1 Title of key',
    ])
  })

  it('prints a whole article from its lead with subsections', () => {
    expect(headings(dossierOf(job([choose('shelter')])))).toEqual([
      ' Title of lead',
      '1 Title of door',
      '1.1 Title of key',
      '2 Title of bed',
    ])
  })

  it('refuses an empty list', () => {
    expect(makeDossier(job([]), library)).toEqual({ ok: false, failure: { kind: 'empty' } })
  })

  it('names every chosen section that this edition has lost, and prints nothing', () => {
    const lost = [choose('shelter#gone'), choose('gone#door'), choose('shelter#door', 'another-pack')]
    expect(makeDossier(job([choose('shelter#door'), ...lost]), library)).toEqual({
      ok: false,
      failure: { kind: 'not-found', missing: lost },
    })
  })

  it('prints a section inside a chosen parent once, within it, in whichever order they were chosen', () => {
    const once = ['1 Title of door', '1.1 Title of key']
    expect(headings(dossierOf(job([choose('shelter#door+'), choose('shelter#key')])))).toEqual(once)
    expect(headings(dossierOf(job([choose('shelter#key+'), choose('shelter#door+')])))).toEqual(once)
  })

  it('prints an article chosen twice once, where it was chosen first', () => {
    const chosen = [choose('shelter'), choose('help#line'), choose('shelter')]
    expect(dossierOf(job(chosen)).parts.map(({ root }) => root.title)).toEqual([
      'Title of lead',
      'Title of line',
    ])
  })

  it('keeps a section beside its parent when the parent was chosen without what is below it', () => {
    const chosen = [choose('shelter#door'), choose('shelter#key')]
    expect(headings(dossierOf(job(chosen)))).toEqual(['1 Title of door', '2 Title of key'])
  })

  it('appends the help numbers when asked to, and once', () => {
    const include = { ...job([]).include, helpNumbers: true }
    expect(headings(dossierOf(job([choose('shelter#bed')], { include })))).toEqual([
      '1 Title of bed',
      '2 Title of line',
    ])
    expect(headings(dossierOf(job([choose('help#line')], { include })))).toEqual(['1 Title of line'])
    expect(articlesOf(job([choose('shelter#bed')], { include }), library.packs)).toEqual([
      { pack: 'pack', article: 'shelter' },
      { pack: 'pack', article: 'help' },
    ])
  })
})

describe('numbers, ids and heads', () => {
  it('numbers the sections of a dossier through, keeping their depth', () => {
    const dossier = dossierOf(job([choose('help#line'), choose('shelter')]))
    expect(headings(dossier)).toEqual([
      '1 Title of line',
      '2 Title of lead',
      '2.1 Title of door',
      '2.1.1 Title of key',
      '2.2 Title of bed',
    ])
    expect(dossier.parts[1]?.below.map(({ depth }) => depth)).toEqual([2, 3, 2])
  })

  it('skips no heading level even where an article does', () => {
    const deep = article('deep', [section('lead', 1, ''), section('low', 4, '1'), section('high', 2, '2')])
    const from = libraryOf({ pack: pack([deep]), articles: [deep] })
    expect(dossierOf(job([choose('deep')]), from).parts[0]?.below.map(({ depth }) => depth)).toEqual([2, 2])
  })

  it('gives 200 sections with the same anchors ids, numbers and running heads of their own', () => {
    const many = Array.from({ length: 200 }, (_, index) => article(`a${index}`, [section('lead', 1, '')]))
    const from = libraryOf({ pack: pack(many), articles: many })
    const dossier = dossierOf(job(many.map(({ id }) => choose(id))), from)
    const roots = dossier.parts.map(({ root }) => root)
    expect(roots).toHaveLength(200)
    expect(new Set(roots.map(({ id }) => id)).size).toBe(200)
    expect(roots.map(({ number }) => number)).toEqual(many.map((_, index) => String(index + 1)))
    expect(new Set(dossier.parts.map(({ runningHead }) => runningHead.section)).size).toBe(200)
  })

  it('keeps running heads within 60 characters, cut at a word', () => {
    const title = 'The Assistance Centre for victims of human trafficking and what it offers to whom'
    const long = article('long', [section('lead', 1, '', { title })])
    const from = libraryOf({ pack: pack([long]), articles: [long] })
    expect(dossierOf(job([choose('long')]), from).parts[0]?.runningHead).toEqual({
      document: 'A reference',
      section: 'The Assistance Centre for victims of human trafficking and…',
    })
  })

  it('have the number of a part in them only where there are several', () => {
    const heads = (...ids: readonly string[]): readonly string[] =>
      dossierOf(job(ids.map((id) => choose(id)))).parts.map(({ runningHead }) => runningHead.section)
    expect(heads('shelter#door')).toEqual(['Title of door'])
    expect(heads('shelter#door', 'help#line')).toEqual(['1 · Title of door', '2 · Title of line'])
  })

  it('does not say the same at both ends of a running head', () => {
    const same = article('same', [section('lead', 1, '', { title: 'A reference' })])
    const from = libraryOf({ pack: pack([same]), articles: [same] })
    expect(dossierOf(job([choose('same')]), from).parts[0]?.runningHead.document).toBe('')
  })

  it('lists parts and the sections directly below them in the contents', () => {
    const include = { ...job([]).include, contents: true }
    const lines = dossierOf(job([choose('help#line'), choose('shelter')], { include })).contents
    expect(lines.map(({ number, depth }) => [number, depth])).toEqual([
      ['1', 1],
      ['2', 1],
      ['2.1', 2],
      ['2.2', 2],
    ])
  })

  it('has an “In brief” part with summaries and answered questions in a briefing only', () => {
    const answered = article(
      'answered',
      [section('lead', 1, ''), section('line', 2, '1'), section('more', 2, '2')],
      {
        summary: 'What it is about.',
      },
    )
    const from = libraryOf({
      pack: pack([answered], {
        answers: [
          {
            id: 'line',
            section: { article: 'answered', anchor: 'line' },
            language: 'en',
            value: '24 hours',
            says: 'It takes 24 hours.',
            asks: [],
            source: 'a',
            confidence: null,
            checked: '2026-11-22',
            until: null,
            phone: null,
          },
        ],
      }),
      articles: [answered],
    })
    const briefOf = (...addresses: string[]): unknown =>
      dossierOf(
        job(
          addresses.map((one) => choose(one)),
          { preset: 'briefing' },
        ),
        from,
      ).brief.map(({ number, says }) => `${number} ${says}`)
    expect(briefOf('answered#line', 'answered#more')).toEqual(['1 It takes 24 hours.'])
    expect(briefOf('answered')).toEqual([' What it is about.'])
    expect(dossierOf(job([choose('answered')]), from).brief).toEqual([])
  })

  it('needs no contents for a single section', () => {
    const include = { ...job([]).include, contents: true }
    expect(dossierOf(job([choose('shelter#bed')], { include })).contents).toEqual([])
  })
})

describe('the title', () => {
  it('and the licence of the pack are in the language of the document, if the pack says them', () => {
    const azerbaijani = article('yer', [
      section('lead', 1, '', { language: 'az' }),
      section('qapi', 2, '1', { language: 'az' }),
      section('yataq', 2, '2', { language: 'az' }),
    ])
    const from = libraryOf({
      pack: pack([azerbaijani], { names: [{ language: 'az', title: 'Kitab', statement: 'CC BY.' }] }),
      articles: [azerbaijani],
    })
    const made = dossierOf(job([choose('yer#qapi'), choose('yer#yataq')]), from)
    expect(made.title).toBe('Kitab')
    expect(made.packs).toMatchObject([{ work: { title: 'Kitab' }, licence: { statement: 'CC BY.' } }])
    expect(made.parts[0]?.runningHead.document).toBe('Kitab')
  })

  it('is the only section’s own, or the pack’s for several', () => {
    expect(dossierOf(job([choose('shelter#bed')])).title).toBe('Title of bed')
    expect(dossierOf(job([choose('shelter#bed'), choose('help')])).title).toBe('A reference')
  })

  it('is above the only section if the reader gave one', () => {
    const dossier = dossierOf(job([choose('shelter#bed')], { title: 'Monday' }))
    expect(dossier.title).toBe('Monday')
    expect(dossier.parts[0]?.root.title).toBe('Monday')
  })

  it('names neither pack nor article on a sheet to take home', () => {
    const dossier = dossierOf(job([choose('shelter#bed')], { preset: 'handout', title: 'Monday' }))
    expect(JSON.stringify(dossier)).not.toMatch(/A reference|Article shelter|Publisher|CC BY/)
  })
})

describe('sources', () => {
  const cited = libraryWith([text('One'), cite('b'), text(' two'), cite('a')], [text('Three'), cite('b')])

  it('are numbered in order of first citation, each once', () => {
    const dossier = dossierOf(job([choose('one')]), cited)
    expect(dossier.sources.map(({ number, source }) => [number, source.id])).toEqual([
      [1, 'b'],
      [2, 'a'],
    ])
    expect(dossier.sources[0]?.citedIn.map(({ id }) => id)).toEqual(['s1', 's2'])
    expect(inlinesOf(dossier)).toContainEqual({ kind: 'citation', source: '1' })
  })

  it('are numbered through from one part to the next', () => {
    const dossier = dossierOf(job([choose('one#lead'), choose('one#s-1')]), cited)
    expect(dossier.parts.map(({ sources }) => sources)).toEqual([[1, 2], [1]])
  })

  it('of two packs are one entry when they are the same work, and two when they are not', () => {
    const first = libraryWith([text('x'), cite('a'), cite('b')])
    const other = article('two', [section('lead', 1, '', { blocks: [paragraph(cite('a'), cite('b'))] })])
    const sources = [source('a', { title: 'Another work' }), source('b')]
    const from: PrintLibrary = {
      packs: new Map([...first.packs, ['other', pack([other], { id: 'other', sources })]]),
      articles: new Map([...first.articles, ['other/two', other]]),
    }
    const dossier = dossierOf(job([choose('one#lead'), choose('two', 'other')]), from)
    expect(dossier.sources.map(({ source }) => source.title)).toEqual(['Work a', 'Work b', 'Another work'])
  })

  it('that speak for a section without marks are listed, and said at its heading', () => {
    const plain = article('plain', [section('lead', 1, '', { sources: ['c'] })])
    const from = libraryOf({ pack: pack([plain]), articles: [plain] })
    const root = dossierOf(job([choose('plain')]), from).parts[0]?.root
    expect(root?.sources).toEqual([1])
    expect(root?.differs.unmarked).toBe(true)
  })

  it('leave no marks behind when their list is not printed, and are still known to each part', () => {
    const include = { ...job([]).include, sources: false }
    const dossier = dossierOf(job([choose('one')], { include }), cited)
    expect(JSON.stringify(dossier.parts)).not.toContain('"citation"')
    expect(dossier.parts[0]?.sources).toEqual([1, 2])
    expect(dossier.sourceList).toBe(false)
  })

  it('of a figure’s rows are cited by number', () => {
    const row = { cells: ['2017'], confidence: null, note: '', sources: ['c', 'a'] }
    const content = { kind: 'data' as const, path: 'figures/x.csv', columns: [], rows: [row] }
    const figure = { kind: 'figure' as const, id: 'x', caption: [cite('b')], content }
    const one = article('fig', [section('lead', 1, '', { blocks: [figure, figure] })])
    const dossier = dossierOf(job([choose('fig')]), libraryOf({ pack: pack([one]), articles: [one] }))
    const figures = dossier.parts[0]!.root.blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []))
    expect(figures.map(({ id }) => id)).toEqual(['figure-1', 'figure-2'])
    expect(figures.map(({ content }) => content.kind === 'data' && content.rows[0]?.sources)).toEqual([
      ['2', '3'],
      ['2', '3'],
    ])
  })

  it('are parted by a raised comma where two marks touch', () => {
    const touching = libraryWith([text('x'), cite('a'), cite('b'), note('first')])
    expect(inlinesOf(dossierOf(job([choose('one')]), touching)).map(({ kind }) => kind)).toEqual([
      'text',
      'citation',
      'superscript',
      'citation',
      'superscript',
      'footnoteReference',
    ])
  })
})

describe('notes', () => {
  it('are merged in order of first mark, and those without a printed mark are left out', () => {
    const marked = libraryWith([note('second'), note('first'), note('second')])
    const notes = dossierOf(job([choose('one')]), marked).notes
    expect(notes.map(({ number, section }) => [number, section])).toEqual([
      [1, 's1'],
      [2, 's1'],
      [3, 's1'],
    ])
    expect(JSON.stringify(notes.map(({ blocks }) => blocks))).toMatch(/Another.*A remark.*A third/)
  })

  it('that mark each other end', () => {
    const circle = libraryWith([note('third')])
    expect(dossierOf(job([choose('one')]), circle).notes).toHaveLength(2)
  })

  it('have their own sources numbered after those of the text', () => {
    const dossier = dossierOf(job([choose('one')]), libraryWith([note('second')], [cite('a')]))
    expect(dossier.sources.map(({ source }) => source.id)).toEqual(['a', 'd'])
    expect(dossier.parts[0]?.root.sources).toEqual([2])
  })

  it('hold the outside addresses of links, each once', () => {
    const address = 'https://example.org/form'
    const dossier = dossierOf(
      job([choose('one')]),
      libraryWith([outside(address, 'the form'), outside(address, 'again'), outside(address, address)]),
    )
    expect(dossier.notes).toHaveLength(1)
    expect(JSON.stringify(dossier.notes[0]?.blocks)).toContain(address)
    expect(inlinesOf(dossier).filter(({ kind }) => kind === 'footnoteReference')).toHaveLength(2)
  })
})

describe('links', () => {
  it('to a printed section lead to it, with a reference to its number and page', () => {
    const linked = libraryWith([text('See '), link('one', 's-1', 'the next')], [text('Next.')])
    const dossier = dossierOf(job([choose('one')]), linked)
    expect(inlinesOf(dossier).slice(1)).toEqual([
      {
        kind: 'link',
        target: { kind: 'section', article: 'document', anchor: 's2' },
        children: [text('the next')],
      },
      {
        kind: 'link',
        target: { kind: 'section', article: 'reference', anchor: 'reference-1' },
        children: [],
      },
    ])
    expect(dossier.references).toEqual([{ id: 'reference-1', target: 's2', number: '1' }])
  })

  it('have no reference on a sheet to take home, nor to the section that they are in', () => {
    const linked = libraryWith([link('one', 's-1', 'the next')], [link('one', 's-1', 'itself')])
    expect(dossierOf(job([choose('one')], { preset: 'handout' }), linked).references).toEqual([])
    expect(dossierOf(job([choose('one')]), linked).references).toHaveLength(1)
  })

  it('to a section that is not printed become words, and the document says once where to look', () => {
    const linked = libraryWith([
      text('See '),
      link('help', 'line', 'the line'),
      link('help', 'line', 'again'),
    ])
    const dossier = dossierOf(job([choose('one')]), linked)
    expect(inlinesOf(dossier)).toEqual([text('See '), text('the line'), text('again')])
    expect(dossier.elsewhere).toEqual([{ title: 'Title of line', article: 'Article help' }])
  })

  it('between two packs are not confused by equal names', () => {
    const linked = libraryWith([link('help', 'line', 'the line')])
    const from: PrintLibrary = {
      packs: new Map([...linked.packs, ['other', pack([help], { id: 'other' })]]),
      articles: new Map([...linked.articles, ['other/help', help]]),
    }
    const dossier = dossierOf(job([choose('one'), choose('help#line', 'other')]), from)
    expect(inlinesOf(dossier)).toEqual([text('the line')])
  })

  it('related to a whole article are said at the end when they are not printed', () => {
    const one = article('rel', [section('lead', 1, '')], { related: [{ article: 'help', anchor: 'line' }] })
    const from = libraryOf({ pack: pack([one, help]), articles: [one, help] })
    expect(dossierOf(job([choose('rel')]), from).elsewhere).toHaveLength(1)
    expect(dossierOf(job([choose('rel'), choose('help')]), from).elsewhere).toEqual([])
  })
})

describe('text', () => {
  it('turns line feeds into spaces and keeps non-breaking spaces', () => {
    const dossier = dossierOf(job([choose('one')]), libraryWith([text('two\n  words,\u00A0§ 1')]))
    expect(inlinesOf(dossier)).toEqual([text('two words,\u00A0§ 1')])
  })
})

describe('the statement of a section', () => {
  it('is said at its heading when it differs from its part’s', () => {
    const mixed = article('mixed', [
      section('lead', 1, ''),
      section('old', 2, '1', { factsAsOf: '2019', confidence: 'disputed' }),
      section('same', 2, '2'),
    ])
    const part = dossierOf(job([choose('mixed')]), libraryOf({ pack: pack([mixed]), articles: [mixed] }))
      .parts[0]
    expect(part?.below.map(({ differs }) => [differs.factsAsOf, differs.confidence])).toEqual([
      [true, true],
      [false, false],
    ])
  })
})

describe('what the parts of a document have in common', () => {
  it('is what most of them say, and the others differ from it', () => {
    const three = ['a', 'b', 'c'].map((id) =>
      article(id, [
        section('lead', 1, '', id === 'b' ? { factsAsOf: '2025-05', confidence: 'disputed' } : {}),
      ]),
    )
    const dossier = dossierOf(
      job(three.map(({ id }) => choose(id))),
      libraryOf({ pack: pack(three), articles: three }),
    )
    expect(dossier.parts.map(({ differs }) => differs)).toEqual([false, true, false])
    expect(dossier.common.factsAsOf).toBe(dossier.parts[0]?.root.factsAsOf)
    expect(dossier.common.confidence).toBe(dossier.parts[0]?.root.confidence)
  })
})
