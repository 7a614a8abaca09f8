/** The search worker: keeps typing smooth by searching apart from the page. One engine; newest question first. */
import { contentByAddress } from '../../src-bridge/content.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { Engine, type ReadFile } from './engine.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

let engine: Engine | null = null
/** The engine that reads its packs, or has read them. */
let reading: Engine | null = null
let newest = 0

/** Whatever was typed meanwhile is heard before an older question is worked on. */
const listen = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

const say = (message: FromWorker): void => postMessage(message)

let questions = 0
const waiting = new Map<number, (bytes: Uint8Array | null) => void>()

/** Where a worker can't read files, the page reads them for it. */
function askPage(path: string): Promise<Uint8Array | null> {
  const wanted = ++questions
  return new Promise((resolve) => {
    waiting.set(wanted, resolve)
    say({ kind: 'wanted', wanted, path })
  })
}

function take({ wanted, bytes }: Extract<ToWorker, { readonly kind: 'file' }>): void {
  waiting.get(wanted)?.(bytes)
  waiting.delete(wanted)
}

function open({ library, careful, without }: Extract<ToWorker, { readonly kind: 'open' }>): void {
  const ask = library === null ? askPage : contentByAddress(library).read
  const read: ReadFile = async (path) => {
    const bytes = await ask(path)
    if (!bytes) throw new Error(`${path} can't be read`)
    return bytes
  }
  engine = new Engine(read, { careful, without, at: (pack) => say({ kind: 'at', pack }) })
}

/** Tells the page when all is read: from then on a question takes no time. */
async function tellRead(engine: Engine): Promise<void> {
  await engine.read()
  say({ kind: 'read' })
}

async function answer(message: ToWorker): Promise<void> {
  if (message.kind === 'open') return open(message)
  if (message.kind === 'file') return take(message)
  if (message.kind === 'ping') return say({ kind: 'pong' })
  if (engine && reading !== engine) {
    reading = engine
    // The answers report a pack that can't be read.
    tellRead(engine).catch(() => (reading = null))
  }
  // A pack that can't be read is reported at the first search.
  if (message.kind === 'warm') return engine?.warm(listen).catch(() => undefined)
  const { id } = message
  try {
    if (!engine) throw new Error('The library was not opened')
    switch (message.kind) {
      case 'search': {
        newest = id
        const isNewest = (): boolean => newest === id
        await listen()
        const found = isNewest() ? await engine.search(message.request, isNewest) : 'superseded'
        return say(
          found === 'superseded' ? { kind: 'superseded', id } : { kind: 'answer', id, answer: found },
        )
      }
      case 'suggest':
        return say({
          kind: 'suggestions',
          id,
          suggestions: await engine.suggest(message.text, message.limit, message.language),
        })
      case 'marks':
        return say({ kind: 'marks', id, marks: await engine.marks(message.text) })
      default:
        return assertNever(message)
    }
  } catch (error) {
    say({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
  }
}

addEventListener('message', (event: MessageEvent<ToWorker>) => void answer(event.data))
