/**
 * `printToPDF`: Electron and the DevTools protocol name the same options differently,
 * and differ in their defaults: Electron tags nothing unless it is asked to.
 */
import type { PrintToPDFOptions } from 'electron'
import type { Protocol } from './devtools.ts'

/** Inches, portrait. */
const paper: Readonly<Record<string, { width: number; height: number }>> = {
  A0: { width: 33.1, height: 46.8 },
  A1: { width: 23.4, height: 33.1 },
  A2: { width: 16.54, height: 23.4 },
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  A5: { width: 5.83, height: 8.27 },
  A6: { width: 4.13, height: 5.83 },
  Legal: { width: 8.5, height: 14 },
  Letter: { width: 8.5, height: 11 },
  Tabloid: { width: 11, height: 17 },
  Ledger: { width: 17, height: 11 },
}

/** Throws a TypeError for a paper size or an option that Electron does not know. */
export function printParameters(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const {
    pageSize = 'Letter',
    margins = {},
    generateTaggedPDF = false,
    generateDocumentOutline = false,
    ...same
  } = options
  const size = typeof pageSize === 'string' ? paper[pageSize] : pageSize
  if (size === undefined) throw new TypeError(`Invalid pageSize ${JSON.stringify(pageSize)}`)
  const known = [
    'displayHeaderFooter',
    'footerTemplate',
    'headerTemplate',
    'landscape',
    'pageRanges',
    'preferCSSPageSize',
    'printBackground',
    'scale',
  ]
  const unknown = Object.keys(same).filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new TypeError(`printToPDF has no option ${unknown.join(', ')}`)
  const { top, right, bottom, left } = margins
  return {
    ...same,
    generateTaggedPDF,
    generateDocumentOutline,
    paperWidth: size.width,
    paperHeight: size.height,
    ...(top === undefined ? {} : { marginTop: top }),
    ...(right === undefined ? {} : { marginRight: right }),
    ...(bottom === undefined ? {} : { marginBottom: bottom }),
    ...(left === undefined ? {} : { marginLeft: left }),
  }
}
