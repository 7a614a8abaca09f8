/** Source documents -> a compiled pack: the whole pipeline. Values in, values out; the disk is elsewhere. */
import type { SourceFiles } from './1-read/files.ts'
import { read } from './1-read/read.ts'
import { parse } from './2-parse/parse.ts'
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
  const parsed = authored.documents.flatMap((document) => parse(document) ?? [])
  const resolved = resolve(authored, parsed, diagnostics)
  const compiled = diagnostics.hasErrors ? null : emit(resolved)
  return { diagnostics: diagnostics.list(), compiled }
}
