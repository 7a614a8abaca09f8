import type { Outcome } from '../../src-library/model/outcome.ts'

/** The value of an outcome that must be one. */
export function valueOf<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`It failed: ${JSON.stringify(outcome.failure)}`)
  return outcome.value
}
