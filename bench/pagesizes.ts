/** How large the files are that a screen loads, from the built page: in bytes, and in bytes of gzip. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export type FileSize = { readonly file: string; readonly bytes: number; readonly gzip: number }

/** `resources` are addresses as the page loaded them; `index.html` is added, what is not the page's left out. */
export function sizesOf(renderer: string, resources: readonly string[]): FileSize[] {
  const names = ['index.html', ...resources.map((address) => new URL(address).pathname.slice(1))]
  return [...new Set(names)]
    .filter((name) => existsSync(join(renderer, name)))
    .map((name) => {
      const bytes = readFileSync(join(renderer, name))
      // A woff2 file is compressed already.
      const gzip = name.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length
      return { file: name.replace(/-[\w-]{8}(?=\.\w+$)/, ''), bytes: bytes.length, gzip }
    })
}
