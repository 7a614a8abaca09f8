/** Two columns of the same text scroll in step: the same part is at the top of both. */
import type { CamePiece } from '../../src-bridge/own.ts'
import { inOrder } from './pieces.ts'

/** The same part on both sides. */
type Pair = { readonly piece: number; readonly came: HTMLElement; readonly read: HTMLElement }

/** What holds one part each in a text that is drawn. */
const leaves = 'h4, h5, h6, p, li, td, th, dt, dd, pre, figcaption'

/** Milliseconds after which the other column may lead. */
const turn = 200

export class ScrollPair {
  readonly #came: HTMLElement
  readonly #read: HTMLElement
  readonly #pairs: readonly Pair[]
  #leader: HTMLElement | null = null
  #rest: ReturnType<typeof setTimeout> | undefined

  /** `came` has one child for each piece. */
  constructor(came: HTMLElement, read: HTMLElement, pieces: readonly CamePiece[]) {
    this.#came = came
    this.#read = read
    const drawn = [...read.querySelectorAll<HTMLElement>(leaves)]
    const kept = [...pieces.entries()].filter(([, { isKept }]) => isKept)
    const places = inOrder(
      kept.map(([, { text }]) => text),
      drawn.map(({ textContent }) => textContent),
    )
    this.#pairs = kept.flatMap(([piece], at): Pair[] => {
      const one = came.children[piece]
      const other = drawn[places[at] ?? -1]
      return one instanceof HTMLElement && other ? [{ piece, came: one, read: other }] : []
    })
  }

  /** Until the returned function is called. */
  start(): () => void {
    const came = (): void => this.#lead('came', this.#came, this.#read)
    const read = (): void => this.#lead('read', this.#read, this.#came)
    this.#came.addEventListener('scroll', came, { passive: true })
    this.#read.addEventListener('scroll', read, { passive: true })
    return () => {
      this.#came.removeEventListener('scroll', came)
      this.#read.removeEventListener('scroll', read)
      clearTimeout(this.#rest)
    }
  }

  /** Marks the part that is meant where it is read, and brings it into sight there. */
  mark(piece: number): void {
    for (const one of this.#read.querySelectorAll('[data-meant]')) one.removeAttribute('data-meant')
    const pair = this.#pairs.findLast((one) => one.piece <= piece)
    if (!pair) return
    if (pair.piece === piece) pair.read.setAttribute('data-meant', '')
    const { top, bottom } = pair.read.getBoundingClientRect()
    const box = this.#read.getBoundingClientRect()
    if (top >= box.top && bottom <= box.bottom) return
    this.#take(this.#came)
    this.#read.scrollTop += top - box.top - box.height / 3
  }

  #lead(side: 'came' | 'read', from: HTMLElement, to: HTMLElement): void {
    if (this.#leader !== null && this.#leader !== from) return
    this.#take(from)
    const other = side === 'came' ? 'read' : 'came'
    const pair = this.#topmost(side, from.getBoundingClientRect().top)
    if (!pair) return
    const here = pair[side].getBoundingClientRect().top - from.getBoundingClientRect().top
    const there = pair[other].getBoundingClientRect().top - to.getBoundingClientRect().top
    to.scrollTop += there - here
  }

  /** The last pair that begins above the line, or the first one. Pairs go down on both sides. */
  #topmost(side: 'came' | 'read', line: number): Pair | undefined {
    let low = 0
    let high = this.#pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      const top = this.#pairs[middle]?.[side].getBoundingClientRect().top ?? Infinity
      if (top <= line + 1) low = middle + 1
      else high = middle
    }
    return this.#pairs[Math.max(0, low - 1)]
  }

  #take(leader: HTMLElement): void {
    this.#leader = leader
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => (this.#leader = null), turn)
  }
}
