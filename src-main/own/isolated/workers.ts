/** How the isolated process does the tasks (tasks.ts). Only this folder of main knows the compiler: decision 81. */
import { importDocument } from '../../../src-compiler/0-import/import.ts'
import { PackDocuments } from '../../../src-compiler/0-import/pack.ts'
import {
  headingsOf,
  keptPieces,
  asHeading,
  leaveOut,
  setLevel,
} from '../../../src-compiler/0-import/pieces/edit.ts'
import { restore } from '../../../src-compiler/0-import/pieces/bringback.ts'
import { leftOut, type ImportedDocument, type Piece } from '../../../src-compiler/0-import/draft.ts'
import { readingsOf } from '../../../src-compiler/0-import/readings.ts'
import { refuse } from '../../../src-compiler/0-import/refusal.ts'
import { factsFrom, sourceLines, writeFacts } from '../../../src-compiler/maker/facts.ts'
import { documentParts, withBody } from '../../../src-compiler/maker/front.ts'
import { compilePack, look } from '../../../src-compiler/maker/look.ts'
import { unlink } from '../../../src-compiler/maker/unlink.ts'
import { worker, type Worker } from '../../../src-isolated/serve.ts'
import { assertNever } from '../../../src-library/model/never.ts'
import {
  changeTask,
  compileTask,
  factsTask,
  importTask,
  longestLine,
  lookTask,
  unlinkTask,
  writeFactsTask,
  type ReadDocument,
  type TextChange,
} from '../tasks.ts'

export const workers: readonly Worker[] = [
  worker(importTask, async (bytes, { name, encoding, taken, language }) => {
    const read = await importDocument(bytes, { name, encoding, format: null, came: true }).catch(() =>
      refuse('damaged', ''),
    )
    if (!read.ok) {
      const { kind, needs } = read.failure
      return { kind: 'refused' as const, because: kind, ...(needs !== undefined && { needs }) }
    }
    const pack = new PackDocuments({ kind: null, language: null, title: null }, taken)
    const { more, ...first } = read.value
    const documents = [first, ...more].map(withShortFacts).map((document): ReadDocument => {
      const made = pack.add(name, document)
      return {
        id: made.id,
        kind: made.path.startsWith('news/') ? 'news' : 'encyclopedia',
        markdown: made.markdown,
        source: sourceLines(made, language),
        figures: owned(made.figures),
        encoding: document.encoding,
        remarks: document.remarks.map(({ code, text, words }) => ({
          code,
          text: text.slice(0, 4_000),
          words: words ?? '',
        })),
        pieces: [...(document.came ?? [])],
        readings: more.length > 0 ? [] : [...readingsOf(bytes, document.encoding)],
      }
    })
    return { kind: 'read' as const, documents }
  }),
  worker(factsTask, (_bytes, { sources, documents }) => {
    const factsOf = factsFrom(sources)
    return documents.map(({ id, markdown }) => {
      const { title, language, date, publisher, address, words } = factsOf(markdown, id)
      return {
        title: inOneLine(title),
        language: language && inOneLine(language),
        date: date && inOneLine(date),
        publisher: inOneLine(publisher),
        address: inOneLine(address),
        words,
      }
    })
  }),
  worker(changeTask, (_bytes, { markdown, pieces, change }) =>
    changed(markdown, pieces as readonly Piece[], change),
  ),
  worker(writeFactsTask, (_bytes, { id, markdown, sources, facts, language }) =>
    writeFacts(markdown, id, sources, facts, language),
  ),
  worker(unlinkTask, (_bytes, { gone, markdowns }) => {
    const ids = new Set(gone)
    return markdowns.map((markdown) => {
      const { markdown: text, to } = unlink(markdown, ids)
      return { markdown: text, to: [...to] }
    })
  }),
  worker(lookTask, (bytes, { id, path, files }) => {
    const all = filesFrom(bytes, files)
    const markdown = new TextDecoder().decode(all.get(path) ?? new Uint8Array())
    const { problems, article, pack } = look(all, id)
    return {
      body: documentParts(markdown).body,
      headings: headingsOf(markdown).map((heading) => ({ ...heading, text: inOneLine(heading.text) })),
      problems: [...problems],
      article: article && pack && { article: new Uint8Array(article), pack: new Uint8Array(pack) },
    }
  }),
  worker(compileTask, (bytes, { files, isShown }) => {
    const { problems, files: made } = compilePack(filesFrom(bytes, files))
    return { problems: [...problems], files: isShown && made ? owned(made) : null, hasErrors: made === null }
  }),
]

/** A text of any length, as far as a line of an answer holds it. */
const inOneLine = (text: string): string => text.slice(0, longestLine)

/** Signs of a title or a name that is no sentence. */
const longestName = 300

/** Titles and names of a length that a list can show; the rest of a title is said to be left out. */
function withShortFacts(document: ImportedDocument): ImportedDocument {
  const { title, site, address } = document
  const rest = title.slice(longestName)
  return {
    ...document,
    title: title.slice(0, longestName),
    site: site && site.slice(0, longestName),
    address: address !== null && address.length > 2_000 ? null : address,
    remarks:
      rest === ''
        ? document.remarks
        : [...document.remarks, leftOut('page-title', rest, 'The rest of the title')],
  }
}

/** With memory of its own, so that no more than these bytes is sent. */
const owned = (files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array<ArrayBuffer>> =>
  new Map([...files].map(([path, bytes]) => [path, new Uint8Array(bytes)]))

function changed(
  markdown: string,
  pieces: readonly Piece[],
  change: TextChange,
): { markdown: string; pieces: Piece[]; isBehind: boolean } {
  const restored = change.kind === 'restore' ? restore(markdown, pieces, change.piece) : null
  const after = restored?.markdown ?? changedText(markdown, pieces, change)
  // The piece that was asked for is looked for first, and the one that was left out last.
  const expected =
    after === null || !('piece' in change)
      ? pieces
      : pieces.map((piece, i) =>
          i === change.piece ? { ...piece, isKept: change.kind !== 'leaveOut', code: null } : piece,
        )
  return {
    markdown: after ?? markdown,
    pieces: [...keptPieces(after ?? markdown, expected)],
    isBehind: restored?.isBehind ?? false,
  }
}

function changedText(markdown: string, pieces: readonly Piece[], change: TextChange): string | null {
  switch (change.kind) {
    case 'restore':
      return null
    case 'leaveOut':
      return leaveOut(markdown, pieces, change.piece)
    case 'heading':
      return setLevel(markdown, change.index, change.level)
    case 'asHeading':
      return asHeading(markdown, pieces, change.piece, change.level)
    case 'body':
      return withBody(markdown, change.text)
    case 'none':
      return null
    default:
      return assertNever(change)
  }
}

function filesFrom(
  bytes: Uint8Array,
  files: readonly { readonly path: string; readonly bytes: number }[],
): ReadonlyMap<string, Uint8Array> {
  let at = 0
  return new Map(
    files.map(({ path, bytes: length }) => {
      const own = new Uint8Array(bytes.subarray(at, at + length))
      at += length
      return [path, own] as const
    }),
  )
}
