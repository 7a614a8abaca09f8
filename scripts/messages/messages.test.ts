import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { piecesOf, type Piece } from './pieces.ts'
import { exportTable, importTable, type Catalogue } from './table.ts'

const root = resolve(import.meta.dirname, '../..')

const cataloguesOf = (language: string): Catalogue[] =>
  ['src-main/messages', 'src-renderer/messages'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => new RegExp(`^${language}(?:-[a-z]+)?\\.ts$`).test(name))
      .sort()
      .map((name) => ({ file: `${folder}/${name}`, source: readFileSync(join(root, folder, name), 'utf8') })),
  )

const source = `const plural = new Intl.PluralRules('en')
export const en = {
  language: 'en',
  title: 'About',
  'disk-full': "It can't",
  found: (n: number, query: string) => \`\${count(n, 'section', 'sections')} for “\${query}”\`,
  lost: (n: number) => (plural.select(n) === 'one' ? \`\${n} is lost\` : \`\${n} are lost\`),
  list: ['one', 'two'],
}
`
const catalogue: Catalogue = { file: 'src-renderer/messages/en.ts', source }

/** The table with some texts changed, found by their old text. */
function tableWith(changes: Readonly<Record<string, string>>, catalogues = [catalogue]): string {
  const { data } = papa.parse<Record<string, string>>(exportTable(catalogues, catalogues).slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  return papa.unparse(data.map((row) => ({ ...row, text: changes[row['text'] ?? ''] ?? row['text'] })))
}

const importedSource = (table: string): string => {
  const imported = importTable(table, [catalogue])
  if (!imported.ok) throw new Error(imported.failure.join('\n'))
  return imported.value.catalogues[0]?.source ?? ''
}

describe('the texts of a catalogue', () => {
  test('are its strings, with placeholders, plural forms and choices', () => {
    expect(piecesOf('en.ts', source).map(({ message, part, text }) => [message, part, text])).toEqual([
      ['title', 0, 'About'],
      ['disk-full', 0, "It can't"],
      ['found', 1, '{count(n, …)} for “{query}”'],
      ['found', 2, 'section'],
      ['found', 3, 'sections'],
      ['lost', 1, '{n} is lost'],
      ['lost', 2, '{n} are lost'],
      ['list', 1, 'one'],
      ['list', 2, 'two'],
    ])
  })
})

describe.each(interfaceLanguages)('the table of %s', (language) => {
  const catalogues = cataloguesOf(language)

  test('brings every file back unchanged, byte for byte', () => {
    const imported = importTable(exportTable(catalogues, cataloguesOf('en')), catalogues)
    expect(imported.ok && imported.value.changes).toEqual([])
    expect(imported.ok && imported.value.catalogues).toEqual(catalogues)
  })

  test('takes a change of every text and gives it back', () => {
    const longer = Object.fromEntries(
      catalogues.flatMap(({ file, source: code }) =>
        piecesOf(file, code).map(({ text }) => [text, `${text} +`]),
      ),
    )
    const imported = importTable(tableWith(longer, catalogues), catalogues)
    if (!imported.ok) throw new Error(imported.failure.join('\n'))
    const before = catalogues.flatMap(({ file, source: code }) => piecesOf(file, code))
    const after = imported.value.catalogues.flatMap(({ file, source: code }) => piecesOf(file, code))
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => `${text} +`))
    const names = (pieces: readonly Piece[]): string[][] =>
      pieces.map(({ placeholders }) => placeholders.map(({ name }) => name))
    expect(names(after)).toEqual(names(before))
  })

  test('shows the English text beside each plain message', () => {
    const { data } = papa.parse<Record<string, string>>(
      exportTable(catalogues, cataloguesOf('en')).slice(1),
      {
        header: true,
        skipEmptyLines: true,
      },
    )
    const about = data.find((row) => row['message'] === 'about.title')
    expect(about?.['English']).toBe('About')
  })
})

describe('a changed table', () => {
  test('changes the text and nothing else', () => {
    expect(importedSource(tableWith({ About: 'About this app' }))).toBe(
      source.replace('About', 'About this app'),
    )
  })

  test('may change a message and the forms of its noun at once', () => {
    const changed = importedSource(
      tableWith({
        '{count(n, …)} for “{query}”': '“{query}” in {count(n, …)}',
        section: 'part',
        sections: 'parts',
      }),
    )
    expect(changed).toContain("`“${query}” in ${count(n, 'part', 'parts')}`")
  })

  test('may move placeholders', () => {
    expect(
      importedSource(tableWith({ '{count(n, …)} for “{query}”': '“{query}”: {count(n, …)}' })),
    ).toContain("`“${query}”: ${count(n, 'section', 'sections')}`")
  })

  test('may hold quotes, backslashes, backticks and dollar signs', () => {
    const text = '\' " \\ ` ${'
    const [piece] = piecesOf('en.ts', importedSource(tableWith({ About: text })))
    expect(piece?.text).toBe(text)
    const other = piecesOf('en.ts', importedSource(tableWith({ '{n} is lost': `${text} {n}` })))
    expect(other.find(({ message }) => message === 'lost')?.text).toBe(`${text} {n}`)
  })

  test.each([';', '\t'])('may be separated by %j, as some spreadsheets do', (delimiter) => {
    const { data } = papa.parse<string[]>(tableWith({ About: 'Other' }))
    expect(importedSource(papa.unparse(data, { delimiter }))).toContain("title: 'Other'")
  })

  test.each<[string, string, RegExp]>([
    [
      'a placeholder is missing',
      tableWith({ '{n} is lost': 'lost' }),
      /Line 7, lost: keep each of \{n\} once\./,
    ],
    ['a placeholder is there twice', tableWith({ '{n} is lost': '{n} {n}' }), /keep each of/],
    ['a text is empty', tableWith({ About: ' ' }), /Line 2, title: the text is empty\./],
    ['a message is unknown', tableWith({}).replace('title', 'titel'), /Line 2: there is no such message\./],
    ['a column is missing', 'file,message,part\na,b,c\n', /no column “text”/],
  ])('is refused as a whole when %s', (_what, table, sentence) => {
    const imported = importTable(table, [catalogue])
    expect(imported.ok ? '' : imported.failure.join('\n')).toMatch(sentence)
  })
})
