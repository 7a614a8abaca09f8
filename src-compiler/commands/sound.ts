/** A compiled pack that is whole: what every command needs that makes something of it. */
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { Manifest } from '../../src-library/format/manifest.ts'
import { verify } from '../verify.ts'
import { openCompiled } from './packfiles.ts'

export type OpenedPack = {
  readonly manifest: Manifest
  /** By path, with the manifest itself. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly articles: readonly Article[]
}

/** `path`: a folder or a pack file. The failure is a sentence for each fault. */
export async function openSound(path: string): Promise<Outcome<OpenedPack, string>> {
  const read = await openCompiled(path)
  if (!read.ok) return read
  const { findings, manifest, articles } = verify(read.value)
  const files = new Map(
    [...read.value].flatMap(([name, bytes]) => (bytes instanceof Uint8Array ? [[name, bytes] as const] : [])),
  )
  if (findings.length === 0 && manifest) return success({ manifest, files, articles })
  const faults = findings.map((finding) => `${path}: ${finding.path}: ${finding.message}\n`).join('')
  return failure(`${faults}\n${path} is damaged, or no compiled pack. Build it or copy it again.\n`)
}
