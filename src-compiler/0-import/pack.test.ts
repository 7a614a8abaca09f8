import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { openFolder } from '../commands/folders.ts'
import { ImportFolder } from '../commands/importfolder.ts'
import type { ImportedDocument } from './draft.ts'
import { importDocument } from './import.ts'

async function imported(text: string | Uint8Array, name: string): Promise<ImportedDocument> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const document = await importDocument(bytes, { name, encoding: null, format: null })
  if (!document.ok) throw new Error(document.failure.text)
  return document.value
}

const body = 'The old well was opened again in May.\nTwelve families had waited for it for a year.\n'
const post = `Village News\n\nThe old well of the village is open again\n\n${body}\nLeave a Reply\nTwitter picture\n%d bloggers like this:\n`
const wiki = `= The well =\nIt is deep.\n\n== Water ==\nIt is '''cold'''.\n\n==See also==\n- [[Mill]]\n`
const options = { kind: null, language: null, title: null, again: false, dryRun: false }

let folder = ''
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'import-')), 'my-pack')
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8')

describe('text copied from a page', () => {
  it.each([
    ['English', 'Leave a Reply', 'Facebook photo'],
    ['Azerbaijani', 'Şərh yazın', 'Paylaş:'],
    ['Russian', 'Оставить комментарий', 'Поделиться'],
  ])('loses a comment form in %s, and each line of it is told', async (_language, first, second) => {
    const { markdown, remarks } = await imported(
      `The well is open\n\n${body}\n${first}\n${second}\n`,
      'a.txt',
    )
    expect(markdown).toBe(`${body.trim().replace('\n', '\n\n')}\n`)
    expect(remarks.map(({ text }) => text)).toEqual([
      expect.stringContaining(first),
      expect.stringContaining(second),
    ])
  })

  it('keeps all lines where a sentence follows the words of a form', async () => {
    const long = 'The committee reads every letter, and answers those that ask for help with the well in May.'
    const { markdown, remarks } = await imported(`${body}Leave a Reply\n${long}\n`, 'a.txt')
    expect(markdown).toContain('Leave a Reply')
    expect(remarks).toEqual([])
  })

  it('keeps a text of one line as a paragraph without a title', async () => {
    expect(await imported('The well is open', 'a.txt')).toMatchObject({
      title: '',
      markdown: 'The well is open\n',
    })
  })

  it('reads broken letters back, says so, and drops invisible signs', async () => {
    const { markdown, remarks } = await imported('Ð¡Ñ‚Ð°Ñ‚ÑŒÑ о ко\u00adлодце', 'a.txt')
    expect(markdown).toMatch(/колодце/)
    expect((await imported('mÉ™rkÉ™z itâ€™s', 'a.txt')).markdown).toBe('mərkəz it’s\n')
    expect((await imported('mÉ™rkÉ™z itâ€™s', 'a.txt')).remarks.map(({ code }) => code)).toEqual([
      'letters-mended',
    ])
    expect(remarks.every(({ code }) => code === 'letters-mended')).toBe(true)
  })
})

describe('a pack made of documents', () => {
  it('has one article, one news item, their sources, and no error', async () => {
    const into = new ImportFolder(folder, options)
    expect(await into.add('well.txt', await imported(wiki, 'well.txt'))).toMatchObject({ ok: true })
    const said = await into.add('post.txt', await imported(post, 'post.txt'))
    expect(said.ok && said.value).toContain('“Village News”')
    expect(said.ok && said.value).toContain('[no-date]')
    expect(await read('encyclopedia/the-well.md')).toContain('title: The well\n')
    expect(await read('news/the-old-well-of-the-village-is-open-again.md')).not.toMatch(/Reply|bloggers/)
    expect(await read('sources.yaml')).toContain('the-well:\n  title: The well\n')
    const files = await openFolder(folder)
    const { diagnostics } = compile(files.ok ? files.value : new Map())
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('replaces no document unless it is told to', async () => {
    await new ImportFolder(folder, options).add('a.txt', await imported(wiki, 'a.txt'))
    await writeFile(join(folder, 'encyclopedia/the-well.md'), 'mine')
    const again = await new ImportFolder(folder, options).add('a.txt', await imported(wiki, 'a.txt'))
    expect(again).toMatchObject({ ok: false, failure: expect.stringContaining('--again') as string })
    expect(await read('encyclopedia/the-well.md')).toBe('mine')
    await new ImportFolder(folder, { ...options, again: true }).add('a.txt', await imported(wiki, 'a.txt'))
    expect(await read('encyclopedia/the-well.md')).toContain('It is deep.')
    expect((await read('sources.yaml')).match(/^the-well:/gm)).toHaveLength(1)
  })

  it('puts its source behind each paragraph and row with a number, when it is asked to', async () => {
    const text =
      '# The well\n\n## Depth\n\nIt is 7 m deep.\n\nIt is cold.\n\n| Year | Depth |\n| --- | --- |\n| 2019 | 6 m |\n'
    await new ImportFolder(folder, { ...options, cite: true }).add('a.md', await imported(text, 'a.md'))
    expect(await read('encyclopedia/the-well.md')).toContain(
      'It is 7 m deep.[^the-well]\n\nIt is cold.\n\n| Year | Depth          |\n| ---- | -------------- |\n| 2019 | 6 m[^the-well] |',
    )
    const files = await openFolder(folder)
    const { diagnostics } = compile(files.ok ? files.value : new Map())
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('has a report of all that was left out, with a line for each file', async () => {
    const into = new ImportFolder(folder, options)
    await into.addFile('a.txt', { ok: true, value: { ...(await imported(post, 'a.txt')), more: [] } })
    await into.addFile('b.pdf', { ok: false, failure: 'The PDF is damaged.' })
    expect(await into.writeReport()).toMatchObject({ ok: true })
    const report = JSON.parse(await read('import-report.json')) as readonly { readonly file: string }[]
    expect(report).toEqual([
      expect.objectContaining({
        file: 'a.txt',
        document: 'news/the-old-well-of-the-village-is-open-again.md',
      }),
      { file: 'b.pdf', document: null, error: 'The PDF is damaged.', remarks: [] },
    ])
    expect(JSON.stringify(report)).toContain('Leave a Reply')
  })

  it('writes nothing in a dry run', async () => {
    const into = new ImportFolder(folder, { ...options, dryRun: true })
    expect(await into.add('a.txt', await imported(wiki, 'a.txt'))).toMatchObject({ ok: true })
    expect(await readdir(join(folder, '..'))).toEqual([])
  })

  it('gives two documents of one title two ids', async () => {
    const into = new ImportFolder(folder, options)
    for (const name of ['a.txt', 'b.txt']) await into.add(name, await imported(wiki, name))
    expect(await readdir(join(folder, 'encyclopedia'))).toEqual(['the-well-2.md', 'the-well.md'])
  })

  it('loses what a camera or a program wrote into an image', async () => {
    const chunk = (name: string, body: string): Buffer => {
      const head = Buffer.alloc(4)
      head.writeUInt32BE(body.length)
      return Buffer.concat([head, Buffer.from(name + body), Buffer.alloc(4)])
    }
    const start = Buffer.from('89504e470d0a1a0a', 'hex')
    const png = Buffer.concat([
      start,
      chunk('IHDR', 'x'),
      chunk('tEXt', 'Nigar'),
      chunk('eXIf', 'Baku'),
      chunk('IEND', ''),
    ])
    const webp = Buffer.from('RIFF\x18\0\0\0WEBPEXIF\x04\0\0\0BakuVP8 \x02\0\0\0ok', 'latin1')
    const jpeg = Buffer.from('\xff\xd8\xff\xe1\0\x06Baku\xff\xfe\0\x07Nigar\xff\xda\0ok', 'latin1')
    const images = [
      ['png', png],
      ['webp', webp],
      ['jpeg', jpeg],
    ] as const
    const page = images
      .map(([kind, bytes]) => `<img src="data:image/${kind};base64,${bytes.toString('base64')}">`)
      .join('')
    const document = await imported(`<p>Before</p>${page}`, 'a.html')
    const kept = [...document.images.values()].map((bytes) => Buffer.from(bytes).toString('latin1'))
    expect(kept).toHaveLength(3)
    expect(kept.join()).not.toMatch(/Nigar|Baku|EXIF|eXIf/)
    expect(kept[0]).toBe(Buffer.concat([start, chunk('IHDR', 'x'), chunk('IEND', '')]).toString('latin1'))
  })

  it('puts an image into figures, and names one that is not in the file', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000', 'hex').toString('base64')
    const page = `<title>The well</title><p>Before <img src="data:image/png;base64,${png}" alt="A well"> after</p><img src="https://example.org/mill.png" alt="A mill"><a href="#x">here</a>`
    const said = await new ImportFolder(folder, options).add('a.html', await imported(page, 'a.html'))
    expect(said.ok && said.value).toContain('https://example.org/mill.png')
    expect(await read('encyclopedia/the-well.md')).toMatch(
      /Before\n\n!\[A well\]\(figures\/the-well-image-1\.png\)\n\nafter/,
    )
    expect(await readdir(join(folder, 'figures'))).toEqual(['the-well-image-1.png'])
  })
})
