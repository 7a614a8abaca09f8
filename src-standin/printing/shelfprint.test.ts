import { describe, expect, it } from 'vitest'
import { readOrder, whyUnwritable } from './shelfprint.ts'

const order = (...args: string[]) => readOrder(['packs/folder', ...args], '2026-11-23')

describe('where the PDF is to be written', () => {
  it('is told before anything is printed when it is a folder, or in none', () => {
    expect(whyUnwritable(import.meta.dirname)).toMatch(/is a folder/)
    expect(whyUnwritable(`${import.meta.dirname}/none/x.pdf`)).toMatch(/There is no folder/)
    expect(whyUnwritable(`${import.meta.dirname}/x.pdf`)).toBeNull()
  })
})

describe('shelf print', () => {
  it('prints articles whole and sections with those below them, in the order given', () => {
    expect(order('law#article-144', 'glossary', '--out', 'a.pdf')?.job('demo').sections).toEqual([
      { pack: 'demo', article: 'law', anchor: 'article-144', subsections: true },
      { pack: 'demo', article: 'glossary', anchor: 'lead', subsections: true },
    ])
  })

  it('takes the options of the preset, and others that are given', () => {
    const job = order(
      'law',
      '--out',
      'a.pdf',
      '--preset',
      'briefing',
      '--without',
      'cover',
      '--size',
      '14',
    )?.job('demo')
    expect(job).toMatchObject({ preset: 'briefing', textSize: 14, paper: 'A4', printedOn: '2026-11-23' })
    expect(job?.include).toMatchObject({ contents: true, cover: false, sources: true })
  })

  it('says what is wrong with the command', () => {
    expect(() => order()).toThrow('Say what to print')
    expect(() => order('law')).toThrow('Say where the PDF')
    expect(() => order('law', '--out', 'a.pdf', '--size', '13')).toThrow(
      '--size takes one of 12, 14, 16, 18.',
    )
    expect(() => order('law', '--out', 'a.pdf', '--with', 'charts')).toThrow('--with takes one of cover')
    expect(() => order('law', '--out', 'a.pdf', '--date', '2026-02-30')).toThrow('--date takes a day')
    expect(() => order('law', '--out', 'a.pdf', '--preset', 'card', '--paper', 'booklet')).toThrow(
      'Cards are no booklet',
    )
    expect(() => order('law', '--out', 'a.pdf', '--logo', import.meta.filename)).toThrow('--logo takes a PNG')
    expect(() => order('law', '--colour')).toThrow('--colour')
  })

  it('prints its help', () => {
    expect(order('--help')).toBeNull()
  })
})
