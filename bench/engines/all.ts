import type { Engine } from './engine.ts'
import { stockLunr } from './lunr.ts'
import { ours } from './ours.ts'
import { elasticLunr, flexSearch, miniSearch, orama, wink } from './peers.ts'
import { sqlite } from './sqlite.ts'

/** Every engine that can be had here, ours first. */
export async function allEngines(): Promise<Engine[]> {
  const fts5 = await sqlite()
  return [ours, stockLunr, miniSearch, flexSearch, orama, elasticLunr, wink, ...(fts5 ? [fts5] : [])]
}
