/** XML parts of documents that somebody made: read into a tree, never beyond the bytes given, and never deep. */
import { SaxesParser } from 'saxes'

export type XmlElement = {
  /** A prefix of ours and a local name, such as `text:p`; the local name alone in other namespaces. */
  readonly name: string
  /** By name, with our prefix or none. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Readers of XML recurse once a level: deeper files would overflow the stack. */
const deepest = 400

/**
 * The root element. `prefixes` are ours by namespace. Entities that a document type declares are unknown to the parser,
 * and an unknown one is an error. Throws where the XML is wrong.
 */
export function parseXml(xml: string, prefixes: ReadonlyMap<string, string> = new Map()): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const nameOf = (uri: string, local: string): string => {
    const prefix = prefixes.get(uri)
    return prefix === undefined ? local : `${prefix}:${local}`
  }
  type Open = XmlElement & { readonly children: XmlNode[] }
  const open: Open[] = []
  let root: XmlElement | null = null
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own = Object.values(attributes).filter((one) => one.prefix !== 'xmlns' && one.name !== 'xmlns')
    const element: Open = {
      name: nameOf(uri, local),
      attributes: new Map(own.map((one) => [nameOf(one.uri, one.local), one.value])),
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > deepest) throw new Error('The XML is nested too deep.')
  })
  const text = (value: string): void => {
    open.at(-1)?.children.push(value)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', () => {
    root = open.pop() ?? null
  })
  parser.write(xml.replace(/^\uFEFF/, '')).close()
  if (root === null) throw new Error('The XML has no element.')
  return root
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

/** All elements of this name below, in order. */
export function* descendants(element: XmlElement, name: string): Iterable<XmlElement> {
  for (const child of element.children) {
    if (!isElement(child)) continue
    if (child.name === name) yield child
    yield* descendants(child, name)
  }
}

/** All text below. */
export const xmlText = (node: XmlNode): string =>
  isElement(node) ? node.children.map(xmlText).join('') : node
