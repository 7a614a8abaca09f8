/**
 * The page's end of the search worker, and its supervisor. A worker that loops or ends is never heard of again, so the
 * page listens for signs of life while it waits. A silent worker is ended and started again, and what waits is asked once
 * more, each pack by itself. If the worker falls silent again, the pack it was at is named as damaged and left out from
 * then on. Where no pack is to blame, the questions fail, and the next one starts with a new worker.
 */
import { assertNever } from '../../src-library/model/never.ts'
import { libraryFolder, type Content } from '../../src-bridge/content.ts'
import type { FromWorker, Marks, ResultPage, SearchRequest, Suggestion, ToWorker } from './protocol.ts'
import { Silence } from './silence.ts'

/** Ticks of half a second without a word from the worker: while it reads the packs, and afterwards. */
const readingMayTake = 40
const answeringMayTake = 8

/** What the supervisor needs of a `Worker`. */
export type SearchWorker = {
  postMessage(message: ToWorker, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void
  addEventListener(type: 'error', listener: () => void): void
  terminate(): void
}

type NumberedRequest = Extract<ToWorker, { readonly id: number }>

type Waiting = {
  readonly asked: NumberedRequest
  readonly answer: (message: FromWorker) => void
  readonly fail: (error: Error) => void
}

type Options = {
  readonly content: Pick<Content, 'byAddress' | 'read'>
  readonly start: () => SearchWorker
  /** Calls back every half second; gives what ends that. */
  readonly every?: (tick: () => void) => () => void
}

export class SearchClient {
  readonly #start: () => SearchWorker
  readonly #content: Options['content']
  readonly #silence: Silence
  #worker: SearchWorker | null = null
  #last = 0
  readonly #waiting = new Map<number, Waiting>()
  /** At most one: a new search takes the place of the one before. */
  #search: { readonly id: number; readonly supersede: () => void } | null = null
  /** Whether the worker has read the packs. */
  #isRead = false
  #warmed = false
  /** Once a worker was silent: packs are asked one by one, and the one that the worker is at is known. */
  #careful = false
  #at: string | null = null
  /** Packs that two workers fell silent at. */
  readonly #without = new Set<string>()
  /** Workers that fell silent since the last answer. */
  #failures = 0

  constructor({ content, start, every }: Options) {
    this.#content = content
    this.#start = start
    this.#silence = new Silence(
      () => this.#worker?.postMessage({ kind: 'ping' } satisfies ToWorker),
      () => this.#restart(),
      every,
    )
    this.#running()
  }

  /** Reads the packs while the reader does not wait, so that the first key is answered like every other. */
  warm(): void {
    this.#warmed = true
    this.#send({ kind: 'warm' })
  }

  /** Answers, unless another search is asked first. Rejects only if the library as a whole can't be searched. */
  search(request: SearchRequest): Promise<ResultPage | 'superseded'> {
    const id = ++this.#last
    this.#search?.supersede()
    return new Promise((resolve, reject) => {
      this.#search = {
        id,
        supersede: () => {
          this.#waiting.delete(id)
          resolve('superseded')
        },
      }
      this.#ask({
        asked: { kind: 'search', id, request },
        answer: (message) => {
          if (message.kind === 'answer') resolve(message.answer)
          if (message.kind === 'superseded') resolve('superseded')
        },
        fail: reject,
      })
    })
  }

  /** At most `limit` ways to complete what is being typed; `language` is what the reader reads first. */
  suggest(text: string, limit: number, language: string): Promise<Suggestion[]> {
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#ask({
        asked: { kind: 'suggest', id, text, limit, language },
        answer: (message) => {
          if (message.kind === 'suggestions') resolve([...message.suggestions])
        },
        fail: reject,
      })
    })
  }

  /** What to mark in a text for a query. Takes the place of no search. */
  marks(text: string): Promise<Marks> {
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#ask({
        asked: { kind: 'marks', id, text },
        answer: (message) => {
          if (message.kind === 'marks') resolve(message.marks)
        },
        fail: reject,
      })
    })
  }

  /** The library has other packs now: a new worker reads them, and what waits is asked again. */
  reopen(): void {
    this.#end()
    this.#careful = false
    this.#without.clear()
    this.#failures = 0
    if (this.#warmed) this.#send({ kind: 'warm' })
    for (const { asked } of this.#waiting.values()) this.#send(asked)
    this.#watch()
  }

  dispose(): void {
    this.#end()
    this.#failAll()
  }

  #ask(waiting: Waiting): void {
    this.#waiting.set(waiting.asked.id, waiting)
    this.#send(waiting.asked)
    this.#watch()
  }

  #send(message: ToWorker): void {
    this.#running().postMessage(message)
  }

  #watch(): void {
    if (this.#waiting.size > 0) this.#silence.watch(this.#isRead ? answeringMayTake : readingMayTake)
    else this.#silence.rest()
  }

  #running(): SearchWorker {
    if (this.#worker) return this.#worker
    const worker = this.#start()
    this.#worker = worker
    this.#isRead = false
    this.#at = null
    worker.addEventListener('message', (event) => {
      // One that was ended may still have said something.
      if (this.#worker === worker) this.#hear(event.data)
    })
    worker.addEventListener('error', () => {
      if (this.#worker === worker) this.#restart()
    })
    worker.postMessage({
      kind: 'open',
      library: this.#content.byAddress ? new URL(libraryFolder, document.baseURI).href : null,
      careful: this.#careful,
      without: [...this.#without],
    } satisfies ToWorker)
    return worker
  }

  #end(): void {
    this.#silence.rest()
    this.#worker?.terminate()
    this.#worker = null
  }

  #restart(): void {
    const at = this.#at
    const wasCareful = this.#careful
    this.#end()
    this.#failures += 1
    this.#careful = true
    if (wasCareful && at !== null) this.#without.add(at)
    else if (this.#failures > 1) return this.#failAll()
    // Once: a worker that ends before it is asked anything is not started for ever.
    if (this.#warmed && this.#waiting.size === 0 && this.#failures === 1) this.#send({ kind: 'warm' })
    for (const { asked } of this.#waiting.values()) this.#send(asked)
    this.#watch()
  }

  #hear(message: FromWorker): void {
    this.#silence.heard()
    switch (message.kind) {
      case 'pong':
        return
      case 'at':
        this.#at = message.pack
        return
      case 'wanted':
        return void this.#hand(message, this.#worker)
      case 'read':
        this.#isRead = true
        return this.#watch()
      case 'answer':
      case 'superseded':
      case 'suggestions':
      case 'marks':
      case 'failed':
        return this.#answered(message)
      default:
        return assertNever(message)
    }
  }

  /** Reads a file for a worker that can't. The worker words what could not be read. */
  async #hand(
    { wanted, path }: Extract<FromWorker, { readonly kind: 'wanted' }>,
    worker: SearchWorker | null,
  ): Promise<void> {
    const bytes = await this.#content.read(libraryFolder + path).catch(() => null)
    worker?.postMessage({ kind: 'file', wanted, bytes }, bytes ? [bytes.buffer] : [])
  }

  #answered(message: Extract<FromWorker, { readonly id: number }>): void {
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (this.#search?.id === message.id) this.#search = null
    this.#failures = 0
    this.#watch()
    if (message.kind === 'failed') waiting?.fail(new Error(message.message))
    else waiting?.answer(message)
  }

  #failAll(): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#search = null
    for (const { fail } of waiting) fail(new Error('The search stopped'))
  }
}
