/** A page gone wrong can't keep main busy: so many calls a second for each channel, and then no. */

export type RateLimit = { readonly allows: (channel: string, now: number) => boolean }

/** `perSecond` calls in any one second. `now` in milliseconds, of a clock that never goes back. */
export function rateLimit(perSecond: number): RateLimit {
  const recent = new Map<string, number[]>()
  return {
    allows: (channel, now) => {
      const kept = (recent.get(channel) ?? []).filter((time) => now - time < 1000)
      const allowed = kept.length < perSecond
      if (allowed) kept.push(now)
      recent.set(channel, kept)
      return allowed
    },
  }
}
