/**
 * Values cross between the worlds and processes as data, as in Electron; what
 * cannot cross throws. Runs in the page and in Node: it must use nothing else.
 */
export type Packed =
  | { readonly undefined: true }
  | { readonly value: string | boolean | number | null }
  | { readonly number: string }
  | { readonly list: readonly Packed[] }
  | { readonly error: readonly [name: string, message: string] }
  | { readonly date: number }
  /** Base 64. */
  | { readonly bytes: string }
  | { readonly object: readonly (readonly [key: string, value: Packed])[] }
  | { readonly callable: number }
  | { readonly promise: number }

export type Callable = (...args: unknown[]) => unknown

/** What plain data is not: functions and promises, which only the context bridge lets across, as handles. */
export type Handles = {
  readonly give: (value: Callable | PromiseLike<unknown>) => Packed
  readonly take: (packed: { callable: number } | { promise: number }) => unknown
}

const refuse = (): never => {
  throw new Error('An object could not be cloned.')
}
export const dataOnly: Handles = { give: refuse, take: refuse }

const isThenable = (value: object): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown }).then === 'function'

export function pack(value: unknown, handles: Handles = dataOnly): Packed {
  if (value === undefined) return { undefined: true }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return { value }
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : { number: String(value) }
  if (typeof value === 'function') return handles.give(value as Callable)
  if (typeof value !== 'object') return refuse()
  if (Array.isArray(value)) return { list: value.map((each) => pack(each, handles)) }
  if (value instanceof Error) return { error: [value.name, value.message] }
  if (value instanceof Date) return { date: value.getTime() }
  if (value instanceof Uint8Array) return { bytes: toBase64(value) }
  if (isThenable(value)) return handles.give(value)
  const parent: unknown = Object.getPrototypeOf(value)
  const isPlain = parent === null || Object.getPrototypeOf(parent) === null
  if (!isPlain) return refuse()
  return { object: Object.entries(value).map(([key, each]) => [key, pack(each, handles)] as const) }
}

export function unpack(packed: Packed, handles: Handles = dataOnly): unknown {
  if ('undefined' in packed) return undefined
  if ('value' in packed) return packed.value
  if ('number' in packed) return Number(packed.number)
  if ('list' in packed) return packed.list.map((each) => unpack(each, handles))
  if ('date' in packed) return new Date(packed.date)
  if ('bytes' in packed) return Uint8Array.from(atob(packed.bytes), (sign) => sign.charCodeAt(0))
  if ('error' in packed) {
    const [name, message] = packed.error
    return Object.assign(new Error(message), name === 'Error' ? {} : { name })
  }
  // fromEntries defines properties: a key `__proto__` stays a key.
  if ('object' in packed)
    return Object.fromEntries(packed.object.map(([key, each]) => [key, unpack(each, handles)]))
  return handles.take(packed)
}

/** Signs that are made of bytes at a time: an engine takes only so many arguments. */
const signsAtOnce = 32_768

function toBase64(bytes: Uint8Array): string {
  let signs = ''
  for (let at = 0; at < bytes.length; at += signsAtOnce)
    signs += String.fromCharCode(...bytes.subarray(at, at + signsAtOnce))
  return btoa(signs)
}
