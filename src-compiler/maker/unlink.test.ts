import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { unlink } from './unlink.ts'

const gone = new Set(['mill', 'ferry'])
const body = (text: string): string => unlink(text, gone).markdown

describe('a document whose links lead to one that stays behind', () => {
  it('keeps their words, and every other letter', () => {
    const text =
      'See [the **old** mill](mill) and [its wheel](mill#wheel), [the well](well) or [here](#depth).\n\n' +
      '* [The ferry][f], at `[noon](mill)`.\n\n[f]: ferry#tickets\n[w]: https://wells.example/\n'
    expect(unlink(text, gone)).toEqual({
      markdown:
        'See the **old** mill and its wheel, [the well](well) or [here](#depth).\n\n' +
        '* The ferry, at `[noon](mill)`.\n\n\n[w]: https://wells.example/\n',
      to: ['ferry', 'mill'],
    })
  })

  it('makes no heading, item or quotation of words that begin a line', () => {
    for (const [words, written] of [
      ['1. Law', '1\\. Law'],
      ['\\# Sign', '\\# Sign'],
      ['- dash', '\\- dash'],
    ] as const)
      expect(body(`[${words}](mill)\n`)).toBe(`${written}\n`)
  })

  it('names them neither as related nor as its original', () => {
    const text =
      '---\ntitle: A # mine\nrelated: [well, mill]\ntranslationOf: mill\nreviewed: true\n---\n\nText.\n'
    expect(unlink(text, gone)).toEqual({
      markdown: '---\ntitle: A # mine\nrelated: [ well ]\n---\n\nText.\n',
      to: ['mill'],
    })
    expect(body('---\ntitle: A\nrelated: mill\n---\n\nText.\n')).toBe('---\ntitle: A\n---\n\nText.\n')
  })

  it('compiles afterwards', () => {
    const text =
      '---\ntitle: The well\nrelated:\n  - mill\n---\n\nIt is by [the mill](mill#wheel) and [the ferry][f].\n\n[f]: ferry#tickets\n'
    const errorsOf = (markdown: string): readonly string[] => {
      const files = new Map([
        ['pack.json', '{"id":"own-1","title":"Ours","edition":"1","publisher":"Us"}'],
        ['encyclopedia/well.md', markdown],
      ])
      const encoded = new Map([...files].map(([path, one]) => [path, new TextEncoder().encode(one)]))
      return compile(encoded)
        .diagnostics.filter((one) => one.severity === 'error')
        .map(({ code }) => code)
    }
    expect(errorsOf(text)).toContain('link-to-nowhere')
    expect(errorsOf(body(text))).toEqual([])
  })
})
