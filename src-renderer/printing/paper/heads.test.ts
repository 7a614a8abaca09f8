import { describe, expect, it } from 'vitest'
import { headsOf, headsRule } from './heads.ts'

const title = { page: 1, top: 0, head: '' }

describe('the running head of a page', () => {
  it('names what begins at its top', () => {
    expect(
      headsOf(
        [
          { page: 1, top: 0, head: 'a' },
          { page: 2, top: 12, head: 'b' },
        ],
        2,
      ),
    ).toEqual(['a', 'b'])
  })

  it('names what goes on from the page before where another begins further down', () => {
    const begins = [title, { page: 1, top: 300, head: 'a' }, { page: 2, top: 400, head: 'b' }]
    expect(headsOf(begins, 3)).toEqual(['', 'a', 'b'])
  })

  it('names the last of several that began on a page before', () => {
    const begins = [title, { page: 1, top: 300, head: 'a' }, { page: 1, top: 600, head: 'b' }]
    expect(headsOf(begins, 2)).toEqual(['', 'b'])
  })

  it('names what begins further down where nothing goes on', () => {
    expect(headsOf([{ page: 2, top: 500, head: 'a' }], 2)).toEqual(['', 'a'])
  })
})

describe('the rule of the heads', () => {
  it('holds words that try to end their string, and one for a page more', () => {
    const rule = headsRule(['"; } ə'])
    expect(rule.replace(/"(?:[^"\\\n]|\\[0-9a-f]+ )*"/g, '')).not.toMatch(/["\\ə]/)
    expect(rule.match(/\\259 /g)?.length).toBeGreaterThan(1)
  })
})
