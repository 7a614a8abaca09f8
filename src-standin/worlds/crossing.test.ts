import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test, vi } from 'vitest'
import { Crossing } from './crossing.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

afterEach(() => void vi.unstubAllGlobals())

type Listener = () => void
type Shelf = { on(listener: Listener): () => void; tell(): void }

/** The page's view of a preload that keeps listeners until they are taken off. */
function worlds(): Shelf {
  vi.stubGlobal('document', new EventTarget())
  let exposed: unknown
  const page = new Crossing('secret', 'page', (_key, value) => (exposed = value))
  const listeners = new Set<Listener>()
  const preload = new Crossing('secret', 'preload', () => undefined)
  preload.expose('fieldshelf', {
    on: (listener: Listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: () => listeners.forEach((listener) => listener()),
  })
  expect(page).toBeDefined()
  return exposed as Shelf
}

/** Collects until the value is gone, or gives up. */
async function isCollected(value: WeakRef<object>): Promise<boolean> {
  for (let round = 0; round < 50 && value.deref(); round++) {
    await new Promise((done) => setTimeout(done, 2))
    collect()
  }
  return value.deref() === undefined
}

/** A listener and what it holds, which no variable of the test keeps. */
function listen(shelf: Shelf, heard: () => void): { held: WeakRef<object>; off: () => void } {
  const view = { name: 'a view of the page' }
  const off = shelf.on(() => {
    if (view.name !== '') heard()
  })
  return { held: new WeakRef(view), off }
}

function listenShortly(shelf: Shelf): WeakRef<object> {
  const { held, off } = listen(shelf, () => undefined)
  off()
  return held
}

test('a listener is called as long as it is on, also after a collection', async () => {
  const shelf = worlds()
  const heard = vi.fn()
  const { held, off } = listen(shelf, heard)
  expect(await isCollected(held)).toBe(false)
  shelf.tell()
  expect(heard).toHaveBeenCalledTimes(1)
  off()
  shelf.tell()
  expect(heard).toHaveBeenCalledTimes(1)
})

test('a listener that was taken off leaves nothing of its view behind', async () => {
  const shelf = worlds()
  expect(await isCollected(listenShortly(shelf))).toBe(true)
})
