import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceTypes, type Source } from '../../../src-library/model/source.ts'
import { encodeBibTex } from './bibtex.ts'
import { encodeCslJson } from './csljson.ts'
import { encodeRis } from './ris.ts'

const report: Source = {
  id: 'centre-2024',
  title: 'Annual report of the Centre',
  publisher: 'İnsan Alveri Qurbanlarına Yardım Mərkəzi',
  type: 'ngo',
  published: '2024-05-21',
  address: 'https://example.org/report?year=2024&page=1',
  read: '2026-11-22',
}

const items = (...sources: Source[]): unknown => JSON.parse(encodeCslJson(sources))

describe('CSL-JSON', () => {
  it('says of a source what is known, an institution as one name', () => {
    expect(items(report)).toEqual([
      {
        id: 'centre-2024',
        type: 'report',
        title: 'Annual report of the Centre',
        author: [{ literal: 'İnsan Alveri Qurbanlarına Yardım Mərkəzi' }],
        publisher: 'İnsan Alveri Qurbanlarına Yardım Mərkəzi',
        issued: { 'date-parts': [[2024, 5, 21]] },
        accessed: { 'date-parts': [[2026, 11, 22]] },
        URL: 'https://example.org/report?year=2024&page=1',
      },
    ])
  })

  it('gives dates as precisely as they are known', () => {
    expect(items({ ...report, published: '2024-05' }, { ...report, published: '2024' })).toMatchObject([
      { issued: { 'date-parts': [[2024, 5]] } },
      { issued: { 'date-parts': [[2024]] } },
    ])
  })

  it('leaves out what is not known', () => {
    const bare: Source = { ...report, publisher: '', published: null, address: null, read: null }
    expect(items(bare)).toEqual([{ id: 'centre-2024', type: 'report', title: 'Annual report of the Centre' }])
  })

  it('names a newspaper as the container of the article, and no author for it or for a law', () => {
    const [press, law] = items({ ...report, type: 'press' }, { ...report, type: 'law' }) as [object, object]
    expect(press).toMatchObject({ type: 'article-newspaper', 'container-title': report.publisher })
    expect(press).not.toHaveProperty('author')
    expect(law).toMatchObject({ type: 'legislation', publisher: report.publisher })
    expect(law).not.toHaveProperty('author')
  })

  it('gives the original’s address, and in a note where the copy was read', () => {
    expect(items({ ...report, original: 'https://example.org/original' })).toMatchObject([
      { URL: 'https://example.org/original', note: `Read at ${report.address}` },
    ])
  })

  it('has only types of the schema', () => {
    const known = ['report', 'legislation', 'article-newspaper', 'document', 'entry-encyclopedia']
    for (const type of sourceTypes) {
      const [item] = items({ ...report, type }) as { type: string }[]
      expect(known).toContain(item?.type)
    }
  })
})

describe('RIS', () => {
  it('has a tag a line, the type first and the end last, each line ended by CR LF', () => {
    expect(encodeRis([report])).toBe(
      [
        'TY  - RPRT',
        'ID  - centre-2024',
        'TI  - Annual report of the Centre',
        'AU  - İnsan Alveri Qurbanlarına Yardım Mərkəzi',
        'PB  - İnsan Alveri Qurbanlarına Yardım Mərkəzi',
        'PY  - 2024',
        'DA  - 2024/05/21',
        'UR  - https://example.org/report?year=2024&page=1',
        'Y2  - 2026/11/22',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })

  it('gives dates as precisely as they are known', () => {
    expect(encodeRis([{ ...report, published: '2024-05' }])).toContain('\r\nDA  - 2024/05\r\n')
    expect(encodeRis([{ ...report, published: '2024' }])).toContain('\r\nPY  - 2024\r\nUR  - ')
  })

  it('leaves out what is not known', () => {
    const bare: Source = { ...report, publisher: '', published: null, address: null, read: null }
    expect(encodeRis([bare])).toBe(
      'TY  - RPRT\r\nID  - centre-2024\r\nTI  - Annual report of the Centre\r\nER  - \r\n',
    )
  })

  it('makes no person of an institution with a comma in its name', () => {
    const record = encodeRis([{ ...report, publisher: 'Council of Europe, Committee of the Parties' }])
    expect(record).toContain('PB  - Council of Europe, Committee of the Parties')
    expect(record).not.toContain('AU  -')
  })

  it('is empty for no sources', () => {
    expect(encodeRis([])).toBe('')
  })

  it('keeps each source in one record, whatever is in it', () => {
    const words = fc.string({ unit: 'binary', maxLength: 20 })
    const source = fc.record({ title: words, publisher: words, address: fc.option(words) })
    fc.assert(
      fc.property(fc.array(source, { maxLength: 5 }), (all) => {
        const lines = encodeRis(all.map((one) => ({ ...report, ...one }))).split('\r\n')
        expect(lines.pop()).toBe('')
        expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(all.length)
        expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(all.length)
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/u)
      }),
    )
  })
})

describe('BibTeX', () => {
  it('has an entry a source, an institution as one name', () => {
    expect(encodeBibTex([report])).toBe(
      [
        '@techreport{centre-2024,',
        '  title = {{Annual report of the Centre}},',
        '  author = {{İnsan Alveri Qurbanlarına Yardım Mərkəzi}},',
        '  institution = {{İnsan Alveri Qurbanlarına Yardım Mərkəzi}},',
        '  year = {2024},',
        '  month = {5},',
        '  day = {21},',
        '  url = {https://example.org/report?year=2024&page=1},',
        '  urldate = {2026-11-22},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('names a newspaper as the journal, and leaves out what is not known', () => {
    const press: Source = { ...report, type: 'press', published: null, address: null, read: null }
    expect(encodeBibTex([press])).toBe(
      '@article{centre-2024,\n  title = {{Annual report of the Centre}},\n  journal = {{İnsan Alveri Qurbanlarına Yardım Mərkəzi}},\n}\n',
    )
  })

  it('keeps braces in pairs, whatever is in a source', () => {
    const words = fc.string({ unit: 'binary', maxLength: 20 })
    fc.assert(
      fc.property(words, words, words, (title, publisher, address) => {
        const text = encodeBibTex([{ ...report, title, publisher, address }])
        const bare = text.replaceAll(/\\[{}&%$#_]|\\text\w+\{\}/g, '')
        expect(bare.split('{').length).toBe(bare.split('}').length)
        expect(text.split('\n').at(-2)).toBe('}')
      }),
    )
  })
})

describe('either', () => {
  it('tells sources of two packs apart that have the same id', () => {
    const ids = [report, report, { ...report, id: 'centre-2024-2' }]
    expect((items(...ids) as { id: string }[]).map(({ id }) => id)).toEqual([
      'centre-2024',
      'centre-2024-2',
      'centre-2024-2-2',
    ])
    expect(encodeRis(ids).match(/(?<=ID {2}- ).*/g)).toEqual([
      'centre-2024',
      'centre-2024-2',
      'centre-2024-2-2',
    ])
  })
})
