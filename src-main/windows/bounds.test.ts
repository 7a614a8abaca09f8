import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  openingPlacement,
  rememberPlacement,
  smallestWindow,
  type Bounds,
  type Display,
  type WindowPlacements,
} from './bounds.ts'

const laptop: Display = { id: 1, workArea: { x: 0, y: 25, width: 1366, height: 728 } }
const desk: Display = { id: 2, workArea: { x: 1366, y: -200, width: 2560, height: 1400 } }

describe('the window', () => {
  it('opens in the middle of the first display at first', () => {
    expect(openingPlacement([], [desk, laptop])).toEqual({
      x: 2056,
      y: 90,
      width: 1180,
      height: 820,
      maximized: false,
    })
  })

  it('fits a small display', () => {
    expect(openingPlacement([], [laptop])).toMatchObject({ y: 25, height: 728 })
  })

  it('opens where it was last', () => {
    const bounds = { x: 1500, y: 100, width: 900, height: 700 }
    const places = rememberPlacement([], desk, bounds, true)
    expect(openingPlacement(places, [laptop, desk])).toEqual({ ...bounds, maximized: true })
  })

  it('opens where it was on the display that is still there', () => {
    const onLaptop = { x: 10, y: 30, width: 800, height: 600 }
    const first = rememberPlacement([], laptop, onLaptop, false)
    const both = rememberPlacement(first, desk, { x: 1500, y: 100, width: 900, height: 700 }, false)
    expect(openingPlacement(both, [laptop])).toEqual({ ...onLaptop, maximized: false })
  })

  it('moves along when the displays are arranged in another way', () => {
    const places = rememberPlacement([], desk, { x: 1376, y: -190, width: 900, height: 700 }, false)
    const moved = { ...desk, workArea: { ...desk.workArea, x: 0, y: 0 } }
    expect(openingPlacement(places, [moved])).toMatchObject({ x: 10, y: 10 })
  })

  it('is remembered once for each display, and not for ever', () => {
    const bounds = { x: 0, y: 0, width: 800, height: 600 }
    let places: WindowPlacements = []
    for (const id of [1, 2, 3, 2, 4, 5, 6, 7, 8, 9, 10]) {
      places = rememberPlacement(places, { ...laptop, id }, bounds, false)
    }
    expect(places.map(({ display }) => display)).toEqual([10, 9, 8, 7, 6, 5, 4, 2])
  })

  it('is always seen whole, wherever it was left', () => {
    const number = fc.integer({ min: -100_000, max: 100_000 })
    const bounds: fc.Arbitrary<Bounds> = fc.record({ x: number, y: number, width: number, height: number })
    const area = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 300, max: 5000 }),
      height: fc.integer({ min: 300, max: 5000 }),
    })
    fc.assert(
      fc.property(bounds, area, (left, workArea) => {
        const display = { id: 1, workArea }
        const place = openingPlacement([{ display: 1, bounds: left, maximized: false }], [display])
        expect(place.x).toBeGreaterThanOrEqual(workArea.x)
        expect(place.y).toBeGreaterThanOrEqual(workArea.y)
        expect(place.x + place.width).toBeLessThanOrEqual(workArea.x + workArea.width)
        expect(place.y + place.height).toBeLessThanOrEqual(workArea.y + workArea.height)
        expect(place.width).toBeGreaterThanOrEqual(Math.min(smallestWindow.width, workArea.width))
      }),
    )
  })
})
