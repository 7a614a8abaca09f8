/**
 * Copies the folder of Markdown to where the reader wants it: a folder that any editor and `shelf pack` take. Documents
 * that the reader may not pass on stay, with what the list of sources says of them.
 */
import * as nodeFiles from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { OwnFailure } from '../../src-bridge/own.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { filesFor } from './compiling.ts'
import { fail, failureOfWriting } from './failures.ts'
import type { OwnFolder } from './folder.ts'

/** `target` is the folder that the reader chose. Nothing in it is replaced: the copy is a folder of its own. */
export async function exportTo(
  folder: OwnFolder,
  target: string,
): Promise<Outcome<{ readonly path: string }, OwnFailure>> {
  const now = await folder.found()
  if (!now) return fail('damaged')
  const passedOn = now.found.filter(({ entry }) => entry.work.passOn !== 'no')
  if (passedOn.length === 0 && now.found.length > 0) return fail('nothing-to-pass-on')
  const goes = new Set(passedOn.map(({ source }) => source.id))
  const kept = (await folder.knownIds()).filter((id) => !goes.has(id))
  const texts = passedOn.map(({ source }) => source.markdown)
  const seen = { ...now.seen, sources: withoutSources(now.seen.sources, kept, texts) }
  const files = await filesFor(folder, seen, passedOn.length === now.found.length ? 'all' : passedOn)
  let path: string
  try {
    path = await freeFolder(target, folder.id)
  } catch (error) {
    return failure(failureOfWriting(error))
  }
  try {
    for (const [name, bytes] of files) {
      await nodeFiles.mkdir(dirname(join(path, name)), { recursive: true })
      await nodeFiles.writeFile(join(path, name), bytes, { flush: true })
    }
    return success({ path })
  } catch (error) {
    // It is ours: it was made just now.
    await nodeFiles.rm(path, { recursive: true, force: true }).catch(() => undefined)
    return failure(failureOfWriting(error))
  }
}

/** The list of sources without the entries of these ids, unless one of the texts cites it. */
function withoutSources(sources: string, ids: readonly string[], texts: readonly string[]): string {
  const gone = new Set(ids.filter((id) => !texts.some((text) => cites(text, id))))
  let isGone = false
  return sources
    .split('\n')
    .filter((line) => {
      const [, id] = /^["']?([^\s#"':]+)["']?:/.exec(line) ?? []
      if (id !== undefined) isGone = gone.has(id)
      return !isGone
    })
    .join('\n')
}

/** By a mark in the text, or in the `sources` of its front matter. */
function cites(markdown: string, id: string): boolean {
  if (markdown.includes(`[^${id}]`)) return true
  const [, front = ''] = /^---\n([^]*?)\n---\n/.exec(markdown) ?? []
  const [, listed = ''] = /^sources:([^]*?)(?=\n\S|$(?![^]))/m.exec(front) ?? []
  return listed.split(/[\s,"'[\]]+/).includes(id)
}

/** A new folder of a neutral name. */
async function freeFolder(target: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(target, number === 1 ? name : `${name}-${number}`)
    try {
      await nodeFiles.mkdir(path)
      return path
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!isTaken || number > 1_000) throw error
    }
  }
}
