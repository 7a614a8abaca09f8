/** What the caller and the isolated process say to each other. */
import * as v from 'valibot'

export type ToProcess = {
  readonly id: number
  readonly task: string
  readonly bytes: Uint8Array
  readonly input: unknown
}

/** Decoded by the caller, which trusts nothing that the process says. */
export const fromProcessSchema = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('answer'), id: v.number(), answer: v.unknown() }),
  v.object({ kind: v.literal('refused'), id: v.number(), message: v.string() }),
])

export type FromProcess = v.InferOutput<typeof fromProcessSchema>
