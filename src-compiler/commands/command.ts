/** The frame of a command: reads its arguments, prints its help, and words wrong usage. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { complain, exit, print } from './usage.ts'

export type Options = Readonly<Record<string, string | boolean | undefined>>

export type Definition = {
  readonly help: string
  readonly options: ParseArgsOptionsConfig
  /** The names of the arguments, in order, such as `pack file`. All are needed. */
  readonly needs: readonly string[]
  /** Whether more arguments like the last may follow. */
  readonly more?: boolean
}

/** The work of a command, with its arguments and options. The failure is text for a terminal. */
export type Action = (
  args: readonly string[],
  options: Options,
) => Promise<Outcome<string, string | WrongUsage>>

/** The arguments were read, and do not fit each other. */
export type WrongUsage = { readonly usage: string }

export const wrongUsage = (usage: string): Outcome<never, WrongUsage> => failure({ usage })

/** A command as `cli.ts` calls it. It resolves to the exit code: 0 done, 1 refused, 2 wrong usage. */
export function command(
  definition: Definition,
  action: Action,
): (args: readonly string[]) => Promise<number> {
  return async (args) => {
    const line = readArguments(definition, args)
    if (!line.ok) return explain(definition, line.failure)
    if (line.value === null) {
      print(definition.help)
      return exit.ok
    }
    const done = await action(line.value.args, line.value.options)
    if (done.ok) {
      print(done.value)
      return exit.ok
    }
    if (typeof done.failure !== 'string') return explain(definition, done.failure.usage)
    complain(done.failure)
    return exit.refused
  }
}

function explain({ help }: Definition, sentence: string): number {
  complain(`${sentence}\n\n${help}`)
  return exit.usage
}

/** `null` when help was asked for. The failure is a sentence. */
function readArguments(
  { options, needs, more = false }: Definition,
  args: readonly string[],
): Outcome<{ readonly args: readonly string[]; readonly options: Options } | null, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    if (values['help'] === true) return success(null)
    const missing = needs.find((_need, i) => (positionals[i] ?? '') === '')
    if (missing !== undefined) return failure(`Say which ${missing}.`)
    const others = positionals.slice(needs.length)
    if (others.length > 0 && !more) return failure(`\`${others.join(' ')}\` is too much.`)
    return success({ args: positionals, options: values as Options })
  } catch (error) {
    return failure(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}
