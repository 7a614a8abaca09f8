import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { printJobSchema } from '../../../src-bridge/printjob.ts'
import { printPresets } from '../../../src-library/model/print.ts'
import { defaultOptions, jobOf, withPreset } from './joboptions.ts'
import { choose } from '../testing/samples.ts'

describe('a preset', () => {
  it('sets text size and parts, and leaves title and paper alone', () => {
    const chosen = withPreset({ ...defaultOptions, title: 'Monday', paper: 'A5' }, 'handout')
    expect(chosen).toMatchObject({ preset: 'handout', textSize: 16, title: 'Monday', paper: 'A5' })
    expect(chosen.include.helpNumbers).toBe(true)
  })

  it('prints the organisation on a cover, and never on paper for a client', () => {
    const cover = { organisation: '  The house  by the river ', logo: 'AAAA' }
    const covered = { ...defaultOptions, cover, include: { ...defaultOptions.include, cover: true } }
    const jobWith = (options: typeof covered) => jobOf([choose('one')], options, '2026-11-30')
    expect(jobWith(covered).cover).toEqual({ organisation: 'The house by the river', logo: 'AAAA' })
    expect(JSON.stringify(jobWith({ ...covered, preset: 'handout' }))).not.toContain('river')
    expect(JSON.stringify(jobWith({ ...covered, preset: 'card' }))).not.toContain('river')
    expect(jobWith({ ...covered, include: defaultOptions.include }).cover).toBeUndefined()
  })

  it('of cards is no booklet', () => {
    const folded = { ...defaultOptions, paper: 'booklet' } as const
    expect(withPreset(folded, 'card').paper).toBe('A4')
    expect(withPreset(folded, 'training').paper).toBe('booklet')
  })

  it('takes back what the one before it had set', () => {
    const back = withPreset(withPreset(defaultOptions, 'briefing'), 'standard')
    expect(back).toEqual(defaultOptions)
  })

  it('of any kind makes a job that main accepts', () => {
    for (const preset of printPresets) {
      const job = jobOf([choose('a#b')], withPreset(defaultOptions, preset), '2026-11-23')
      expect(v.safeParse(printJobSchema, job).success).toBe(true)
    }
  })
})

describe('a title of the reader’s own', () => {
  const titled = (title: string): string | null =>
    jobOf([choose('a')], { ...defaultOptions, title }, '2026-11-23').title

  it('is one line without white space around it', () => {
    expect(titled('  Where\n to   go ')).toBe('Where to go')
  })

  it('is none when it is blank', () => {
    expect(titled(' \n ')).toBeNull()
  })

  it('is cut to what main accepts', () => {
    expect(titled('x'.repeat(500))).toHaveLength(200)
  })
})
