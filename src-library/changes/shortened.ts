/** A compared text around its changes: on paper, long passages that did not change are left out. */
import type { DiffPart } from './words.ts'

/** Words that are kept on each side of a change. */
const kept = 25
const gap = '[…]'

export function aroundChanges(pieces: readonly DiffPart[], around = kept): readonly DiffPart[] {
  return pieces.map((piece, at) => {
    if (piece.kind !== 'same') return piece
    const words = piece.text.match(/\s*\S+/g) ?? []
    const isFirst = at === 0
    const isLast = at === pieces.length - 1
    const head = isFirst ? 0 : around
    const tail = isLast ? 0 : around
    // A gap of a few words saves no paper.
    if (words.length <= head + tail + around) return piece
    const before = words.slice(0, head).join('')
    const after = words.slice(words.length - tail, tail === 0 ? 0 : undefined).join('')
    const end = /\s*$/.exec(piece.text)?.[0] ?? ''
    return { kind: 'same', text: [before, before && ' ', gap, after, after ? end : ''].join('') }
  })
}
