import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceText } from './1-read/text.ts'
import { findRepetitions } from './repetitions.ts'
import { attempts } from '../testing/effort.ts'

const find = (document: string, other: string, names: readonly string[] = []): readonly string[] =>
  findRepetitions([new SourceText('a.md', document)], [new SourceText('b.txt', other)], names).map(
    ({ text, at, words }) => `${words}: ${text.text.slice(at.start, at.end)}`,
  )

const eight = 'one two three four five six seven eight'

describe('words taken over from another text', () => {
  it('are found from eight in a row', () => {
    expect(find(`Here: ${eight}.`, `there ${eight} there`)).toEqual([`8: ${eight}`])
    expect(find('one two three four five six seven and eight', eight)).toEqual([])
  })

  it('are found with other case, punctuation, line breaks and apostrophes', () => {
    const document = 'The STATE’s one—two\nthree, four; five (six)'
    expect(find(document, "the state's one two three four five six")).toEqual([`8: ${document.slice(0, -1)}`])
  })

  it('are found around marks, addresses and braces of Markdown', () => {
    const document = 'one two[^us-2017] three [four](five-link#six) five {lang=az} six seven eight'
    expect(find(document, eight)).toEqual([`8: ${document}`])
  })

  it('are found as long as they go', () => {
    expect(find(`x ${eight} nine ten y`, `${eight} nine ten`)).toEqual([`10: ${eight} nine ten`])
  })

  it('are found on both sides of a listed name, and the name does not count', () => {
    const name = 'Main Department on Combating Trafficking'
    expect(
      find(`one two ${name} three four five six`, `one two ${name} three four five six`, [name]),
    ).toEqual([])
    const taken = `one two three four ${name} five six seven eight`
    expect(find(taken, taken, [name])).toEqual([`8: ${taken}`])
  })

  it('are named with their places in both texts', () => {
    const [found] = findRepetitions(
      [new SourceText('a.md', `title\n\n${eight}`)],
      [new SourceText('b.txt', 'nothing'), new SourceText('c.txt', `x\n${eight}`)],
      [],
    )
    expect(found?.text.locationOf(found.at).line).toBe(3)
    expect([found?.other.path, found && found.other.locationOf(found.otherAt).line]).toEqual(['c.txt', 2])
  })

  it('are the same words that the slow way finds', () => {
    // Few words, so that much is shared, and runs overlap.
    const words = fc.array(fc.constantFrom('a', 'a', 'a', 'b'), { minLength: 12, maxLength: 40, size: 'max' })
    fc.assert(
      fc.property(words, words, (document, other) => {
        expect(find(document.join(' '), other.join(' '))).toEqual(slowly(document, other))
      }),
      { numRuns: attempts(500) },
    )
  })
})

/** Every longest run of document words whose every eight in a row occur somewhere in the other text. */
function slowly(document: readonly string[], other: readonly string[]): readonly string[] {
  const stands = (start: number): boolean =>
    start >= 0 &&
    start + 8 <= document.length &&
    other.some((_, i) => document.slice(start, start + 8).every((word, j) => other[i + j] === word))
  return document.flatMap((_, start) => {
    if (!stands(start) || stands(start - 1)) return []
    let end = start
    while (stands(end + 1)) end++
    return [`${end - start + 8}: ${document.slice(start, end + 8).join(' ')}`]
  })
}
