/** A selection of one or a few words, with the line it is in. */
import { isApparatus } from '../../blocks/marks.ts'

export type SelectedWord = {
  readonly text: string
  /** The text of its paragraph, cell or heading. */
  readonly line: string
  /** `[start, end)` in the line. */
  readonly start: number
  readonly end: number
  readonly place: DOMRect
  /** Where a text of another language says so. */
  readonly language: string | undefined
}

const lines = 'p, li, td, th, h1, h2, h3, h4, h5, h6, caption, figcaption, dt, dd'
/** A longer selection is a passage to copy. */
const longest = 60

/** Null if nothing is selected in the texts of `root`, or more than a few words. */
export function selectedWord(root: HTMLElement): SelectedWord | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const text = range.toString()
  const within = range.startContainer.parentElement
  const line = within?.closest<HTMLElement>(lines)
  if (!within || !line || !root.contains(line) || isApparatus(within)) return null
  if (text.trim() === '' || text.length > longest || !line.contains(range.endContainer)) return null
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length + (text.length - text.trimStart().length)
  return {
    text: text.trim(),
    line: line.textContent,
    start,
    end: start + text.trim().length,
    place: range.getBoundingClientRect(),
    language: within.closest<HTMLElement>('[lang]')?.lang,
  }
}
