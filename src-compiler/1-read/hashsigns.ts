/**
 * YAML ends a value at a blank and a `#`, and drops the rest without a word: `title: Law on cases #12` is “Law on
 * cases”. In a pack every value is the text it is written as, so such signs are hidden from the parser, one letter
 * for one, and put back into what it read. A comment is what begins a line, or follows a closing quote or bracket.
 */
import type { TextRange } from './text.ts'

export type HiddenSigns = {
  /** As long as what was handed in. */
  readonly text: string
  /** Puts the signs back. */
  readonly restore: (value: string) => string
  /** Comments that follow a value on its line. */
  readonly comments: readonly TextRange[]
}

export function hideHashSigns(text: string): HiddenSigns {
  if (!/[ \t]#/.test(text)) return { text, restore: (value) => value, comments: [] }
  const stand = standIn(text)
  const scan: Scan = { quote: null, depth: 0, comments: [], signs: [] }
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) scanLine(line, index, text, scan)
  const letters = text.split('')
  for (const at of scan.signs) letters[at] = stand
  return {
    text: letters.join(''),
    restore: (value) => value.replaceAll(stand, '#'),
    comments: scan.comments,
  }
}

/** The open quote and brackets where a line begins, and the comments and signs found so far. */
type Scan = { quote: string | null; depth: number; readonly comments: TextRange[]; readonly signs: number[] }

/** Of the private use area, and not in the text. */
function standIn(text: string): string {
  for (let code = 0xe000; code < 0xf8ff; code++) {
    const letter = String.fromCharCode(code)
    if (!text.includes(letter)) return letter
  }
  return '\ue000'
}

/** The part of a line before its value: a list dash, then a key. */
const beforeValue = /^[ \t]*(?:-[ \t]+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'[{#][^\n]*?)[ \t]*:(?:[ \t]+|$))?/

function scanLine(line: string, index: number, text: string, scan: Scan): void {
  const isInside = scan.quote !== null || scan.depth > 0
  if (!isInside && /^[ \t]*#/.test(line)) return
  const start = isInside ? 0 : (beforeValue.exec(line)?.[0].length ?? 0)
  const isPlain = !isInside && !/["'[{]/.test(line[start] ?? '')
  if (isPlain) {
    const isEmpty = line[start] === '#' && hasValueBelow(text, index + line.length, line)
    for (const match of line.matchAll(/(?<=[ \t])#/g)) {
      if (isEmpty && match.index >= start) {
        scan.comments.push({ start: index + match.index, end: index + line.length })
        return
      }
      scan.signs.push(index + match.index)
    }
    return
  }
  for (let i = start; i < line.length; i++) {
    const letter = line[i] ?? ''
    if (scan.quote !== null) {
      if (letter === '\\' && scan.quote === '"') i++
      else if (letter === "'" && scan.quote === "'" && line[i + 1] === "'") i++
      else if (letter === scan.quote) scan.quote = null
    } else if (letter === '#' && (i === 0 || /[ \t]/.test(line[i - 1] ?? ''))) {
      if (scan.depth > 0 && closesAfter(line, i, scan.depth)) {
        scan.signs.push(index + i)
        continue
      }
      scan.comments.push({ start: index + i, end: index + line.length })
      return
    } else if ((letter === '"' || letter === "'") && /[[{,:\s]/.test(line[i - 1] ?? ' ')) scan.quote = letter
    else if (letter === '[' || letter === '{') scan.depth++
    else if (letter === ']' || letter === '}') scan.depth = Math.max(0, scan.depth - 1)
  }
}

/** Whether the brackets that are open are closed in the rest of the line: then a sign before it is no comment. */
function closesAfter(line: string, from: number, depth: number): boolean {
  let open = depth
  for (const letter of line.slice(from)) {
    if (letter === '[' || letter === '{') open++
    else if ((letter === ']' || letter === '}') && --open === 0) return true
  }
  return false
}

/** Whether a key's value is on the lines below it, so that what follows the key is no value. */
function hasValueBelow(text: string, from: number, line: string): boolean {
  const next = /[\r\n]+(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*([ \t]*)(-[ \t])?[^\s#]/.exec(text.slice(from))
  if (!next || next.index !== 0) return false
  const indent = (/^[ \t]*/.exec(line)?.[0] ?? '').length
  const below = (next[1] ?? '').length
  return below > indent || (below === indent && next[2] !== undefined && !/^[ \t]*-[ \t]/.test(line))
}
