/**
 * The format of a stored file: a line that describes the rest, and the rest. The hash is over the
 * bytes of the rest, so no re-reading of JSON can make a damaged file look whole.
 *
 *     {"format":"fieldshelf-settings","version":1,"sha256":"…"}
 *     {"theme":"dark", …}
 */
import { createHash } from 'node:crypto'
import * as v from 'valibot'

/** A kind of stored data: its name, the version written today, and how it is decoded. */
export type StoredFormat<Data> = {
  readonly name: string
  readonly version: number
  readonly schema: v.GenericSchema<unknown, Data>
}

export type StoredContent<Data> =
  | { readonly kind: 'good'; readonly data: Data }
  /** A newer Fieldshelf wrote it. `data` is what this one understands of it, null if nothing. */
  | { readonly kind: 'newer'; readonly data: Data | null }
  | { readonly kind: 'bad' }

const headSchema = v.object({
  format: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.string(),
})

export function seal<Data>(format: StoredFormat<Data>, data: Data): Uint8Array {
  const body = `${JSON.stringify(data)}\n`
  const head = { format: `fieldshelf-${format.name}`, version: format.version, sha256: hashOf(body) }
  return new TextEncoder().encode(`${JSON.stringify(head)}\n${body}`)
}

export function open<Data>(format: StoredFormat<Data>, bytes: Uint8Array): StoredContent<Data> {
  const text = new TextDecoder().decode(bytes)
  const end = text.indexOf('\n')
  const head = v.safeParse(headSchema, parse(text.slice(0, end)))
  if (!head.success || head.output.format !== `fieldshelf-${format.name}`) return { kind: 'bad' }
  const body = text.slice(end + 1)
  const data = v.safeParse(format.schema, parse(body))
  // How a newer version seals its bytes is not known here.
  if (head.output.version > format.version) {
    return { kind: 'newer', data: data.success ? data.output : null }
  }
  const isWhole = head.output.sha256 === hashOf(body)
  return isWhole && data.success ? { kind: 'good', data: data.output } : { kind: 'bad' }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
