/** Documents of ours printed in the formats that other programs write, to be brought in again. */
import type {
  FootnoteDefinition,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast'
import { zip } from './read.ts'

export const treeFormats = ['html', 'docx', 'wikitext'] as const
export type TreeFormat = (typeof treeFormats)[number]

export async function printTree(
  format: TreeFormat,
  tree: Root,
): Promise<{ readonly name: string; readonly bytes: string | Uint8Array }> {
  switch (format) {
    case 'html':
      return { name: 'a.html', bytes: htmlOf(tree) }
    case 'docx':
      return { name: 'a.docx', bytes: await docxOf(tree) }
    case 'wikitext':
      return { name: 'a.wiki', bytes: wikitextOf(tree) }
  }
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const notesIn = (tree: Root): ReadonlyMap<string, FootnoteDefinition> =>
  new Map(
    tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [])),
  )

/** A paragraph in an item, a quotation or a note. */
const paragraphsIn = (node: {
  readonly children: readonly Nodes[]
}): readonly (readonly PhrasingContent[])[] =>
  node.children.flatMap((child) => (child.type === 'paragraph' ? [child.children] : []))

function htmlOf(tree: Root): string {
  const notes = notesIn(tree)
  const order = [...notes.keys()]
  const all = (nodes: readonly Nodes[]): string => nodes.map(print).join('')
  const tag = (name: string, inner: string): string => `<${name}>${inner}</${name}>`
  function print(node: Nodes): string {
    switch (node.type) {
      case 'text':
        return escaped(node.value)
      case 'heading':
        return tag(`h${node.depth}`, all(node.children))
      case 'paragraph':
        return tag('p', all(node.children))
      case 'blockquote':
        return tag('blockquote', all(node.children))
      case 'list':
        return tag(node.ordered ? 'ol' : 'ul', all(node.children))
      case 'listItem':
        return tag('li', all(node.children))
      case 'table':
        return tag(
          'table',
          node.children.map((row, i) => cells(row.children, i === 0 ? 'th' : 'td')).join(''),
        )
      case 'strong':
        return tag('b', all(node.children))
      case 'emphasis':
        return tag('i', all(node.children))
      case 'link':
        return `<a href="${escaped(node.url)}">${all(node.children)}</a>`
      case 'break':
        return '<br>'
      case 'footnoteReference': {
        const number = order.indexOf(node.identifier) + 1
        return `<sup id="cite_ref-${number}" class="reference"><a href="#fn${number}">[${number}]</a></sup>`
      }
      default:
        return ''
    }
  }
  const cells = (row: readonly Nodes[], name: string): string =>
    tag('tr', row.map((cell) => tag(name, 'children' in cell ? all(cell.children) : '')).join(''))
  const list = [...notes.values()].map(({ children }, i) => `<li id="fn${i + 1}">${all(children)}</li>`)
  const foot = list.length > 0 ? `<ol class="footnotes">${list.join('')}</ol>` : ''
  return `<!doctype html><html><head><title>x</title></head><body><article>${all(tree.children)}${foot}</article></body></html>`
}

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function docxOf(tree: Root): Promise<Uint8Array> {
  const notes = notesIn(tree)
  const printedNotes: string[] = []
  const addresses: string[] = []
  let lists = 0
  const ordered: boolean[] = []
  const run = (text: string, properties: string): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  const inlines = (nodes: readonly PhrasingContent[], properties = ''): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case 'text':
            return run(node.value.replace(/\n/g, ' '), properties)
          case 'strong':
            return inlines(node.children, `${properties}<w:b/>`)
          case 'emphasis':
            return inlines(node.children, `${properties}<w:i/>`)
          case 'link':
            addresses.push(node.url)
            return `<w:hyperlink r:id="a${addresses.length}">${inlines(node.children, properties)}</w:hyperlink>`
          case 'break':
            return '<w:r><w:br/></w:r>'
          case 'footnoteReference':
            return noteCall(node.identifier)
          default:
            return ''
        }
      })
      .join('')
  const noteCall = (identifier: string): string => {
    const note = notes.get(identifier)
    if (!note) return ''
    const id = printedNotes.length + 2
    printedNotes.push('')
    printedNotes[id - 2] = `<w:footnote w:id="${id}">${blocks(note.children)}</w:footnote>`
    return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
  }
  const paragraph = (inner: string, properties = ''): string =>
    `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
  const items = (list: List, level: number, id: number): string =>
    list.children
      .map((item: ListItem) => {
        const number = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
        return item.children
          .map((child) => {
            if (child.type === 'list') return items(child, level + 1, newList(child))
            return child.type === 'paragraph' ? paragraph(inlines(child.children), number) : blocks([child])
          })
          .join('')
      })
      .join('')
  const newList = (list: List): number => {
    ordered.push(list.ordered === true)
    return ++lists
  }
  const table = (node: Table): string =>
    `<w:tbl>${node.children
      .map(
        (row, i) =>
          `<w:tr>${i === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row.children.map((cell) => `<w:tc>${paragraph(inlines(cell.children))}</w:tc>`).join('')}</w:tr>`,
      )
      .join('')}</w:tbl>${paragraph('')}`
  const blocks = (nodes: readonly RootContent[]): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case 'heading':
            return paragraph(inlines(node.children), `<w:pStyle w:val="H${node.depth}"/>`)
          case 'paragraph':
            return paragraph(inlines(node.children))
          case 'blockquote':
            return paragraphsIn(node)
              .map((one) => paragraph(inlines(one), '<w:pStyle w:val="Quote"/>'))
              .join('')
          case 'list':
            return items(node, 0, newList(node))
          case 'table':
            return table(node)
          default:
            return ''
        }
      })
      .join('')
  const body = blocks(tree.children)
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  return zip({
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${names}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${addresses.map((address, i) => `<Relationship Id="a${i + 1}" Type="${relationships}/hyperlink" Target="${escaped(address)}" TargetMode="External"/>`).join('')}</Relationships>`,
    'word/footnotes.xml': `<w:footnotes ${names}>${printedNotes.join('')}</w:footnotes>`,
    'word/styles.xml': `<w:styles ${names}>${[1, 2, 3, 4, 5, 6].map((level) => style(`H${level}`, `heading ${level}`)).join('')}${style('Quote', 'Quote')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${names}>${ordered
      .map(
        (isOrdered, i) =>
          `<w:abstractNum w:abstractNumId="${i + 1}">${[0, 1, 2, 3].map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${isOrdered ? 'decimal' : 'bullet'}"/></w:lvl>`).join('')}</w:abstractNum>`,
      )
      .join(
        '',
      )}${ordered.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i + 1}"/></w:num>`).join('')}</w:numbering>`,
  })
}

function wikitextOf(tree: Root): string {
  const notes = notesIn(tree)
  const called = new Set<string>()
  const inlines = (nodes: readonly PhrasingContent[]): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case 'text':
            return wikiText(node.value)
          case 'strong':
            return `'''${inlines(node.children)}'''`
          case 'emphasis':
            return `''${inlines(node.children)}''`
          case 'link':
            return /^https?:/.test(node.url)
              ? `[${node.url.replace(/[[\]]/g, encodeURIComponent)} ${inlines(node.children)}]`
              : `[[Page|${inlines(node.children)}]]`
          case 'break':
            return '<br />'
          case 'footnoteReference':
            return noteCall(node.identifier)
          default:
            return ''
        }
      })
      .join('')
  const noteCall = (identifier: string): string => {
    const note = notes.get(identifier)
    if (!note) return ''
    if (called.has(identifier)) return `<ref name="${identifier}" />`
    called.add(identifier)
    return `<ref name="${identifier}">${paragraphsIn(note).map(inlines).join(' ')}</ref>`
  }
  const items = (list: List, marks: string): string =>
    list.children
      .map((item) => {
        const own = `${marks}${list.ordered === true ? '#' : '*'}`
        const below = item.children.flatMap((child) => (child.type === 'list' ? [items(child, own)] : []))
        return [`${own} ${paragraphsIn(item).map(inlines).join('<br />')}`, ...below].join('\n')
      })
      .join('\n')
  const print = (node: RootContent): string => {
    switch (node.type) {
      case 'heading':
        return `${'='.repeat(node.depth)} ${inlines(node.children)} ${'='.repeat(node.depth)}`
      case 'paragraph':
        return inlines(node.children)
      case 'blockquote':
        return `<blockquote>${paragraphsIn(node).map(inlines).join('\n\n')}</blockquote>`
      case 'list':
        return items(node, '')
      case 'table':
        return `{| class="wikitable"\n${node.children
          .map(
            (row, i) =>
              `|-\n${row.children.map((cell) => `${i === 0 ? '!' : '|'} ${inlines(cell.children)}`).join('\n')}`,
          )
          .join('\n')}\n|}`
      default:
        return ''
    }
  }
  return `${tree.children.map(print).join('\n\n')}\n`
}

/** Signs that wikitext would read are written as they are. */
const wikiText = (text: string): string => {
  const line = text.replace(/\n/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return /''|[[\]{}|*#=!~;:]/.test(line) ? line.replace(/''+|[[\]{}|*#=!~;:]+/g, '<nowiki>$&</nowiki>') : line
}
