/**
 * The order of terms in a glossary. Each language has its alphabet here, and not from the system: two machines must
 * make the same bytes.
 */
const alphabets: ReadonlyMap<string, string> = new Map([
  // https://en.wikipedia.org/wiki/Azerbaijani_alphabet
  ['az', 'abcçdeəfgğhxıijkqlmnoöprsştuüvyz'],
  ['tr', 'abcçdefgğhıijklmnoöprsştuüvyz'],
])

/** Negative when `a` comes first. Letters that an alphabet lacks follow it, by code point. */
export function alphabetical(a: string, b: string, language: string): number {
  const [first, second] = [keyOf(a, language), keyOf(b, language)]
  return first < second ? -1 : first > second ? 1 : a < b ? -1 : a > b ? 1 : 0
}

function keyOf(text: string, language: string): string {
  const alphabet = alphabets.get(language)
  // In Azerbaijani and Turkish the small letters of I and İ are ı and i.
  const small = alphabet ? text.toLocaleLowerCase(language) : text.toLowerCase().replaceAll('ё', 'е\uffff')
  if (!alphabet) return small
  return Array.from(small, (letter) => {
    const place = alphabet.indexOf(letter)
    return place === -1 ? letter : String.fromCharCode(0x61 + place)
  }).join('')
}
