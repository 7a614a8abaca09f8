/**
 * Where the window opens: where it was last on a display that is there now, moved and shrunk until
 * all of it can be seen. Laptops lose their second display; a window must not open out of sight.
 */
import * as v from 'valibot'
import type { StoredFormat } from '../userdata/envelope.ts'

export type Bounds = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** As Electron describes one. In device-independent pixels; `workArea` leaves out task bars. */
export type Display = { readonly id: number; readonly workArea: Bounds }

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))

const placesSchema = v.array(
  v.object({
    display: v.pipe(v.number(), v.finite()),
    /** Relative to the display's work area, which may move when displays are rearranged. */
    bounds: v.object({ x: pixels, y: pixels, width: pixels, height: pixels }),
    maximized: v.boolean(),
  }),
)

/** The newest first, one a display. */
export type WindowPlacements = v.InferOutput<typeof placesSchema>

export const placementsFormat: StoredFormat<WindowPlacements> = {
  name: 'window',
  version: 1,
  schema: placesSchema,
}

/** More displays than a desk has. */
const remembered = 8

export const smallestWindow = { width: 480, height: 400 }
const preferred = { width: 1180, height: 820 }

export type WindowPlacement = Bounds & { readonly maximized: boolean }

/** `displays` has the primary one first, and at least one. */
export function openingPlacement(
  placements: WindowPlacements,
  displays: readonly [Display, ...Display[]],
): WindowPlacement {
  for (const { display, bounds, maximized } of placements) {
    const area = displays.find(({ id }) => id === display)?.workArea
    if (area) return { ...within(area, { ...bounds, x: area.x + bounds.x, y: area.y + bounds.y }), maximized }
  }
  const { workArea } = displays[0]
  const centred = {
    ...preferred,
    x: workArea.x + Math.round((workArea.width - preferred.width) / 2),
    y: workArea.y + Math.round((workArea.height - preferred.height) / 2),
  }
  return { ...within(workArea, centred), maximized: false }
}

/** `bounds` are the window's when it is not maximized. */
export function rememberPlacement(
  placements: WindowPlacements,
  display: Display,
  bounds: Bounds,
  maximized: boolean,
): WindowPlacements {
  const { x, y, width, height } = bounds
  const relative = { x: x - display.workArea.x, y: y - display.workArea.y, width, height }
  const others = placements.filter((place) => place.display !== display.id)
  return [{ display: display.id, bounds: relative, maximized }, ...others].slice(0, remembered)
}

function within(area: Bounds, wished: Bounds): Bounds {
  const width = clamp(wished.width, Math.min(smallestWindow.width, area.width), area.width)
  const height = clamp(wished.height, Math.min(smallestWindow.height, area.height), area.height)
  return {
    x: clamp(wished.x, area.x, area.x + area.width - width),
    y: clamp(wished.y, area.y, area.y + area.height - height),
    width,
    height,
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
