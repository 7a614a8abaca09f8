/** Every message of a catalogue between the marks that turn its letters around (U+202E, U+202C). */
export function turnedCatalogue<Catalogue>(words: Catalogue): Catalogue {
  return turn(words) as Catalogue
}

function turn(words: unknown): unknown {
  if (typeof words === 'string') return `\u202e${words}\u202c`
  if (typeof words === 'function') {
    const say = words as (...given: unknown[]) => unknown
    return (...given: unknown[]) => turn(say(...given))
  }
  if (Array.isArray(words)) return words.map(turn)
  if (typeof words === 'object' && words !== null) {
    return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, turn(value)]))
  }
  return words
}
