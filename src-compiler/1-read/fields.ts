/**
 * The known keys of a map, read one by one. A key that was never read is
 * unknown: the list of keys is the code that reads them.
 */
import { isLanguageTag, isName, isPartialDate, longestName } from '../../src-library/format/scalars.ts'
import type { PartialDate } from '../../src-library/model/source.ts'
import type { Report } from '../diagnostics.ts'
import { didYouMean } from '../suggest.ts'
import type { TextRange } from './text.ts'
import type { Tree } from './yaml.ts'

export type TextAt = { readonly value: string; readonly at: TextRange }

/** A text of one language, with its place. */
export type LanguageText = { readonly language: string; readonly text: string; readonly at: TextRange }

export class Fields {
  readonly at: TextRange
  readonly #map: Extract<Tree, { kind: 'map' }>
  readonly #report: Report
  readonly #asked = new Set<string>()

  constructor(map: Extract<Tree, { kind: 'map' }>, report: Report) {
    this.#map = map
    this.#report = report
    this.at = map.at
  }

  /** The key's value of whatever shape; null when there is none or it is empty. */
  tree(key: string): Tree | null {
    this.#asked.add(key)
    const value = this.#map.entries.get(key)?.value ?? null
    return value?.kind === 'text' && value.value.trim() === '' ? null : value
  }

  textAt(key: string): TextAt | null {
    const tree = this.tree(key)
    if (tree === null) return null
    if (tree.kind === 'text') return { value: tidy(tree.value), at: tree.at }
    this.#report('bad-value', tree.at, `\`${key}\` should be a text.`, 'Put it in double quotes on one line.')
    return null
  }

  text(key: string): string | null {
    return this.textAt(key)?.value ?? null
  }

  /** Reports a missing key, and gives an empty text for it, so that reading goes on. */
  required(key: string): string {
    const text = this.textAt(key)
    if (text && isName(text.value)) return text.value
    if (text && text.value.length > longestName) {
      const message = `\`${key}\` has ${text.value.length} characters; ${longestName} is the most.`
      this.#report('bad-value', text.at, message)
      return ''
    }
    const entry = this.#map.entries.get(key)
    if (entry?.value.kind === 'text') this.#report('missing-value', entry.key, `\`${key}\` is empty.`)
    else if (!entry)
      this.#report('missing-value', firstOf(this.at), `\`${key}\` is missing.`, `Add \`${key}\`.`)
    return ''
  }

  date(key: string): PartialDate | null {
    return this.#checked(key, isPartialDate, 'a date such as 2026-11-22, 2026-11 or 2026')
  }

  language(key: string): string | null {
    return this.#checked(key, isLanguageTag, 'a language tag such as en, az or ru')
  }

  choice<const Option extends string>(key: string, options: readonly Option[]): Option | null {
    const text = this.#word(key)
    if (!text) return null
    const option = options.find((one) => one === text.value)
    if (option) return option
    this.#report(
      'bad-value',
      text.at,
      `\`${key}\` should be one of ${options.join(', ')}; it is \`${text.value}\`.`,
      didYouMean(text.value, options),
    )
    return null
  }

  /** A list of texts; one text alone is a list of one. */
  texts(key: string): readonly TextAt[] {
    const tree = this.tree(key)
    if (tree === null) return []
    const items = tree.kind === 'list' ? tree.items : [tree]
    return items.flatMap((item) => {
      if (item.kind === 'text')
        return item.value.trim() === '' ? [] : [{ value: tidy(item.value), at: item.at }]
      this.#report('bad-value', item.at, `\`${key}\` should be a list of texts, such as [one, two].`)
      return []
    })
  }

  /** A list of maps, each as its own fields. */
  records(key: string): readonly Fields[] {
    const tree = this.tree(key)
    if (tree === null) return []
    if (tree.kind !== 'list') {
      this.#report('bad-value', tree.at, `\`${key}\` should be a list.`)
      return []
    }
    return tree.items.flatMap((item) => {
      if (item.kind === 'map') return [new Fields(item, this.#report)]
      this.#report('bad-value', item.at, `Each entry of \`${key}\` should have named values.`)
      return []
    })
  }

  /** The maps under keys that are language tags, each as its own fields. */
  byLanguage(): readonly { readonly name: string; readonly at: TextRange; readonly fields: Fields }[] {
    return [...this.#map.entries].flatMap(([name, { key, value }]) => {
      if (!isLanguageTag(name)) return []
      this.#asked.add(name)
      if (value.kind === 'map') return [{ name, at: key, fields: new Fields(value, this.#report) }]
      this.#report('bad-value', value.at, `\`${name}\` should have named values, such as { term: … }.`)
      return []
    })
  }

  /** A map under a key, as its own fields. */
  record(key: string): Fields | null {
    const tree = this.tree(key)
    if (tree === null) return null
    if (tree.kind === 'map') return new Fields(tree, this.#report)
    this.#report('bad-value', tree.at, `\`${key}\` should have named values.`)
    return null
  }

  /** A text in each of several languages: `{ en: …, az: … }`. */
  wording(key: string): readonly LanguageText[] {
    const fields = this.record(key)
    if (!fields) return []
    return fields.#languages().flatMap((language) => {
      const text = fields.textAt(language)
      if (text && !isName(text.value)) {
        const message = `\`${language}\` has ${text.value.length} characters; ${longestName} is the most.`
        this.#report('bad-value', text.at, message)
        return []
      }
      return text ? [{ language, text: text.value, at: text.at }] : []
    })
  }

  /** Texts in each of several languages: `{ en: [one, two], az: … }`. */
  phrases(key: string): readonly LanguageText[] {
    const fields = this.record(key)
    if (!fields) return []
    return fields
      .#languages()
      .flatMap((language) => fields.texts(language).map(({ value, at }) => ({ language, text: value, at })))
  }

  /** Where a key is written; of the whole map where it is not. */
  keyAt(key: string): TextRange {
    return this.#map.entries.get(key)?.key ?? firstOf(this.at)
  }

  /** Every key with its text: for maps of one name to another. */
  pairs(): readonly { readonly name: string; readonly at: TextRange; readonly value: TextAt }[] {
    return [...this.#map.entries].flatMap(([name, { key }]) => {
      const value = this.textAt(name)
      return value ? [{ name, at: key, value }] : []
    })
  }

  /** Keys that are language tags; the others are reported. */
  #languages(): readonly string[] {
    return [...this.#map.entries].flatMap(([name, { key }]) => {
      this.#asked.add(name)
      if (isLanguageTag(name)) return [name]
      this.#report('bad-value', key, `\`${name}\` should be a language tag such as en, az or ru.`)
      return []
    })
  }

  /** Every key with its own fields: for maps whose keys are names. */
  named(): readonly { readonly name: string; readonly at: TextRange; readonly fields: Fields }[] {
    return [...this.#map.entries].flatMap(([name, { key, value }]) => {
      this.#asked.add(name)
      if (value.kind === 'map') return [{ name, at: key, fields: new Fields(value, this.#report) }]
      this.#report('bad-value', value.at, `\`${name}\` should have named values below it.`)
      return []
    })
  }

  /** Warns of every key that was not read. Called last. */
  finish(): void {
    for (const [key, entry] of this.#map.entries) {
      if (this.#asked.has(key)) continue
      this.#report(
        'unknown-key',
        entry.key,
        `\`${key}\` means nothing here and is passed over.`,
        didYouMean(key, this.#asked) ?? `Known here: ${[...this.#asked].sort().join(', ')}.`,
      )
    }
  }

  /** The text of a key whose values are single words, where a blank and a # can only begin a comment. */
  #word(key: string): TextAt | null {
    const text = this.textAt(key)
    const [, value, comment] = /^(\S+) (#.*)$/.exec(text?.value ?? '') ?? []
    if (!text || value === undefined || comment === undefined) return text
    this.#report('comment-left-out', text.at, `\`${comment}\` is a comment and is not read.`)
    return { value, at: text.at }
  }

  #checked(key: string, check: (text: string) => boolean, expected: string): string | null {
    const text = this.#word(key)
    if (!text) return null
    if (check(text.value)) return text.value
    this.#report('bad-value', text.at, `\`${key}\` should be ${expected}; it is \`${text.value}\`.`)
    return null
  }
}

/** One line, composed, as texts of a pack are. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()

const firstOf = (at: TextRange): TextRange => ({ start: at.start, end: at.start + 1 })
