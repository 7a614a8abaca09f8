/** How large the preview draws its pages: as wide as its room, whole, two beside each other, or at a share of their true size. */
import { assertNever } from '../../../src-library/model/never.ts'

export type PageView =
  | { readonly kind: 'width' }
  | { readonly kind: 'page' }
  | { readonly kind: 'two' }
  | { readonly kind: 'zoom'; readonly percent: number }

type Size = { readonly width: number; readonly height: number }

export const fitWidth: PageView = { kind: 'width' }
export const fittedViews = ['width', 'page', 'two'] as const
/** Per cent of the size on paper. */
export const zoomSteps = [50, 75, 100, 125, 150, 200, 300] as const

/** CSS pixels between two pages, as in preview.css. */
const betweenPages = 12
/** A page wider than this is not easier to read. */
const widestFitted = 150
const narrowest = 60
const pixelsAPoint = 96 / 72

export const pagesAcross = ({ kind }: PageView): number => (kind === 'two' ? 2 : 1)

/** The width of a page in whole CSS pixels. `sheet` is in points, `room` in CSS pixels. */
export function widthOf(view: PageView, sheet: Size, room: Size): number {
  return Math.max(narrowest, Math.floor(wished(view, sheet, room)))
}

function wished(view: PageView, sheet: Size, room: Size): number {
  const whole = (room.height * sheet.width) / sheet.height
  switch (view.kind) {
    case 'width':
      return Math.min(room.width, inPixels(sheet, widestFitted))
    case 'page':
      return Math.min(room.width, whole)
    case 'two':
      return Math.min((room.width - betweenPages) / 2, whole)
    case 'zoom':
      return inPixels(sheet, view.percent)
    default:
      return assertNever(view)
  }
}

const inPixels = (sheet: Size, percent: number): number => (sheet.width * pixelsAPoint * percent) / 100

/** The next larger or smaller step from pages that are drawn this wide. */
export function zoomed(width: number, sheet: Size, by: 1 | -1): PageView {
  const now = (width / inPixels(sheet, 100)) * 100
  const steps =
    by > 0 ? zoomSteps.filter((step) => step > now + 1) : zoomSteps.filter((step) => step < now - 1)
  const end = by > 0 ? zoomSteps[zoomSteps.length - 1] : zoomSteps[0]
  return { kind: 'zoom', percent: (by > 0 ? steps[0] : steps[steps.length - 1]) ?? end ?? 100 }
}

/** The first page of the row that a page is in. */
export const rowStart = (page: number, across: number): number => page - ((page - 1) % across)

export const nameOf = (view: PageView): string => (view.kind === 'zoom' ? String(view.percent) : view.kind)

/** The view of a name; the width for an unknown one. */
export function viewNamed(name: string): PageView {
  const fitted = fittedViews.find((kind) => kind === name)
  if (fitted) return { kind: fitted }
  const percent = Number(name)
  return Number.isFinite(percent) && percent > 0 ? { kind: 'zoom', percent } : fitWidth
}
