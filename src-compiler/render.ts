/** Diagnostics as text for a terminal: the location, the sentence, the line with a caret, the remedy. */
import type { SourceLocation } from './1-read/text.ts'
import type { Diagnostic, Severity } from './diagnostics.ts'

const widest = 100

/**
 * Everything that was found, the gravest kind counted at the end; after `most`
 * messages the rest are only counted. Empty when there is nothing.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], most = 200): string {
  if (diagnostics.length === 0) return ''
  // Errors are never the ones cut off.
  const grave = diagnostics.toSorted((a, b) => rank[a.severity] - rank[b.severity])
  const shown = new Set(grave.slice(0, most))
  const lines = diagnostics.filter((one) => shown.has(one)).map(renderDiagnostic)
  const hidden = diagnostics.length - shown.size
  if (hidden > 0) lines.push(`… and ${hidden} more.`)
  return [...lines, countOf(diagnostics)].join('\n\n') + '\n'
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** One message, without a line feed at the end. */
export function renderDiagnostic({
  path,
  location,
  severity,
  code,
  message,
  suggestion,
}: Diagnostic): string {
  const where = location ? `${path}:${location.line}:${location.column}` : path
  const head = printable(`${where}: ${severity}: ${message} [${code}]`)
  return [
    head,
    ...(location ? renderLocation(location) : []),
    ...(suggestion ? [`  ${printable(suggestion)}`] : []),
  ].join('\n')
}

/** The line with carets under the location. A long line is cut around it. */
function renderLocation(location: SourceLocation): string[] {
  if (location.text.trim() === '') return []
  const column = location.column - 1
  const from =
    location.text.length <= widest ? 0 : Math.max(0, Math.min(column - 30, location.text.length - widest))
  const to = Math.min(location.text.length, from + widest)
  const before = printable(location.text.slice(from, column))
  const meant = printable(location.text.slice(column, Math.min(column + location.length, to)))
  const after = printable(location.text.slice(Math.min(column + location.length, to), to))
  const start = from > 0 ? '…' : ''
  const end = to < location.text.length ? '…' : ''
  const gutter = String(location.line).padStart(5)
  return [
    `${gutter} | ${start}${before}${meant}${after}${end}`,
    `${' '.repeat(5)} | ${' '.repeat(lengthOf(start + before))}${'^'.repeat(Math.max(1, lengthOf(meant)))}`,
  ]
}

/** In characters a terminal draws, as far as that can be known without its font: marks take no room. */
const lengthOf = (text: string): number => [...text.replace(/\p{M}/gu, '')].length

/** A document must not write into the terminal: tabs become blanks, other control characters are made visible. */
function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
}

function countOf(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity, one: string, many: string): string[] => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]
  }
  return `${[
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('info', 'remark', 'remarks'),
  ].join(', ')}.`
}
