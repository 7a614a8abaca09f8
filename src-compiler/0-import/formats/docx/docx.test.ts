import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { ImportedDocument } from '../../draft.ts'
import { importDocument } from '../../import.ts'

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file with this body, and other parts by path. */
async function word(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file('word/document.xml', `<w:document ${names}><w:body>${body}</w:body></w:document>`)
  for (const [path, text] of Object.entries(parts)) zip.file(path, text)
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
const style = (id: string, properties: string): string =>
  `<w:style w:type="character" w:styleId="${id}">${properties}</w:style>`

async function read(bytes: Uint8Array): Promise<ImportedDocument> {
  const document = await importDocument(bytes, { name: 'a.docx', encoding: null, format: null })
  if (!document.ok) throw new Error(document.failure.text)
  return document.value
}
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const document = await importDocument(bytes, { name: 'a.docx', encoding: null, format: null })
  return document.ok ? 'read' : document.failure.text
}

describe('a Word file', () => {
  it('keeps title, headings, notes, links and marks', async () => {
    const heading = '<w:pStyle w:val="Heading1"/>'
    const footnotes = `<w:footnotes ${names}><w:footnote w:id="2">${p(run('On page 4.'))}</w:footnote></w:footnotes>`
    const bytes = await word(
      p(run('The well'), '<w:pStyle w:val="Title"/>') +
        p(run('It is ') + run('deep', '<w:b/>') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run('.')) +
        p(run('Water'), heading) +
        p(run('Cold.')) +
        p(run('Rope'), heading) +
        p(run('Long.')),
      {
        'word/styles.xml': `<w:styles ${names}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
        'word/footnotes.xml': footnotes,
      },
    )
    const { title, markdown } = await read(bytes)
    expect(title).toBe('The well')
    expect(markdown).toBe('It is **deep**[^2].\n\n# Water\n\nCold.\n\n# Rope\n\nLong.\n\n[^2]: On page 4.\n')
  })

  it('leaves hidden text out and says so, also where a style hides it', async () => {
    const bytes = await word(
      p(
        run('Open. ') +
          run('Directly hidden. ', '<w:vanish/>') +
          run('By style. ', '<w:rStyle w:val="Based"/>') +
          run('Shown after all. ', '<w:rStyle w:val="Based"/><w:vanish w:val="0"/>') +
          run('Once hidden. ', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
      ),
      {
        'word/styles.xml': `<w:styles ${names}>${style('Secret', '<w:rPr><w:vanish/></w:rPr>')}${style('Based', '<w:basedOn w:val="Secret"/>')}</w:styles>`,
      },
    )
    const { markdown, remarks } = await read(bytes)
    expect(markdown).toBe('Open. Shown after all. Once hidden.\n')
    expect(remarks.map(({ text }) => text)).toEqual([
      'Hidden text is left out: “Directly hidden.”',
      'Hidden text is left out: “By style.”',
    ])
  })

  it('leaves comments, headers, authors and deleted passages out', async () => {
    const bytes = await word(
      p(run('Kept.') + `<w:del w:author="Nigar"><w:r><w:delText>Gone.</w:delText></w:r></w:del>`),
      {
        'word/comments.xml': `<w:comments ${names}><w:comment w:author="Nigar">${p(run('Is this true?'))}</w:comment></w:comments>`,
        'word/header1.xml': `<w:hdr ${names}>${p(run('Draft of May'))}</w:hdr>`,
        'docProps/core.xml': '<a>Nigar</a>',
      },
    )
    const document = await read(bytes)
    expect(document.markdown).toBe('Kept.\n')
    expect(document.author).toBeNull()
    expect(JSON.stringify(document)).not.toContain('Nigar')
    expect(document.remarks.map(({ code }) => code).sort()).toEqual([
      'comments-left-out',
      'header-footer',
      'tracked-changes',
    ])
  })

  it('keeps the signs of a formula, and the words of a field', async () => {
    const bytes = await word(
      p(
        run('So ') +
          '<m:oMathPara><m:oMath><m:r><m:t>a&lt;b</m:t></m:r></m:oMath></m:oMathPara>' +
          `<w:fldSimple w:instr="DATE">${run(' in May')}</w:fldSimple>`,
      ),
    )
    const { markdown, remarks } = await read(bytes)
    expect(markdown).toBe('So a\\<b in May\n')
    expect(remarks.map(({ code }) => code)).toEqual(['formula'])
  })

  it('keeps the place in a link that a field writes', async () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    const link = `<w:r><w:instrText> HYPERLINK "https://example.org/a" \\l "part" </w:instrText></w:r>`
    const { markdown } = await read(
      await word(p(field('begin') + link + field('separate') + run('The mill') + field('end'))),
    )
    expect(markdown).toBe('[The mill](https://example.org/a#part)\n')
  })

  it('makes a heading of a bold line with text behind it', async () => {
    const { markdown } = await read(await word(p(run('Water', '<w:b/>')) + p(run('Cold.'))))
    expect(markdown).toBe('## Water\n\nCold.\n')
  })

  it('keeps the words of shapes, in whatever form they are written, once', async () => {
    const spaces =
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    const box = (text: string): string => `<w:txbxContent>${p(run(text))}</w:txbxContent>`
    const drawn = (text: string): string =>
      `<w:drawing><inline><shape>${box(text)}</shape></inline></w:drawing>`
    const old = (text: string, shape = 'v:shape'): string =>
      `<w:pict><${shape}><v:textbox>${box(text)}</v:textbox></${shape}></w:pict>`
    const forms = (choice: string, fallback: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
    const shapes = [
      drawn('New.'),
      old('Old.'),
      old('Round.', 'v:oval'),
      forms(drawn('Both.'), old('Both.')),
      forms(drawn('New alone.'), '<w:pict/>'),
      `<mc:AlternateContent><mc:Choice Requires="wps">${drawn('No old form.')}</mc:Choice></mc:AlternateContent>`,
    ]
    const { markdown, remarks } = await read(
      await word(
        `<w:p ${spaces}>${run('A well.')}${shapes.map((shape) => `<w:r>${shape}</w:r>`).join('')}</w:p>`,
      ),
    )
    expect(markdown).toBe('A well.\n\nNew.\n\nOld.\n\nRound.\n\nBoth.\n\nNew alone.\n\nNo old form.\n')
    expect(remarks).toEqual([])
  })

  it('knows a heading by the style that its style is based on, and by its place in the outline', async () => {
    const named = (id: string, name: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
    const styles = [
      named('H2', 'heading 2', ''),
      named('Own', "The chapter's own", '<w:basedOn w:val="H2"/>'),
      named('Deep', 'Deep', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      named('No', 'No heading', '<w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    ]
    const { markdown } = await read(
      await word(
        ['H2', 'Own', 'Deep', 'No'].map((id) => p(run(id), `<w:pStyle w:val="${id}"/>`)).join('') +
          p(run('Text.')),
        { 'word/styles.xml': `<w:styles ${names}>${styles.join('')}</w:styles>` },
      ),
    )
    expect(markdown).toBe('## H2\n\n## Own\n\n### Deep\n\nNo\n\nText.\n')
  })

  it('keeps the numbers of its lists', async () => {
    const item = (text: string, list = 1, level = 0): string =>
      p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
    const levels = [0, 1].map(
      (level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>`,
    )
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const body =
      item('one') +
      item('below', 1, 1) +
      p(run('Between.')) +
      item('two') +
      item('below', 1, 1) +
      item('five', 2) +
      item('six', 2)
    const { markdown } = await read(
      await word(body, {
        'word/numbering.xml': `<w:numbering ${names}><w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>${again}</w:num></w:numbering>`,
      }),
    )
    expect(markdown).toBe('1. one\n   1. below\n\nBetween.\n\n2. two\n   1. below\n\n5) five\n6) six\n')
  })

  it('tells the list of contents, and words that it can’t read', async () => {
    const { markdown, remarks } = await read(
      await word(
        p(run('Water 1'), '<w:pStyle w:val="TOC1"/>') +
          p(
            run('Cold.') +
              `<w:ruby><w:rt>${run('shui')}</w:rt><w:rubyBase>${run('Kept.')}</w:rubyBase></w:ruby>`,
          ),
        {
          'word/styles.xml': `<w:styles ${names}><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`,
        },
      ),
    )
    expect(markdown).toBe('Cold.Kept.\n')
    expect(remarks.map(({ text }) => text)).toEqual([
      'The list of contents is left out: “Water 1”',
      'Words that can’t be read are left out: “shui”',
    ])
  })

  it('refuses a file with a document type, with too many parts, and one that is cut off', async () => {
    const entity = `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${names}><w:body>${p(run('&x;'))}</w:body></w:document>`
    expect(await refusal(await word('', { 'word/document.xml': entity }))).toMatch(/damaged/)
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`word/${i}.txt`, '']))
    expect(await refusal(await word('', many))).toMatch(/5,000 parts/)
    expect(await refusal((await word(p(run('Cut.')))).subarray(0, 300))).toMatch(/damaged/)
  })
})
