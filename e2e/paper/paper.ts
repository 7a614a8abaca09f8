/** A PDF as poppler and qpdf read it: what the checks look at. Both must be installed. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pageAt } from './unfold.ts'

/** Points, from the top left corner of the page. */
export type Line = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly text: string
}

export type Page = {
  readonly width: number
  readonly height: number
  /** Lines in reading order, running head and footer included. */
  readonly lines: readonly Line[]
  /** As laid out, white space kept. */
  readonly layout: string
}

export type Font = {
  readonly name: string
  readonly type: string
  readonly embedded: boolean
  readonly unicode: boolean
}

export type OutlineEntry = { readonly level: number; readonly title: string; readonly page: number }

export type Paper = {
  readonly bytes: number
  /** Of the information dictionary, as `pdfinfo` names them. */
  readonly info: Readonly<Record<string, string>>
  readonly language: string | null
  /** As they come out of the printer: those of a booklet have two pages. */
  readonly sides: readonly Pick<Page, 'width' | 'height'>[]
  /** In the order in which they are read; blank ones at the end of a booklet are none. */
  readonly pages: readonly Page[]
  /** In the order of the content, without layout. */
  readonly text: string
  /** Glyphs that a font says to be U+00A0: poppler hands them out as spaces, stricter readers do not. */
  readonly heldSpaces: number
  readonly fonts: readonly Font[]
  readonly outline: readonly OutlineEntry[]
  readonly destinations: Readonly<Record<string, number>>
  /** Links inside the document: the target, and the page of the link itself. */
  readonly links: readonly { readonly target: string; readonly page: number }[]
  readonly addresses: readonly string[]
  /** The tag tree as `pdfinfo -struct-text` prints it. */
  readonly tags: string
  /** Texts in place of pictures. */
  readonly alternatives: readonly string[]
  /** Font sizes in points, with the text set in each. */
  readonly sizes: readonly { readonly size: number; readonly text: string }[]
  readonly images: number
  /** Share of each page's area that is black, 0 to 1. */
  readonly ink: readonly number[]
}

/** `flat`: the pages of a booklet by themselves (unfold.ts). */
export function readPaper(pdf: Uint8Array, flat: Uint8Array | null = null): Paper {
  return inFiles(pdf, flat, (file, read, folder) => {
    const sides = pagesOf(file)
    const pages = flat ? withoutBlanks(pagesOf(read)) : sides
    const place: Place = (side, x) => (flat ? pageAt(side, x, sides.length) : side)
    const info = pairs(run('pdfinfo', '-f', '1', '-l', '9999', file))
    const objects = JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', file)) as QpdfObjects
    const outlines = JSON.parse(run('qpdf', '--json=2', '--json-key=outlines', file)) as {
      outlines: readonly QpdfOutline[]
    }
    return {
      bytes: pdf.length,
      info,
      language: languageOf(objects),
      sides: sides.map(({ width, height }) => ({ width, height })),
      pages,
      text: run('pdftotext', '-raw', read, '-'),
      heldSpaces:
        run('qpdf', '--qdf', '--stream-data=uncompress', file, '-').match(/^<\w{4}> <00A0>$/gm)?.length ?? 0,
      fonts: fontsOf(run('pdffonts', file)),
      outline: outlineOf(outlines.outlines, 1, place),
      destinations: destinationsOf(file, place),
      links: linksOf(objects, place),
      addresses: run('pdfinfo', '-url', file)
        .split('\n')
        .flatMap((line) => /^\s*\d+\s+Annotation\s+(\S+)/.exec(line)?.[1] ?? []),
      tags: run('pdfinfo', '-struct-text', file),
      alternatives: dictionariesOf(objects).flatMap((one) =>
        one['/S'] === '/Figure' && typeof one['/Alt'] === 'string' ? [one['/Alt'].replace(/^u:/, '')] : [],
      ),
      sizes: sizesOf(run('pdftohtml', '-xml', '-i', '-zoom', String(sizeZoom), '-stdout', read)),
      // Not their masks.
      images: run('pdfimages', '-list', file).match(/^ +\d+ +\d+ image /gm)?.length ?? 0,
      ink: inkOf(read, folder),
    }
  })
}

/** Writes both, or the first for both, for the tools to read. */
function inFiles<Value>(
  pdf: Uint8Array,
  flat: Uint8Array | null,
  read: (file: string, flat: string, folder: string) => Value,
): Value {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-paper-'))
  try {
    const [file, other] = [join(folder, 'paper.pdf'), join(folder, 'flat.pdf')]
    writeFileSync(file, pdf)
    if (flat) writeFileSync(other, flat)
    return read(file, flat ? other : file, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The output of a tool. Its complaints are not ours: poppler 22 does not know the tags of PDF 2. */
function run(tool: string, ...given: readonly string[]): string {
  return execFileSync(tool, given, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const match = /^([^:]+):\s*(.*)$/.exec(line)
      return match?.[1] === undefined ? [] : [[match[1].replace(/\s+/g, ' '), match[2] ?? '']]
    }),
  )
}

function pagesOf(file: string): readonly Page[] {
  const layouts = run('pdftotext', '-layout', file, '-').split('\f')
  const boxes = run('pdftotext', '-bbox-layout', file, '-')
  return [...boxes.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, body = ''], index) => ({
      width: Number(width),
      height: Number(height),
      lines: linesOf(body),
      layout: layouts[index] ?? '',
    }),
  )
}

/** The number of a page by its side, from 1, and points from the side's left. */
type Place = (side: number, x: number) => number

/** Without the blank pages at the end. */
function withoutBlanks(pages: readonly Page[]): readonly Page[] {
  return pages.slice(0, pages.findLastIndex(({ lines }) => lines.length > 0) + 1)
}

function linesOf(body: string): readonly Line[] {
  const line = /<line xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/line>/gs
  return [...body.matchAll(line)].map(([, left, top, right, bottom, words = '']) => ({
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
    text: [...words.matchAll(/<word[^>]*>(.*?)<\/word>/gs)].map(([, word = '']) => unescaped(word)).join(' '),
  }))
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

function fontsOf(table: string): readonly Font[] {
  return table
    .split('\n')
    .slice(2)
    .flatMap((row) => {
      const match =
        /^(?:[A-Z]{6}\+)?(\S+)\s+(.+?)\s+\S+\s+(yes|no)\s+(?:yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(row)
      const [, name = '', type = '', embedded, unicode] = match ?? []
      return match ? [{ name, type, embedded: embedded === 'yes', unicode: unicode === 'yes' }] : []
    })
}

function destinationsOf(file: string, place: Place): Record<string, number> {
  return Object.fromEntries(
    run('pdfinfo', '-dests', file)
      .split('\n')
      .flatMap((line) => {
        const [, side, target = '', name] = /^\s*(\d+) \[(.*)\] "(.*)"$/.exec(line) ?? []
        const x = /XYZ\s+(-?[\d.]+)/.exec(target)?.[1]
        return name === undefined ? [] : [[name, place(Number(side), Number(x))]]
      }),
  )
}

type QpdfObjects = {
  readonly qpdf: readonly [unknown, Readonly<Record<string, { readonly value?: unknown }>>]
}
type QpdfOutline = {
  readonly title: string
  readonly destpageposfrom1: number
  /** `[page /XYZ left top zoom]`. */
  readonly dest: readonly unknown[]
  readonly kids: readonly QpdfOutline[]
}

const outlineOf = (entries: readonly QpdfOutline[], level: number, place: Place): readonly OutlineEntry[] =>
  entries.flatMap(({ title, destpageposfrom1, dest, kids }) => [
    { level, title: title.replace(/\s+/g, ' ').trim(), page: place(destpageposfrom1, Number(dest[2])) },
    ...outlineOf(kids, level + 1, place),
  ])

const dictionariesOf = ({ qpdf }: QpdfObjects): readonly Readonly<Record<string, unknown>>[] =>
  Object.values(qpdf[1]).flatMap(({ value }) =>
    typeof value === 'object' && value !== null ? [value as Record<string, unknown>] : [],
  )

/** qpdf marks text with `u:` and names with `/`. */
function languageOf(objects: QpdfObjects): string | null {
  const language = dictionariesOf(objects).find((one) => one['/Type'] === '/Catalog')?.['/Lang']
  return typeof language === 'string' ? language.replace(/^u:/, '') : null
}

function linksOf({ qpdf }: QpdfObjects, place: Place): Paper['links'] {
  const valueOf = (ref: unknown): unknown => (typeof ref === 'string' ? qpdf[1][`obj:${ref}`]?.value : ref)
  const entriesOf = (value: unknown): Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  const pagesBelow = (ref: unknown): readonly Readonly<Record<string, unknown>>[] => {
    const node = entriesOf(valueOf(ref))
    return node['/Type'] === '/Page' ? [node] : listOf(valueOf(node['/Kids'])).flatMap(pagesBelow)
  }
  const catalog = dictionariesOf({ qpdf }).find((one) => one['/Type'] === '/Catalog')
  return pagesBelow(catalog?.['/Pages']).flatMap((side, index) =>
    listOf(valueOf(side['/Annots'])).flatMap((annotation) => {
      const { '/Subtype': kind, '/Dest': target, '/Rect': box } = entriesOf(valueOf(annotation))
      if (kind !== '/Link' || typeof target !== 'string') return []
      const page = place(index + 1, Number(listOf(box)[0]))
      return [{ target: decodeURIComponent(target.replace(/^(?:\/|u:)/, '')), page }]
    }),
  )
}

/** `pdftohtml` rounds sizes to whole units: these are thirds of points, the most it can. */
const sizeZoom = 3

function sizesOf(xml: string): Paper['sizes'] {
  const sizes = new Map<string, number>()
  const found: { size: number; text: string }[] = []
  const part = /<fontspec id="(\d+)" size="(\d+)"|<text [^>]*font="(\d+)">(.*?)<\/text>/gs
  for (const [, id, size, font, text] of xml.matchAll(part)) {
    if (id !== undefined) sizes.set(id, Number(size) / sizeZoom)
    else if (font !== undefined) {
      found.push({ size: sizes.get(font) ?? 0, text: unescaped((text ?? '').replace(/<[^>]*>/g, '')) })
    }
  }
  return found
}

/** Each page drawn in grey at 40 dots an inch, as binary PGM (netpbm.sourceforge.net/doc/pgm.html). */
function inkOf(file: string, folder: string): readonly number[] {
  run('pdftoppm', '-gray', '-r', '40', file, join(folder, 'grey'))
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pgm'))
    .sort()
    .map((name) => {
      const image = readFileSync(join(folder, name))
      const [head] = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(image.toString('latin1', 0, 64)) ?? ['']
      const pixels = image.subarray(head.length)
      return pixels.reduce((sum, pixel) => sum + (255 - pixel) / 255, 0) / pixels.length
    })
}
