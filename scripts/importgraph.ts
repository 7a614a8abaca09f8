/**
 * Which file names which: read from the text of the sources, so that `.svelte` files, styles, dynamic imports,
 * `new URL('./worker.ts', …)` and scripts that are started by path all count. A quoted relative path that leads to a
 * file of the repository is an import.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/** The files that each file names, all by their path from the root with `/`. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

const source = /\.(ts|mts|mjs|js|cjs|svelte|css|html)$/
const relativePath = /(['"`])(\.{1,2}\/[^'"`\n?#]*)[^'"`\n]*\1/g

/** Graph of every source file under `folders` of `root`; compiled samples and dependencies are left out. */
export function importGraph(root: string, folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) => sourcesIn(root, folder))
  const known = new Set(files)
  return new Map(
    files.map((file) => {
      const named = [...readFileSync(join(root, file), 'utf8').matchAll(relativePath)].map(
        ([, , path = '']) => posix.join(posix.dirname(file), path),
      )
      return [file, [...new Set(named)].filter((name) => known.has(name) && name !== file)]
    }),
  )
}

function sourcesIn(root: string, path: string): readonly string[] {
  const full = join(root, path)
  if (statSync(full).isFile()) return source.test(path) ? [path] : []
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && name !== 'samples')
    .flatMap((name) => sourcesIn(root, `${path}/${name}`))
}

/** Everything that the entries lead to, themselves included. */
export function reachedFrom(entries: readonly string[], graph: ImportGraph): ReadonlySet<string> {
  const reached = new Set(entries)
  for (const file of reached) for (const named of graph.get(file) ?? []) reached.add(named)
  return reached
}

/** Groups of files that lead back to themselves, sorted. Tarjan's algorithm: https://doi.org/10.1137/0201010 */
export function circlesIn(graph: ImportGraph): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const number = order.size
    order.set(file, number)
    lowest.set(file, number)
    stack.push(file)
    for (const named of graph.get(file) ?? []) {
      const seen = order.get(named)
      const low = seen === undefined ? visit(named) : stack.includes(named) ? seen : Infinity
      lowest.set(file, Math.min(lowest.get(file) ?? number, low))
    }
    if (lowest.get(file) === number) {
      const circle = stack.splice(stack.indexOf(file))
      if (circle.length > 1) circles.push(circle.sort())
    }
    return lowest.get(file) ?? number
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return circles
}
