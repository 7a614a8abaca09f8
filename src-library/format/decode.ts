/**
 * The door: everything from disk is `unknown` until a schema has read it.
 *
 * Keys that a schema does not name are dropped, not refused: a later edition of
 * the app may add one without making older copies refuse the pack, and dropped
 * keys never reach a component. A change that an older copy would
 * misread needs a new format number instead. Unknown *kinds* are refused.
 */
import * as v from 'valibot'
import { failure, success, type Outcome } from '../model/outcome.ts'
import type { FormatFailure } from './failure.ts'
import { hasUnwanted } from '../model/controlcharacters.ts'

/** Far above what the compiler writes (it stops at 32 nested blocks and inlines), far below what exhausts a stack. */
export const deepestJson = 200

/** Reads a value with a schema, which must not recurse deeper than the value does. */
export function decodeWith<Value>(
  schema: v.GenericSchema<unknown, Value>,
  value: unknown,
): Outcome<Value, FormatFailure> {
  if (isDeeperThan(value, deepestJson)) return failure({ kind: 'too-deep', limit: deepestJson })
  if (holdsUnwanted(value))
    return failure({ kind: 'invalid', at: '', expected: 'free of control characters' })
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true })
  if (result.success) return success(result.output)
  const [issue] = result.issues
  return failure({ kind: 'invalid', at: v.getDotPath(issue) ?? '', expected: expectedBy(issue) })
}

/** A schema's own words (`Array`, `"paragraph"`), or those we gave to a check; never the value found. */
function expectedBy(issue: v.BaseIssue<unknown>): string {
  const ours = issue.kind === 'validation' || issue.type === 'custom'
  return ours ? issue.message : (issue.expected ?? 'something else')
}

/**
 * A list that names nothing twice: components tell its entries apart by `nameOf`.
 * `expected` is "a list of … that all differ".
 */
export const distinct = <Item>(
  item: v.GenericSchema<unknown, Item>,
  nameOf: (item: Item) => string,
  expected: string,
): v.GenericSchema<unknown, readonly Item[]> =>
  v.pipe(
    v.array(item),
    v.check((list) => new Set(list.map(nameOf)).size === list.length, expected),
  )

/** Of a value that is not too deep. Its keys are dropped or are names of ours. */
function holdsUnwanted(value: unknown): boolean {
  if (typeof value === 'string') return hasUnwanted(value)
  return isObject(value) && Object.values(value).some(holdsUnwanted)
}

/** Without recursion: the value may be nested deeper than the stack is. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level: readonly object[] = isObject(value) ? [value] : []
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((node) => Object.values(node).filter(isObject))
  }
  return false
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * A schema for a union told apart by `kind`. A kind without a schema, or a
 * schema that doesn't give its kind, does not compile: model and format can't drift.
 */
export function byKind<Union extends { readonly kind: string }>(schemas: {
  readonly [Kind in Union['kind']]: v.GenericSchema<unknown, Extract<Union, { readonly kind: Kind }>>
}): v.GenericSchema<unknown, Union> {
  const table = new Map<unknown, v.GenericSchema<unknown, Union>>(Object.entries(schemas) as never)
  const unknownKind = v.custom<never>(() => false, `of a kind we know: ${[...table.keys()].join(', ')}`)
  return v.lazy((value) => table.get(isObject(value) && 'kind' in value && value.kind) ?? unknownKind)
}
