/** Unpacks a packaged app's archive: Electron reads inside it, Node does not. Format: https://github.com/electron/asar#format */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Entry = { readonly files: Entries } | { readonly offset: string; readonly size: number }
type Entries = Readonly<Record<string, Entry>>

export function unpack(archive: string, folder: string): void {
  const bytes = readFileSync(archive)
  // Sizes of two nested records come first, then the header's text with its length.
  const headerSize = bytes.readUInt32LE(4)
  const length = bytes.readUInt32LE(12)
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + length)) as { readonly files: Entries }
  const start = 8 + headerSize
  const lay = (entries: Entries, below: string): void => {
    mkdirSync(below, { recursive: true })
    for (const [name, entry] of Object.entries(entries)) {
      const path = join(below, name)
      if ('files' in entry) lay(entry.files, path)
      else {
        const from = start + Number(entry.offset)
        writeFileSync(path, bytes.subarray(from, from + entry.size))
      }
    }
  }
  lay(header.files, folder)
}
