/**
 * YAML and JSON as a small tree of texts, lists and maps, each with its place.
 * YAML's `failsafe` schema leaves every scalar the text that was written: a
 * title `2017`, an edition `1.10`, an answer `no` or a name with a ` #` stays what it is.
 * JSON is read by the same parser, for its places, once it has passed as JSON.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Code, Report } from '../diagnostics.ts'
import { harmless } from './controlcharacters.ts'
import { hideHashSigns } from './hashsigns.ts'
import type { TextRange } from './text.ts'

export type Tree =
  | { readonly kind: 'text'; readonly at: TextRange; readonly value: string }
  | { readonly kind: 'list'; readonly at: TextRange; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly at: TextRange; readonly entries: ReadonlyMap<string, Entry> }

export type Entry = { readonly key: TextRange; readonly value: Tree }

/** What to read: a range of a text, and the code under which its faults are reported. */
export type TreeSource = {
  readonly text: string
  readonly at: TextRange
  readonly report: Report
  readonly code: Code
}

const deepest = 64
/** The parser makes a dozen objects for each line. */
const mostLines = 100_000

/** Reads YAML. Null after reporting its faults. An empty text is an empty map. */
export function readYaml(source: TreeSource): Tree | null {
  const text = source.text.slice(source.at.start, source.at.end)
  const shift = (start: number, end: number): TextRange => ({
    start: source.at.start + start,
    end: source.at.start + Math.max(end, start + 1),
  })
  if (nestsTooDeep(text)) {
    source.report(source.code, shift(0, 1), `This is nested deeper than ${deepest} levels.`, null)
    return null
  }
  const lines = text.split('\n').length
  if (lines > mostLines) {
    const message = `This has ${lines} lines; ${mostLines} is the most.`
    source.report(source.code, shift(0, 1), message, 'Take out what is not needed.')
    return null
  }
  // The parser compares each key of a map with all before it; `toTree` looks it up.
  const hidden = hideHashSigns(text)
  const document = parseDocument(hidden.text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false })
  const [error] = [...document.errors, ...document.warnings]
  if (error) {
    const message = `This is not YAML: ${sentence(hidden.restore(error.message))}`
    const remedy = /missing closing/i.test(error.message)
      ? 'Look before this place for a quote or a bracket that is not closed.'
      : /flow-(?:seq|map)-start/.test(error.message)
        ? quoteIt
        : (remedies[error.code] ?? null)
    source.report(source.code, shift(...error.pos), message, remedy)
    return null
  }
  for (const { start, end } of hidden.comments) {
    source.report(
      'comment-left-out',
      shift(start, end),
      'What follows a # here is a comment and is not read.',
      'If it is text, put it inside the quotes or the brackets.',
    )
  }
  return toTree(document.contents, source, { shift, restore: hidden.restore })
}

const quoteIt = 'Put the value in double quotes.'
const remedies: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: quoteIt,
  BAD_SCALAR_START: quoteIt,
  UNEXPECTED_TOKEN: quoteIt,
  TAG_RESOLVE_FAILED: quoteIt,
  MISSING_CHAR: 'Write every line as key: value, with a colon and a blank behind the key.',
  MULTILINE_IMPLICIT_KEY: 'Write every line as key: value, with a colon and a blank behind the key.',
  BAD_INDENT: 'Begin every line of one list or one group of keys in the same column.',
  TAB_AS_INDENT: 'Indent with blanks instead of tabs.',
  MULTIPLE_DOCS: 'Take out the line of --- or ... that divides this text.',
}

/** Reads JSON. Null after reporting its faults. */
export function readJson(source: TreeSource): Tree | null {
  const text = source.text.slice(source.at.start, source.at.end)
  try {
    JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(reason)
    const start = source.at.start + (position ? Number(position[1]) : text.trimEnd().length)
    source.report(
      source.code,
      { start, end: start + 1 },
      position ? 'This is not JSON from here on.' : 'This is not JSON: it ends too early.',
      'Look for a missing or a needless comma, quote or bracket just before this place.',
    )
    return null
  }
  return readYaml(source)
}

type Reading = {
  readonly shift: (start: number, end: number) => TextRange
  readonly restore: (value: string) => string
}

function toTree(node: unknown, source: TreeSource, reading: Reading): Tree | null {
  const { shift, restore } = reading
  if (node === null) return { kind: 'map', at: shift(0, 0), entries: new Map() }
  const range = hasRange(node) ? node.range : ([0, 0, 0] as const)
  const at = shift(range[0], range[1])
  const sign = signBefore(node)
  if (sign !== null) {
    source.report(
      source.code,
      at,
      `The \`${sign}\` before this is a sign of YAML and would be dropped.`,
      quoteIt,
    )
    return null
  }
  if (isScalar(node) && node.type === 'QUOTE_DOUBLE') reportEscapes(at, source)
  if (isScalar(node))
    return { kind: 'text', at, value: harmless(restore(String(node.value ?? '')), at, source.report) }
  if (isSeq(node)) {
    const items: Tree[] = []
    for (const item of node.items) {
      const tree = toTree(item, source, reading)
      if (!tree) return null
      items.push(tree)
    }
    return { kind: 'list', at, items }
  }
  if (isMap(node)) {
    const entries = new Map<string, Entry>()
    for (const { key, value } of node.items) {
      const keyTree = toTree(key, source, reading)
      const valueTree =
        value === null ? { kind: 'text' as const, at, value: '' } : toTree(value, source, reading)
      if (!keyTree || !valueTree) return null
      if (keyTree.kind !== 'text') {
        source.report(source.code, keyTree.at, 'A key must be a plain word.', null)
        return null
      }
      const name = keyTree.value.trim()
      if (entries.has(name)) {
        source.report(source.code, keyTree.at, `\`${name}\` stands here twice.`, 'Take one of the two out.')
        return null
      }
      entries.set(name, { key: keyTree.at, value: valueTree })
    }
    return { kind: 'map', at, entries }
  }
  const remedy = isAlias(node)
    ? 'Write the value out, or put it in double quotes if it begins with a *.'
    : null
  source.report(source.code, at, 'Aliases are not read here.', remedy)
  return null
}

/** `"C:\new"`: in double quotes a backslash and a letter are another sign. */
function reportEscapes(at: TextRange, { text, report }: TreeSource): void {
  const [escape] = /(?<!\\)(?:\\\\)*\\[abefnrtv0NLP_](?=[^\r\n])/.exec(text.slice(at.start, at.end)) ?? []
  if (escape === undefined) return
  const sign = escape.slice(-2)
  report(
    'control-character',
    { start: text.indexOf(sign, at.start), end: text.indexOf(sign, at.start) + 2 },
    `\`${sign}\` in double quotes is a sign of its own and was read as a blank.`,
    'Write single quotes, or \\\\ for a backslash that is text.',
  )
}

/** An anchor (`&name`) or a tag (`!name`), which YAML takes off a value. */
function signBefore(node: unknown): string | null {
  if (!isScalar(node) && !isSeq(node) && !isMap(node)) return null
  if (node.anchor !== undefined) return `&${node.anchor}`
  return node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,') ? node.tag : null
}

const hasRange = (node: unknown): node is { range: readonly [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)

/** The parser descends by recursion and can take the whole process down: text that is nested too deep is not handed to it. */
function nestsTooDeep(text: string): boolean {
  if (/(?:[-?][ \t]+){64}/.test(text)) return true
  let depth = 0
  for (const letter of text) {
    if (letter === '[' || letter === '{') depth++
    else if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1)
    if (depth > deepest) return true
  }
  return false
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
