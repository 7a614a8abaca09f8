/**
 * Letters broken by a wrong encoding: UTF-8 that some program read as a page of 256 letters, `itâ€™s`, `Ð¡Ñ‚Ð°Ñ‚ÑŒÑ`,
 * `mÉ™rkÉ™z`, once or several times over; and Cyrillic of windows-1251 read as Latin, `Ïðèâåò`.
 *
 * A line is read back only where the letters themselves show it. Each run of letters that would be one UTF-8 sequence is
 * weighed by what it looks like (two letters of which one is a sign, in the middle of a word) and by what it would
 * become (a letter of a living script, a quotation mark). `CAFÉ™` and `4288×…` are such sequences too, and stay.
 */
import { fromControl, misreadings, type Misreading } from './encodings.ts'

type Sequence = {
  /** `[start, end)` of the line. */
  readonly start: number
  readonly end: number
  /** What the bytes say in UTF-8; U+FFFD where one of them was lost. */
  readonly value: string
  readonly evidence: Evidence
}

type FoundSequence = Omit<Sequence, 'evidence'>
/** How sure it is that these letters are one. */
type Evidence = 'strong' | 'weak' | null

const mostLayers = 4

const sign = new RegExp(
  `${misreadings.map(({ sequence }) => sequence.source).join('|')}|[\u0080-\u009f]|[À-ÿ¸¨]{4}`,
  'u',
)

/** Whether a text can hold broken letters at all: most hold none, and are passed over at once. */
export const mayBeBroken = (text: string): boolean => sign.test(text)

/** The line as it was before its letters were broken; null when nothing is wrong with it. */
export function mendBroken(line: string): string | null {
  let text = line
  for (let layer = 0; layer < mostLayers; layer++) {
    const mended = mendLayer(text)
    if (mended === null) break
    text = mended
  }
  text = readCyrillic(text)
  text = text.replace(/[\u0080-\u009f]/g, (letter) => fromControl(letter) ?? letter)
  return text === line ? null : text
}

function mendLayer(line: string): string | null {
  if (!/[^\u0000-\u007f]/.test(line)) return null
  let best: {
    readonly score: number
    readonly sequences: readonly Sequence[]
    readonly name: string
  } | null = null
  for (const one of misreadings) {
    const sequences = believed(line, one)
    const controls = one.hasSigns
      ? sequences.filter(({ start, end }) => /[\u0080-\u009f]/.test(line.slice(start, end))).length
      : 0
    const score = sequences.reduce(
      (sum, { value, evidence }) =>
        sum + value.length + (evidence === 'strong' ? 2 : evidence === 'weak' ? 1 : 0),
      -controls / 2,
    )
    if (score > (best?.score ?? 0)) best = { score, sequences, name: one.name }
  }
  if (!best) return null
  const { sequences } = best
  let from = 0
  let mended = ''
  for (const { start, end, value } of sequences) {
    mended += restOf(line.slice(from, start), best.name) + value
    from = end
  }
  return mended + restOf(line.slice(from), best.name)
}

/** `Ã ` was `à`, whose second byte is a hard space that became a plain one. */
const restOf = (text: string, name: string): string =>
  name === 'windows-1252' ? text.replace(/Ã (?=\p{L})/gu, 'à') : text

/** The sequences of a line that are believed: all of them where nothing else explains the line, else those that are plain. */
function believed(line: string, misreading: Misreading): readonly Sequence[] {
  if (!misreading.sequence.test(line)) return []
  const sequences = sequencesIn(line, misreading)
  const strong = sequences.filter(({ evidence }) => evidence === 'strong')
  if (strong.length === 0) return []
  const covered = sequences.reduce((sum, { start, end }) => sum + end - start, 0)
  const high = line.replace(/[\u0000-\u007f]/g, '').length
  const isWhole = covered === high
  const isMostly = strong.length >= 5 && covered > high * 0.7
  if (isWhole || isMostly) return sequences
  const isSure =
    strong.length > 1 ||
    strong.some(({ start, end }) => end - start > 2 || /[\u0080-\u009f]/.test(line.slice(start, end)))
  return isSure ? strong : []
}

function sequencesIn(line: string, { name, bytes, isCyrillic }: Misreading): readonly Sequence[] {
  const found: FoundSequence[] = []
  for (let start = 0; start < line.length;) {
    const sequence = sequenceAt(line, start, bytes)
    // Three letters of a Russian word may be the bytes of one of another script: `ред`.
    const isChance =
      isCyrillic &&
      sequence &&
      sequence.end - start > 2 &&
      !/[\u2000-\u27bf\ufeff\ufffd]/.test(sequence.value)
    const isTaken = sequence !== null && isPlausible(sequence.value) && !isChance
    if (isTaken) found.push({ start, ...sequence })
    start = isTaken ? sequence.end : start + 1
  }
  return found.map((one, i) => ({
    ...one,
    evidence: weigh(
      line,
      one,
      { before: found[i - 1], after: found[i + 1], beforeThat: found[i - 2], afterThat: found[i + 2] },
      name,
    ),
  }))
}

/** One UTF-8 sequence that begins here, with letters for bytes. */
function sequenceAt(
  line: string,
  start: number,
  bytes: ReadonlyMap<string, number>,
): { readonly end: number; readonly value: string } | null {
  const first = bytes.get(line[start] ?? '') ?? 0
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  if (length === 0) return null
  let code = first & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) {
    const letter = line[start + i] ?? ''
    if (letter === '\ufffd' || (letter === '?' && i === 2 && code === 0x80))
      return { end: start + i + 1, value: '\ufffd' }
    const byte = bytes.get(letter) ?? 0
    if (byte < 0x80 || byte > 0xbf) return null
    code = (code << 6) | (byte & 0x3f)
  }
  const isOverlong = code < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000)
  if (isOverlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null
  return { end: start + length, value: String.fromCodePoint(code) }
}

/** Letters of living scripts, and signs that texts hold. */
const plausible =
  /^(?:[\u0080-\u017f\u018f\u0192\u0218-\u021b\u0259\u02bb-\u02bc\u02c6-\u02dd\u0386-\u03ce\u0401-\u045f\u0490-\u0493\u04ae-\u04b3\u04ba-\u04bb\u04d8-\u04d9\u04e8-\u04e9\u05d0-\u05ea\u060c-\u064a\u0660-\u0669\u067e-\u06d2\u0900-\u097f\u0e01-\u0e5b\u10d0-\u10f0\u1e00-\u1ef9\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff\u2300-\u27bf\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\ufb01\ufb02\ufeff\ufffd]|[\u{1f300}-\u{1faff}])$/u
const isPlausible = (value: string): boolean => plausible.test(value)

const isLatin = (text: string): boolean => /^\p{Script=Latin}$/u.test(text)
/** Signs that follow a letter in plain writing. */
const mayFollow = /[’‘”“„…—–™»›«‹•¡¿£¬´°²³ª©®\u00a0]/

type Neighbours = {
  readonly [Name in 'before' | 'after' | 'beforeThat' | 'afterThat']: FoundSequence | undefined
}

function weigh(line: string, one: FoundSequence, around: Neighbours, name: string): Evidence {
  const { start, end, value } = one
  const written = line.slice(start, end)
  const touches = (other: FoundSequence | undefined, end: 'start' | 'end'): boolean =>
    other !== undefined && (end === 'end' ? other.end === start : other.start === one.end)
  const isInRun = touches(around.before, 'end') || touches(around.after, 'start')
  const runLength =
    1 +
    (touches(around.before, 'end') ? 1 + (around.beforeThat?.end === around.before?.start ? 1 : 0) : 0) +
    (touches(around.after, 'start') ? 1 + (around.afterThat?.start === around.after?.end ? 1 : 0) : 0)
  const before = touches(around.before, 'end') ? (around.before?.value ?? '') : (line[start - 1] ?? '')
  const after = touches(around.after, 'start') ? (around.after?.value ?? '') : (line[end] ?? '')

  if (value === '\ufffd') return /^(?:â€|Ã¢|вЂ|Ă|à¤|à¥)/.test(written) ? 'strong' : 'weak'
  if (/[\u0080-\u009f]/.test(written)) return 'strong'
  if (end - start > 2) {
    // `ë…”` is three bytes of a Korean letter, and an ending of an English sentence.
    if (/^[\u3000-\u9fff\uac00-\ud7a3]$/.test(value))
      return (runLength > 1 && isInRun) || !/\p{L}/u.test(before) ? 'strong' : null
    return 'strong'
  }
  if (isLatin(value)) {
    // `дё` of a Russian word is the bytes of `ģ` in KOI8-R. No word mixes the two scripts.
    if (/\p{Script=Cyrillic}/u.test(before + after)) return null
    if (!fitsCase(before, value, after, line[start - 2] ?? '')) return null
    const isAmongLetters = /[A-Za-z]/.test(before) || /[A-Za-z]/.test(after)
    const isInside = /\p{L}/u.test(before) && /\p{L}/u.test(after)
    const last = written[1] ?? ''
    if (last === '\u00a0') return value === 'à' && (isAmongLetters || before === ' ') ? 'strong' : null
    if (name === 'macintosh' && written[0] !== '√' && !isInRun) return null
    if (isInside) return 'strong'
    if (mayFollow.test(last) && !isInRun && !/[a-z]/.test(before)) return 'weak'
    return isAmongLetters || isInRun ? 'strong' : 'weak'
  }
  // Letters of other scripts come in runs: `Рё` and `×£` alone are what they seem.
  if (/\p{L}/u.test(value))
    return runLength >= 3 || (runLength === 2 && name !== 'windows-1251') ? 'strong' : null
  if (name === 'macintosh' || name === 'windows-1251') return 'weak'
  return written.startsWith('Â') && /[\s\p{P}\p{N}\p{L}]|^$/u.test(before) ? 'strong' : 'weak'
}

/** Whether a letter is as large as its neighbours in the word. */
function fitsCase(before: string, value: string, after: string, beforeThat: string): boolean {
  const isUpper = (text: string): boolean => /^\p{Lu}$/u.test(text)
  const isLower = (text: string): boolean => /^\p{Ll}$/u.test(text)
  if (isUpper(value)) return !isLower(before)
  return !isLower(value) || !(isUpper(before) && (isUpper(beforeThat) || isUpper(after)))
}

const cyrillic1251 = new TextDecoder('windows-1251')

/** `Ïðèâåò`: words of nothing but accented letters are Cyrillic that was read as Latin. */
function readCyrillic(line: string): string {
  const words = line.match(/[\p{L}¸¨]+/gu) ?? []
  const accented = words.filter((word) => /^[À-ÿ¸¨]+$/.test(word))
  const letters = accented.join('')
  const isCyrillic =
    accented.some((word) => word.length >= 4) &&
    letters.length >= 6 &&
    new Set(letters.toLowerCase()).size >= 4
  const others = words.filter((word) => /[À-ÿ]/.test(word) && !/^[À-ÿ¸¨]+$/.test(word))
  if (!isCyrillic || others.length > 0) return line
  return line.replace(/[À-ÿ¸¨]+/g, (word) =>
    cyrillic1251.decode(Uint8Array.from(word, (letter) => letter.charCodeAt(0))),
  )
}
