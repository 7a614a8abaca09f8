import { describe, expect, it } from 'vitest'
import { read, refusal, zip } from './testing/read.ts'

const odtType = 'application/vnd.oasis.opendocument.text'
const epubType = 'application/epub+zip'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'

const docx = (
  body: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
  start = '',
): Promise<Uint8Array> =>
  zip({
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `${start}<w:document xmlns:w="${word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
const odt = (body: string, start = ''): Promise<Uint8Array> =>
  zip({
    mimetype: odtType,
    'content.xml': `${start}<office:document-content ${office}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  })
const epub = (opf: string, more: Readonly<Record<string, string>> = {}): Promise<Uint8Array> =>
  zip({
    mimetype: epubType,
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    'a.opf': opf,
    ...more,
  })
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const nested = (tag: string, times: number, inner = 'x'): string =>
  `<${tag}>`.repeat(times) + inner + `</${tag}>`.repeat(times)
const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'abcdefghij'[i + 1] ?? ''} "${`&${'abcdefghij'[i] ?? ''};`.repeat(10)}">`).join('')}]>`

/** Whether the directory names a packed file here. */
const isPacked = (view: DataView, at: number): boolean =>
  view.getUint32(at, true) === 0x02014b50 && view.getUint16(at + 10, true) === 8

/** A zip whose directory says another size for each of its files. */
function withSizes(bytes: Uint8Array, size: number): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at++) if (isPacked(view, at)) view.setUint32(at + 24, size, true)
  return changed
}
/** A zip whose files say that they are locked. */
function withFlag(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at++) if (isPacked(view, at)) view.setUint16(at + 8, 1, true)
  return changed
}
const pdf = (text: string): string => `%PDF-1.7\n${text}\n%%EOF`

/** Milliseconds on a slow and busy machine. */
const longest = 30_000
/** Bytes that a file may hold on to: the process that reads it is ended at 1 GB. */
const mostMemory = 512 * 1024 ** 2

describe('a hostile file', () => {
  it.each<[string, string, () => Promise<string | Uint8Array> | string | Uint8Array, RegExp]>([
    [
      'a zip that says it unpacks to gigabytes',
      'a.docx',
      async () => withSizes(await docx(p('x')), 0x7fffffff),
      /larger than 256 MB/,
    ],
    [
      'a zip that holds more than it says',
      'a.odt',
      async () => withSizes(await odt('x'.repeat(9_000)), 10),
      /damaged/,
    ],
    ['a locked zip', 'a.docx', async () => withFlag(await docx(p('x'))), /password/],
    [
      'a zip that leads out of its folder',
      'a.epub',
      () => zip({ mimetype: epubType, '../../etc/passwd': 'x' }),
      /damaged/,
    ],
    ['a zip that is cut off', 'a.docx', async () => (await docx(p('x'))).subarray(0, 400), /damaged/],
    ['a zip of nothing that we know', 'a.zip', () => zip({ 'a.exe': 'MZ' }), /Unpack it/],
    [
      'a Word file without a text',
      'a.docx',
      () => zip({ 'word/document2.xml': '<a/>' }),
      /can’t be read|damaged/,
    ],
    ['a Word file with entities', 'a.docx', () => docx(p('&j;'), {}, laughs), /damaged/],
    [
      'a Word file with an outside entity',
      'a.docx',
      () => docx(p('&x;'), {}, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      /damaged/,
    ],
    ['an OpenDocument text with entities', 'a.odt', () => odt('<text:p>&j;</text:p>', laughs), /damaged/],
    ['an OpenDocument text nested without end', 'a.odt', () => odt(nested('text:section', 5_000)), /damaged/],
    ['an OpenDocument text of wrong XML', 'a.odt', () => odt('<text:p></text:q>'), /damaged/],
    [
      'an e-book with entities',
      'a.epub',
      () => epub(`${laughs}<package><metadata><title>&j;</title></metadata></package>`),
      /damaged/,
    ],
    ['an e-book without a package', 'a.epub', () => epub('', {}), /damaged/],
    [
      'a wiki with entities',
      'a.xml',
      () => `<?xml version="1.0"?>${laughs}<mediawiki><page><title>&j;</title></page></mediawiki>`,
      /damaged/,
    ],
    [
      'a wiki that never ends',
      'a.xml',
      () => `<mediawiki>${'<page><title>a</title>'.repeat(20_000)}`,
      /damaged/,
    ],
    [
      'a page of a wiki that is longer than a book',
      'a.xml',
      () =>
        `<mediawiki><page><title>a</title><ns>0</ns><revision><text>${'a '.repeat(2_100_000)}</text></revision></page></mediawiki>`,
      /no article/,
    ],
    [
      'a message of messages',
      'a.mht',
      () =>
        `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n${'--b\nContent-Type: multipart/related; boundary=b\n\n'.repeat(3_000)}`,
      /no web page/,
    ],
    ['a text of fifty megabytes', 'a.txt', () => 'word '.repeat(10_000_000), /larger than 20 MB/],
    ['a table without end', 'a.csv', () => 'a,b\n'.repeat(300_000), /2,000 rows/],
    ['a table of too many columns', 'a.csv', () => `${'a,'.repeat(100_000)}\n`, /60 columns/],
    ['Markdown of quotations in quotations', 'a.md', () => `${'> '.repeat(20_000)}x`, /nested too deep/],
    ['Markdown of lists in lists', 'a.md', () => `${'- '.repeat(20_000)}x`, /nested too deep/],
    ['a PDF of nothing', 'a.pdf', () => pdf('garbage'), /damaged/],
    [
      'a PDF whose pages lead to themselves',
      'a.pdf',
      () =>
        pdf(
          '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>',
        ),
      /damaged/,
    ],
    [
      'a program under the name of a text',
      'a.doc',
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
      /old Word file/,
    ],
    ['an empty file', 'a.txt', () => '', /empty/],
  ])('ends with a sentence: %s', async (_what, name, make, sentence) => {
    const start = performance.now()
    const said = await refusal(name, await make())
    expect(said).toMatch(sentence)
    expect(said).toMatch(/^[A-Z].*[.]$/)
    expect(performance.now() - start).toBeLessThan(longest)
  })

  it.each<[string, string, () => Promise<string | Uint8Array> | string | Uint8Array]>([
    ['a page of boxes in boxes', 'a.html', () => nested('div', 3_000)],
    ['a page of marks in marks', 'a.html', () => nested('b', 3_000)],
    [
      'a page of lists in lists',
      'a.html',
      () => nested('ul><li', 1_000).replaceAll('</ul><li>', '</li></ul>'),
    ],
    [
      'a page whose cells span without end',
      'a.html',
      () => `<table>${'<tr><td colspan=100000 rowspan=100000>x</td></tr>'.repeat(300)}</table>`,
    ],
    [
      'a page whose notes call each other',
      'a.html',
      () =>
        Array.from(
          { length: 2_000 },
          (_, i) => `<li id="f${i}"><sup><a href="#f${(i + 1) % 2_000}">[1]</a></sup> note</li>`,
        ).join(''),
    ],
    [
      'a Word file of shapes in shapes',
      'a.docx',
      () =>
        docx(
          `<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>${'<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r>'.repeat(200)}<w:t>x</w:t>${'</w:r></w:p></w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent>'.repeat(200)}</w:r></w:p>`,
        ),
    ],
    ['a page of brackets', 'a.html', () => '<'.repeat(300_000)],
    ['a page with one long attribute', 'a.html', () => `<p class="${'a '.repeat(500_000)}">x`],
    [
      'a Word file of tables in tables',
      'a.docx',
      () =>
        docx(
          nested('w:tbl><w:tr><w:tc', 300, p('x')).replaceAll(
            '</w:tbl><w:tr><w:tc>',
            '</w:tc></w:tr></w:tbl>',
          ),
        ),
    ],
    [
      'an e-book whose chapters name each other',
      'a.epub',
      () =>
        epub(
          '<package><manifest><item id="a" href="a.xhtml" media-type="text/html"/></manifest><spine><itemref idref="a"/><itemref idref="a"/></spine></package>',
          { 'a.xhtml': '<a href="a.xhtml">x</a>' },
        ),
    ],
    ['wikitext of brackets', 'a.wiki', () => '[['.repeat(5_000)],
    ['wikitext of braces', 'a.wiki', () => '{{'.repeat(5_000)],
    ['a text of one line', 'a.txt', () => 'word '.repeat(200_000)],
    ['a text of zeros', 'a.txt', () => new Uint8Array(1_000_000)],
    ['a text of halves of signs', 'a.txt', () => '\ud800\udc00\ud800 '.repeat(10_000)],
    ['a table with a quote that is never closed', 'a.csv', () => `a,"${'b'.repeat(1_000_000)}`],
  ])('is read or refused in time: %s', async (_what, name, make) => {
    const before = process.memoryUsage().heapUsed
    const start = performance.now()
    const said = await refusal(name, await make())
    expect(said === 'read' || /^[A-Z].*[.]$/.test(said)).toBe(true)
    expect(performance.now() - start).toBeLessThan(longest)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(mostMemory)
  })

  it('gives no file of the computer away that it links to', async () => {
    const image =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    const bytes = await docx(p('Kept.') + image, {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    })
    const said = await refusal('a.docx', bytes)
    expect(said === 'read' || !said.includes('root:')).toBe(true)
    if (said === 'read')
      expect(JSON.stringify([...(await read('a.docx', bytes)).images.values()])).not.toContain('root')
  })

  it('loses its macros', async () => {
    const file = await read('a.docm', await docx(p('Kept.'), { 'word/vbaProject.bin': 'Sub AutoOpen()' }))
    expect(file.markdown).toBe('Kept.\n')
    expect(JSON.stringify(file)).not.toContain('AutoOpen')
  })
})
