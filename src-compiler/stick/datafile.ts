/** Bytes -> a data file of the USB edition, as text. The same bytes give the same text on every system. */
import { createHash } from 'node:crypto'
import { deflateRaw } from 'pako'
import { stickFileText, toBase91 } from '../../src-library/format/stickfile.ts'

/** `path`: beside the page, `library/library.json`. */
export function dataFile(path: string, bytes: Uint8Array): string {
  const deflated = toBase91(deflateRaw(bytes, { level: 9 }))
  return stickFileText(path, deflated, createHash('sha256').update(bytes).digest('hex'))
}
