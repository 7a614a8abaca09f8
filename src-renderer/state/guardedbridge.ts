/**
 * The bridge as the page uses it: a call that rejects is answered with the failure that its caller can word. A call
 * rejects only for what was not foreseen, and a caller that waits would wait for ever. Reading has no such failure:
 * it still rejects, and the page says that something went wrong.
 */
import type { AnswerOf, Bridge, Channel } from '../../src-bridge/contract.ts'
import { failure, success } from '../../src-library/model/outcome.ts'

type Instead = { readonly [C in Channel]: AnswerOf<C> | null }

const notKept = failure({ kind: 'not-kept', reason: 'unknown' } as const)
const notPrinted = failure({ kind: 'render', detail: '' } as const)

const notWritten = failure({ kind: 'not-written' } as const)

const instead: Instead = {
  'app.about': null,
  'clipboard.write': failure({ kind: 'refused' }),
  'settings.read': null,
  'settings.write': notKept,
  'bookmarks.read': null,
  'bookmarks.write': notKept,
  'stops.read': null,
  'stops.write': notKept,
  'list.read': null,
  'list.write': notKept,
  'window.unsaved': success(null),
  'window.covered': success(null),
  'kept.list': null,
  'kept.remove': notKept,
  'file.save': failure({ kind: 'write' }),
  'file.open': failure({ kind: 'unreadable' }),
  'packs.list': null,
  'packs.waiting': success(false),
  'packs.offer': notWritten,
  'packs.drop': notWritten,
  'packs.cancel': success(null),
  'packs.change': notWritten,
  'packs.check': null,
  'own.list': null,
  'own.create': notWritten,
  'own.read': notWritten,
  'own.about': notWritten,
  'own.choose': notWritten,
  'own.drop': notWritten,
  'own.cancel': success(null),
  'own.look': notWritten,
  'own.edit': notWritten,
  'own.removeDocument': notWritten,
  'own.undoRemove': notWritten,
  'own.check': notWritten,
  'own.save': notWritten,
  'own.export': notWritten,
  'own.key': notWritten,
  'own.sign': notWritten,
  'own.remove': notWritten,
  'print.prepare': notPrinted,
  // Whatever was being made is given up by the page itself.
  'print.cancel': success(null),
  'print.save': failure({ kind: 'write', detail: '' }),
  'print.paper': notPrinted,
}

export function guardedBridge(bridge: Bridge): Bridge {
  return {
    async call<C extends Channel>(channel: C, request: Parameters<typeof bridge.call<C>>[1]) {
      try {
        return await bridge.call(channel, request)
      } catch (error) {
        const answer: Instead[C] = instead[channel]
        if (answer === null) throw error
        console.error(error)
        return answer
      }
    },
    can: (capability) => bridge.can(capability),
    on: (event, listener) => bridge.on(event, listener),
  }
}
