/**
 * The copied text once more, for programs that take HTML: rows with tabs become a table, which a word processor and a
 * spreadsheet draw as one. Everything else is a paragraph a line. Text is escaped, because the clipboard takes markup.
 */
export function htmlOf(text: string, language: string): string {
  const parts: string[] = []
  let rows: string[] = []
  const endTable = (): void => {
    if (rows.length > 0) parts.push(`<table border="1">${rows.join('')}</table>`)
    rows = []
  }
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      rows.push(
        `<tr>${line
          .split('\t')
          .map((cell) => `<td>${escaped(cell)}</td>`)
          .join('')}</tr>`,
      )
      continue
    }
    endTable()
    if (line !== '') parts.push(`<p>${indented(line)}</p>`)
  }
  endTable()
  return `<div lang="${escaped(language)}">${parts.join('')}</div>`
}

/** Spaces at the beginning are the levels of a list. */
const indented = (line: string): string =>
  escaped(line).replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length * 2))

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
