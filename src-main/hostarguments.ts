/** The browser host's command line. */
import { parseArgs } from 'node:util'

export type HostArguments =
  /** `port` is null when none was asked for. */
  | { readonly kind: 'open'; readonly port: number | null }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly sentence: string }

export function readHostArguments(given: readonly string[]): HostArguments {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) return { kind: 'help' }
    if (values.port === undefined) return { kind: 'open', port: null }
    const port = Number(values.port)
    return /^\d+$/.test(values.port) && port > 0 && port < 65536
      ? { kind: 'open', port }
      : { kind: 'mistake', sentence: `--port is a number from 1 to 65535, not “${values.port}”.` }
  } catch (error) {
    return { kind: 'mistake', sentence: error instanceof Error ? error.message : String(error) }
  }
}
