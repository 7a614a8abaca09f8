/** A chart in words, for a reader who can't see it: built from its points, in the language of the given words. */
import { confidences } from '../../../src-library/model/confidence.ts'
import type { Words } from '../../messages/words.ts'
import type { BarSeries, Point, Series, StepSeries, Years } from './chart.ts'

type Known = Point & { readonly place: number }

/** “Women rose from 56 in 2015 to 90 in 2023. Most: 95 (2021). Not known: 2022, 2024.” */
export function describe(series: Series, words: Words): string {
  const { chart, reading, confidence } = words
  const missing = series.points.filter(({ place }) => place === null)
  const doubts = confidences
    .filter((one) => one !== 'primary')
    .map((one) => [confidence[one].name, series.points.filter(({ doubt }) => doubt === one)] as const)
  return [
    ...(series.kind === 'bars' ? trend(series, words) : course(series, words)),
    ...[[capital(reading.notKnown), missing] as const, ...doubts]
      .filter(([, points]) => points.length > 0)
      .map(([name, points]) => chart.list(name, yearsOf(points.map(({ years }) => years)))),
  ].join(' ')
}

/** From the first known value to the last, and the largest and smallest where they lie between. */
function trend({ name, points }: BarSeries, { chart }: Words): readonly string[] {
  const known = points.filter((point): point is Known => point.place !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return []
  const direction = last.place > first.place ? 'rose' : last.place < first.place ? 'fell' : 'level'
  const ends = [first.place, last.place]
  const beyond = (place: number): readonly Point[] =>
    ends.includes(place) ? [] : known.filter((point) => point.place === place)
  const most = beyond(Math.max(...known.map(({ place }) => place)))
  const least = beyond(Math.min(...known.map(({ place }) => place)))
  const said = (points: readonly Point[]): string =>
    `${points[0]?.text ?? ''} (${yearsOf(points.map(({ years }) => years))})`
  return [
    chart[direction](name, first.text, yearsText(first.years), last.text, yearsText(last.years)),
    ...(most.length > 0 ? [chart.list(chart.most, said(most))] : []),
    ...(least.length > 0 ? [chart.list(chart.least, said(least))] : []),
  ]
}

/** Placement after placement, each with its years. */
function course({ name, points, lanes }: StepSeries, { chart }: Words): readonly string[] {
  const runs: { text: string; years: Years[] }[] = []
  for (const { text, years, place } of points) {
    if (place === null) continue
    const run = runs.at(-1)
    if (run?.text === text) run.years.push(years)
    else runs.push({ text, years: [years] })
  }
  return [
    chart.list(name, runs.map(({ text, years }) => `${text} (${yearsOf(years)})`).join(', ')),
    chart.list(chart.bestToWorst, lanes.join(', ')),
  ]
}

export const yearsText = ({ from, to }: Years): string => (from === to ? String(from) : `${from}–${to}`)

/** Years in order, those that follow each other as one: “2007–2009, 2012”. */
export function yearsOf(list: readonly Years[]): string {
  const merged: Years[] = []
  for (const { from, to } of list) {
    const last = merged.at(-1)
    if (last && from <= last.to + 1) merged[merged.length - 1] = { from: last.from, to }
    else merged.push({ from, to })
  }
  return merged.map(yearsText).join(', ')
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
