/** A pack in work, compiled: its articles, and its mistakes by document and line of the body. */
import { articlePath, packPath } from '../../src-library/format/paths.ts'
import { articleKinds } from '../../src-library/model/article.ts'
import type { SourceFiles } from '../1-read/files.ts'
import { compile } from '../compile.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { documentParts } from './front.ts'

export type Problem = {
  /** Null for the pack’s own settings. */
  readonly document: string | null
  readonly severity: 'error' | 'warning'
  readonly code: string
  /** The compiler’s words, in English. */
  readonly text: string
  /** In the body, from 1; null where it is not about a line of it. */
  readonly line: number | null
}

export type CompileResult = {
  readonly problems: readonly Problem[]
  /** Null if there is an error. */
  readonly files: ReadonlyMap<string, Uint8Array> | null
}

export function compilePack(files: SourceFiles): CompileResult {
  const { diagnostics, compiled } = compile(files)
  const lines = new Map<string, number>()
  const frontLines = (path: string): number => {
    const bytes = files.get(path)
    const known = lines.get(path)
    const count =
      known ?? (bytes instanceof Uint8Array ? documentParts(new TextDecoder().decode(bytes)).lines : 0)
    lines.set(path, count)
    return count
  }
  return {
    problems: diagnostics.flatMap((one) => problemOf(one, frontLines) ?? []),
    files: compiled?.files ?? null,
  }
}

function problemOf(
  { severity, code, path, location, message, suggestion }: Diagnostic,
  frontLines: (path: string) => number,
): Problem | null {
  if (severity === 'info') return null
  const document = documentAt(path)
  const line = document === null || !location ? 0 : location.line - frontLines(path)
  return {
    document,
    severity,
    code,
    text: suggestion === null ? message : `${message} ${suggestion}`,
    line: line > 0 ? line : null,
  }
}

function documentAt(path: string): string | null {
  const [folder, name = ''] = path.split('/')
  return articleKinds.some((kind) => kind === folder) && name.endsWith('.md') ? name.slice(0, -3) : null
}

/** One article of the pack, and what is said of its document. `files` may be a part of the pack. */
export function look(
  files: SourceFiles,
  id: string,
): {
  readonly problems: readonly Problem[]
  readonly article: Uint8Array | null
  readonly pack: Uint8Array | null
} {
  const { problems, files: made } = compilePack(files)
  return {
    problems: problems.filter(({ document }) => document === id),
    article: made?.get(articlePath(id)) ?? null,
    pack: made?.get(packPath) ?? null,
  }
}
