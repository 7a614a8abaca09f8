/**
 * Anchors from headings. A bookmark or a printed link may be years old, so the
 * way from a heading to its anchor never changes: the folding below is this
 * page's own, and not the search's, which is free to get better.
 */
import { leadAnchor } from '../../src-library/model/article.ts'

const longest = 80

/** Letters that Unicode does not take apart. */
const plain: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
  ё: 'е',
}

/** The anchor a heading's words make: letters and digits of any script in lower case, with hyphens between; never empty. */
export function anchorOf(heading: string): string {
  const words = heading
    .toLowerCase()
    .replace(/[əıøđðħłßæœþŋё]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  const anchor = [...(words ?? ['section']).join('-')].slice(0, longest).join('')
  return anchor.replace(/-+$/, '')
}

/**
 * One anchor a heading, all different. An explicit one (the first of equals) is
 * kept as it is; the others are made from the words, and numbered from the
 * second on: `help`, `help-2`. So a new section below never renames one above.
 */
export function claimAnchors(
  headings: readonly { readonly title: string; readonly explicit: string | null }[],
): readonly string[] {
  const names = new Names([leadAnchor, ...headings.flatMap(({ explicit }) => explicit ?? [])])
  const given = new Set([leadAnchor])
  return headings.map(({ title, explicit }) => {
    if (explicit === null || given.has(explicit)) return names.claim(anchorOf(explicit ?? title))
    given.add(explicit)
    return explicit
  })
}

/** Names that are given once. */
export class Names {
  readonly #taken: Set<string>
  /** The next number to try, so that a thousand equal headings don't count from one a thousand times. */
  readonly #next = new Map<string, number>()

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  /** `base` if it is free, else `base-2`, `base-3` … */
  claim(base: string): string {
    let number = this.#next.get(base) ?? 1
    let name = base
    for (; this.#taken.has(name); name = `${base}-${number}`) number++
    this.#taken.add(name)
    this.#next.set(base, number)
    return name
  }
}
