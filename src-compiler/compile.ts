/** Source documents -> a compiled pack: the whole pipeline. Values in, values out; the disk is elsewhere. */
import type { SourceFiles } from './1-read/files.ts'
import { read, type AuthoredPack } from './1-read/read.ts'
import { parseApart, processesFor } from './2-parse/apart.ts'
import { parse, type ParsedDocument } from './2-parse/parse.ts'
import { resolve } from './3-resolve/resolve.ts'
import { emit, type CompiledPack } from './4-emit/emit.ts'
import { Diagnostics, type Diagnostic } from './diagnostics.ts'

export type Compilation = {
  /** By path and place. */
  readonly diagnostics: readonly Diagnostic[]
  /** Null if any diagnostic is an error. */
  readonly compiled: CompiledPack | null
}

export function compile(files: SourceFiles): Compilation {
  const diagnostics = new Diagnostics()
  const authored = read(files, diagnostics)
  return finish(
    authored,
    authored.documents.flatMap((document) => parse(document) ?? []),
    diagnostics,
  )
}

/** The same, byte for byte, with many or long documents parsed in processes that are ended if one of them hangs. */
export async function compileApart(files: SourceFiles, processes?: number): Promise<Compilation> {
  const diagnostics = new Diagnostics()
  const authored = read(files, diagnostics)
  const { documents } = authored
  const parsed = await parseApart(documents, processes ?? processesFor(documents))
  return finish(authored, parsed, diagnostics)
}

function finish(
  authored: AuthoredPack,
  parsed: readonly ParsedDocument[],
  diagnostics: Diagnostics,
): Compilation {
  const resolved = resolve(authored, parsed, diagnostics)
  const compiled = diagnostics.hasErrors ? null : emit(resolved)
  return { diagnostics: diagnostics.list(), compiled }
}
