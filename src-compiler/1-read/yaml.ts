/**
 * YAML and JSON as a small tree of texts, lists and maps, each with its place.
 * YAML's `failsafe` schema leaves every scalar the text that was written: a
 * title `2017`, an edition `1.10` or an answer `no` stays what it is.
 * JSON is read by the same parser, for its places, once it has passed as JSON.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Code, Report } from '../diagnostics.ts'
import { harmless } from './controlcharacters.ts'
import type { At } from './text.ts'

export type Tree =
  | { readonly kind: 'text'; readonly at: At; readonly value: string }
  | { readonly kind: 'list'; readonly at: At; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly at: At; readonly entries: ReadonlyMap<string, Entry> }

export type Entry = { readonly key: At; readonly value: Tree }

/** What to read: a range of a text, and the code under which its faults are reported. */
export type TreeSource = {
  readonly text: string
  readonly at: At
  readonly report: Report
  readonly code: Code
}

const deepest = 64

/** Reads YAML; null after reporting what is wrong with it. An empty text is an empty map. */
export function readYaml(source: TreeSource): Tree | null {
  const text = source.text.slice(source.at.start, source.at.end)
  const shift = (start: number, end: number): At => ({
    start: source.at.start + start,
    end: source.at.start + Math.max(end, start + 1),
  })
  if (nestsTooDeep(text)) {
    source.report(source.code, shift(0, 1), `This is nested deeper than ${deepest} levels.`, null)
    return null
  }
  // The parser compares each key of a map with all before it; `toTree` looks it up.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false })
  const [error] = [...document.errors, ...document.warnings]
  if (error) {
    const remedy =
      error.code === 'BLOCK_AS_IMPLICIT_KEY' ||
      error.code === 'BAD_SCALAR_START' ||
      /flow-(?:seq|map)-start/.test(error.message)
        ? 'Put the value in double quotes.'
        : null
    source.report(source.code, shift(...error.pos), `This is not YAML: ${sentence(error.message)}`, remedy)
    return null
  }
  return toTree(document.contents, source, shift)
}

/** Reads JSON; null after reporting what is wrong with it. */
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

function toTree(node: unknown, source: TreeSource, shift: (start: number, end: number) => At): Tree | null {
  if (node === null) return { kind: 'map', at: shift(0, 0), entries: new Map() }
  const range = hasRange(node) ? node.range : ([0, 0, 0] as const)
  const at = shift(range[0], range[1])
  if (isScalar(node))
    return { kind: 'text', at, value: harmless(String(node.value ?? ''), at, source.report) }
  if (isSeq(node)) {
    const items: Tree[] = []
    for (const item of node.items) {
      const tree = toTree(item, source, shift)
      if (!tree) return null
      items.push(tree)
    }
    return { kind: 'list', at, items }
  }
  if (isMap(node)) {
    const entries = new Map<string, Entry>()
    for (const { key, value } of node.items) {
      const keyTree = toTree(key, source, shift)
      const valueTree =
        value === null ? { kind: 'text' as const, at, value: '' } : toTree(value, source, shift)
      if (!keyTree || !valueTree) return null
      if (keyTree.kind !== 'text') {
        source.report(source.code, keyTree.at, 'A key must be a plain word.', null)
        return null
      }
      if (entries.has(keyTree.value)) {
        source.report(
          source.code,
          keyTree.at,
          `\`${keyTree.value}\` stands here twice.`,
          'Take one of the two out.',
        )
        return null
      }
      entries.set(keyTree.value, { key: keyTree.at, value: valueTree })
    }
    return { kind: 'map', at, entries }
  }
  const remedy = isAlias(node)
    ? 'Write the value out, or put it in double quotes if it begins with a *.'
    : null
  source.report(source.code, at, 'Aliases are not read here.', remedy)
  return null
}

const hasRange = (node: unknown): node is { range: readonly [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)

/** The parser descends by recursion and can take the whole process down: what it could not climb out of is not handed to it. */
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
