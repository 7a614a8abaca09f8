/**
 * A pack in work as others may have it: without the documents that stay, without what the list of sources says of them,
 * and without links to them. The words of such a link stay.
 */
import type { CopyRemarks, OwnFailure } from '../../src-bridge/own.ts'
import { success, type Outcome } from '../../src-library/model/outcome.ts'
import { filesFor } from './compiling.ts'
import { fail } from './failures.ts'
import type { OwnSource, OwnFolder } from './folder.ts'
import type { SourceContents } from './sourcefolder.ts'
import { editLimits, unlinkTask } from './tasks.ts'
import type { DocumentWork } from './work.ts'

export type OutgoingPack = {
  readonly seen: SourceContents
  /** For the compiler, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly remarks: CopyRemarks
}

/** `goes`: whether a document goes along, by its maker's answer. */
export async function outgoingPack(
  folder: OwnFolder,
  goes: (answer: DocumentWork['passOn']) => boolean,
): Promise<Outcome<OutgoingPack, OwnFailure>> {
  const now = await folder.found()
  if (!now) return fail('damaged')
  const going = now.found.filter(({ entry }) => goes(entry.work.passOn))
  const staying = now.found.filter((one) => !going.includes(one))
  if (going.length === 0 && staying.length > 0) return fail('nothing-to-pass-on')
  const facts = await folder.factsOf(now.seen)
  const titleOf = (id: string): string => facts.get(id)?.title || id

  const freed = await withoutLinks(folder, going, staying)
  if (!freed) return fail('not-written')
  const ids = new Set(going.map(({ source }) => source.id))
  const gone = (await folder.knownIds()).filter((id) => !ids.has(id))
  const texts = freed.map(({ found }) => found.source.markdown)
  const seen = { ...now.seen, sources: withoutSources(now.seen.sources, gone, texts) }
  const documents = freed.map(({ found }) => found)
  const files = await filesFor(folder, seen, staying.length === 0 ? 'all' : documents)
  return success({
    seen: now.seen,
    files,
    remarks: {
      leftOut: staying.map(({ source }) => titleOf(source.id)),
      unlinked: freed.flatMap(({ found, to }) =>
        to.map((id) => ({ document: titleOf(found.source.id), to: titleOf(id) })),
      ),
    },
  })
}

type Freed = { readonly found: OwnSource; readonly to: readonly string[] }

/** Null where the process that reads the documents can't do it. */
async function withoutLinks(
  folder: OwnFolder,
  going: readonly OwnSource[],
  staying: readonly OwnSource[],
): Promise<readonly Freed[] | null> {
  const gone = staying.map(({ source }) => source.id)
  const linking = going.filter(({ source }) => gone.some((id) => source.markdown.includes(id)))
  if (linking.length === 0) return going.map((found) => ({ found, to: [] }))
  const markdowns = linking.map(({ source }) => source.markdown)
  const read = await folder.door.run(unlinkTask, new Uint8Array(), { gone, markdowns }, editLimits)
  if (!read.ok) return null
  return going.map((found) => {
    const freed = read.value[linking.indexOf(found)]
    return freed
      ? { found: { ...found, source: { ...found.source, markdown: freed.markdown } }, to: freed.to }
      : { found, to: [] }
  })
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
