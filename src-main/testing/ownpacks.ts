/** Packs of own documents as the app has them; the tasks are done in the test's own process. */
import * as v from 'valibot'
import type { AddedFiles, OwnPack } from '../../src-bridge/own.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import { openLibrary, type Library } from '../library/library.ts'
import { workers } from '../own/isolated/workers.ts'
import { OwnPacks } from '../own/packs.ts'
import type { Door } from '../own/worker.ts'
import type { Files } from '../userdata/replace.ts'
import { valueOf } from './valueof.ts'

/** Values cross it as they cross to a process: cloned, and checked at both ends. */
export const directDoor = (): Door => ({
  run: async (task, bytes, input, { signal } = {}) => {
    if (signal?.aborted) return failure({ kind: 'cancelled' })
    const worker = workers.find(({ name }) => name === task.name)
    if (!worker) throw new Error(`There is no ${task.name}.`)
    const answer: unknown = structuredClone(
      await worker.work(structuredClone(bytes), structuredClone(v.parse(task.input, input))),
    )
    if (signal?.aborted) return failure({ kind: 'cancelled' })
    return success(v.parse(task.answer, answer))
  },
  close: () => undefined,
})

type Changes = {
  readonly door?: () => Door
  readonly files?: Files
  readonly toBin?: (path: string) => Promise<void>
  readonly tell?: (progress: { readonly file: string }) => void
}

/** Milliseconds. Every call of the clock returns a later time. */
let now = 1

export const startOwn = (userData: string, changes: Changes = {}): OwnPacks =>
  new OwnPacks({
    userData,
    today: () => '2026-11-30',
    now: () => now++,
    door: directDoor,
    tell: () => undefined,
    changed: () => undefined,
    toBin: () => Promise.reject(new Error('There is no bin.')),
    ...changes,
  })

/** With a library that shows saved packs. */
export function startShelfOfOwn(
  userData: string,
  changes: Changes = {},
  folders: readonly string[] = [],
): { readonly own: OwnPacks; readonly library: Library } {
  const own = startOwn(userData, changes)
  const library = openLibrary(folders, { own: own.candidates })
  own.showIn(library)
  return { own, library }
}

/** Drops a file on the pack. */
export async function drop(
  own: OwnPacks,
  pack: string,
  file: string,
  content: string | Uint8Array,
): Promise<AddedFiles> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const begun = valueOf(await own.receive(pack, file, bytes.length))
  return begun ?? valueOf(await own.receiveMore(pack, bytes)) ?? { added: [], refused: [] }
}

export const wells = `<!doctype html><html lang="en"><title>Wells of the valley</title>
<nav><a href="/">Home page</a></nav>
<main><h1>Wells of the valley</h1><p>The valley has nine wells, and each of them is old.</p>
<h2>Depth</h2><p>The deepest well is forty metres deep, and its water is cold.</p></main></html>`

/** A pack with one document, called wells-of-the-valley. */
export async function withWells(own: OwnPacks): Promise<OwnPack> {
  const { id } = valueOf(await own.create('Our wells', 'en'))
  await drop(own, id, 'wells.html', wells)
  return valueOf(await own.read(id))
}
