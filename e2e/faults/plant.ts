/** Puts a fault into a tree of sources, and takes it out again. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from './faults.ts'

/** Throws unless each change fits its file exactly once: a fault that is not planted proves nothing. */
export function changedText(text: string, { file, find, replace }: Change): string {
  const parts = text.split(find)
  if (parts.length !== 2) {
    throw new Error(`${file} holds ${parts.length - 1} times what the fault changes, not once:\n${find}`)
  }
  return parts.join(replace)
}

/** Changes the files below `tree`; gives the way to put them back. */
export function plant(tree: string, changes: readonly Change[]): () => void {
  const originals = new Map<string, string>()
  for (const change of changes) {
    const path = join(tree, change.file)
    const text = readFileSync(path, 'utf8')
    if (!originals.has(path)) originals.set(path, text)
    writeFileSync(path, changedText(text, change))
  }
  return () => originals.forEach((text, path) => writeFileSync(path, text))
}
