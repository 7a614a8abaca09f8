/** A language's texts as rows of a table, and back: see docs/messages.md. */
import papa from 'papaparse'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { piecesOf, written, type Piece } from './pieces.ts'

/** A source file by its path from the repository's root. */
export type Catalogue = { readonly file: string; readonly source: string }

const columns = ['file', 'message', 'part', 'English', 'text'] as const
type Row = Readonly<Record<(typeof columns)[number], string>>

const rowKey = (file: string, message: string, part: string): string => [file, message, part].join('\u0000')
const partOf = ({ part }: Piece): string => (part === 0 ? '' : String(part))

/** `english` has the same file for English at the same place; it may have other parts. */
export function exportTable(catalogues: readonly Catalogue[], english: readonly Catalogue[]): string {
  const rows = catalogues.flatMap(({ file, source }, at) => {
    const beside = new Map(
      piecesOf(file, english[at]?.source ?? '').map((piece) => [
        `${piece.message}\u0000${partOf(piece)}`,
        piece.text,
      ]),
    )
    return piecesOf(file, source).map((piece): Row => ({
      file,
      message: piece.message,
      part: partOf(piece),
      English: beside.get(`${piece.message}\u0000${partOf(piece)}`) ?? '',
      text: piece.text,
    }))
  })
  // The mark at the beginning tells a spreadsheet that it is UTF-8.
  return `\ufeff${papa.unparse(rows, { columns: [...columns], newline: '\r\n' })}\r\n`
}

export type Change = {
  readonly file: string
  readonly message: string
  readonly from: string
  readonly to: string
}
export type Imported = { readonly catalogues: readonly Catalogue[]; readonly changes: readonly Change[] }

/**
 * Puts the texts of a table into the catalogues. All or nothing: the failure lists every row that can't be taken, as a
 * sentence with its line and the remedy. Rows may be missing, and in any order.
 */
export function importTable(
  table: string,
  catalogues: readonly Catalogue[],
): Outcome<Imported, readonly string[]> {
  const { data, errors, meta } = papa.parse<Record<string, string>>(table.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
  })
  const missing = columns.filter((column) => column !== 'English' && !(meta.fields ?? []).includes(column))
  if (missing.length > 0)
    return failure([
      `The table has no column “${missing.join('”, “')}”. Export it again and change only “text”.`,
    ])
  const mistakes = errors.map(({ row, message }) => `Line ${(row ?? 0) + 2}: ${message}.`)
  const wanted = new Map<string, { text: string; line: number }>()
  for (const [at, row] of data.entries()) {
    const { file = '', message = '', part = '', text = '' } = row
    wanted.set(rowKey(file, message, part.trim()), { text: withPlainBreaks(text), line: at + 2 })
  }
  const changes: Change[] = []
  const changed = catalogues.map(({ file, source }) => {
    let result = source
    // From the last to the first: a noun's forms lie inside the message that counts with them, and come after it. Each
    // change is read again, so that the message takes the changed forms along.
    for (const { message, part } of [...piecesOf(file, source)].reverse()) {
      const piece = piecesOf(file, result).find((one) => one.message === message && one.part === part)
      if (piece === undefined) throw new Error(`${file}: ${message} is gone.`)
      const key = rowKey(file, message, partOf(piece))
      const row = wanted.get(key)
      wanted.delete(key)
      if (row === undefined || row.text === piece.text) continue
      const code = written(piece, row.text)
      if (typeof code !== 'string') {
        mistakes.push(`Line ${row.line}, ${message}: ${sentenceOf(code)}`)
        continue
      }
      changes.push({ file, message, from: piece.text, to: row.text })
      result = result.slice(0, piece.start) + code + result.slice(piece.end)
    }
    return { file, source: result }
  })
  for (const { line } of wanted.values())
    mistakes.push(`Line ${line}: there is no such message. Change only the column “text”, or export again.`)
  return mistakes.length > 0
    ? failure(mistakes)
    : success({ catalogues: changed, changes: changes.reverse() })
}

function sentenceOf(refusal: Exclude<ReturnType<typeof written>, string>): string {
  switch (refusal.kind) {
    case 'empty':
      return 'the text is empty. Write it, or leave the old one.'
    case 'placeholders':
      return `keep each of {${refusal.expected.join('}, {')}} once.`
  }
}

/** A spreadsheet may write line breaks of its own system. */
const withPlainBreaks = (text: string): string => text.replaceAll('\r\n', '\n')
