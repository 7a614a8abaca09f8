import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempts } from '../../../testing/effort.ts'
import { keptText } from '../ledger.ts'
import { importDocument } from '../import.ts'
import { print, printedFormats, randomDocument } from '../testing/printed.ts'
import type { Piece } from '../draft.ts'
import { wordsOf } from './came.ts'
import { restore } from './bringback.ts'
import { asHeading, headingsOf, keptPieces, leaveOut, setLevel } from './edit.ts'
import { treeOf } from './leaves.ts'

async function bring(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = await importDocument(bytes, { name, encoding: null, format: null, came: true })
  if (!read.ok) throw new Error(read.failure.text)
  return { ...read.value, came: read.value.came ?? [] }
}

/** Pieces as a person sees them: those left out in brackets, with the reason. */
const seen = (pieces: readonly Piece[]): readonly string[] =>
  pieces.map(({ text, isKept, code }) => (isKept ? text : `[${text}] ${code ?? ''}`.trim()))

const page = `<!doctype html><title>Wells of the valley</title>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><h1>Wells of the valley</h1><p>The valley has nine wells, and each of them is old.</p>
<h2>Depth</h2><p>The deepest well is forty metres deep, and its water is cold.</p>
<ul><li>North well</li><li>South well<ul><li>Its pump</li></ul></li></ul></main>
<p hidden>Nobody sees this.</p><footer>All rights reserved</footer>`

describe('the pieces of a page', () => {
  it('are all that it showed, in order, each with the reason why it is left out', async () => {
    const { came } = await bring('wells.html', page)
    expect(seen(came)).toEqual([
      '[Home News] boilerplate-nav',
      '[Wells of the valley] page-title',
      'The valley has nine wells, and each of them is old.',
      'Depth',
      'The deepest well is forty metres deep, and its water is cold.',
      'North well',
      'South well',
      'Its pump',
      '[All rights reserved] boilerplate-site',
    ])
  })

  it('come back at their place', async () => {
    const { came, markdown } = await bring('wells.html', page)
    const first = restore(markdown, came, 0)?.markdown ?? ''
    expect(first.startsWith('Home News\n\nThe valley')).toBe(true)
    const last = restore(markdown, came, came.length - 1)?.markdown ?? ''
    expect(last.endsWith('  - Its pump\n\nAll rights reserved\n')).toBe(true)
  })

  it('are left out of a list, and what is below them stays', async () => {
    const { came, markdown } = await bring('wells.html', page)
    const without =
      leaveOut(
        markdown,
        came,
        came.findIndex(({ text }) => text === 'South well'),
      ) ?? ''
    expect(without).toContain('- North well\n- Its pump\n')
    expect(without).not.toContain('South')
    expect(seen(keptPieces(without, came))).toContain('[South well]')
  })

  it('are told apart where two say the same', async () => {
    const text = '# Depth\n\nOne.\n\nSame words.\n\nTwo.\n\nSame words.\n\nThree.\n'
    const { came, markdown } = await bring('a.md', text)
    const second = came.findLastIndex((piece) => piece.text === 'Same words.')
    const without = leaveOut(markdown, came, second) ?? ''
    expect(without).toBe('One.\n\nSame words.\n\nTwo.\n\nThree.\n')
    const after = keptPieces(
      without,
      came.map((piece, i) => (i === second ? { ...piece, isKept: false } : piece)),
    )
    expect(seen(after).slice(-4)).toEqual(['Same words.', 'Two.', '[Same words.]', 'Three.'])
    expect(restore(without, after, second)?.markdown).toBe(markdown)
  })

  it('take the marks of a note with its text', async () => {
    const { came, markdown } = await bring('a.md', 'Nine wells.[^1]\n\nOld ones.\n\n[^1]: Counted in May.\n')
    const note = came.findIndex(({ text }) => text === 'Counted in May.')
    expect(leaveOut(markdown, came, note)).toBe('Nine wells.\n\nOld ones.\n')
  })
})

/** A document without some of its pieces, and the pieces then. */
async function without(text: string, gone: readonly string[], name = 'a.html') {
  const brought = await bring(name, text)
  let { came: pieces, markdown } = brought as { came: readonly Piece[]; markdown: string }
  for (const one of gone) {
    const index = pieces.findIndex((piece) => piece.text === one)
    markdown = leaveOut(markdown, pieces, index) ?? ''
    pieces = keptPieces(
      markdown,
      pieces.map((piece, i) => (i === index ? { ...piece, isKept: false } : piece)),
    )
  }
  const back = (one: string): { readonly markdown: string; readonly isBehind: boolean } => {
    const index = pieces.findIndex((piece) => piece.text === one)
    const restored = restore(markdown, pieces, index) ?? { markdown: '', isBehind: true }
    ;({ markdown } = restored)
    pieces = keptPieces(
      markdown,
      pieces.map((piece, i) => (i === index ? { ...piece, isKept: true } : piece)),
    )
    return restored
  }
  return { whole: brought.markdown, markdown, back }
}

describe('a piece that comes back', () => {
  const list =
    '<p>Wells.</p><ul><li>North</li><li>South<ul><li>Pump</li><li>Rope</li></ul></li><li>West<p>Dry since May.</p></li></ul><p>End.</p>'
  const table =
    '<p>Wells.</p><table><tr><th>Well</th><th>Depth</th><th>Pump</th></tr><tr><td>North</td><td></td><td>new</td></tr><tr><td>South</td><td>40</td><td>old</td></tr></table><p>End.</p>'
  const note = 'Nine wells[^1] are old.\n\nEnd.\n\n[^1]: Counted in May.\n'

  it.each([
    ['an item', list, ['North']],
    ['an item that has a list below it', list, ['South']],
    ['an item below another', list, ['Rope']],
    ['the first item below another', list, ['Pump']],
    ['all items below another', list, ['Pump', 'Rope']],
    ['the last item of all', list, ['West', 'Dry since May.']],
    ['a paragraph in an item', list, ['Dry since May.']],
    ['a whole list', list, ['North', 'South', 'Pump', 'Rope', 'West', 'Dry since May.']],
    ['a row, with its empty cell', table, ['North · new']],
    ['the head of a table', table, ['Well · Depth · Pump']],
    ['a whole table', table, ['Well · Depth · Pump', 'North · new', 'South · 40 · old']],
    ['a paragraph of a quotation', '<p>A.</p><blockquote><p>B.</p><p>C.</p></blockquote><p>D.</p>', ['B.']],
    ['a quotation', '<p>A.</p><blockquote><p>B.</p></blockquote><p>D.</p>', ['B.']],
    ['a heading', '<p>A.</p><h2>B</h2><p>C.</p><h3>D</h3><p>E.</p>', ['B']],
  ])('is in its own place again: %s', async (_what, text, gone) => {
    const { whole, markdown, back } = await without(text, gone)
    expect(markdown).not.toBe(whole)
    let after = ''
    for (const one of gone) {
      const restored = back(one)
      expect(restored.isBehind, one).toBe(false)
      after = restored.markdown
    }
    expect(after).toBe(whole)
  })

  it('is a row of a table that was gone, alone', async () => {
    const { markdown, back } = await without(table, [
      'Well · Depth · Pump',
      'North · new',
      'South · 40 · old',
    ])
    expect(markdown).toBe('Wells.\n\nEnd.\n')
    expect(back('South · 40 · old').markdown).toBe(
      'Wells.\n\n| South | 40 | old |\n| ----- | -- | --- |\n\nEnd.\n',
    )
  })

  it('is a note again, with its mark behind the words that called it', async () => {
    const { markdown, back } = await without(note, ['Counted in May.'], 'a.md')
    expect(markdown).toBe('Nine wells are old.\n\nEnd.\n')
    expect(back('Counted in May.')).toEqual({
      markdown: 'Nine wells are old.[^1]\n\nEnd.\n\n[^1]: Counted in May.\n',
      isBehind: false,
    })
  })

  it('is a paragraph behind its place, and told, where that place is gone', async () => {
    const noted = await without(note, ['Counted in May.', 'Nine wells are old.'], 'a.md')
    expect(noted.back('Counted in May.')).toEqual({ markdown: 'End.\n\nCounted in May.\n', isBehind: true })
  })
})

describe('a paragraph', () => {
  it('becomes a heading, its marks kept, and an item does not', async () => {
    const { came, markdown } = await bring('a.md', 'The *old*\nwell\n\n- Rope\n')
    expect(asHeading(markdown, came, 0, 2)).toBe('## The *old* well\n\n- Rope\n')
    expect(asHeading(markdown, came, 1, 2)).toBeNull()
  })
})

const wordsIn = (markdown: string): readonly string[] => {
  const tree = treeOf(markdown)
  return tree ? wordsOf(keptText(tree)) : []
}

describe('a heading', () => {
  const markdown = '---\ntitle: A\n---\n\n## 1. Depth\n\nText.\n\nSetext\n------\n\nMore.\n'

  it('gets another level, and the text around it stays', () => {
    expect(headingsOf(markdown)).toEqual([
      { index: 0, level: 2, text: '1. Depth' },
      { index: 1, level: 2, text: 'Setext' },
    ])
    expect(setLevel(markdown, 1, 3)).toBe(markdown.replace('Setext\n------', '### Setext'))
  })

  it('becomes a paragraph, also where its words would begin a list', () => {
    const changed = setLevel(markdown, 0, 0) ?? ''
    expect(headingsOf(changed).map(({ text }) => text)).toEqual(['Setext'])
    const kinds = treeOf(changed)?.children.map(({ type }) => type)
    expect(kinds).toEqual(['yaml', 'paragraph', 'paragraph', 'heading', 'paragraph'])
  })
})

describe('a random document', () => {
  it.each(printedFormats)('has each word in one piece, printed as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(randomDocument, async (document) => {
        const { bytes, name, shown } = await print(format, document)
        const { came, tree, title } = await bring(name, bytes)
        const pieces = came.flatMap(({ text }) => wordsOf(text))
        const counts = new Map<string, number>()
        for (const word of pieces) counts.set(word, (counts.get(word) ?? 0) + 1)
        const titles = new Set(wordsOf(title))
        for (const word of shown) expect(counts.get(word) ?? (titles.has(word) ? 1 : 0), word).toBe(1)
        const kept = new Set(wordsOf(keptText(tree)))
        for (const { text, isKept } of came)
          for (const word of wordsOf(text)) expect(kept.has(word), `${word} of “${text}”`).toBe(isKept)
      }),
      { numRuns: attempts(8, 1_000) },
    )
  })

  it('is the same again after a piece came back and was left out', async () => {
    await fc.assert(
      fc.asyncProperty(randomDocument, fc.nat(), async (document, at) => {
        const { bytes, name } = await print('markdown', document)
        const { came, markdown } = await bring(name, bytes)
        // Any paragraph of its own, left out first.
        const index = at % Math.max(1, came.length)
        const without = leaveOut(markdown, came, index)
        if (without === null) return
        const pieces = keptPieces(
          without,
          came.map((piece, i) => (i === index ? { ...piece, isKept: false } : piece)),
        )
        expect(pieces[index]?.isKept).toBe(false)
        const restored = restore(without, pieces, index)
        const back = restored?.markdown ?? ''
        const again = keptPieces(back, pieces)
        expect(again[index]?.isKept).toBe(true)
        expect(leaveOut(back, again, index)?.trim()).toBe(without.trim())
        // Its words are where they were: marks of words do not come back, nor the place of a note's mark in a sentence.
        if (restored?.isBehind === false) expect(wordsIn(back)).toEqual(wordsIn(markdown))
      }),
      { numRuns: attempts(8, 2_000) },
    )
  })
})
