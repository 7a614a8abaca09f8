import { describe, expect, it } from 'vitest'
import { readingsOf } from '../0-import/readings.ts'
import { factsFrom, writeFacts } from './facts.ts'
import { documentParts, withBody } from './front.ts'
import { compilePack, look } from './look.ts'

const markdown = `---
# Who wrote it is in the file of sources.
title: Wells
confidence: secondhand
sources:
  - wells
---

The valley has nine wells.

## Depth

Forty metres.
`
const sources = `wells:
  title: Wells
  publisher: Not known
  type: press
`

describe('a document', () => {
  it('is parted into front matter and body, and put together again', () => {
    const parted = documentParts(markdown)
    expect(parted.body.startsWith('The valley')).toBe(true)
    expect(parted.lines).toBe(8)
    expect(parted.front + parted.body).toBe(markdown)
    expect(withBody(markdown, parted.body)).toBe(markdown)
    expect(withBody('No front matter.\n', 'Other.\n')).toBe('Other.\n')
    expect(documentParts('---\ntitle: A\n---\n    code\n').body).toBe('    code\n')
  })

  it('says its facts, and a publisher that is not known is none', () => {
    expect(factsFrom(sources)(markdown, 'wells')).toEqual({
      title: 'Wells',
      language: null,
      date: null,
      publisher: '',
      address: '',
      words: 8,
    })
  })

  it('takes other facts, and keeps what else a person wrote', () => {
    const facts = {
      title: 'Deep wells: a count',
      language: 'az',
      date: '2026-05',
      publisher: 'Well Society',
      address: 'https://wells.example/count',
      kind: 'news',
    } as const
    const written = writeFacts(markdown, 'wells', sources, facts, 'en')
    expect(written?.markdown).toContain('# Who wrote it is in the file of sources.')
    expect(written?.markdown).toContain('date: 2026-05')
    expect(factsFrom(written?.sources ?? '')(written?.markdown ?? '', 'wells')).toEqual({
      title: facts.title,
      language: 'az',
      date: '2026-05',
      publisher: 'Well Society',
      address: facts.address,
      words: 8,
    })
    const back = writeFacts(
      written?.markdown ?? '',
      'wells',
      written?.sources ?? '',
      { title: 'Wells', language: null, date: null, publisher: '', address: '', kind: 'encyclopedia' },
      'ru',
    )
    expect(back?.markdown).toBe(markdown)
    expect(back?.sources).toContain('publisher: Неизвестно')
  })

  it('gets no facts where its front matter can’t be read', () => {
    const facts = {
      title: 'A',
      language: null,
      date: null,
      publisher: '',
      address: '',
      kind: 'news',
    } as const
    expect(writeFacts('---\ntitle: [\n---\n\nText.\n', 'a', '', facts, 'en')).toBeNull()
    expect(writeFacts('Text.\n', 'a', '', facts, 'en')?.markdown).toContain('title: A')
  })
})

describe('the mistakes of a pack in work', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const files = new Map([
    ['pack.json', encode('{"id":"own-0123abcd","title":"Ours","edition":"2026-11","language":"en"}')],
    ['sources.yaml', encode(sources)],
    ['encyclopedia/wells.md', encode(markdown)],
  ])

  it('are named by document and line of the body', () => {
    const wrong = new Map(files).set('encyclopedia/wells.md', encode(`${markdown}\n[Nowhere](nowhere.md)\n`))
    const { problems, files: made } = compilePack(wrong)
    expect(problems).toMatchObject([
      { document: 'wells', severity: 'error', code: 'link-to-nowhere', line: 7 },
    ])
    expect(made).toBeNull()
  })

  it('are none in a pack that can be built', () => {
    const { problems, article } = look(files, 'wells')
    expect(problems).toEqual([])
    expect(new TextDecoder().decode(article ?? new Uint8Array())).toContain('The valley has nine wells.')
  })
})

describe('readings of letters', () => {
  // "Привет, долина" in KOI8-R.
  const koi = new Uint8Array([
    0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x2c, 0x20, 0xc4, 0xcf, 0xcc, 0xc9, 0xce, 0xc1,
  ])

  it('are several where the bytes do not say, the likely one first', () => {
    const [best, ...others] = readingsOf(koi, 'windows-1251')
    expect(best).toEqual({ encoding: 'koi8-r', sample: 'Привет, долина' })
    expect(others.map(({ encoding }) => encoding)).toContain('windows-1251')
  })

  it('are none where the bytes are Unicode', () => {
    expect(readingsOf(new TextEncoder().encode('Привет'), 'utf-8')).toEqual([])
    expect(readingsOf(koi, null)).toEqual([])
  })
})
