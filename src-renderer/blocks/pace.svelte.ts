/**
 * Long documents are drawn piece by piece, so that the first words are there at once and no key waits for the last.
 * One pace belongs to one article on the screen; each long list of it (sections, blocks, items, rows) is a growth.
 */
import { flushSync } from 'svelte'
import { pieceWeight, piecesOf, wholeWeight } from './pieces.ts'

/** Milliseconds of drawing within one frame, and pieces: a quick machine draws no more of them than are laid out at once. */
const frameTime = 20
const framePieces = 6
/** The same while something waits for all of it, such as Find. */
const hurriedTime = 60
const hurriedPieces = 24

/** What drawing needs of the page; a test hands in its own. */
export type PaceMeans = {
  readonly now: () => number
  /** Calls back before the next frame is painted, also in a window that is not shown. */
  readonly frame: (then: () => void) => void
  /** Puts what was added into the page. */
  readonly flush: () => void
  /** Called around the drawing of each frame, so that what is in sight can be kept where it is. */
  readonly hold: { before(): void; after(): void; end(): void }
}

/** The part of a list that is drawn: from `from` up to, and without, `to`. */
export type Growth = { readonly from: number; readonly to: number }

type Growing = Growth & { more(): void; readonly done: boolean }

const onScreen = (then: () => void): void => {
  let called = false
  const once = (): void => {
    if (!called) then()
    called = true
  }
  requestAnimationFrame(once)
  // A window that is not shown has no frames.
  setTimeout(once, 100)
}

export const noHold = { before: () => undefined, after: () => undefined, end: () => undefined }

export class Pace {
  #growing: readonly Growing[] = []
  #drawing = $state(false)
  #hurried = false
  #asleep = true
  #waiting: (() => void)[] = []
  readonly #means: PaceMeans

  constructor(means: Partial<PaceMeans> = {}) {
    this.#means = {
      now: () => performance.now(),
      frame: onScreen,
      flush: () => flushSync(),
      hold: noHold,
      ...means,
    }
  }

  /** Whether something is still to be drawn. */
  get drawing(): boolean {
    return this.#drawing
  }

  /**
   * A list by the weights of its items: at once where it is short, else a piece at `at` first and the others around it,
   * frame by frame. Stop it when its component goes.
   */
  grow(weights: readonly number[], at = 0, whole = wholeWeight): Growth & { stop(): void } {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    if (total <= whole) return { from: 0, to: weights.length, stop: () => undefined }
    const growth = new PieceByPiece(weights, at)
    this.#growing = [...this.#growing, growth]
    this.#wake()
    return Object.assign(growth, { stop: () => this.#leave(growth) })
  }

  /** Resolves when all is drawn, and has it drawn sooner. */
  async drawn(): Promise<void> {
    if (this.#growing.length === 0) return
    this.#hurried = true
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Draws all that is left now: for what can't wait, such as copying. */
  finish(): void {
    while (this.#growing.length > 0) this.#draw(Infinity, Infinity)
    this.#rest()
  }

  /** Draws no more: the article is gone. */
  stop(): void {
    this.#growing = []
    this.#rest()
  }

  #leave(growth: Growing): void {
    this.#growing = this.#growing.filter((one) => one !== growth)
    if (this.#growing.length === 0) this.#rest()
  }

  #wake(): void {
    if (!this.#asleep) return
    this.#asleep = false
    this.#means.frame(() => this.#frame())
  }

  #frame(): void {
    if (this.#growing.length === 0) return this.#rest()
    this.#drawing = true
    this.#draw(this.#hurried ? hurriedTime : frameTime, this.#hurried ? hurriedPieces : framePieces)
    if (this.#growing.length === 0) this.#rest()
    else this.#means.frame(() => this.#frame())
  }

  #draw(time: number, pieces: number): void {
    const { now, flush, hold } = this.#means
    const begun = now()
    hold.before()
    for (let drawn = 0; drawn < pieces && now() - begun < time; drawn++) {
      const growth = this.#growing[0]
      if (!growth) break
      growth.more()
      if (growth.done) this.#growing = this.#growing.filter((one) => one !== growth)
      flush()
    }
    hold.after()
  }

  #rest(): void {
    this.#asleep = true
    this.#hurried = false
    this.#drawing = false
    this.#means.hold.end()
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

/** A list of which more and more is drawn: a piece after what is there, then one before it. */
class PieceByPiece implements Growing {
  #from = $state(0)
  #to = $state(0)
  #downwards = true
  readonly #ends: readonly number[]

  constructor(weights: readonly number[], at: number) {
    const first = Math.min(Math.max(0, at), weights.length - 1)
    // Cut apart at `at`, so that the first piece begins with it.
    this.#ends = [
      0,
      ...piecesOf(weights.slice(0, first)),
      ...piecesOf(weights.slice(first)).map((end) => end + first),
    ]
    this.#from = this.#to = first
    this.more()
  }

  get from(): number {
    return this.#from
  }

  get to(): number {
    return this.#to
  }

  get done(): boolean {
    return this.#from === 0 && this.#to === this.#ends.at(-1)
  }

  more(): void {
    const after = this.#ends.find((end) => end > this.#to)
    const before = this.#ends.findLast((end) => end < this.#from)
    const below = after !== undefined && (this.#downwards || before === undefined)
    if (below) this.#to = after
    else if (before !== undefined) this.#from = before
    this.#downwards = !below
  }
}

/** Weight of what one frame may add at most, but for single items that are heavier than a piece. */
export const frameWeight = framePieces * pieceWeight
