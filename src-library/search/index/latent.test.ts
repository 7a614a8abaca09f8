import { describe, expect, it } from 'vitest'
import { dimensionsFor, sectionVectors, type TermRow } from './latent.ts'

const sections = 80

/** Sections of four subjects, in turn; each holds some of the ten words of its own. */
const terms: TermRow[] = Array.from({ length: 40 }, (_, word) => {
  const holding = Array.from({ length: sections }, (_, section) => section).filter(
    (section) => section % 4 === word % 4 && (section * 7 + word * 3) % 5 < 2,
  )
  return { sections: holding, counts: holding.map((section) => 1 + ((section + word) % 3)) }
})

function likeness(vectors: Int8Array, a: number, b: number): number {
  const width = dimensionsFor(sections)
  let dot = 0
  for (let k = 0; k < width; k++) dot += vectors[a * width + k]! * vectors[b * width + k]!
  return dot / 127 ** 2
}

describe('what sections are about', () => {
  const vectors = sectionVectors(terms, sections)

  it('is alike for sections of one subject and not for others', () => {
    for (let section = 4; section < 40; section += 4) {
      let own = 0
      for (let other = section + 4; other < sections; other += 4) own += likeness(vectors, section, other)
      expect(own).toBeGreaterThan(0)
      for (let other = section + 1; other < sections; other += 4)
        expect(Math.abs(likeness(vectors, section, other))).toBeLessThan(0.05)
    }
  })

  it('has unit length', () => {
    for (let section = 0; section < sections; section++)
      expect(likeness(vectors, section, section)).toBeCloseTo(1, 1)
  })

  it('comes out the same every time', () => {
    expect(sectionVectors(terms, sections)).toEqual(vectors)
  })

  it('is left out for a pack too small to have directions', () => {
    expect(sectionVectors(terms.slice(0, 3), 10)).toHaveLength(0)
  })

  it('is nothing for sections that share no word', () => {
    expect(sectionVectors([], sections).every((each) => each === 0)).toBe(true)
  })
})
