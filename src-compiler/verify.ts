/** Reads a compiled pack back and says whether it is what its manifest promises. */
import { decodeArticle } from '../src-library/format/article.ts'
import { describeFailure, type FormatFailure } from '../src-library/format/failure.ts'
import { parseJson } from '../src-library/format/json.ts'
import { decodeManifest, type Manifest } from '../src-library/format/manifest.ts'
import { decodePack } from '../src-library/format/pack.ts'
import { manifestPath, packPath } from '../src-library/format/paths.ts'
import type { Article } from '../src-library/model/article.ts'
import type { Outcome } from '../src-library/model/outcome.ts'
import type { SourceFiles } from './1-read/files.ts'
import { decodeUtf8 } from './1-read/utf8.ts'
import { entryOf } from './4-emit/emit.ts'

export type Finding = { readonly path: string; readonly message: string }

export type Verification = {
  /** By path; empty when the pack is sound. */
  readonly findings: readonly Finding[]
  readonly manifest: Manifest | null
  /** Those that can be read, by id. */
  readonly articles: readonly Article[]
}

export function verify(files: SourceFiles): Verification {
  const findings: Finding[] = []
  const manifest = readFile(files, manifestPath, decodeManifest, findings)
  if (!manifest) return { findings, manifest, articles: [] }
  for (const [path, entry] of manifest.files) {
    const bytes = files.get(path)
    if (!(bytes instanceof Uint8Array)) findings.push({ path, message: 'It is missing.' })
    else if (entryOf(bytes).sha256 !== entry.sha256)
      findings.push({ path, message: 'It is not the file the manifest lists.' })
  }
  for (const path of files.keys()) {
    if (path !== manifestPath && !manifest.files.has(path)) {
      findings.push({ path, message: 'It is not listed in the manifest.' })
    }
  }
  readFile(files, packPath, decodePack, findings)
  const articles = [...manifest.files.keys()].sort().flatMap((path) => {
    const article = path.startsWith('articles/') ? readFile(files, path, decodeArticle, findings) : null
    return article ? [article] : []
  })
  return { findings: findings.sort((a, b) => (a.path < b.path ? -1 : 1)), manifest, articles }
}

function readFile<Value>(
  files: SourceFiles,
  path: string,
  decode: (value: unknown) => Outcome<Value, FormatFailure>,
  findings: Finding[],
): Value | null {
  const bytes = files.get(path)
  if (!(bytes instanceof Uint8Array)) {
    if (path === manifestPath) findings.push({ path, message: 'It is missing: this is no compiled pack.' })
    return null
  }
  const decoded = decodeUtf8(bytes)
  if ('badByte' in decoded) {
    findings.push({ path, message: 'It is not UTF-8.' })
    return null
  }
  const parsed = parseJson(decoded.text)
  const value = parsed.ok ? decode(parsed.value) : parsed
  if (value.ok) return value.value
  findings.push({ path, message: describeFailure(value.failure) })
  return null
}
