/** The page's end of the search worker. */
import { assertNever } from '../../src-library/model/never.ts'
import { startWorker } from '../../src-bridge/worker.ts'
import type { FromWorker, Marks, SearchAnswer, SearchRequest, Suggestion, ToWorker } from './protocol.ts'
import workerAddress from './worker.ts?worker&url'

type Waiting<Answer> = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }

export class SearchClient {
  readonly #worker: Worker
  #last = 0
  /** At most one: a new search takes the place of the one before. */
  #search: (Waiting<SearchAnswer | 'superseded'> & { readonly id: number }) | null = null
  readonly #suggests = new Map<number, Waiting<Suggestion[]>>()
  readonly #marks = new Map<number, Waiting<Marks>>()

  /** `library` is the address of the library, with a `/` at its end. */
  constructor(options: { readonly library: string }) {
    this.#worker = startWorker(workerAddress)
    this.#worker.addEventListener('message', (event: MessageEvent<FromWorker>) => this.#hear(event.data))
    this.#worker.addEventListener('error', () => this.#failAll())
    this.#send({ kind: 'open', library: new URL(options.library, document.baseURI).href })
  }

  /** Reads the packs while the reader does not wait, so that the first key is answered like every other. */
  warm(): void {
    this.#send({ kind: 'warm' })
  }

  /** Answers, unless another search is asked first. Rejects only if the library as a whole can't be searched. */
  search(request: SearchRequest): Promise<SearchAnswer | 'superseded'> {
    const id = ++this.#last
    this.#search?.resolve('superseded')
    return new Promise((resolve, reject) => {
      this.#search = { id, resolve, reject }
      this.#send({ kind: 'search', id, request })
    })
  }

  /** At most `limit` ways to complete what is being typed; `language` is what the reader reads first. */
  suggest(text: string, limit: number, language: string): Promise<Suggestion[]> {
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#suggests.set(id, { resolve, reject })
      this.#send({ kind: 'suggest', id, text, limit, language })
    })
  }

  /** What to mark in a text for a query. Takes the place of no search. */
  marks(text: string): Promise<Marks> {
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#marks.set(id, { resolve, reject })
      this.#send({ kind: 'marks', id, text })
    })
  }

  dispose(): void {
    this.#worker.terminate()
    this.#failAll()
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  #hear(message: FromWorker): void {
    const search = this.#search?.id === message.id ? this.#search : null
    if (search) this.#search = null
    switch (message.kind) {
      case 'answer':
        return search?.resolve(message.answer)
      case 'superseded':
        return search?.resolve('superseded')
      case 'suggestions':
        this.#suggests.get(message.id)?.resolve([...message.suggestions])
        return void this.#suggests.delete(message.id)
      case 'marks':
        this.#marks.get(message.id)?.resolve(message.marks)
        return void this.#marks.delete(message.id)
      case 'failed':
        search?.reject(new Error(message.message))
        for (const waiting of [this.#suggests, this.#marks]) {
          waiting.get(message.id)?.reject(new Error(message.message))
          waiting.delete(message.id)
        }
        return
      default:
        return assertNever(message)
    }
  }

  #failAll(): void {
    const error = new Error('The search stopped')
    this.#search?.reject(error)
    this.#search = null
    for (const waiting of [this.#suggests, this.#marks]) {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
  }
}
