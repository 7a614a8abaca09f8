/** The statements of a publisher about other keys, from small JSON files: for `shelf pack`. */
import { readFile } from 'node:fs/promises'
import { describeFailure } from '../../src-library/format/failure.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { decodeStatements, type Statements } from '../../src-library/format/packhead.ts'
import { fromHex } from '../../src-library/format/publickey.ts'
import { failure, type Outcome } from '../../src-library/model/outcome.ts'
import { checkNumber } from '../../src-packs/checknumber.ts'
import type { Options } from './command.ts'
import { sentenceOf } from './folders.ts'

/** The options, each of which names a file. */
export const statementNames = ['vouches', 'succeeds', 'withdraws'] as const

/** The failure is a sentence. */
export async function readStatements(options: Options): Promise<Outcome<Statements, string>> {
  const said: Record<string, unknown> = {}
  for (const name of statementNames) {
    const path = options[name]
    if (typeof path !== 'string') continue
    const text = await readFile(path, 'utf8').catch((error: unknown) => error)
    if (typeof text !== 'string') return failure(`${sentenceOf(text, path)}\n`)
    const json = parseJson(text)
    if (!json.ok) return failure(`${path} is no JSON. ${describeFailure(json.failure)}\n`)
    const read = decodeStatements({ [name]: json.value })
    if (!read.ok)
      return failure(`${path} does not say what --${name} needs. ${describeFailure(read.failure)}\n`)
    said[name] = json.value
  }
  const all = decodeStatements(said)
  return all.ok ? all : failure(`${describeFailure(all.failure)}\n`)
}

/** A line for each statement, with the number by which two people compare the key. */
export function describeStatements({ vouches, succeeds, withdraws }: Statements): string {
  const number = (key: string): string => checkNumber(fromHex(key) ?? new Uint8Array())
  return [
    ...vouches.map(
      ({ key, name, ids }) => `Vouches for ${name} (${ids.join(', ')}), check number ${number(key)}.\n`,
    ),
    ...(succeeds ? [`The key with check number ${number(succeeds.key)} takes the place of this one.\n`] : []),
    ...withdraws.map(
      ({ key, from }) =>
        `Withdraws the key with check number ${number(key)}${from === null ? '' : ` from sequence ${from} on`}.\n`,
    ),
  ].join('')
}
