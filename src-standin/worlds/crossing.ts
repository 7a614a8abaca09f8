/**
 * The way between the page's own world and the preload's: synchronous DOM events
 * that carry JSON, under a name that no other script can guess. Functions and
 * promises stay where they are; the other side holds their numbers.
 */
import { pack, unpack, type Callable, type Handles, type Packed } from './values.ts'

type Message =
  | { readonly kind: 'expose'; readonly key: string; readonly value: Packed }
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly Packed[] }
  | { readonly kind: 'answer'; readonly ok: boolean; readonly value: Packed }
  | { readonly kind: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Packed }
  | { readonly kind: 'release'; readonly id: number }

type Answer = Extract<Message, { kind: 'answer' }>
type Waiting = { resolve: (value: unknown) => void; reject: (reason: unknown) => void }

export class Crossing {
  readonly #tag: string
  readonly #peer: string
  readonly #functions = new Map<number, Callable>()
  readonly #waiting = new Map<number, Waiting>()
  readonly #handles: Handles
  /** Tells the other side which of its functions this side no longer holds: a window stays open for a day. */
  readonly #held = new FinalizationRegistry<number>((id) => this.#post({ kind: 'release', id }))
  #count = 0
  #answer: Answer | null = null

  constructor(tag: string, side: 'page' | 'preload', onExpose: (key: string, value: unknown) => void) {
    this.#tag = tag
    this.#peer = side === 'page' ? 'preload' : 'page'
    this.#handles = { give: (value) => this.#give(value), take: (packed) => this.#take(packed) }
    document.addEventListener(tag + side, (event) => {
      const message = JSON.parse((event as CustomEvent<string>).detail) as Message
      if (message.kind === 'expose') onExpose(message.key, unpack(message.value, this.#handles))
      else this.#receive(message)
    })
  }

  expose(key: string, value: unknown): void {
    this.#post({ kind: 'expose', key, value: pack(value, this.#handles) })
  }

  #post(message: Message): void {
    document.dispatchEvent(new CustomEvent(this.#tag + this.#peer, { detail: JSON.stringify(message) }))
  }

  #receive(message: Exclude<Message, { kind: 'expose' }>): void {
    switch (message.kind) {
      case 'call':
        return this.#post(this.#run(message.id, message.args))
      case 'answer':
        this.#answer = message
        return
      case 'release':
        this.#functions.delete(message.id)
        return
      case 'settle': {
        const waiting = this.#waiting.get(message.id)
        this.#waiting.delete(message.id)
        const value = unpack(message.value, this.#handles)
        if (message.ok) waiting?.resolve(value)
        else waiting?.reject(value)
      }
    }
  }

  #run(id: number, args: readonly Packed[]): Answer {
    try {
      const value: unknown = this.#functions.get(id)?.(...args.map((each) => unpack(each, this.#handles)))
      return { kind: 'answer', ok: true, value: pack(value, this.#handles) }
    } catch (error) {
      return { kind: 'answer', ok: false, value: pack(error, this.#handles) }
    }
  }

  #give(value: Callable | PromiseLike<unknown>): Packed {
    const id = ++this.#count
    if (typeof value === 'function') {
      this.#functions.set(id, value)
      return { callable: id }
    }
    const settle = (ok: boolean) => (result: unknown) =>
      this.#post({ kind: 'settle', id, ok, value: pack(result, this.#handles) })
    value.then(settle(true), settle(false))
    return { promise: id }
  }

  #take(packed: { callable: number } | { promise: number }): unknown {
    if ('callable' in packed) {
      const callable = (...args: unknown[]): unknown => this.#call(packed.callable, args)
      this.#held.register(callable, packed.callable)
      return callable
    }
    return new Promise((resolve, reject) => this.#waiting.set(packed.promise, { resolve, reject }))
  }

  /** The event is dispatched synchronously, so the answer is there when `#post` returns. */
  #call(id: number, args: readonly unknown[]): unknown {
    this.#post({ kind: 'call', id, args: args.map((each) => pack(each, this.#handles)) })
    const answer = this.#answer
    if (answer === null) throw new Error('The other world did not answer.')
    const value = unpack(answer.value, this.#handles)
    if (!answer.ok) throw value
    return value
  }
}
