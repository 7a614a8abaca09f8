/** Phase 1: files -> documents with their provenance, and the settings, sources, terms and questions of the pack. */
import type { Source } from '../../src-library/model/source.ts'
import type { Diagnostics } from '../diagnostics.ts'
import { readQuestions, type QuestionsSetting } from './asked.ts'
import { readDocuments, type SourceDocument } from './documents.ts'
import type { SourceFiles } from './files.ts'
import { openText, type OpenedText } from './open.ts'
import { readSettings, type PackSettings } from './settings.ts'
import { readSources } from './sources.ts'
import { readTerms, type TermSettings } from './terms.ts'

/** Everything an author handed in, read and not yet understood. */
export type AuthoredPack = {
  readonly settings: PackSettings
  readonly sources: ReadonlyMap<string, Source>
  readonly terms: TermSettings
  readonly asked: readonly QuestionsSetting[]
  /** By path. */
  readonly documents: readonly SourceDocument[]
  /** Bytes of the files in `figures/`, by path. */
  readonly figures: ReadonlyMap<string, Uint8Array>
}

export function read(files: SourceFiles, diagnostics: Diagnostics): AuthoredPack {
  const readable = readableFiles(files, diagnostics)
  const textOf = (path: string): OpenedText | null => {
    const bytes = readable.get(path)
    return bytes ? openText(path, bytes, diagnostics) : null
  }
  if (readable.has('synonyms.yaml'))
    diagnostics.add(
      'synonyms-replaced',
      'synonyms.yaml',
      'synonyms.yaml is no longer read: terms.yaml takes its place.',
      'Run `npm run shelf -- terms <folder>`: it makes terms.yaml of it.',
    )
  return {
    settings: readSettings(textOf('pack.json'), diagnostics),
    sources: readSources(textOf('sources.yaml')),
    terms: readTerms(textOf('terms.yaml'), diagnostics),
    asked: readQuestions(readable, diagnostics),
    documents: readDocuments(readable, diagnostics),
    figures: new Map([...readable].filter(([path]) => path.startsWith('figures/'))),
  }
}

function readableFiles(files: SourceFiles, diagnostics: Diagnostics): ReadonlyMap<string, Uint8Array> {
  const readable = new Map<string, Uint8Array>()
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (content === 'not-a-file')
      diagnostics.add('not-a-file', path, 'This is a link or a device and was not read.')
    else if (content === 'too-large')
      diagnostics.add('file-too-large', path, 'This file is larger than 64 MB.')
    else readable.set(path, content)
  }
  return readable
}
