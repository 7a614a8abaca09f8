import { describe, expect, it } from 'vitest'
import type { ImportedDocument } from '../../draft.ts'
import { png, read, refusal, zip } from '../../testing/read.ts'

const spaces = Object.entries({
  office: 'office',
  style: 'style',
  text: 'text',
  table: 'table',
  draw: 'drawing',
  fo: 'xsl-fo-compatible',
  svg: 'svg-compatible',
})
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const names = `${spaces} xmlns:xlink="http://www.w3.org/1999/xlink"`

const odt = (
  body: string,
  styles = '',
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Uint8Array> =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...parts,
  })

const p = (text: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${text}</text:p>`
const h = (text: string, level: number): string => `<text:h text:outline-level="${level}">${text}</text:h>`
const style = (name: string, properties: string, parent = ''): string =>
  `<style:style style:name="${name}" style:parent-style-name="${parent}"><style:text-properties ${properties}/></style:style>`
const item = (text: string): string => `<text:list-item>${p(text)}</text:list-item>`
const open = async (...parts: Parameters<typeof odt>): Promise<ImportedDocument> =>
  read('a.odt', await odt(...parts))

describe('an OpenDocument text', () => {
  it('keeps title, headings, marks, links and notes', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>On page 4.</text:p></text:note-body></text:note>'
    const link = '<text:a xlink:href="https://example.org/mill">the mill</text:a>'
    const { title, markdown } = await open(
      p('The well', 'Title') +
        h('Water', 2) +
        p(`It is <text:span text:style-name="B">deep </text:span>${note}, near ${link}.`) +
        h('Rope', 2) +
        p('H<text:span text:style-name="Low">2</text:span>O<text:line-break/>is<text:s text:c="2"/>cold.'),
      style('B', 'fo:font-weight="bold"') + style('Low', 'style:text-position="sub 58%"'),
    )
    expect(title).toBe('The well')
    expect(markdown).toBe(
      '## Water\n\nIt is **deep** [^n1], near [the mill](https://example.org/mill).\n\n## Rope\n\nH<sub>2</sub>O\\\nis cold.\n\n[^n1]: On page 4.\n',
    )
  })

  it('nests lists of two kinds, with a start of their own', async () => {
    const numbered =
      '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
    const { markdown } = await open(
      `<text:list text:style-name="N"><text:list-item text:start-value="3">${p('three')}<text:list>${item('a')}</text:list></text:list-item>${item('four')}</text:list>`,
      numbered,
    )
    expect(markdown).toBe('3. three\n   - a\n4. four\n')
  })

  it('keeps a table with its heads and wide cells', async () => {
    const cell = (text: string, attributes = ''): string =>
      `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`
    const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`
    const { markdown } = await open(
      `<table:table><table:table-header-rows>${row(cell('Year') + cell('Calls'))}</table:table-header-rows>${row(cell('none', 'table:number-columns-spanned="2"') + '<table:covered-table-cell/>')}${row(cell('2019') + cell('7'))}</table:table>`,
    )
    expect(markdown).toBe('| Year | Calls |\n| ---- | ----- |\n| none |       |\n| 2019 | 7     |\n')
  })

  it('keeps an image with its caption, text in a frame, and the notation of a formula', async () => {
    const frame = (inner: string): string => `<draw:frame>${inner}</draw:frame>`
    const image = frame('<draw:image xlink:href="Pictures/a.png"/>')
    const formula = frame('<draw:object xlink:href="./Object 1"/>')
    const document = await open(
      p(`Before.${frame(`<draw:text-box>${p(`${image}The well in May`)}</draw:text-box>`)}`) +
        p(frame(`<draw:text-box>${p('Call 152.')}</draw:text-box>`)) +
        p(`So ${formula}.`),
      '',
      {
        'Pictures/a.png': png,
        'Object 1/content.xml':
          '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi><annotation>E = m c^2</annotation></math>',
      },
    )
    expect(document.markdown).toBe(
      'Before.\n\n![The well in May](image-1.png)\n\nCall 152.\n\nSo E = m c^2.\n',
    )
    expect([...document.images.keys()]).toEqual(['image-1.png'])
    expect(document.remarks.map(({ code }) => code)).toEqual(['formula'])
  })

  it('leaves out hidden text, comments, deleted passages and names, and says so', async () => {
    const document = await open(
      `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Nigar</dc:creator></office:change-info>${p('Gone.')}</text:deletion></text:changed-region></text:tracked-changes>` +
        p(
          `Kept. <text:span text:style-name="H">Hidden by style.</text:span><office:annotation>${p('Is this true?')}</office:annotation>`,
        ) +
        `<text:section text:display="none">${p('Hidden section.')}</text:section>` +
        p('<text:hidden-text text:string-value="Hidden field."/>'),
      style('S', 'text:display="none"') + style('H', '', 'S'),
      { 'meta.xml': '<a>Nigar</a>' },
    )
    expect(document.markdown).toBe('Kept.\n')
    expect(JSON.stringify(document)).not.toContain('Nigar')
    expect(document.remarks.map(({ words, text }) => words ?? text)).toEqual([
      'Passages that a tracked change deleted are left out: 1.',
      'Hidden by style.',
      'Is this true?',
      'Hidden section.',
      'Hidden field.',
    ])
  })

  it.each([
    [
      'without a text',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'a.xml': '<a/>' }),
      /no text/,
    ],
    ['with wrong XML', odt('<text:p>'), /damaged/],
    ['with an entity', odt('&x;'), /damaged/],
    ['nested without end', odt('<text:section>'.repeat(500) + '</text:section>'.repeat(500)), /damaged/],
  ])('is refused %s', async (_what, bytes, sentence) => {
    expect(await refusal('a.odt', await bytes)).toMatch(sentence)
  })
})
