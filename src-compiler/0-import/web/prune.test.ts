import { describe, expect, it } from 'vitest'
import type { ImportedDocument } from '../draft.ts'
import { importDocument } from '../import.ts'

async function read(html: string): Promise<ImportedDocument> {
  const document = await importDocument(new TextEncoder().encode(html), {
    name: 'a.html',
    encoding: null,
    format: null,
  })
  if (!document.ok) throw new Error(document.failure.text)
  return document.value
}

const first = 'The old well of the village was opened again in May, after the families had waited for a year.'
const second =
  'The water is tested each month, and the committee writes the result on the door of the school.'
const address = '<link rel="canonical" href="https://news.example.org/well">'
const page = (main: string, around = ''): string =>
  `<!doctype html><title>The well is open</title>${address}<body>${around}<div><article><p>${first}</p>${main}<p>${second}</p></article></div>`
const body = `${first}\n\n${second}\n`

describe('a saved web page', () => {
  it.each([
    ['a menu', '<nav><a href="/">Home</a></nav>'],
    ['a list of other pages of the site', '<ul><li><a href="/mill">The mill is closed</a></li></ul>'],
    ['a line that links to another page of the site', '<p><a href="/mill">THE MILL IS CLOSED</a></p>'],
    ['a call to read on', '<p>Read more: <a href="/mill">The mill</a></p>'],
    ['buttons to share', '<div class="post-socialShare">Tell a friend</div>'],
    [
      'the caption of an image that is not in the file',
      '<figcaption>The well in May. Photo: A. B.</figcaption>',
    ],
    ['words that are not shown', '<p style="display: none">Secret</p>'],
    ['a form', '<form><label>Your e-mail</label><button>Send</button></form>'],
  ])('loses %s among its paragraphs', async (_what, html) => {
    const { markdown, remarks } = await read(page(html))
    expect(markdown).toBe(body)
    const told = remarks.flatMap(({ words }) => words ?? []).join(' ')
    expect(told.replace(/\s/g, '')).toBe(html.replace(/<[^>]*>|\s/g, ''))
  })

  it.each([
    [
      'a list of links to other sites',
      '<ul><li><a href="https://who.int/a">Safe water</a></li></ul>',
      '- [Safe water](https://who.int/a)',
    ],
    ['a short paragraph', '<p>It is cold.</p>', 'It is cold.'],
    ['a quotation with a telling name', `<blockquote class="related">${first}</blockquote>`, `> ${first}`],
    [
      'a word that only looks like a name of the frame',
      '<div class="shareholders nobody">It is deep.</div>',
      'It is deep.',
    ],
  ])('keeps %s', async (_what, html, markdown) => {
    expect((await read(page(html))).markdown).toBe(`${first}\n\n${markdown}\n\n${second}\n`)
  })

  it('keeps the part with most of the sentences, and tells the rest', async () => {
    const side = '<div><div class="box">Our committee meets on Mondays</div></div>'
    const { markdown, remarks } = await read(page('', side))
    expect(markdown).toBe(body)
    expect(remarks.map(({ words }) => words)).toEqual(['Our committee meets on Mondays'])
  })

  it('keeps a text whose part has a misleading name', async () => {
    const html = `<title>The well</title><div class="sidebar"><p>${first}</p><p>${second}</p></div>`
    expect((await read(html)).markdown).toBe(body)
  })

  it('takes the date and the writer off the top, and a heading with nothing below off the end', async () => {
    const html = `<title>The well</title><article><h1>The well</h1><p>By Anna Bell</p><div>May 4, 2026</div><p>${first}</p><p>${second}</p><h3>Comments</h3></article>`
    const { title, markdown } = await read(html)
    expect([title, markdown]).toEqual(['The well', body])
  })

  it('keeps everything where nothing reads like a sentence, and says so', async () => {
    const { markdown, remarks } = await read('<title>A</title><nav>Home</nav>')
    expect(markdown).toBe('Home\n')
    expect(remarks.map(({ code }) => code)).toEqual(['page-kept-whole'])
  })
})
