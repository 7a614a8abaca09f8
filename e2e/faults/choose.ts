/** The command line of `npm run test:faults`: which faults are planted. */
import { parseArgs } from 'node:util'
import type { Fault } from './faults.ts'

export type Asked =
  | { readonly kind: 'run'; readonly faults: readonly Fault[] }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'mistake'; readonly text: string }

const usage = `Usage: npm run test:faults -- [part of a fault's name]

Plants each fault in a copy of the sources, and lets the spec run that must see it.

  -h, --help   print this and the names

Exit code: 0 every fault was seen, 1 one was not, 2 wrong usage.`

export function chooseFaults(given: readonly string[], faults: readonly Fault[]): Asked {
  const names = `The faults:\n${faults.map(({ name }) => `  ${name}`).join('\n')}`
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    if (values.help) return { kind: 'help', text: `${usage}\n\n${names}` }
    // Words without quotes are the words of one name.
    const wanted = positionals.join(' ')
    const chosen = faults.filter(({ name }) => name.includes(wanted))
    return chosen.length > 0
      ? { kind: 'run', faults: chosen }
      : { kind: 'mistake', text: `There is no fault with “${wanted}” in its name.\n\n${names}` }
  } catch (error) {
    return { kind: 'mistake', text: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` }
  }
}
