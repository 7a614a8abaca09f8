/** The lines of a page, from the pieces of text that pdf.js finds, in the order of the file. */

/** What pdf.js tells of a page's text: pieces, and where marked parts begin and end. */
export type Item =
  | {
      readonly str: string
      readonly width: number
      readonly height: number
      /** Its last two numbers are the place of the piece: from the left, and from below. */
      readonly transform: readonly number[]
      readonly fontName: string
      readonly hasEOL: boolean
    }
  | { readonly type: string; readonly id?: string; readonly tag?: string }

export type PdfLine = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Of most of its letters. */
  readonly size: number
  readonly font: string
  /** Wide gaps in the line, as between the cells of a table. */
  readonly gaps: number
}

/** Of the letters' height: a piece this much higher or lower is in another line. */
const otherLine = 0.5
/** A gap this wide is no blank. */
const wideGap = 2

export function linesOf(items: readonly Item[]): readonly PdfLine[] {
  const lines: PdfLine[] = []
  let current: (PdfLine & { readonly sizes: Map<string, number> }) | null = null
  const finish = (): void => {
    if (current && current.text.trim() !== '') {
      const [most] = [...current.sizes].sort((a, b) => b[1] - a[1])
      const [size = '0', font = ''] = (most?.[0] ?? '').split(' ')
      const { text, left, right, bottom, gaps } = current
      lines.push({ text: tidy(text), left, right, bottom, gaps, size: Number(size), font })
    }
    current = null
  }
  for (const item of items) {
    if (!('str' in item)) continue
    const [a = 0, b = 0, , , left = 0, bottom = 0] = item.transform
    const size = Math.hypot(a, b) || item.height
    if (item.str !== '') {
      if (current !== null && Math.abs(current.bottom - bottom) > otherLine * Math.max(size, 1)) finish()
      // A raised sign may be on the line of the letters before it.
      const gap: number = current === null ? 0 : left - current.right
      if (current !== null && gap < -size * 2) finish()
      const open: PdfLine & { readonly sizes: Map<string, number> } = current ?? {
        text: '',
        left,
        right: left,
        bottom,
        size,
        font: '',
        gaps: 0,
        sizes: new Map(),
      }
      const isWide = open.text.trim() !== '' && gap > wideGap * size
      const isBlank = gap > size * 0.15 && !/\s$/.test(open.text) && !/^\s/.test(item.str)
      const key = `${Math.round(size * 10) / 10} ${item.fontName}`
      open.sizes.set(key, (open.sizes.get(key) ?? 0) + item.str.trim().length)
      const isWideBlank = item.str.trim() === '' && item.width > wideGap * size
      current = {
        ...open,
        text: open.text + (isWide ? '   ' : isBlank ? ' ' : '') + item.str,
        right: left + item.width,
        gaps: open.gaps + (isWide || (isWideBlank && open.text.trim() !== '') ? 1 : 0),
      }
    }
    if (item.hasEOL) finish()
  }
  finish()
  return lines
}

/** Letters that are printed as one sign are letters again. */
export const tidy = (text: string): string =>
  text.replace(/[\uFB00-\uFB06]/g, (sign) => sign.normalize('NFKD'))
