/**
 * One folder per trap: a file that a person may have (`input.*`), the Markdown that it becomes (`expected.md`) and what is
 * said of it (`expected.txt`). A folder `input.docx` is packed first. `UPDATE_SAMPLES=1 npx vitest run
 * src-compiler/0-import/samples` writes what is made and said now; read the difference before committing it.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../commands/importfiles.ts'
import { ImportFolder } from '../../commands/importfolder.ts'
import type { ImportedDocument, ImportedFile } from '../draft.ts'
import { importDocument } from '../import.ts'
import { keptText } from '../ledger.ts'
import { zip } from '../testing/read.ts'
import { readMarkdown } from '../write.ts'

const here = import.meta.dirname
const update = process.env['UPDATE_SAMPLES'] === '1'
const names = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()

const inputOf = (name: string): string =>
  readdirSync(join(here, name)).find((file) => file.startsWith('input.')) ?? 'input'

/** A Word file needs this part, and no sample is about it. */
const relations = {
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}

async function bytesOf(name: string): Promise<Uint8Array> {
  const path = join(here, name, inputOf(name))
  if (!statSync(path).isDirectory()) return new Uint8Array(readFileSync(path))
  const parts = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((part) => part.replaceAll('\\', '/'))
    .filter((part) => statSync(join(path, part)).isFile())
    // The type of an e-book is its first part.
    .sort((a, b) => Number(b === 'mimetype') - Number(a === 'mimetype') || (a < b ? -1 : 1))
  const files = parts.map((part) => [part, readFileSync(join(path, part))] as const)
  return zip({ ...(path.endsWith('.docx') && relations), ...Object.fromEntries(files) })
}

/** The sample's own name is the file's. */
const fileName = (name: string): string => inputOf(name).replace('input', name)

function said({
  title,
  language,
  date,
  author,
  site,
  address,
  encoding,
  format,
  images,
  remarks,
}: ImportedDocument): string {
  const facts = { format, title, language, date, author, site, address, encoding }
  return [
    ...Object.entries(facts).flatMap(([key, value]) => (value ? [`${key}: ${value}`] : [])),
    ...[...images].map(([file, bytes]) => `image: ${file}, ${bytes.length} bytes`),
    ...remarks.map(({ code, text, words }) => {
      const whole = words !== undefined && !text.includes(`“${words}”`) ? ` = ${words}` : ''
      return `${code}: ${text}${whole}`
    }),
  ].join('\n')
}

function expectFile(path: string, actual: string | null): void {
  if (update) {
    if (actual === null) rmSync(path, { force: true })
    else writeFileSync(path, actual)
  }
  expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : null)
}

const documentsOf = (file: ImportedFile): readonly ImportedDocument[] => [file, ...file.more]

describe.each(names)('the sample %s', (name) => {
  it('becomes the Markdown that is expected, and says what is expected', async () => {
    const options = { name: fileName(name), encoding: null, format: null, pages: [] }
    const file = await importDocument(await bytesOf(name), options)
    const documents = file.ok ? documentsOf(file.value) : []
    const markdown = documents.map((one) => one.markdown).join('\n<!-- the next document -->\n\n')
    expectFile(join(here, name, 'expected.md'), file.ok ? markdown : null)
    const text = file.ok ? documents.map(said).join('\n\n') : `refused: ${file.failure.text}`
    expectFile(join(here, name, 'expected.txt'), `${text}\n`)
    for (const { markdown: body, tree } of documents) expect(readMarkdown(body)).toEqual(tree)
  })
})

describe('what `shelf import` prints of a sample', () => {
  let folder = ''
  const answers = new Map<string, ImportedFile | string>()
  const written = new Map<string, string>()

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'import-samples-'))
    const files: string[] = []
    for (const name of names) {
      const path = join(folder, fileName(name))
      writeFileSync(path, await bytesOf(name))
      files.push(path)
    }
    const pack = new ImportFolder(join(folder, 'pack'), {
      kind: 'encyclopedia',
      language: null,
      title: null,
      cite: false,
      again: false,
      dryRun: false,
    })
    await importFiles(files, { encoding: null, format: null, pages: [] }, async ({ file, document }) => {
      answers.set(basename(file), document.ok ? document.value : document.failure)
      await pack.addFile(file, document)
    })
    await pack.writeReport()
    const report = JSON.parse(readFileSync(join(folder, 'pack/import-report.json'), 'utf8')) as {
      documents: { file: string; document: string | null }[]
    }
    const found = Array.isArray(report) ? (report as typeof report.documents) : report.documents
    for (const { file, document } of found)
      if (document !== null && !written.has(basename(file)))
        written.set(basename(file), readFileSync(join(folder, 'pack', document), 'utf8'))
  }, 120_000)
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it.each(names)('is the tree of the Markdown that it writes: %s', (name) => {
    const answer = answers.get(fileName(name))
    if (answer === undefined || typeof answer === 'string') {
      expect(answer).toMatch(/^[A-Z].*\.$/)
      expect(written.has(fileName(name))).toBe(false)
      return
    }
    const body = (written.get(fileName(name)) ?? '').replace(/^---\n[^]*?\n---\n\n/, '')
    // Images get the document's name in front when they are written.
    const own = body.replace(/\]\(figures\/[^)]*?(image-\d+\.[a-z]+)\)/g, ']($1)')
    expect(readMarkdown(own)).toEqual(answer.tree)
    expect(keptText(answer.tree).trim()).not.toBe('')
  })
})

describe('the samples', () => {
  it('are sixty and more, of each format', () => {
    expect(names.length).toBeGreaterThanOrEqual(60)
    const endings = new Set(names.map((name) => inputOf(name).replace('input.', '')))
    expect([...endings].sort()).toEqual([
      'csv',
      'docx',
      'epub',
      'html',
      'md',
      'mht',
      'odt',
      'pdf',
      'txt',
      'wiki',
      'xml',
    ])
  })
})
