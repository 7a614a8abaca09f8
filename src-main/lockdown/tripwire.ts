/**
 * Takes the network away from main itself: the ways out that Node offers throw. Nothing of ours uses them
 * (ESLint refuses the imports); this catches a library that one day would. It is a tripwire, not a wall:
 * Chromium's own requests are stopped elsewhere (session.ts, switches.ts).
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

export class OfflineError extends Error {
  readonly code = 'E_OFFLINE'
  constructor(what: string) {
    super(`Fieldshelf makes no network request (${what}).`)
    this.name = 'OfflineError'
  }
}

const refuse = (what: string) => () => {
  throw new OfflineError(what)
}

const refuseLater = (what: string) => () => Promise.reject(new OfflineError(what))

/** Replaces them for the whole process, once. Listening on the loopback address still works. */
export function refuseNetwork(): void {
  Object.assign(net.Socket.prototype, { connect: refuse('net') })
  Object.assign(dgram.Socket.prototype, {
    bind: refuse('dgram'),
    connect: refuse('dgram'),
    send: refuse('dgram'),
  })
  refuseLookups(dns, refuse('dns'))
  refuseLookups(dns.promises, refuseLater('dns'))
  refuseLookups(dns.Resolver.prototype, refuse('dns'))
  refuseLookups(dns.promises.Resolver.prototype, refuseLater('dns'))
  syncBuiltinESMExports()
  Object.assign(globalThis, { fetch: refuseLater('fetch') })
  for (const name of ['WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name)
}

/** All of `resolve*`, `reverse` and `lookup*`, except for an address in digits, which needs no lookup. */
function refuseLookups(owner: object, refused: () => unknown): void {
  const functions = owner as Record<string, unknown>
  for (const name of Object.getOwnPropertyNames(functions)) {
    const original = functions[name]
    if (typeof original !== 'function' || !/^(lookup|resolve|reverse)/.test(name)) continue
    functions[name] = function (this: unknown, ...given: unknown[]): unknown {
      if (name === 'lookup' && typeof given[0] === 'string' && net.isIP(given[0]) !== 0) {
        return Reflect.apply(original, this, given)
      }
      return refused()
    }
  }
}
