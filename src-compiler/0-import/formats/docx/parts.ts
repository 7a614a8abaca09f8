/**
 * The XML parts of a Word file, before they are read: mammoth knows neither hidden text nor formulas. Hidden runs
 * are cut out of the text of the part, and a formula becomes a run with its signs.
 */
import { withShapes } from './drawn.ts'
import { attribute, cutOut, escaped, isOn, parse, valueOf, wordSpace, type Replacement } from './wordxml.ts'

/** Elements around runs that mammoth drops with their words. */
const wrappers = new Set(['w:fldSimple', 'w:dir', 'w:bdo', 'w:ruby', 'w:rubyBase'])
/** White space that mammoth does not know. */
const blanks: ReadonlyMap<string, string> = new Map([
  ['w:cr', `<w:br ${wordSpace}/>`],
  ['w:ptab', `<w:tab ${wordSpace}/>`],
])
/** Passages that a tracked change took out of their place. */
const gone = new Set(['w:del', 'w:moveFrom'])
/** Properties as they were before a tracked change. */
const formerProperties = new Set(['w:rPrChange', 'w:pPrChange'])

export type DocxPart = {
  readonly xml: string
  /** The words of each place that was hidden. */
  readonly hidden: readonly string[]
  readonly formulas: readonly string[]
  /** Tracked changes: how many passages. */
  readonly deleted: number
  readonly inserted: number
  /** All words that the part shows. */
  readonly words: string
  /** Fonts that draw other letters than the file holds, where such letters are in them. */
  readonly oldFonts: readonly string[]
}

type Run = {
  readonly start: number
  ownStyle: string | null
  own: boolean | null
  font: string | null
  words: string
}

/** The part without its hidden runs. Throws where the XML is wrong, or has a document type. */
export function cleanPart(written: string, hiding: ReadonlySet<string>): DocxPart {
  const xml = withShapes(written)
  const cuts: Replacement[] = []
  const hidden: string[] = []
  const formulas: string[] = []
  const count = { deleted: 0, inserted: 0 }
  /** The open runs; null for each paragraph, whose own properties are no run's. */
  const runs: (Run | null)[] = []
  const paragraphs: (string | null)[] = []
  let formula: { readonly name: string; readonly start: number; words: string } | null = null
  const oldFonts = new Set<string>()
  let former = 0
  let goneDepth = 0
  let words = ''
  let isText = false
  /** Where the instruction of a field begins; null outside of one. */
  let instruction: number | null = null

  parse(xml, {
    open: (name, tag, start, end) => {
      const run = runs.at(-1)
      if (wrappers.has(name)) cuts.push({ start, end, instead: '' })
      const blank = blanks.get(name)
      if (blank !== undefined) cuts.push({ start, end, instead: blank })
      if (formerProperties.has(name)) former++
      if (gone.has(name)) goneDepth++
      if (former > 0) return
      if (name === 'm:oMath' || name === 'm:oMathPara') formula ??= { name, start, words: '' }
      if (name === 'w:p') {
        paragraphs.push(null)
        runs.push(null)
      }
      if (name === 'w:pStyle') paragraphs[paragraphs.length - 1] = valueOf(tag)
      if (name === 'w:r' && !formula) runs.push({ start, ownStyle: null, own: null, font: null, words: '' })
      if (name === 'w:rStyle' && run) run.ownStyle = valueOf(tag)
      if (name === 'w:rFonts' && run) run.font = attribute(tag, 'ascii') ?? attribute(tag, 'hAnsi')
      if (name === 'w:vanish' && run) run.own = isOn(tag)
      if (name === 'w:del' || name === 'w:moveFrom') count.deleted++
      if (name === 'w:ins' || name === 'w:moveTo') count.inserted++
      isText = name === 'w:t' || name === 'm:t'
      if (name === 'w:instrText') instruction = end
    },
    text: (text) => {
      if (!isText) return
      const run = runs.at(-1)
      if (formula) formula.words += text
      else if (run) run.words += text
      // A run is shown when its end says that it is not hidden.
      if (goneDepth === 0 && (formula || !run)) words += text
    },
    close: (name, start, end) => {
      isText = false
      if (name === 'w:instrText' && instruction !== null) {
        const instead = withPlace(xml.slice(instruction, start))
        if (instead !== null) cuts.push({ start: instruction, end: start, instead })
        instruction = null
      }
      if (wrappers.has(name)) cuts.push({ start, end, instead: '' })
      if (formerProperties.has(name)) former--
      if (gone.has(name)) goneDepth--
      if (name === 'w:rt') words += ' '
      if (name === 'w:p') {
        paragraphs.pop()
        runs.pop()
        words += '\n'
      }
      if (name === formula?.name) {
        const instead = `<w:r ${wordSpace}><w:t xml:space="preserve">${escaped(formula.words)}</w:t></w:r>`
        cuts.push({ start: formula.start, end, instead })
        formulas.push(formula.words)
        formula = null
      }
      if (name !== 'w:r' || formula) return
      const run = runs.pop()
      if (!run) return
      if (isOldFont(run.font ?? '') && otherLetters.test(run.words)) oldFonts.add(run.font ?? '')
      // Styles switch each other off: hidden in a hidden paragraph is shown.
      const styled = hiding.has(run.ownStyle ?? '') !== hiding.has(paragraphs.at(-1) ?? '')
      if (!(run.own ?? styled)) {
        if (goneDepth === 0) words += run.words
        return
      }
      cuts.push({ start: run.start, end, instead: '' })
      if (run.words !== '') hidden.push(run.words)
    },
  })
  return { xml: cutOut(xml, cuts), hidden, formulas, ...count, words, oldFonts: [...oldFonts] }
}

/** Names such as `A3 Times AZ Lat`, `Times AzLat`, `Arial AzCyr` and `TNA_Times_AZ`. */
const isOldFont = (name: string): boolean => /az[ _-]?(?:lat|cyr)|_az$|^az[ _-](?:times|arial)/i.test(name)
/** Letters that today's alphabet does not have. */
const otherLetters = /(?![əğıöüçş])[^\P{L}a-z]|[\uf020-\uf0ff]/iu

/** A link to a place in another file: mammoth reads the address alone. null: the field is no such link. */
function withPlace(instruction: string): string | null {
  const found =
    /^(\s*HYPERLINK\s+(?:"|&quot;))([^"#]*?)("|&quot;)\s+\\l\s+(?:"|&quot;)([^"]*?)(?:"|&quot;)/.exec(
      instruction,
    )
  const [all = '', before = '', address = '', quote = '', place = ''] = found ?? []
  return found && `${before}${address}#${place}${quote}${instruction.slice(all.length)}`
}
