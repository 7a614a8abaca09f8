/** Looking at a document of a pack in work, and changing it. Each change can be taken back. */
import type { OwnEdit, OwnFailure, OwnLook } from '../../src-bridge/own.ts'
import type { ArticleKind } from '../../src-library/model/article.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { success, type Outcome } from '../../src-library/model/outcome.ts'
import { fail } from './failures.ts'
import { filesFor } from './compiling.ts'
import { documentOf, type OwnSource, type OwnFolder } from './folder.ts'
import { sourcesPath } from './layout.ts'
import { sumOf, type SourceContents } from './sourcefolder.ts'
import {
  changeTask,
  editLimits,
  importLimits,
  importTask,
  lookTask,
  writeFactsTask,
  type DocumentFacts,
  type TextChange,
} from './tasks.ts'
import { flagsOf, withBefore, withFlags, type EarlierDocument, type DocumentWork } from './work.ts'
import { runOnFiles } from './worker.ts'

type Now = OwnSource & {
  readonly seen: SourceContents
  readonly all: readonly OwnSource[]
  readonly facts: DocumentFacts
}

/** The document as it is on the disk. Where somebody else changed it, its pieces are compared with it again. */
async function nowOf(folder: OwnFolder, id: string): Promise<Outcome<Now, OwnFailure>> {
  const now = await folder.found()
  if (!now) return fail('damaged')
  const found = now.found.find(({ source }) => source.id === id)
  if (!found) return fail('not-found')
  const facts = (await folder.factsOf(now.seen)).get(id)
  if (!facts) return fail('not-found')
  const { source, entry } = found
  if (entry.work.of === source.sum) return success({ ...found, seen: now.seen, all: now.found, facts })
  const changed = await change(folder, source.markdown, entry.work.pieces, { kind: 'none' })
  const { work } = entry
  const pieces = changed.ok ? changed.value.pieces : work.pieces
  // A change that was cut off leaves the text before it. Any other text is another editor's, and undoing would destroy it.
  const undo = work.undo.at(-1)?.markdown === source.markdown ? work.undo.slice(0, -1) : []
  const next = { ...work, pieces, undo, of: source.sum, version: work.version + 1 }
  await folder.keep(entry.number, next)
  return success({
    source,
    entry: { number: entry.number, work: next },
    seen: now.seen,
    all: now.found,
    facts,
  })
}

type Changed = {
  readonly markdown: string
  readonly pieces: DocumentWork['pieces']
  readonly isBehind: boolean
}

async function change(
  folder: OwnFolder,
  markdown: string,
  pieces: DocumentWork['pieces'],
  change: TextChange,
): Promise<Outcome<Changed, OwnFailure>> {
  const changed = await folder.door.run(
    changeTask,
    new Uint8Array(),
    { markdown, pieces, change },
    editLimits,
  )
  return changed.ok ? changed : fail('not-written')
}

export async function look(
  folder: OwnFolder,
  id: string,
  isBehind = false,
): Promise<Outcome<OwnLook, OwnFailure>> {
  const now = await nowOf(folder, id)
  if (!now.ok) return now
  const { source, entry, seen, facts, all } = now.value
  const { work } = entry
  const files = await filesFor(folder, seen, linkedFrom(source.markdown, source.id, all))
  const looked = await runOnFiles(folder.door, lookTask, files, { id, path: source.path }, editLimits)
  if (!looked.ok) return fail('not-written')
  const { body, headings, problems, article } = looked.value
  return success({
    document: documentOf({ source, entry }, facts),
    version: work.version,
    came: work.pieces.map((piece, id) => ({ id, ...piece })),
    headings,
    readings: work.readings.map((reading) => ({ ...reading, isChosen: reading.encoding === work.encoding })),
    markdown: body,
    article,
    problems,
    canUndo: work.undo.length > 0,
    isBehind,
  })
}

/** The document, and those that it names: links to them are checked. */
const linkedFrom = (markdown: string, id: string, all: readonly OwnSource[]): readonly OwnSource[] =>
  all.filter(({ source }) => source.id === id || markdown.includes(`${source.id}.md`))

export async function edit(
  folder: OwnFolder,
  id: string,
  version: number,
  edit: OwnEdit,
): Promise<Outcome<OwnLook, OwnFailure>> {
  const now = await nowOf(folder, id)
  if (!now.ok) return now
  const { work } = now.value.entry
  if (work.version !== version) return fail('stale')
  const applied = await apply(folder, now.value, edit)
  return applied.ok ? look(folder, id, applied.value === 'behind') : applied
}

/** `behind`: the piece that came back is a paragraph behind its place. */
type Applied = 'behind' | null

function apply(folder: OwnFolder, now: Now, edit: OwnEdit): Promise<Outcome<Applied, OwnFailure>> {
  const { number, work } = now.entry
  const version = work.version + 1
  switch (edit.kind) {
    case 'lookedThrough':
      return folder.keep(number, { ...work, version, isLookedThrough: edit.value })
    case 'passOn':
      return folder.keep(number, { ...work, version, passOn: edit.answer })
    case 'restore':
    case 'leaveOut':
    case 'heading':
    case 'asHeading':
      return changeText(folder, now, edit)
    case 'markdown':
      return changeText(folder, now, { kind: 'body', text: edit.text })
    case 'facts':
      return changeFacts(folder, now, edit.articleKind, { ...edit, words: 0 })
    case 'encoding':
      return readAgain(folder, now, edit.encoding)
    case 'undo':
      return undo(folder, now)
    default:
      return assertNever(edit)
  }
}

const beforeOf = ({ source, entry }: OwnSource): EarlierDocument => ({
  kind: source.kind,
  markdown: source.markdown,
  pieces: flagsOf(entry.work.pieces),
  facts: null,
  reading: null,
})

type After = {
  readonly kind: ArticleKind
  readonly markdown: string
  readonly sources: string
  readonly work: Partial<DocumentWork>
}

/** The change is kept to be taken back before the Markdown is written: it is never lost in between. */
async function commit(folder: OwnFolder, now: Now, after: After): Promise<Outcome<null, OwnFailure>> {
  const { source, seen, entry } = now
  const work = { ...entry.work, ...after.work, version: entry.work.version + 1, of: sumOf(after.markdown) }
  const kept = await folder.keep(entry.number, work)
  if (!kept.ok) return kept
  return folder.writing(async () => {
    if (after.sources !== seen.sources) await folder.source.write(sourcesPath, after.sources)
    if (after.markdown !== source.markdown) await folder.source.write(source.path, after.markdown)
    if (after.kind !== source.kind) await folder.source.move(source.path, `${after.kind}/${source.id}.md`)
  })
}

async function changeText(
  folder: OwnFolder,
  now: Now,
  asked: TextChange,
): Promise<Outcome<Applied, OwnFailure>> {
  const { source, entry, seen } = now
  const changed = await change(folder, source.markdown, entry.work.pieces, asked)
  if (!changed.ok) return changed
  const { markdown, pieces, isBehind } = changed.value
  if (markdown === source.markdown) return success(null)
  const undo = withBefore(entry.work.undo, beforeOf(now))
  const after = { kind: source.kind, markdown, sources: seen.sources, work: { pieces, undo } }
  const committed = await commit(folder, now, after)
  return committed.ok && isBehind ? success('behind') : committed
}

async function changeFacts(
  folder: OwnFolder,
  now: Now,
  kind: ArticleKind,
  facts: DocumentFacts,
): Promise<Outcome<null, OwnFailure>> {
  const written = await textsWith(folder, now, now.source.markdown, kind, facts)
  if (!written.ok) return written
  const undo = withBefore(now.entry.work.undo, { ...beforeOf(now), facts: now.facts })
  return commit(folder, now, { kind, ...written.value, work: { undo } })
}

async function textsWith(
  folder: OwnFolder,
  { source, seen }: Now,
  markdown: string,
  kind: ArticleKind,
  { title, language, date, publisher, address }: DocumentFacts,
): Promise<Outcome<{ readonly markdown: string; readonly sources: string }, OwnFailure>> {
  const written = await folder.door.run(
    writeFactsTask,
    new Uint8Array(),
    {
      id: source.id,
      markdown,
      sources: seen.sources,
      language: seen.settings.language,
      facts: { title, language, date, publisher, address, kind },
    },
    editLimits,
  )
  if (!written.ok) return fail('not-written')
  return written.value ? success(written.value) : fail('errors')
}

/** Reads the bytes that the document came in with other letters. Its kind, its id and its source stay. */
async function readAgain(folder: OwnFolder, now: Now, encoding: string): Promise<Outcome<null, OwnFailure>> {
  const { source, entry, seen } = now
  const { work } = entry
  const bytes = await folder.bytesOf(work)
  if (!bytes || !work.readings.some((reading) => reading.encoding === encoding)) return fail('not-found')
  const input = { name: work.file, encoding, taken: [], language: seen.settings.language }
  const read = await folder.door.run(importTask, new Uint8Array(bytes), input, importLimits)
  const document = read.ok && read.value.kind === 'read' ? read.value.documents[work.part] : undefined
  if (!document) return fail('not-written')
  // The title may be of the same letters. What else was said of the document stays.
  const [titled] = (
    await folder.factsOf({
      ...seen,
      documents: [{ ...source, markdown: document.markdown, sum: sumOf(document.markdown) }],
    })
  ).values()
  const facts = { ...now.facts, title: titled?.title || now.facts.title }
  const markdown = document.markdown
    .replace(`\n  - ${document.id}\n`, `\n  - ${source.id}\n`)
    .replaceAll(`](figures/${document.id}-`, `](figures/${source.id}-`)
  const written = await textsWith(folder, now, markdown, source.kind, facts)
  if (!written.ok) return written
  const { remarks, pieces } = document
  const reading = { encoding: work.encoding, remarks: work.remarks, pieces: work.pieces }
  const undo = withBefore(work.undo, { ...beforeOf(now), facts: now.facts, reading })
  return commit(folder, now, {
    kind: source.kind,
    ...written.value,
    work: { encoding: document.encoding, remarks, pieces, undo },
  })
}

async function undo(folder: OwnFolder, now: Now): Promise<Outcome<null, OwnFailure>> {
  const { source, entry, seen } = now
  const left = [...entry.work.undo]
  let before = left.pop()
  // A change that was cut off was kept, and never made.
  while (before?.markdown === source.markdown && before.facts === null && before.reading === null)
    before = left.pop()
  if (!before) return folder.keep(entry.number, { ...entry.work, undo: [], version: entry.work.version + 1 })
  const texts =
    before.facts === null
      ? success({ markdown: before.markdown, sources: seen.sources })
      : await textsWith(folder, now, before.markdown, before.kind, before.facts)
  if (!texts.ok) return texts
  return commit(folder, now, {
    kind: before.kind,
    markdown: before.markdown,
    sources: texts.value.sources,
    work: {
      pieces: before.reading?.pieces ?? withFlags(entry.work.pieces, before.pieces),
      undo: left,
      ...(before.reading && { encoding: before.reading.encoding, remarks: before.reading.remarks }),
    },
  })
}
