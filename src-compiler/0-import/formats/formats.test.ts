import { describe, expect, it } from 'vitest'
import { png, read, refusal, zip } from '../testing/read.ts'

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>'
const opf = (chapters: readonly string[]): string =>
  `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The well</dc:title><dc:language>az</dc:language><dc:creator>Nigar</dc:creator></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${chapters.map((name) => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine><itemref idref="nav"/>${chapters.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`
const chapter = (body: string): string =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`
const epub = (
  chapters: Readonly<Record<string, string>>,
  order = Object.keys(chapters),
): Promise<Uint8Array> =>
  zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container,
    'OEBPS/a.opf': opf(order),
    'OEBPS/nav.xhtml': chapter('<nav>Contents</nav>'),
    'OEBPS/a.png': png,
    ...Object.fromEntries(
      Object.entries(chapters).map(([name, body]) => [`OEBPS/${name}.xhtml`, chapter(body)]),
    ),
  })

describe('an e-book', () => {
  it('is its chapters in order, with notes from other chapters, without its title', async () => {
    const book = await read(
      'a.epub',
      await epub({
        one: '<h1>The well</h1><h2>Water</h2><a id="x"/><p>It is deep<a epub:type="noteref" href="two.xhtml#n">1</a>.</p><img src="a.png" alt="A well"/>',
        two: '<h2>Rope</h2><p>It is long.</p><aside epub:type="footnote" id="n"><p>On page 4.</p></aside>',
      }),
    )
    expect([book.title, book.language, book.author]).toEqual(['The well', 'az', null])
    expect(book.markdown).toBe(
      '## Water\n\nIt is deep[^n1].\n\n![A well](image-1.png)\n\n## Rope\n\nIt is long.\n\n[^n1]: On page 4.\n',
    )
  })

  it('reads a chapter once that the spine names again', async () => {
    expect((await read('a.epub', await epub({ one: '<p>Once.</p>' }, ['one', 'one']))).markdown).toBe(
      'Once.\n',
    )
  })

  it('is refused when it is damaged or locked', async () => {
    const mimetype = 'application/epub+zip'
    expect(await refusal('a.epub', await zip({ mimetype, 'a.xml': '' }))).toMatch(/damaged/)
    expect(await refusal('a.epub', await zip({ mimetype, 'META-INF/rights.xml': '' }))).toMatch(/locked/)
  })
})

describe('a web page in one file', () => {
  const mht = (html: string, encoding = 'quoted-printable'): string =>
    `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://example.org/well/a.html\r\n\r\n${html}\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <i>\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/well/a.png\r\n\r\n${Buffer.from(png).toString('base64')}\r\n--b--\r\n`

  it('keeps its letters, its images by all their names, and its address', async () => {
    const page = await read(
      'a.mht',
      mht(
        '<p>=CA=EE=EB=EE=E4=E5=F6 =\r\nглубок</p><img src=3D"a.png"><img src=3D"cid:i">'.replace(
          'глубок',
          '=E3=EB',
        ),
      ),
    )
    expect(page.markdown).toBe('Колодец гл\n\n![](image-1.png)\n\n![](image-2.png)\n')
    expect(page.address).toBe('https://example.org/well/a.html')
  })

  it('is refused without a page', async () => {
    expect(await refusal('a.mht', 'MIME-Version: 1.0\nContent-Type: text/plain\n\nHello')).toMatch(
      /no web page/,
    )
  })
})

describe('a table of values', () => {
  it.each([',', ';', '\t'])('becomes a table, its columns apart by %j', async (sign) => {
    const { title, markdown } = await read(
      'calls_by_year.csv',
      `Year${sign}Calls\n2019${sign}"7${sign}5"\n2020\n`,
    )
    expect(title).toBe('calls by year')
    expect(markdown).toBe(
      `| Year | Calls |\n| ---- | ----- |\n| 2019 | 7${sign === '\t' ? ' ' : sign}5   |\n| 2020 |       |\n`,
    )
  })

  it('is refused when it is longer than a page can be', async () => {
    expect(await refusal('a.csv', 'a\n'.repeat(2_002))).toMatch(/2,000 rows/)
  })
})

describe('Markdown of others', () => {
  it('is written in our dialect, its front matter kept', async () => {
    const document = await read(
      'a.md',
      '---\ntitle: The well\ndate: 2026-05-04\nlang: az\n---\n# Water\n\nIt is __deep__[^a], {see} <b>here</b>.\n\n* one\n* two\n\n<div>Kept too.</div>\n\n[^a]: On page 4.\n',
    )
    expect([document.title, document.date, document.language]).toEqual(['The well', '2026-05-04', 'az'])
    expect(document.markdown).toBe(
      '# Water\n\nIt is **deep**[^a], {see} here.\n\n- one\n- two\n\nKept too.\n\n[^a]: On page 4.\n',
    )
  })

  it('takes its only first heading for the title', async () => {
    const { title, markdown } = await read('a.md', '# The well\n\n## Water\n\nCold.\n')
    expect([title, markdown]).toEqual(['The well', '## Water\n\nCold.\n'])
  })
})

describe('the export of a wiki', () => {
  const page = (title: string, text: string, more = '<ns>0</ns>'): string =>
    `<page><title>${title}</title>${more}<revision><contributor><username>Nigar</username></contributor><text>${text}</text></revision></page>`
  const wiki = (...pages: readonly string[]): string =>
    `<mediawiki xml:lang="az"><siteinfo><sitename>Quyular</sitename><base>https://az.example.org/wiki/Main</base></siteinfo>${pages.join('')}</mediawiki>`
  const all = wiki(
    page('The well', "It is '''deep'''."),
    page('Talk:The well', 'I disagree.', '<ns>1</ns>'),
    page('Quyu', '#REDIRECT [[The well]]', '<ns>0</ns><redirect title="The well"/>'),
    page('The mill', 'It turns.'),
  )

  it('becomes one document for each article, from its last revision', async () => {
    const file = await read('a.xml', all)
    expect(
      [file, ...file.more].map(({ title, markdown, address, site, language }) => [
        title,
        markdown,
        address,
        site,
        language,
      ]),
    ).toEqual([
      ['The well', 'It is **deep**.\n', 'https://az.example.org/wiki/The_well', 'Quyular', 'az'],
      ['The mill', 'It turns.\n', 'https://az.example.org/wiki/The_mill', 'Quyular', 'az'],
    ])
    expect(JSON.stringify(file)).not.toContain('Nigar')
    expect(file.remarks.map(({ text }) => text)).toEqual([
      'A page that leads to another is left out: Quyu → The well.',
    ])
  })

  it('is the pages that are named', async () => {
    expect((await read('a.xml', all, { pages: ['The mill'] })).title).toBe('The mill')
  })

  it('is refused when it is cut off', async () => {
    expect(await refusal('a.xml', all.slice(0, 300))).toMatch(/cut off/)
  })
})
