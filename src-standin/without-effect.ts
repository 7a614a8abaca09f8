/**
 * Settings the stand-in takes without doing anything: they rule parts that it does not have
 * (system printers of trust, docks, device choosers). Each call is written
 * in the journal, so that a test can still see it was made, and with what.
 */
import { note } from './journal.ts'

/** A function that only notes its name and its first argument. */
export function notingFunction<Args extends unknown[], Result = void>(
  name: string,
  result?: Result,
): (...args: Args) => Result {
  return (...args) => {
    const [value] = args
    note({
      kind: 'setting',
      name,
      value: typeof value === 'function' ? 'function' : (JSON.stringify(value) ?? ''),
    })
    return result as Result
  }
}
