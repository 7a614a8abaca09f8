import { describe, expect, it } from 'vitest'
import { paperSizes, printPresets, printTextSizes } from '../../../src-library/model/print.ts'
import { enPrinting } from '../../messages/en-printing.ts'
import { makeDossier } from '../dossier/dossier.ts'
import { article, choose, job, libraryOf, pack, section } from '../testing/samples.ts'
import { cssString, furnitureOf, pageRules, sheetOf, textHeight, textWidth } from './sheet.ts'

const everySheet = paperSizes.flatMap((paper) =>
  printPresets.flatMap((preset) =>
    printTextSizes.map((textSize) => sheetOf(job([], { paper, preset, textSize }))),
  ),
)

describe('a sheet', () => {
  it('is filled by its margins and its text, and keeps 10 mm free at every edge', () => {
    for (const sheet of everySheet) {
      expect(sheet.left + sheet.measure + sheet.right).toBeCloseTo(sheet.width)
      expect(Math.min(sheet.left, sheet.right, sheet.top, sheet.bottom)).toBeGreaterThanOrEqual(10)
    }
  })

  it('of the standard preset sets 12 points in 150 mm, with the wider margin at the left', () => {
    expect(sheetOf(job([]))).toMatchObject({ measure: 150, left: 38, right: 22 })
  })

  it('has its text in whole pixels, as the engine rounds them up', () => {
    expect(textWidth(sheetOf(job([])))).toBe(567)
    expect(textHeight(sheetOf(job([])))).toBe(934)
  })

  it('for training has its wide margin at the right', () => {
    const sheet = sheetOf(job([], { preset: 'training', textSize: 14 }))
    expect(sheet.right).toBeGreaterThan(sheet.left + 20)
  })
})

describe('page rules', () => {
  it('hold a title that tries to end its string', () => {
    const title = '"; } @page { size: 1mm } /* \\ \n */ ə'
    const hostile = article('x', [section('lead', 1, '', { title })])
    const library = libraryOf({ pack: pack([hostile]), articles: [hostile] })
    const made = makeDossier(job([choose('x')]), library)
    if (!made.ok) throw new Error(made.failure.kind)
    for (const rule of pageRules(
      job([choose('x')]),
      furnitureOf(made.value, enPrinting.paper),
      enPrinting.paper,
    )) {
      const withoutStrings = rule.replace(/"(?:[^"\\\n]|\\[0-9a-f]+ )*"/g, '')
      expect(withoutStrings).not.toMatch(/["\\ə]|size: 1mm/)
    }
  })

  it('escape everything in a string but letters, digits and spaces', () => {
    expect(cssString('Tier 2 “ə”')).toBe('"Tier 2 \\201c \\259 \\201d "')
  })

  it('say one head on all pages of one part, and leave those of several to the counter of heads', () => {
    const two = ['a', 'b'].map((id) => article(id, [section('lead', 1, '')]))
    const library = libraryOf({ pack: pack(two), articles: two })
    const rulesOf = (...ids: readonly string[]): string => {
      const print = job(ids.map((id) => choose(id)))
      const made = makeDossier(print, library)
      if (!made.ok) throw new Error(made.failure.kind)
      return pageRules(print, furnitureOf(made.value, enPrinting.paper), enPrinting.paper).join('\n')
    }
    expect(rulesOf('a')).not.toContain('counter(page, heads)')
    expect(rulesOf('a', 'b')).toContain('content: counter(page, heads)')
    expect(rulesOf('a', 'b')).toContain('@page :first')
  })
})
