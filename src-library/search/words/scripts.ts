/**
 * Words typed on the wrong keyboard layout, or in the other script. Each function
 * gives the forms worth looking up; only those the dictionary knows are ever used.
 */

/** Keys in the same places: QWERTY, Russian ЙЦУКЕН, Azerbaijani QÜERTY. Lower case. */
const latinKeys = `qwertyuiop[]asdfghjkl;'zxcvbnm,.\``
const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё'
const azerbaijaniKeys = 'qüertyuiopöğasdfghjklıəzxcvbnmçş`'

const layouts = [latinKeys, russianKeys, azerbaijaniKeys]
const keyMaps = layouts.flatMap((from) => layouts.filter((to) => to !== from).map((to) => keyMap(from, to)))

/** Keys that are punctuation on one layout and letters on another, with Shift as well. */
export const punctuationKeys = /[[\];',.\`{}:<>~]/
/** What Shift makes of them; the double quote is left out, because it makes a phrase. */
const withoutShift: Readonly<Record<string, string>> = {
  '{': '[',
  '}': ']',
  ':': ';',
  '<': ',',
  '>': '.',
  '~': '`',
}

function keyMap(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((key, i) => [key, to.charAt(i)]))
}

/** What the same keys give on the other layouts. `typed` is the text as typed, punctuation and all. */
export function otherLayouts(typed: string): string[] {
  const letters = typed.toLowerCase().replace(/[{}:<>~]/g, (key) => withoutShift[key] ?? key)
  return keyMaps.flatMap((map) => {
    const mapped = [...letters].map((letter) => map.get(letter) ?? (/\d|-/.test(letter) ? letter : null))
    const word = mapped.join('')
    return mapped.includes(null) || word === letters ? [] : [word]
  })
}

/** Ways to write a Cyrillic letter in Latin, most usual first; folded. After GOST R 52535.1, BGN/PCGN and custom. */
const toLatin: Readonly<Record<string, readonly string[]>> = {
  а: ['a'],
  б: ['b'],
  в: ['v', 'w'],
  г: ['g', 'h'],
  д: ['d'],
  е: ['e', 'ye', 'ie'],
  ж: ['zh', 'j', 'c'],
  з: ['z'],
  и: ['i', 'y'],
  й: ['y', 'i', 'j'],
  к: ['k', 'g'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u', 'ou'],
  ф: ['f'],
  х: ['kh', 'h', 'x'],
  ц: ['ts', 'c'],
  ч: ['ch', 'c'],
  ш: ['sh', 's'],
  щ: ['shch', 'sch'],
  ъ: [''],
  ы: ['y', 'i'],
  ь: [''],
  э: ['e'],
  ю: ['yu', 'iu', 'u'],
  я: ['ya', 'ia', 'a'],
}

const fromLatin = Object.entries(toLatin)
  .flatMap(([cyrillic, spellings]) => spellings.map((latin, rank) => ({ latin, cyrillic, rank })))
  .filter(({ latin }) => latin !== '')
  // Longer spellings first, so that `sh` is tried before `s` and `h`.
  .sort((a, b) => b.latin.length - a.latin.length || a.rank - b.rank)

/** As many forms as are kept while a word is spelled out; ambiguous letters multiply. */
const mostForms = 48

/** A folded word in the other script: Latin for Cyrillic, Cyrillic for Latin; none for anything else. */
export function otherScript(word: string): string[] {
  if (/^[а-яё]+$/.test(word)) return spell(word, (at) => spellings(word.charAt(at)))
  if (/^[a-z]+$/.test(word)) return spell(word, (at) => letters(word, at))
  return []
}

type Step = { readonly length: number; readonly text: string }

const spellings = (letter: string): Step[] => (toLatin[letter] ?? []).map((text) => ({ length: 1, text }))

const letters = (word: string, at: number): Step[] =>
  fromLatin
    .filter(({ latin }) => word.startsWith(latin, at))
    .map(({ latin, cyrillic }) => ({ length: latin.length, text: cyrillic }))

function spell(word: string, stepsAt: (at: number) => readonly Step[]): string[] {
  let open: { readonly at: number; readonly text: string }[] = [{ at: 0, text: '' }]
  const done: string[] = []
  while (open.length > 0) {
    const next: typeof open = []
    for (const { at, text } of open) {
      if (at >= word.length) done.push(text)
      else for (const step of stepsAt(at)) next.push({ at: at + step.length, text: text + step.text })
    }
    open = next.slice(0, mostForms)
  }
  return done
}
