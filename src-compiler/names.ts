/**
 * Names made from words. Anchors are made this way, and a bookmark or a printed
 * link may be years old, so the way from a heading to its anchor never changes:
 * the folding below is this page's own, and not the search's, which is free to
 * get better.
 */

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

/** Letters and digits of any script in lower case, with hyphens between words; `section` when there are none. */
export function nameOf(text: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[əıøđðħłßæœþŋё]/g, (letter) => plain[letter] ?? letter)
    .replace(/[\p{M}'’ʼ]/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  const name = [...(words ?? ['section']).join('-')].slice(0, longest).join('')
  return name.replace(/-+$/, '')
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
