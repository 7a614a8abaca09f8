import { describe, expect, it } from 'vitest'
import { fittedViews, nameOf, rowStart, viewNamed, widthOf, zoomed, zoomSteps } from './pageview.ts'

const a4 = { width: 595, height: 842 }
const room = { width: 700, height: 600 }

describe('the size of a page in the preview', () => {
  it('is the width of its room, but no wider than one can read', () => {
    expect(widthOf({ kind: 'width' }, a4, room)).toBe(700)
    expect(widthOf({ kind: 'width' }, a4, { width: 3000, height: 600 })).toBe(1189)
  })

  it('shows a page whole, and two of them beside each other', () => {
    const page = widthOf({ kind: 'page' }, a4, room)
    expect((page * a4.height) / a4.width).toBeLessThanOrEqual(room.height)
    const two = widthOf({ kind: 'two' }, a4, room)
    expect(2 * two).toBeLessThan(room.width)
    expect((two * a4.height) / a4.width).toBeLessThanOrEqual(room.height)
  })

  it('at 100 % is that of the paper', () => {
    expect(widthOf({ kind: 'zoom', percent: 100 }, a4, room)).toBe(793)
  })

  it('is never nothing', () => {
    for (const kind of fittedViews) expect(widthOf({ kind }, a4, { width: 0, height: 0 })).toBeGreaterThan(0)
  })
})

it('zooming goes from what is shown to the next step, as far as the ends', () => {
  expect(zoomed(700, a4, 1)).toEqual({ kind: 'zoom', percent: 100 })
  expect(zoomed(700, a4, -1)).toEqual({ kind: 'zoom', percent: 75 })
  expect(zoomed(793, a4, 1)).toEqual({ kind: 'zoom', percent: 125 })
  expect(zoomed(9000, a4, 1)).toEqual({ kind: 'zoom', percent: 300 })
  expect(zoomed(60, a4, -1)).toEqual({ kind: 'zoom', percent: 50 })
})

it('a view has a name that leads back to it', () => {
  const views = [
    ...fittedViews.map((kind) => ({ kind })),
    ...zoomSteps.map((percent) => ({ kind: 'zoom', percent }) as const),
  ]
  for (const view of views) expect(viewNamed(nameOf(view))).toEqual(view)
  expect(viewNamed('no such')).toEqual({ kind: 'width' })
})

it('pages beside each other are turned by rows', () => {
  expect([1, 2, 3, 4].map((page) => rowStart(page, 2))).toEqual([1, 1, 3, 3])
  expect([1, 2, 3].map((page) => rowStart(page, 1))).toEqual([1, 2, 3])
})
