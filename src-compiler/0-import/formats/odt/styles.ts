/** The styles of an OpenDocument text, as far as they say what a text is: its marks, its kind, and whether it is shown. */
import { descendants, isElement, type XmlElement } from '../../xml.ts'

/** Tags around the words of a run, from the outside in. */
export type Marks = readonly ('strong' | 'em' | 's' | 'sub' | 'sup' | 'code')[]
export type BlockKind = 'title' | 'subtitle' | 'quotation' | 'preformatted' | 'rule' | 'contents' | null

type Own = {
  readonly parent: string | null
  bold?: boolean
  italic?: boolean
  strike?: boolean
  position?: 'sub' | 'sup' | ''
  hidden?: boolean
}

export class Styles {
  readonly #own = new Map<string, Own>()
  /** The list styles whose level is numbered. */
  readonly #numbered = new Set<string>()
  readonly #displayNames = new Map<string, string>()

  /** `roots` are `content.xml` and `styles.xml`. */
  constructor(roots: readonly XmlElement[]) {
    for (const root of roots) {
      for (const style of descendants(root, 'style:style')) this.#read(style)
      for (const list of descendants(root, 'text:list-style'))
        for (const level of descendants(list, 'text:list-level-style-number'))
          if ((level.attributes.get('style:num-format') ?? '') !== '')
            this.#numbered.add(
              `${list.attributes.get('style:name') ?? ''} ${level.attributes.get('text:level') ?? '1'}`,
            )
    }
  }

  #read(style: XmlElement): void {
    const name = style.attributes.get('style:name') ?? ''
    const own: Own = { parent: style.attributes.get('style:parent-style-name') ?? null }
    const shown = style.attributes.get('style:display-name')
    if (shown !== undefined) this.#displayNames.set(name, shown)
    for (const child of style.children) {
      if (!isElement(child) || child.name !== 'style:text-properties') continue
      const value = (key: string): string | undefined => child.attributes.get(key)
      const weight = value('fo:font-weight')
      if (weight !== undefined) own.bold = weight === 'bold' || Number(weight) >= 600
      const slant = value('fo:font-style')
      if (slant !== undefined) own.italic = slant === 'italic' || slant === 'oblique'
      const strike = value('style:text-line-through-style') ?? value('style:text-line-through-type')
      if (strike !== undefined) own.strike = strike !== 'none'
      const position = value('style:text-position')
      if (position !== undefined)
        own.position = /^(?:sub|-)/.test(position) ? 'sub' : /^(?:super|[1-9])/.test(position) ? 'sup' : ''
      const display = value('text:display')
      if (display !== undefined) own.hidden = display === 'none'
    }
    this.#own.set(name, own)
  }

  /** The names of a style and of those that it is based on. */
  #chain(name: string): readonly string[] {
    const chain: string[] = []
    for (
      let at: string | null = name;
      at !== null && !chain.includes(at);
      at = this.#own.get(at)?.parent ?? null
    )
      chain.push(at)
    return chain
  }

  #first<Key extends keyof Own>(name: string, key: Key): Own[Key] | undefined {
    for (const one of this.#chain(name)) {
      const value = this.#own.get(one)?.[key]
      if (value !== undefined) return value
    }
    return undefined
  }

  /** The marks of a run: those of a heading's or title's own style are what it looks like, not what it says. */
  marks(name: string): Marks {
    const names = this.#chain(name)
    const is = (pattern: RegExp): boolean => names.some((one) => pattern.test(one))
    const position = this.#first(name, 'position')
    return [
      ...((this.#first(name, 'bold') ?? is(/^Strong/)) ? (['strong'] as const) : []),
      ...((this.#first(name, 'italic') ?? is(/^Emphasis$/)) ? (['em'] as const) : []),
      ...(this.#first(name, 'strike') === true ? (['s'] as const) : []),
      ...(position === 'sub' || position === 'sup' ? [position] : []),
      ...(is(/^(?:Source_20_Text|Source_Text|Teletype)$/) ? (['code'] as const) : []),
    ]
  }

  isHidden(name: string): boolean {
    return this.#first(name, 'hidden') === true
  }

  isNumbered(list: string, level: number): boolean {
    return this.#numbered.has(`${list} ${level}`)
  }

  kind(name: string): BlockKind {
    const names = this.#chain(name).map((one) => (this.#displayNames.get(one) ?? one).replaceAll('_20_', ' '))
    const is = (...kinds: readonly string[]): boolean => names.some((one) => kinds.includes(one))
    if (is('Title')) return 'title'
    if (is('Subtitle')) return 'subtitle'
    if (is('Quotations', 'Quote', 'Block Text')) return 'quotation'
    if (is('Preformatted Text', 'HTML Preformatted')) return 'preformatted'
    if (is('Horizontal Line')) return 'rule'
    return names.some((one) => /^Contents (?:\d+|Heading)$/.test(one)) ? 'contents' : null
  }
}
