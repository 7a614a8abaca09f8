import { expect, test } from 'vitest'
import { interfaceLanguages } from '../../../src-bridge/settings.ts'
import { wordsIn } from '../../messages/catalogue.ts'
import { en } from '../../messages/en.ts'
import type { BarSeries, Doubt, Point, StepSeries } from './chart.ts'
import { describe, yearsOf } from './describe.ts'

const point = (year: number, place: number | null, doubt: Doubt | null = null): Point => ({
  years: { from: year, to: year },
  text: place === null ? '' : String(place * 100),
  place,
  doubt,
})
const bars = (...points: readonly Point[]): BarSeries => ({ kind: 'bars', name: 'Calls', points })

test('describes a series of bars by its ends, extremes, gaps and doubts', () => {
  const series = bars(
    point(2015, 0.5),
    point(2016, 1, 'disputed'),
    point(2017, null),
    point(2018, 0.25),
    point(2019, 0.75, 'secondhand'),
  )
  expect(describe(series, en)).toBe(
    'Calls: rose from 50 in 2015 to 75 in 2019. Most: 100 (2016). Least: 25 (2018). Not known: 2017. Reported by others: 2019. Disputed: 2016.',
  )
})

test('extremes that are the ends are said once', () => {
  expect(describe(bars(point(2015, 1), point(2016, 0.5)), en)).toBe(
    'Calls: fell from 100 in 2015 to 50 in 2016.',
  )
})

test('equal ends are no trend', () => {
  expect(describe(bars(point(2015, 0.5), point(2016, 0.5)), en)).toBe('Calls: 50 in 2015 and 50 in 2016.')
})

test('placements are told in order, a year that is not known between them too', () => {
  const step = (year: number, place: number | null): Point => ({
    ...point(year, place),
    text: place === null ? '' : (['good', 'bad'][place] ?? ''),
  })
  const series: StepSeries = {
    kind: 'steps',
    name: 'Placement',
    lanes: ['good', 'bad'],
    points: [step(2010, 1), step(2011, 1), step(2012, null), step(2013, 1), step(2014, 0)],
  }
  expect(describe(series, en)).toBe(
    'Placement: bad (2010–2011, 2013), good (2014). From best to worst: good, bad. Not known: 2012.',
  )
})

test('years that follow each other are one range', () => {
  const years = (from: number, to = from) => ({ from, to })
  expect(yearsOf([years(2007), years(2008), years(2009, 2011), years(2013)])).toBe('2007–2011, 2013')
})

test.each(interfaceLanguages)('in %s it names every value and year it speaks of', async (language) => {
  const said = describe(bars(point(2015, 0.5), point(2016, null), point(2017, 1)), await wordsIn(language))
  for (const part of ['Calls', '2015', '50', '2016', '2017', '100']) expect(said).toContain(part)
})
