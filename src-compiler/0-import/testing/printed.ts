/** Random documents, printed in the formats that are brought in. Each word is unique, so that it can be looked for anywhere. */
import fc from 'fast-check'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { zip } from './read.ts'

type Inline = {
  readonly mark: 'plain' | 'bold' | 'italic' | 'link' | 'hidden' | 'note'
  readonly words: number
}
type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly words: number }
  | { readonly kind: 'paragraph' | 'quotation'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly columns: number; readonly rows: readonly number[] }
export type RandomDocument = readonly Block[]

const inline: fc.Arbitrary<Inline> = fc.record({
  mark: fc.constantFrom('plain', 'plain', 'bold', 'italic', 'link', 'hidden', 'note'),
  words: fc.integer({ min: 1, max: 12 }),
})
const inlines = fc.array(inline, { minLength: 1, maxLength: 5 })

export const randomDocument: fc.Arbitrary<RandomDocument> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.integer({ min: 1, max: 4 }),
      words: fc.integer({ min: 1, max: 5 }),
    }),
    fc.record({ kind: fc.constantFrom('paragraph' as const, 'quotation' as const), inlines }),
    fc.record({
      kind: fc.constant('list' as const),
      isNumbered: fc.boolean(),
      items: fc.array(inlines, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.integer({ min: 1, max: 3 }),
      rows: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    }),
  ),
  { minLength: 1, maxLength: 12 },
)

export const printedFormats = [
  'html',
  'mht',
  'epub',
  'docx',
  'odt',
  'wikitext',
  'mediawiki',
  'markdown',
  'text',
  'csv',
  'pdf',
] as const
export type PrintedFormat = (typeof printedFormats)[number]

/** How a format writes things. */
type Printer = {
  readonly heading: (level: number, text: string) => string
  readonly paragraph: (text: string) => string
  readonly quotation: (text: string) => string
  readonly list: (isNumbered: boolean, items: readonly string[]) => string
  readonly table: (rows: readonly (readonly string[])[]) => string
  readonly marks: Readonly<Record<Inline['mark'], ((text: string) => string) | null>>
  readonly whole: (body: string) => Promise<string | Uint8Array>
}

/** The file, the words it shows and those it hides. */
export async function print(
  format: PrintedFormat,
  document: RandomDocument,
): Promise<{
  readonly name: string
  readonly bytes: string | Uint8Array
  readonly shown: readonly string[]
  readonly hidden: readonly string[]
}> {
  const shown: string[] = []
  const hidden: string[] = []
  const words = (count: number, into: string[]): string => {
    const made = Array.from({ length: count }, () => {
      const word = wordOf(shown.length + hidden.length)
      into.push(word)
      return word
    })
    return made.join(' ')
  }
  const printer = printers()[format]
  const text = (parts: readonly Inline[]): string =>
    parts
      .flatMap(({ mark, words: count }) => {
        const write = printer.marks[mark]
        if (write === null) return []
        return [write(words(count, mark === 'hidden' ? hidden : shown))]
      })
      .join(' ')
  const body = document
    .map((block) => {
      switch (block.kind) {
        case 'heading':
          return printer.heading(block.level, words(block.words, shown))
        case 'paragraph':
          return printer.paragraph(text(block.inlines))
        case 'quotation':
          return printer.quotation(text(block.inlines))
        case 'list':
          return printer.list(block.isNumbered, block.items.map(text))
        case 'table':
          return printer.table(
            block.rows.map((count) => Array.from({ length: block.columns }, () => words(count, shown))),
          )
      }
    })
    .join('\n')
  const extension = {
    html: 'html',
    mht: 'mht',
    mediawiki: 'xml',
    text: 'txt',
    csv: 'csv',
    pdf: 'pdf',
    epub: 'epub',
    docx: 'docx',
    odt: 'odt',
    wikitext: 'wiki',
    markdown: 'md',
  }[format]
  return { name: `a.${extension}`, bytes: await printer.whole(body), shown, hidden }
}

/** Letters that no other word begins with: `qab` and `qb`, each with an end of its own. */
const wordOf = (number: number): string =>
  `q${String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}z`

const tag =
  (name: string, attributes = '') =>
  (text: string): string =>
    `<${name}${attributes}>${text}</${name}>`

function printers(): Readonly<Record<PrintedFormat, Printer>> {
  let notes: string[] = []
  const takeNotes = (): string => {
    const taken = notes.join('')
    notes = []
    return taken
  }
  const note =
    (write: (id: number, text: string) => { readonly mark: string; readonly note: string }) =>
    (text: string) => {
      const { mark, note: own } = write(notes.length + 1, text)
      notes.push(own)
      return mark
    }
  const html: Printer = {
    heading: (level, text) => tag(`h${level}`)(text),
    paragraph: tag('p'),
    quotation: (text) => tag('blockquote')(tag('p')(text)),
    list: (isNumbered, items) => tag(isNumbered ? 'ol' : 'ul')(items.map(tag('li')).join('')),
    table: (rows) => tag('table')(rows.map((row) => tag('tr')(row.map(tag('td')).join(''))).join('')),
    marks: {
      plain: (text) => text,
      bold: tag('b'),
      italic: tag('em'),
      link: tag('a', ' href="https://example.org/a"'),
      hidden: tag('span', ' style="display:none"'),
      note: null,
    },
    whole: (body) => Promise.resolve(`<!doctype html><title>x</title><body>${body}`),
  }
  const run = (text: string, properties = ''): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text} </w:t></w:r>`
  const wordParagraph = (inner: string, properties = ''): string =>
    `<w:p><w:pPr>${properties}</w:pPr>${inner.startsWith('<') || inner === '' ? inner : run(inner)}</w:p>`
  const odtParagraph = tag('text:p')
  const wikitext = wikiPrinter()
  return {
    html,
    wikitext,
    mht: {
      ...html,
      whole: async (body) =>
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${String(await html.whole(body))}\r\n--b--\r\n`,
    },
    mediawiki: {
      ...wikitext,
      whole: (body) => {
        const text = body.replace(/&/g, '&amp;').replace(/</g, '&lt;')
        return Promise.resolve(
          `<mediawiki><page><title>x</title><ns>0</ns><revision><text>${text}</text></revision></page></mediawiki>`,
        )
      },
    },
    text: plainPrinter,
    csv: {
      ...plainPrinter,
      heading: (_level, text) => csvRow([text]),
      paragraph: (text) => csvRow([text]),
      quotation: (text) => csvRow([text]),
      list: (_isNumbered, items) => items.map((text) => csvRow([text])).join('\n'),
      table: (rows) => rows.map(csvRow).join('\n'),
    },
    pdf: { ...plainPrinter, whole: pdfOf },
    epub: {
      ...html,
      marks: { ...html.marks, hidden: null },
      whole: (body) =>
        zip({
          mimetype: 'application/epub+zip',
          'META-INF/container.xml':
            '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
          'a.opf':
            '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
          'a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`,
        }),
    },
    docx: {
      heading: (level, text) => wordParagraph(run(text), `<w:pStyle w:val="Heading${level}"/>`),
      paragraph: (text) => wordParagraph(text),
      quotation: (text) => wordParagraph(text, '<w:pStyle w:val="Quote"/>'),
      list: (isNumbered, items) =>
        items
          .map((text) =>
            wordParagraph(
              text,
              `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${isNumbered ? 2 : 1}"/></w:numPr>`,
            ),
          )
          .join(''),
      table: (rows) =>
        tag('w:tbl')(
          rows
            .map((row) => tag('w:tr')(row.map((text) => tag('w:tc')(wordParagraph(run(text)))).join('')))
            .join(''),
        ) + wordParagraph(''),
      marks: {
        plain: (text) => run(text),
        bold: (text) => run(text, '<w:b/>'),
        italic: (text) => run(text, '<w:i/>'),
        link: (text) => `<w:hyperlink w:anchor="x">${run(text)}</w:hyperlink>`,
        hidden: (text) => run(text, '<w:vanish/>'),
        note: note((id, text) => ({
          mark: `<w:r><w:footnoteReference w:id="${id}"/></w:r>`,
          note: `<w:footnote w:id="${id}">${wordParagraph(run(text))}</w:footnote>`,
        })),
      },
      whole: (body) => {
        const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        return zip({
          '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
          'word/document.xml': `<w:document ${names}><w:body>${body}</w:body></w:document>`,
          'word/footnotes.xml': `<w:footnotes ${names}>${takeNotes()}</w:footnotes>`,
          'word/styles.xml': `<w:styles ${names}>${[1, 2, 3, 4].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style></w:styles>`,
          'word/numbering.xml': `<w:numbering ${names}>${['bullet', 'decimal'].map((kind, i) => `<w:abstractNum w:abstractNumId="${i}"><w:lvl w:ilvl="0"><w:numFmt w:val="${kind}"/></w:lvl></w:abstractNum>`).join('')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
        })
      },
    },
    odt: {
      heading: (level, text) => tag('text:h', ` text:outline-level="${level}"`)(text),
      paragraph: odtParagraph,
      quotation: tag('text:p', ' text:style-name="Quotations"'),
      list: (isNumbered, items) =>
        tag(
          'text:list',
          isNumbered ? ' text:style-name="N"' : '',
        )(items.map((text) => tag('text:list-item')(odtParagraph(text))).join('')),
      table: (rows) =>
        tag('table:table')(
          rows
            .map((row) =>
              tag('table:table-row')(row.map((text) => tag('table:table-cell')(odtParagraph(text))).join('')),
            )
            .join(''),
        ),
      marks: {
        plain: (text) => text,
        bold: tag('text:span', ' text:style-name="B"'),
        italic: tag('text:span', ' text:style-name="I"'),
        link: tag('text:a', ' xlink:href="https://example.org/a"'),
        hidden: tag('text:span', ' text:style-name="H"'),
        note: (text) => tag('text:note')(tag('text:note-body')(odtParagraph(text))),
      },
      whole: (body) => {
        const space = (prefix: string, name = prefix): string =>
          `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`
        const names = `${['office', 'text', 'table', 'style'].map((one) => space(one)).join(' ')} ${space('fo', 'xsl-fo-compatible')} xmlns:xlink="http://www.w3.org/1999/xlink"`
        const style = (name: string, properties: string): string =>
          `<style:style style:name="${name}"><style:text-properties ${properties}/></style:style>`
        const styles =
          style('B', 'fo:font-weight="bold"') +
          style('I', 'fo:font-style="italic"') +
          style('H', 'text:display="none"') +
          '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
        return zip({
          mimetype: 'application/vnd.oasis.opendocument.text',
          'content.xml': `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
        })
      },
    },
    markdown: {
      heading: (level, text) => `\n${'#'.repeat(level)} ${text}\n`,
      paragraph: (text) => `\n${text}\n`,
      quotation: (text) => `\n> ${text}\n\n<!-- -->\n`,
      list: (isNumbered, items) =>
        `\n${items.map((text) => `${isNumbered ? '1.' : '-'} ${text}`).join('\n')}\n\n<!-- -->\n`,
      table: (rows) => {
        const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
        const [head = [], ...rest] = rows
        return `\n${[line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n')}\n`
      },
      marks: {
        plain: (text) => text,
        bold: (text) => `**${text}**`,
        italic: (text) => `*${text}*`,
        link: (text) => `[${text}](https://example.org/a)`,
        hidden: null,
        note: note((id, text) => ({ mark: `word[^${id}]`, note: `\n[^${id}]: ${text}\n` })),
      },
      whole: (body) => Promise.resolve(`${body}\n${takeNotes()}`),
    },
  }
}

const wikiPrinter = (): Printer => ({
  heading: (level, text) => `\n${'='.repeat(level + 1)} ${text} ${'='.repeat(level + 1)}`,
  paragraph: (text) => `\n${text}\n`,
  quotation: (text) => `\n<blockquote>${text}</blockquote>\n`,
  list: (isNumbered, items) => `\n${items.map((text) => `${isNumbered ? '#' : '*'} ${text}`).join('\n')}\n`,
  table: (rows) =>
    `\n{|\n${rows.map((row) => `|-\n${row.map((text) => `| ${text}`).join('\n')}`).join('\n')}\n|}`,
  marks: {
    plain: (text) => text,
    bold: (text) => `'''${text}'''`,
    italic: (text) => `''${text}''`,
    link: (text) => `[https://example.org/a ${text}]`,
    hidden: null,
    note: (text) => `<ref>${text}</ref>`,
  },
  whole: (body) => Promise.resolve(body),
})

/** Lines and blank lines alone. */
const plainPrinter: Printer = {
  heading: (_level, text) => `\n${text}\n`,
  paragraph: (text) => `\n${text}.\n`,
  quotation: (text) => `\n“${text}”\n`,
  list: (isNumbered, items) =>
    `\n${items.map((text, i) => `${isNumbered ? `${i + 1}.` : '-'} ${text}`).join('\n')}\n`,
  table: (rows) => `\n${rows.map((row) => row.join('   ')).join('\n')}\n`,
  marks: {
    plain: (text) => text,
    bold: (text) => text,
    italic: (text) => text,
    link: (text) => text,
    hidden: null,
    note: null,
  },
  whole: (body) => Promise.resolve(body),
}

const csvRow = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',')

/** Points of a page, and letters of a line. */
const page = { width: 420, height: 595, margin: 40, letters: 60 }

/** Plain lines on as many pages as they need. */
async function pdfOf(body: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const lines = body.split('\n').flatMap((line) => wrap(line))
  const perPage = Math.floor((page.height - 2 * page.margin) / 14)
  for (let i = 0; i < Math.max(1, lines.length); i += perPage) {
    const paper = document.addPage([page.width, page.height])
    for (const [at, line] of lines.slice(i, i + perPage).entries())
      if (line !== '')
        paper.drawText(line, { x: page.margin, y: page.height - page.margin - 14 * at, size: 10, font })
  }
  return document.save()
}

function wrap(line: string): readonly string[] {
  const lines = ['']
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length >= page.letters) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}
