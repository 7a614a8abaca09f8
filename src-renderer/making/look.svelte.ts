/** The document that is looked through: its parts as they came, the one that is meant, and what a key does to it. */
import type { CamePiece, OwnEdit, OwnHeading, OwnLook } from '../../src-bridge/own.ts'
import { headingsByPiece } from './pieces.ts'
import type { OwnWork } from './work.svelte.ts'

/** What a key or a button does to the part that is meant. */
export type EditAction =
  | { readonly kind: 'leaveOut' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'nextReading' }
  | { readonly kind: 'undo' }

/** What came of it, to be said. */
export type EditResult =
  | { readonly kind: 'leftOut' | 'restored' | 'restoredBehind'; readonly text: string }
  | { readonly kind: 'level'; readonly text: string; readonly level: number }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'undone' }
  | { readonly kind: 'stale' }
  /** It would have changed nothing. */
  | { readonly kind: 'nothing' }
  /** The work says why. */
  | { readonly kind: 'failed' }

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** A letter is meant by its place on the keyboard, because it is another one in Russian. */
export function actOf({ key, code, ctrlKey, metaKey, altKey }: Key): EditAction | null {
  if (altKey) return null
  if (ctrlKey || metaKey) return code === 'KeyZ' || key === 'z' ? { kind: 'undo' } : null
  if (key === 'Delete' || key === 'Backspace') return { kind: 'leaveOut' }
  if (key === 'Enter') return { kind: 'restore' }
  if (/^[0-6]$/.test(key)) return { kind: 'level', level: Number(key) }
  return code === 'KeyL' || key === 'l' ? { kind: 'nextReading' } : null
}

export class Looking {
  readonly #work: OwnWork
  /** One act after the other: each begins with what the one before made. */
  #last: Promise<unknown> = Promise.resolve()
  #look = $state.raw<OwnLook | null>(null)
  #at = $state(0)
  /** The levels that headings had before they became plain, by piece. */
  readonly #plain = new Map<number, number>()
  #headings = $derived(
    this.#look ? headingsByPiece(this.#look.came, this.#look.headings) : new Map<number, OwnHeading>(),
  )

  constructor(work: OwnWork) {
    this.#work = work
  }

  /** Null until it was read. */
  get look(): OwnLook | null {
    return this.#look
  }
  /** The place of the part that is meant. */
  get at(): number {
    return this.#at
  }
  get current(): CamePiece | null {
    return this.#look?.came[this.#at] ?? null
  }

  headingOf(piece: CamePiece | null): OwnHeading | null {
    return piece === null || !piece.isKept ? null : (this.#headings.get(piece.id) ?? null)
  }

  async open(document: string): Promise<boolean> {
    this.#look = null
    this.#at = 0
    this.#plain.clear()
    const answer = await this.#work.look(document)
    if (!answer.ok) return false
    this.#look = answer.value
    return true
  }

  move(to: number): void {
    const last = (this.#look?.came.length ?? 1) - 1
    this.#at = Math.max(0, Math.min(last, to))
  }

  /** The part that is meant now, also where the act has to wait. */
  act(act: EditAction): Promise<EditResult> {
    const at = this.#at
    return this.#next(() => this.#act(act, at))
  }

  async #act(act: EditAction, at: number): Promise<EditResult> {
    const current = this.#look?.came[at] ?? null
    const text = current?.text ?? ''
    switch (act.kind) {
      case 'leaveOut':
        if (!current?.isKept) return { kind: 'nothing' }
        return this.#edit({ kind: 'leaveOut', piece: current.id }, { kind: 'leftOut', text })
      case 'restore':
        if (!current || current.isKept) return { kind: 'nothing' }
        return this.#bringBack(current)
      case 'level': {
        const heading = this.headingOf(current)
        const { level } = act
        if (!heading) return this.#asHeading(current, level)
        if (heading.level === level) return { kind: 'nothing' }
        if (current && level === 0) this.#plain.set(current.id, heading.level)
        return this.#edit({ kind: 'heading', index: heading.index, level }, { kind: 'level', text, level })
      }
      case 'nextReading': {
        const readings = this.#look?.readings ?? []
        const chosen = readings.findIndex(({ isChosen }) => isChosen)
        const next = readings[(chosen + 1) % readings.length]
        return next && readings.length > 1 ? this.#read(next.encoding) : { kind: 'nothing' }
      }
      case 'undo':
        return this.#look?.canUndo ? this.#edit({ kind: 'undo' }, { kind: 'undone' }) : { kind: 'nothing' }
    }
  }

  async #bringBack({ id, text }: CamePiece): Promise<EditResult> {
    const result = await this.#edit({ kind: 'restore', piece: id }, { kind: 'restored', text })
    return result.kind === 'restored' && this.#look?.isBehind ? { kind: 'restoredBehind', text } : result
  }

  /** A part that became plain text is a heading again by the same key. */
  async #asHeading(piece: CamePiece | null, wanted: number): Promise<EditResult> {
    const level = wanted === 0 ? this.#plain.get(piece?.id ?? -1) : wanted
    if (!piece?.isKept || level === undefined) return { kind: 'nothing' }
    const { id, text } = piece
    const done = await this.#edit({ kind: 'asHeading', piece: id, level }, { kind: 'level', text, level })
    // An item or a row can't be a heading.
    return done.kind === 'level' && !this.headingOf(this.#look?.came.find((one) => one.id === id) ?? null)
      ? { kind: 'nothing' }
      : done
  }

  read(encoding: string): Promise<EditResult> {
    return this.#next(() => this.#read(encoding))
  }

  #read(encoding: string): Promise<EditResult> {
    return this.#edit({ kind: 'encoding', encoding }, { kind: 'reading', name: encoding })
  }

  async mark(value: boolean): Promise<boolean> {
    const done = await this.#next(() => this.#edit({ kind: 'lookedThrough', value }, { kind: 'undone' }))
    return done.kind === 'undone'
  }

  #next(act: () => Promise<EditResult>): Promise<EditResult> {
    const done = this.#last.then(act)
    this.#last = done.catch(() => undefined)
    return done
  }

  async #edit(edit: OwnEdit, done: EditResult): Promise<EditResult> {
    if (!this.#look) return { kind: 'nothing' }
    const { document, version } = this.#look
    const answer = await this.#work.edit(document.id, version, edit)
    // Another document may be looked at meanwhile.
    if (this.#look?.document.id !== document.id) return { kind: 'nothing' }
    if (answer.ok) {
      this.#look = answer.value
      this.move(this.#at)
      return done
    }
    if (answer.failure.kind !== 'stale') return { kind: 'failed' }
    // The list stays on the screen, and keeps the focus, until the document is read again.
    const now = await this.#work.look(document.id)
    if (now.ok && this.#look?.document.id === document.id) this.#look = now.value
    this.move(this.#at)
    return { kind: 'stale' }
  }
}
