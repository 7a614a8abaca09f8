/** Ways to read bytes as letters, where the bytes do not say which is right: a person sees it at a glance. */
import { mendBroken } from '../1-read/letters/broken.ts'

export type Reading = { readonly encoding: string; readonly sample: string }

/** What documents of this region are in. */
const encodings = [
  'windows-1251',
  'windows-1254',
  'windows-1252',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
]
const mostReadings = 4
const longestSample = 200

/**
 * The likely readings, the best first, and `chosen` among them. None where the bytes say what they are: by a mark, as
 * UTF-8, or because they are all ASCII.
 */
export function readingsOf(bytes: Uint8Array, chosen: string | null): readonly Reading[] {
  if (chosen === null || isUnicode(bytes)) return []
  const part = bytes.subarray(0, 100_000)
  const all = [...new Set([chosen, ...encodings])].flatMap((encoding) => {
    const text = textIn(part, encoding)
    return text === null ? [] : [{ encoding, text, oddness: oddnessOf(text) }]
  })
  const best = Math.min(...all.map(({ oddness }) => oddness))
  const seen = new Set<string>()
  return all
    .sort((a, b) => a.oddness - b.oddness)
    .filter(({ encoding, oddness }) => encoding === chosen || oddness <= best + 0.25)
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .filter(({ encoding }, i) => encoding === chosen || i < mostReadings)
    .map(({ encoding, text }) => ({ encoding, sample: sampleOf(text) }))
}

function isUnicode(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return bytes.subarray(0, 2_000).includes(0)
  }
}

function textIn(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return /[\u0080-\u009f]/.test(text) ? null : text
  } catch {
    return null
  }
}

/** The share of signs beyond ASCII that no writer would put there: no letters, or capitals and scripts amid a word. */
function oddnessOf(text: string): number {
  const beyond = text.match(/[^\x00-\x7f]/g)?.length ?? 0
  if (beyond === 0) return 0
  const odd =
    count(text, /[^\x00-\x7f\p{L}«»“”„‘’–—…№\u00a0]/gu) +
    count(text, /\p{Ll}\p{Lu}/gu) +
    count(text, /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/gu)
  return odd / beyond
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0

/** From the first letter beyond ASCII on, because there the readings differ. */
function sampleOf(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  const first = Math.max(0, plain.search(/[^\x00-\x7f]/))
  const start = plain.lastIndexOf(' ', Math.max(0, first - 40)) + 1
  const sample = plain.slice(start, start + longestSample)
  return mendBroken(sample) ?? sample
}
