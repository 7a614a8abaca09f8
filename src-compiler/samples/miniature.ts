/**
 * The miniature pack: five short articles about a library that does not exist,
 * known by heart by every test that needs a pack. It has a table, a data
 * figure, notes, citations, definitions, boxes, links between its articles,
 * Azerbaijani and Russian words, a disputed section and a news item.
 */
import * as disk from 'node:fs/promises'
import { readFolder } from '../1-read/files.ts'
import type { CompiledPack } from '../4-emit/emit.ts'
import { compile } from '../compile.ts'
import { renderDiagnostics } from '../render.ts'

export const miniatureFolder = `${import.meta.dirname}/miniature`

/** The pack, compiled from its documents. Rejects if it can't be: then it was broken. */
export async function compileMiniature(): Promise<CompiledPack> {
  const { compiled, diagnostics } = compile(await readFolder(miniatureFolder, disk))
  if (!compiled) throw new Error(renderDiagnostics(diagnostics))
  return compiled
}
