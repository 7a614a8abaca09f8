/** How large a request may be. Electron copies a request before main can look at it, so the preload looks first. */

/** Letters of all texts, bytes of all pieces, and one for each value: twice the longest request of the contract. */
const most = 16_000_000

/** Whether a request is of a size that main will look at. Stops counting where it is not. */
export function fits(request: unknown, room = most): boolean {
  const waiting: unknown[] = [request]
  const seen = new Set<object>()
  let left = room
  while (waiting.length > 0) {
    const value = waiting.pop()
    left -= 1
    if (typeof value === 'string') left -= value.length
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value)
      if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) left -= value.byteLength
      else if (value instanceof Map) for (const entry of value) waiting.push(...entry)
      else for (const inner of value instanceof Set ? value : Object.values(value)) waiting.push(inner)
    }
    if (left < 0 || waiting.length > left + 1) return false
  }
  return true
}
