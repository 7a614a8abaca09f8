import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SearchClient, type SearchWorker } from './client.ts'
import { noFilters, type FromWorker, type ResultPage, type ToWorker } from './protocol.ts'

beforeEach(() => {
  vi.stubGlobal('document', { baseURI: 'http://127.0.0.1/' })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** How a worker takes a message: it may answer by `say`, be silent for ever, or end. */
type Act = (message: ToWorker, say: (message: FromWorker) => void) => 'silent' | undefined

type Hear = (event: { readonly data: FromWorker }) => void

class FakeWorker implements SearchWorker {
  readonly heard: ToWorker[] = []
  terminated = false
  #silent = false
  readonly #act: Act
  #hear: Hear = () => undefined
  #failed: () => void = () => undefined

  constructor(act: Act) {
    this.#act = act
  }

  postMessage(message: ToWorker): void {
    this.heard.push(message)
    if (this.#silent) return
    const say = (said: FromWorker): void => this.#hear({ data: said })
    if (message.kind === 'ping') return say({ kind: 'pong' })
    this.#silent = this.#act(message, say) === 'silent'
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    if (type === 'message') this.#hear = listener as Hear
    else this.#failed = listener as () => void
  }

  say(message: FromWorker): void {
    this.#hear({ data: message })
  }

  fail(): void {
    this.#failed()
  }

  terminate(): void {
    this.terminated = true
  }
}

const request = (text: string) => ({
  text,
  offset: 0,
  limit: 10,
  filters: noFilters,
  sort: 'relevance' as const,
  language: 'en',
})
const answered = (text: string): ResultPage => ({ text }) as ResultPage

const answers: Act = (message, say) => {
  if (message.kind === 'open') say({ kind: 'read' })
  if (message.kind === 'search')
    say({ kind: 'answer', id: message.id, answer: answered(message.request.text) })
  if (message.kind === 'suggest') say({ kind: 'suggestions', id: message.id, suggestions: [] })
  return undefined
}

/** Never comes back from a question; `pack` is what it was at. */
const hangs =
  (pack: string | null): Act =>
  (message, say) => {
    if (message.kind === 'open') say({ kind: 'read' })
    if (message.kind !== 'search') return undefined
    say({ kind: 'at', pack })
    return 'silent'
  }

const fileText = (text: string) => new TextEncoder().encode(text)

/** A page that reads by script: the worker can't. */
const contentOf = (files: Readonly<Record<string, string>>) => ({
  byAddress: false,
  read: (path: string) =>
    files[path] === 'damaged'
      ? Promise.reject(new Error(path))
      : Promise.resolve(files[path] === undefined ? null : fileText(files[path])),
})

/** A client whose first worker acts so, and the next one so; later ones answer. `tick` is half a second. */
function clientOf(...acts: readonly Act[]) {
  const workers: FakeWorker[] = []
  const ticking = new Set<() => void>()
  const client = new SearchClient({
    content: contentOf({ 'library/village/pack.json': 'pack', 'library/village/terms.json': 'damaged' }),
    start: () => {
      const worker = new FakeWorker(acts[workers.length] ?? answers)
      workers.push(worker)
      return worker
    },
    every: (tick) => {
      ticking.add(tick)
      return () => ticking.delete(tick)
    },
  })
  const tick = (times: number): void => {
    for (let i = 0; i < times; i++) for (const each of [...ticking]) each()
  }
  const opened = (): unknown[] => workers.flatMap(({ heard }) => heard.filter(({ kind }) => kind === 'open'))
  return { client, workers, tick, opened, ticking }
}

describe('a worker that can’t read files', () => {
  it('is told so, and is handed what the page reads for it', async () => {
    const { workers, opened } = clientOf()
    expect(opened()).toMatchObject([{ library: null }])
    const [worker] = workers
    worker?.say({ kind: 'wanted', wanted: 1, path: 'village/pack.json' })
    worker?.say({ kind: 'wanted', wanted: 2, path: 'village/terms.json' })
    worker?.say({ kind: 'wanted', wanted: 3, path: 'village/none.json' })
    await vi.waitFor(() =>
      expect(worker?.heard.filter(({ kind }) => kind === 'file')).toEqual([
        { kind: 'file', wanted: 1, bytes: fileText('pack') },
        { kind: 'file', wanted: 2, bytes: null },
        { kind: 'file', wanted: 3, bytes: null },
      ]),
    )
  })
})

describe('a worker that falls silent', () => {
  it('is ended and started again, and asked once more', async () => {
    const { client, workers, tick } = clientOf(hangs('village'))
    const asked = client.search(request('shelter'))
    tick(8)
    expect(workers).toHaveLength(1)
    tick(1)
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    expect(await asked).toEqual(answered('shelter'))
  })

  it('twice at one pack is started without it', async () => {
    const { client, opened, tick } = clientOf(hangs('village'), hangs('village'))
    const asked = client.search(request('shelter'))
    tick(30)
    expect(await asked).toEqual(answered('shelter'))
    expect(opened()).toMatchObject([
      { careful: false, without: [] },
      { careful: true, without: [] },
      { careful: true, without: ['village'] },
    ])
  })

  it('at one pack after the other is started without either', async () => {
    const { client, opened, tick } = clientOf(hangs('a'), hangs('a'), hangs('b'))
    const asked = client.search(request('shelter'))
    tick(40)
    expect(await asked).toEqual(answered('shelter'))
    expect(opened().at(-1)).toMatchObject({ without: ['a', 'b'] })
  })

  it('twice for no pack’s fault fails the question, and the next one is answered by a new worker', async () => {
    const { client, workers, tick } = clientOf(hangs(null), hangs(null))
    const asked = client.search(request('shelter'))
    const failed = expect(asked).rejects.toThrow('The search stopped')
    tick(30)
    await failed
    expect(await client.search(request('law'))).toEqual(answered('law'))
    expect(workers).toHaveLength(3)
  })

  it('has every question that waits asked again, and the newest search only', async () => {
    const { client, workers, tick } = clientOf(hangs('village'))
    const first = client.search(request('a'))
    const words = client.suggest('a', 6, 'en')
    const second = client.search(request('ab'))
    tick(9)
    expect(await Promise.all([first, words, second])).toEqual(['superseded', [], answered('ab')])
    const heard = workers[1]?.heard.map(({ kind }) => kind).filter((kind) => kind !== 'ping')
    expect(heard).toEqual(['open', 'suggest', 'search'])
  })

  it('while it reads the packs has more time', async () => {
    const { client, workers, tick } = clientOf(() => 'silent')
    void client.search(request('shelter'))
    tick(40)
    expect(workers).toHaveLength(1)
    tick(1)
    expect(workers).toHaveLength(2)
  })
})

it('a worker that ends with an error is started again at once', async () => {
  const { client, workers } = clientOf(() => undefined)
  const asked = client.search(request('shelter'))
  workers[0]?.fail()
  expect(await asked).toEqual(answered('shelter'))
})

it('a worker that can’t be started at all fails the question, and is not tried for ever', async () => {
  const { client, workers } = clientOf(
    () => 'silent',
    () => 'silent',
  )
  client.warm()
  const asked = client.search(request('shelter'))
  const failed = expect(asked).rejects.toThrow('The search stopped')
  workers[0]?.fail()
  workers[1]?.fail()
  await failed
  expect(workers).toHaveLength(2)
})

it('a worker that takes long and says so is left to work', async () => {
  const works: { finish?: () => void } = {}
  const { client, workers, tick } = clientOf((message, say) => {
    if (message.kind === 'open') say({ kind: 'read' })
    if (message.kind === 'search')
      works.finish = () => say({ kind: 'answer', id: message.id, answer: answered('late') })
    return undefined
  })
  const asked = client.search(request('shelter'))
  tick(100)
  works.finish?.()
  expect(await asked).toEqual(answered('late'))
  expect(workers).toHaveLength(1)
})

it('nothing is listened for while nothing is asked', async () => {
  const { client, ticking } = clientOf()
  expect(ticking.size).toBe(0)
  const asked = client.search(request('shelter'))
  await asked
  expect(ticking.size).toBe(0)
  client.dispose()
})

it('a message of an ended worker is ignored', async () => {
  const late: { say?: () => void } = {}
  const { client, tick } = clientOf((message, say) => {
    if (message.kind === 'open') say({ kind: 'read' })
    if (message.kind !== 'search') return undefined
    late.say = () => say({ kind: 'answer', id: message.id, answer: answered('stale') })
    return 'silent'
  }, hangs(null))
  const asked = client.search(request('shelter'))
  asked.catch(() => undefined)
  tick(9)
  late.say?.()
  tick(9)
  await expect(asked).rejects.toThrow('The search stopped')
})
