/**
 * The XML parts of a Word file, before they are read: mammoth knows neither hidden text nor formulas. Hidden runs
 * are cut out of the text of the part, and a formula becomes a run with its signs.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'

const wordNames = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])
const mathNames = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
])

/** Elements around runs that mammoth drops with their words. */
const wrappers = new Set(['w:fldSimple', 'w:dir', 'w:bdo'])
/** Properties as they were before a tracked change. */
const formerProperties = new Set(['w:rPrChange', 'w:pPrChange'])

/** Which styles hide their text, by id. */
export type HidingStyles = ReadonlySet<string>

export type Part = {
  readonly xml: string
  /** The words of each place that was hidden. */
  readonly hidden: readonly string[]
  readonly formulas: readonly string[]
  /** Tracked changes: how many passages. */
  readonly deleted: number
  readonly inserted: number
  /** All words of the part. */
  readonly words: string
}

type Run = { readonly start: number; ownStyle: string | null; own: boolean | null; words: string }
type Cut = { readonly start: number; readonly end: number; readonly instead: string }

/** The part without its hidden runs. Throws where the XML is wrong, or has a document type. */
export function cleanPart(xml: string, hiding: HidingStyles): Part {
  const cuts: Cut[] = []
  const hidden: string[] = []
  const formulas: string[] = []
  const count = { deleted: 0, inserted: 0 }
  /** The open runs; null for each paragraph, whose own properties are no run's. */
  const runs: (Run | null)[] = []
  const paragraphs: (string | null)[] = []
  let formula: { readonly name: string; readonly start: number; words: string } | null = null
  let former = 0
  let words = ''
  let isText = false
  /** Where the instruction of a field begins; null outside of one. */
  let instruction: number | null = null

  parse(xml, {
    open: (name, tag, start, end) => {
      const run = runs.at(-1)
      if (wrappers.has(name)) cuts.push({ start, end, instead: '' })
      if (formerProperties.has(name)) former++
      if (former > 0) return
      if (name === 'm:oMath' || name === 'm:oMathPara') formula ??= { name, start, words: '' }
      if (name === 'w:p') {
        paragraphs.push(null)
        runs.push(null)
      }
      if (name === 'w:pStyle') paragraphs[paragraphs.length - 1] = valueOf(tag)
      if (name === 'w:r' && !formula) runs.push({ start, ownStyle: null, own: null, words: '' })
      if (name === 'w:rStyle' && run) run.ownStyle = valueOf(tag)
      if (name === 'w:vanish' && run) run.own = isOn(tag)
      if (name === 'w:del' || name === 'w:moveFrom') count.deleted++
      if (name === 'w:ins' || name === 'w:moveTo') count.inserted++
      isText = name === 'w:t' || name === 'm:t'
      if (name === 'w:instrText') instruction = end
    },
    text: (text) => {
      if (!isText) return
      words += text
      const run = runs.at(-1)
      if (formula) formula.words += text
      else if (run) run.words += text
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
      if (name === 'w:p') {
        paragraphs.pop()
        runs.pop()
        words += '\n'
      }
      if (name === formula?.name) {
        const instead = `<w:r xmlns:w="${[...wordNames][0] ?? ''}"><w:t xml:space="preserve">${escaped(formula.words)}</w:t></w:r>`
        cuts.push({ start: formula.start, end, instead })
        formulas.push(formula.words)
        formula = null
      }
      if (name !== 'w:r' || formula) return
      const run = runs.pop()
      if (!run) return
      // Styles switch each other off: hidden in a hidden paragraph is shown.
      const styled = hiding.has(run.ownStyle ?? '') !== hiding.has(paragraphs.at(-1) ?? '')
      if (!(run.own ?? styled)) return
      cuts.push({ start: run.start, end, instead: '' })
      if (run.words !== '') hidden.push(run.words)
    },
  })
  return { xml: cutOut(xml, cuts), hidden, formulas, ...count, words }
}

/** A link to a place in another file: mammoth reads the address alone. null: the field is no such link. */
function withPlace(instruction: string): string | null {
  const found =
    /^(\s*HYPERLINK\s+(?:"|&quot;))([^"#]*?)("|&quot;)\s+\\l\s+(?:"|&quot;)([^"]*?)(?:"|&quot;)/.exec(
      instruction,
    )
  const [all = '', before = '', address = '', quote = '', place = ''] = found ?? []
  return found && `${before}${address}#${place}${quote}${instruction.slice(all.length)}`
}

/** The ids of the styles that hide their text, by themselves or by a style that they are based on. */
export function hidingStyles(xml: string): HidingStyles {
  const own = new Map<string, boolean>()
  const bases = new Map<string, string>()
  let style: string | null = null
  parse(xml, {
    open: (name, tag) => {
      if (name === 'w:style') style = attribute(tag, 'styleId')
      if (style === null) return
      if (name === 'w:basedOn') bases.set(style, valueOf(tag) ?? '')
      if (name === 'w:vanish') own.set(style, isOn(tag))
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'w:style') style = null
    },
  })
  const hides = (id: string, depth = 0): boolean =>
    own.get(id) ?? (depth < 20 && bases.has(id) && hides(bases.get(id) ?? '', depth + 1))
  return new Set([...own.keys(), ...bases.keys()].filter((id) => hides(id)))
}

type Handlers = {
  /** `start` and `end` are those of the tag. */
  readonly open: (name: string, tag: SaxesTagNS, start: number, end: number) => void
  readonly text: (text: string) => void
  readonly close: (name: string, start: number, end: number) => void
}

/** Names are `w:` or `m:` and a local name, by whatever prefix the file calls them; others are empty. */
function parse(xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser({ xmlns: true })
  const nameOf = ({ uri, local }: SaxesTagNS): string =>
    wordNames.has(uri) ? `w:${local}` : mathNames.has(uri) ? `m:${local}` : ''
  const fail = (error: Error): never => {
    throw error
  }
  const startOf = (): number => xml.lastIndexOf('<', parser.position - 1)
  parser.on('error', fail)
  parser.on('doctype', () => fail(new Error('A Word file has no document type.')))
  parser.on('opentag', (tag) => {
    open(nameOf(tag), tag, startOf(), parser.position)
  })
  parser.on('text', text)
  parser.on('closetag', (tag) => {
    close(nameOf(tag), startOf(), parser.position)
  })
  parser.write(xml).close()
}

function attribute(tag: SaxesTagNS, local: string): string | null {
  return Object.values(tag.attributes).find((one) => one.local === local)?.value ?? null
}
const valueOf = (tag: SaxesTagNS): string | null => attribute(tag, 'val')
const isOn = (tag: SaxesTagNS): boolean => !/^(?:0|false|off)$/.test(valueOf(tag) ?? 'true')

/** A cut inside another goes with it. */
function cutOut(xml: string, cuts: readonly Cut[]): string {
  let from = 0
  let rest = ''
  for (const { start, end, instead } of cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < from) continue
    rest += xml.slice(from, start) + instead
    from = end
  }
  return rest + xml.slice(from)
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
