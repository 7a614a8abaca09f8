/**
 * Words in shapes. Word writes a shape twice, for new readers and for old ones, and mammoth reads the old form alone:
 * the form with more words stays. Words of a new shape move behind it, into a text box of the old kind.
 */
import { cutOut, drawingSpace, parse, wordSpace, type Replacement } from './wordxml.ts'

type Range = { readonly start: number; readonly end: number }
type Choice = { start: number; end: number; words: number }
type Alternatives = { choices: Choice[]; readonly tags: Replacement[] }

/** Shapes of the old kind that mammoth passes over with all that is in them. */
const oldShapes = new Set(['v:oval', 'v:line', 'v:polyline', 'v:arc', 'v:curve', 'v:image', 'v:diagram'])

/** The part with the words of its shapes where mammoth reads them. Throws where the XML is wrong. */
export function withShapes(xml: string): string {
  if (!/AlternateContent|txbxContent|:textbox/.test(xml)) return xml
  const chosen = withOneForm(xml)
  const moved = cutOut(chosen, textsOfDrawings(chosen))
  try {
    parse(moved, { open: () => undefined, text: () => undefined, close: () => undefined })
    return moved
  } catch {
    // A prefix that only the shape declares: the text box can't move out of it.
    return chosen
  }
}

/** Of the forms of one shape, that with most words; of equal ones the last, which is the oldest. */
function withOneForm(xml: string): string {
  const cuts: Replacement[] = []
  const open: Alternatives[] = []
  let inWords = false
  parse(xml, {
    open: (name, _tag, start, end) => {
      inWords = name === 'w:t'
      const last = open.at(-1)
      if (name === 'mc:AlternateContent') open.push({ choices: [], tags: [{ start, end, instead: '' }] })
      else if ((name === 'mc:Choice' || name === 'mc:Fallback') && last) {
        last.tags.push({ start, end, instead: '' })
        last.choices.push({ start, end: Infinity, words: 0 })
      }
    },
    text: (text) => {
      if (!inWords) return
      for (const { choices } of open) {
        const choice = choices.at(-1)
        if (choice?.end === Infinity) choice.words += text.length
      }
    },
    close: (name, start, end) => {
      inWords = false
      const last = open.at(-1)
      if ((name === 'mc:Choice' || name === 'mc:Fallback') && last) {
        last.tags.push({ start, end, instead: '' })
        const choice = last.choices.at(-1)
        if (choice) choice.end = end
      }
      if (name !== 'mc:AlternateContent' || !last) return
      open.pop()
      const most = Math.max(0, ...last.choices.map(({ words }) => words))
      const kept = last.choices.findLast(({ words }) => words === most)
      for (const choice of last.choices)
        if (choice !== kept) cuts.push({ start: choice.start, end: choice.end, instead: '' })
      cuts.push(...last.tags, { start, end, instead: '' })
    },
  })
  return cutOut(xml, cuts)
}

function textsOfDrawings(xml: string): readonly Replacement[] {
  const cuts: Replacement[] = []
  /** The outermost drawing and text box that are open. */
  let drawing: { depth: number; readonly texts: Range[] } | null = null
  let box: { readonly start: number; depth: number } | null = null
  parse(xml, {
    open: (name, _tag, start, end) => {
      if (oldShapes.has(name)) cuts.push({ start, end, instead: '' })
      if (name === 'w:drawing') {
        if (drawing) drawing.depth++
        else drawing = { depth: 1, texts: [] }
      }
      if (name === 'w:txbxContent' && drawing) {
        if (box) box.depth++
        else box = { start, depth: 1 }
      }
    },
    text: () => undefined,
    close: (name, start, end) => {
      if (oldShapes.has(name)) cuts.push({ start, end, instead: '' })
      if (name === 'w:txbxContent' && box && --box.depth === 0) {
        drawing?.texts.push({ start: box.start, end })
        box = null
      }
      if (name !== 'w:drawing' || !drawing || --drawing.depth > 0) return
      const { texts } = drawing
      drawing = null
      if (texts.length === 0) return
      cuts.push(...texts.map((text) => ({ ...text, instead: '' })))
      const boxes = texts.map((text) => `<v:textbox>${xml.slice(text.start, text.end)}</v:textbox>`).join('')
      const picture = `<w:pict ${wordSpace} ${drawingSpace}><v:shape>${boxes}</v:shape></w:pict>`
      cuts.push({ start: end, end, instead: picture })
    },
  })
  return cuts
}
