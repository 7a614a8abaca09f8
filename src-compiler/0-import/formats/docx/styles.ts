/** What the styles of a Word file say: which hide their text, and which are headings that mammoth does not know as such. */
import { attribute, isOn, parse, valueOf } from './wordxml.ts'

export type Styles = {
  /** Ids of the styles that hide their text, by themselves or by a style that they are based on. */
  readonly hiding: ReadonlySet<string>
  /** Levels of paragraph styles that are headings by their base or their place in an outline, by name. */
  readonly headings: ReadonlyMap<string, number>
}

export const noStyles: Styles = { hiding: new Set(), headings: new Map() }

type Style = {
  readonly isParagraph: boolean
  name: string
  base: string | null
  hides: boolean | null
  outline: number | null
}

/** Word's number for text that is in no outline. */
const bodyText = 9
const deepestBase = 20

export function readStyles(xml: string): Styles {
  const styles = new Map<string, Style>()
  let open: Style | null = null
  parse(xml, {
    open: (name, tag) => {
      if (name === 'w:style') {
        const isParagraph = attribute(tag, 'type') === 'paragraph'
        open = { isParagraph, name: '', base: null, hides: null, outline: null }
        styles.set(attribute(tag, 'styleId') ?? '', open)
      }
      if (!open) return
      if (name === 'w:name') open.name = valueOf(tag) ?? ''
      if (name === 'w:basedOn') open.base = valueOf(tag)
      if (name === 'w:vanish') open.hides = isOn(tag)
      if (name === 'w:outlineLvl') open.outline = Number(valueOf(tag))
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'w:style') open = null
    },
  })
  /** The nearest answer along the chain of bases. */
  const along = <Value>(id: string, answer: (style: Style) => Value | null, depth = 0): Value | null => {
    const style = styles.get(id)
    if (!style || depth > deepestBase) return null
    return answer(style) ?? (style.base === null ? null : along(style.base, answer, depth + 1))
  }
  const levelOf = ({ name, outline }: Style): number | null =>
    outline !== null ? outline + 1 : /^heading [1-9]$/i.test(name) ? Number(name.slice(-1)) : null
  const headings = [...styles].flatMap(([id, { isParagraph, name }]): [string, number][] => {
    const level = isParagraph && !isKnown(name) ? along(id, levelOf) : null
    return level === null || !(level >= 1 && level <= bodyText) ? [] : [[name, Math.min(level, 6)]]
  })
  return {
    hiding: new Set([...styles.keys()].filter((id) => along(id, ({ hides }) => hides) === true)),
    headings: new Map(headings),
  }
}

/** Styles that have a place in the style map, and those whose name says that they are none. */
const isKnown = (name: string): boolean => /^(?:heading [1-6]|title|subtitle|toc\b.*|)$/i.test(name)
