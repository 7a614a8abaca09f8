/** Words of several packs put together give the same corrections as packs walked one by one. */
import { describe, expect, it } from 'vitest'
import { packOf } from '../testing/samples.ts'
import { candidates } from './correct.ts'
import { mergedWords, mergeWords } from './mergedwords.ts'

const pack = (id: string, ...texts: string[]) =>
  packOf(
    texts.map((text, i) => ({
      id: `${id}${i}`,
      title: text,
      sections: [{ title: text, text: `${text} ${text}` }],
    })),
    [],
    id,
  ).index

const packs = () => [
  pack('a', 'shelter police hotline', 'passport border'),
  pack('b', 'shelters sığınacaq', 'приют полиция'),
  pack('c', 'police compensation', 'hotel hotline'),
]
const misspelt = ['shelterr', 'polise', 'hotlin', 'sıgınacq', 'полицея', 'compensaton', 'passporrt', 'xyzzyq']
const rest = () => Promise.resolve()

describe('the words of several packs in one list', () => {
  it('correct a word as the packs one by one do', async () => {
    const indexes = packs()
    const before = misspelt.map((word) => candidates(indexes, word, false))
    expect(before.filter(({ words }) => words.length > 0).length).toBeGreaterThan(5)
    await mergeWords(indexes, rest)
    expect(mergedWords(indexes)).not.toBeNull()
    expect(misspelt.map((word) => candidates(indexes, word, false))).toEqual(before)
  })

  it('are those of these very packs: with another pack there is no list until it is made', async () => {
    const indexes = packs()
    await mergeWords(indexes, rest)
    const more = [...indexes, pack('d', 'lawyer')]
    expect(mergedWords(more)).toBeNull()
    expect(mergedWords(indexes.slice(1))).toBeNull()
    await mergeWords(more, rest)
    expect(mergedWords(more)?.find('lawyer')).toBeGreaterThan(-1)
    expect(mergedWords(indexes)).toBeNull()
  })

  it('let questions be answered between packs', async () => {
    let pauses = 0
    await mergeWords(packs(), () => Promise.resolve(pauses++))
    expect(pauses).toBe(3)
  })
})
