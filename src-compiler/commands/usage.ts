/** The command line: the typed words -> a folder and options, or a sentence about the mistake. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'

export type CommandLine = {
  readonly folder: string
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/**
 * Reads one folder and the options a command knows. `null` when help was asked
 * for. The failure is a sentence.
 */
export function readCommandLine(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
): Outcome<CommandLine | null, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    if (values['help'] === true) return success(null)
    const [folder, ...more] = positionals
    if (folder === undefined || folder === '') return failure('Say which folder.')
    if (more.length > 0) return failure(`One folder at a time: \`${more.join(' ')}\` is too much.`)
    return success({ folder, options: values as CommandLine['options'] })
  } catch (error) {
    return failure(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

export const exit = { ok: 0, refused: 1, usage: 2 } as const

export function print(text: string): void {
  process.stdout.write(text)
}

export function complain(text: string): void {
  process.stderr.write(text)
}
