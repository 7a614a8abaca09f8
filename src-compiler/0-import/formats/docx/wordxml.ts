/** A part of a Word file, tag by tag with its places, so that text around a change stays as it is. */
import { SaxesParser, type SaxesTagNS } from 'saxes'

/** Our prefix by namespace: a file may call them by others, and there are two of most. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
])
export const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
export const drawingSpace = 'xmlns:v="urn:schemas-microsoft-com:vml"'

export type Replacement = { readonly start: number; readonly end: number; readonly instead: string }

export type Handlers = {
  /** `start` and `end` are those of the tag. */
  readonly open: (name: string, tag: SaxesTagNS, start: number, end: number) => void
  readonly text: (text: string) => void
  readonly close: (name: string, start: number, end: number) => void
}

/** Names are a prefix of ours and a local name; in other namespaces they are empty. */
export function parse(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser({ xmlns: true })
  const nameOf = ({ uri, local }: SaxesTagNS): string => {
    const prefix = prefixes.get(uri)
    return prefix === undefined ? '' : `${prefix}:${local}`
  }
  const fail = (error: Error): never => {
    throw error
  }
  const startOf = (): number => xml.lastIndexOf('<', parser.position - 1)
  parser.on('error', fail)
  parser.on('doctype', () => fail(new Error('A Word file has no document type.')))
  parser.on('opentag', (tag) => {
    open(nameOf(tag), tag, startOf(), parser.position)
  })
  parser.on('text', text)
  parser.on('closetag', (tag) => {
    close(nameOf(tag), startOf(), parser.position)
  })
  parser.write(xml).close()
}

export function attribute(tag: SaxesTagNS, local: string): string | null {
  return Object.values(tag.attributes).find((one) => one.local === local)?.value ?? null
}
export const valueOf = (tag: SaxesTagNS): string | null => attribute(tag, 'val')
export const isOn = (tag: SaxesTagNS): boolean => !/^(?:0|false|off)$/.test(valueOf(tag) ?? 'true')

/** A cut inside another goes with it. */
export function cutOut(xml: string, cuts: readonly Replacement[]): string {
  let from = 0
  let rest = ''
  for (const { start, end, instead } of cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < from) continue
    rest += xml.slice(from, start) + instead
    from = end
  }
  return rest + xml.slice(from)
}

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
