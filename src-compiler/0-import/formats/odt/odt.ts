/**
 * An OpenDocument text, by its own XML. Hidden text, comments, deleted passages and the table of contents stay behind,
 * and the remarks say so. Nothing of `meta.xml` is read: it names people.
 */
import type { Element, ElementContent } from 'hast'
import { success } from '../../../../src-library/model/outcome.ts'
import { refuse } from '../../refusal.ts'
import { emptyDraft, leftOut, type Reader, type Remark } from '../../draft.ts'
import { unzip } from '../../unzip.ts'
import { descendants, parseXml, xmlText, type XmlElement } from '../../xml.ts'
import { OdtBody } from './body.ts'
import { Styles } from './styles.ts'

const wanted = /^(?:content|styles)\.xml$|^Pictures\/|^Object [^/]*\/content\.xml$/

/** Our prefixes by the last parts of OpenDocument's namespaces. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ...['office', 'style', 'text', 'table', 'drawing', 'xsl-fo-compatible', 'svg-compatible', 'meta'].map(
    (name): [string, string] => [
      `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`,
      { drawing: 'draw', 'xsl-fo-compatible': 'fo', 'svg-compatible': 'svg' }[name] ?? name,
    ],
  ),
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
])

export const readOdt: Reader = async (bytes) => {
  const files = await unzip(bytes, (path) => wanted.test(path))
  if (!files.ok) return files
  const part = (path: string): XmlElement | null => {
    const found = files.value.get(path)
    return found === undefined ? null : parseXml(new TextDecoder().decode(found), prefixes)
  }
  try {
    const content = part('content.xml')
    if (content === null)
      return refuse('damaged', 'The file holds no text. Open it in LibreOffice and save it as .odt again.')
    const styles = part('styles.xml')
    const body = new OdtBody(new Styles(styles ? [styles, content] : [content]), {
      image: (path) => files.value.get(path),
      formula: (path) => formulaOf(part(`${path}/content.xml`)),
    })
    const text = [...descendants(content, 'office:text')][0]
    if (!text)
      return refuse('unknown-kind', 'This is no OpenDocument text. Open it and save it as .odt or .docx.')
    const { title, rest } = takeTitle(body.blocks(text.children))
    const remarks: Remark[] = [...body.remarks, ...marginsOf(styles)]
    return success({
      ...emptyDraft,
      title,
      images: body.images,
      remarks,
      tree: { type: 'root', children: [...rest, ...body.notes] },
    })
  } catch {
    return refuse('damaged', 'The file is damaged. Open it in LibreOffice and save it as .odt again.')
  }
}

/** The formula as it is written for a person: its own notation, else its signs. */
function formulaOf(object: XmlElement | null): string | null {
  if (object === null) return null
  const [notation] = [...descendants(object, 'math:annotation')]
  const words = xmlText(notation ?? object)
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? null : words
}

/** Headers and footers are told. */
function marginsOf(styles: XmlElement | null): readonly Remark[] {
  if (!styles) return []
  return ['style:header', 'style:footer'].flatMap((name) =>
    [...descendants(styles, name)].flatMap((margin) => {
      const words = [...descendants(margin, 'text:p')].map(xmlText).join(' ').trim()
      return words === '' ? [] : [leftOut('header-footer', words, 'A header or footer is left out')]
    }),
  )
}

/** The paragraph in the style of titles, or the only heading of the first level where it comes first. */
function takeTitle(blocks: readonly ElementContent[]): {
  readonly title: string | null
  readonly rest: readonly ElementContent[]
} {
  const elements = blocks.filter((node): node is Element => node.type === 'element')
  const firsts = elements.filter(({ tagName }) => tagName === 'h1')
  const title =
    elements.find(({ properties }) => [properties['className']].flat().includes('title')) ??
    (firsts.length === 1 && firsts[0] === elements[0] ? firsts[0] : undefined)
  const words = title === undefined ? '' : textOf(title)
  return words === ''
    ? { title: null, rest: blocks }
    : { title: words, rest: blocks.filter((node) => node !== title) }
}

const textOf = (node: ElementContent): string =>
  (node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textOf).join('') : '')
    .replace(/\s+/g, ' ')
    .trim()
