import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../diagnostics.ts'
import type { SourceFiles } from './files.ts'
import { read } from './read.ts'

const packJson = '{"id":"x","title":"X","edition":"1"}'

function reading(
  texts: Record<string, string>,
  more: SourceFiles = new Map(),
): { ids: string[]; said: string[] } {
  const encoded = Object.entries({ 'pack.json': packJson, ...texts }).map(
    ([path, text]) => [path, new TextEncoder().encode(text)] as const,
  )
  const diagnostics = new Diagnostics()
  const { documents } = read(new Map([...encoded, ...more]), diagnostics)
  return {
    ids: documents.map(({ id }) => id),
    said: diagnostics.list().map(({ path, code }) => `${path}: ${code}`),
  }
}

// File systems differ in these, so they can't be folders in `samples/`.
describe('the files of a pack', () => {
  it('may not differ in upper and lower case only', () => {
    const { ids, said } = reading({ 'encyclopedia/Help.md': 'x', 'news/help.md': 'x' })
    expect(ids).toEqual(['Help'])
    expect(said).toEqual(['news/help.md: article-id-taken'])
  })

  it('may not be called as a device of Windows is', () => {
    expect(reading({ 'encyclopedia/con.md': 'x', 'news/a.md': 'x' }).said).toEqual([
      'encyclopedia/con.md: bad-id',
    ])
  })

  it('count as documents whatever the case of their extension', () => {
    expect(reading({ 'encyclopedia/a.MD': 'x', 'news/b.markdown': 'x' }).ids).toEqual(['a', 'b'])
  })

  it('are passed over with a word when they are links, and refused when they are huge', () => {
    const { said } = reading(
      { 'news/a.md': 'x' },
      new Map([
        ['news/b.md', 'not-a-file'],
        ['news/c.md', 'too-large'],
      ]),
    )
    expect(said).toEqual(['news/b.md: not-a-file', 'news/c.md: file-too-large'])
  })

  it('are read in the order of their paths, whatever the disk’s order', () => {
    expect(reading({ 'news/a.md': 'x', 'encyclopedia/z.md': 'x', 'encyclopedia/b.md': 'x' }).ids).toEqual([
      'b',
      'z',
      'a',
    ])
  })
})
