/** An installation that is interrupted anywhere leaves the old edition or the new one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readdir } from 'node:fs/promises'
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attempts } from '../../testing/effort.ts'
import { editionShown, install, onStick, startShelf } from '../testing/shelfpack.ts'
import { withFolder } from '../testing/samplepack.ts'
import type { PackFiles } from './files.ts'

type Handle = Awaited<ReturnType<PackFiles['open']>>

/** The file system, but operation number `failing` fails; counts them all. */
function failingFiles(failing: number, code: string): { files: PackFiles; count: () => number } {
  let count = 0
  const counted =
    <Given extends unknown[], Result>(operation: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> =>
      ++count === failing ? Promise.reject(Object.assign(new Error(code), { code })) : operation(...given)
  const open = counted(async (...given: Parameters<PackFiles['open']>) => {
    const handle = await nodeFiles.open(...given)
    for (const name of ['read', 'write', 'writeFile', 'sync', 'stat'] as const) {
      const operation = handle[name].bind(handle) as (...given: unknown[]) => Promise<unknown>
      Object.assign(handle, { [name]: counted(operation) })
    }
    const close = handle.close.bind(handle)
    const refuse = counted(() => Promise.resolve())
    handle.close = (() => close().then(refuse)) as Handle['close']
    return handle
  })
  const plain = ['lstat', 'mkdir', 'readFile', 'readdir', 'rename', 'rm', 'stat', 'statfs'] as const
  const files = Object.fromEntries(
    plain.map((name) => [name, counted(nodeFiles[name] as (...given: unknown[]) => Promise<unknown>)]),
  )
  return { files: { ...files, open } as unknown as PackFiles, count: () => count }
}

/** A profile with editions 1 and 2, and edition 3 on a stick. */
async function twoEditions(folder: string): Promise<string> {
  const shelf = await startShelf(folder)
  for (const sequence of [1, 2]) expect(await install(shelf, await onStick(folder, { sequence }))).toBeNull()
  return onStick(folder, { sequence: 3 })
}

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY']

describe('an installation whose N-th file operation fails', () => {
  it.each(codes)('leaves the old or the new edition, with %s', (code) =>
    withFolder(async (folder) => {
      await twoEditions(join(folder, 'origin'))
      let failed = 0
      // In a short run some of the operations, others for each code.
      const step = attempts(17, 1)
      for (let n = 1 + 3 * codes.indexOf(code); ; n += step) {
        const place = join(folder, String(n))
        await cp(join(folder, 'origin'), place, { recursive: true })
        const { files, count } = failingFiles(n, code)
        const outcome = await startShelf(place, { files })
          .then((shelf) => install(shelf, join(place, 'stick/pack.shelf')))
          .catch((error: unknown) => String(error))
        const after = await startShelf(place)
        const edition = await editionShown(after)
        expect(
          outcome === null ? ['edition 3'] : ['edition 2', 'edition 3'],
          `operation ${n}: ${outcome}`,
        ).toContain(edition)
        expect(await after.installer.check('village'), `operation ${n}`).toBe('sound')
        expect((await after.installer.list()).packs[0]?.previous, `operation ${n}`).not.toBeNull()
        expect(await readdir(join(place, 'profile/packs/village')), `operation ${n}`).toHaveLength(2)
        if (outcome !== null) failed++
        // And it can be installed then.
        expect([null, 'already-here']).toContain(await install(after, join(place, 'stick/pack.shelf')))
        expect(await editionShown(after)).toBe('edition 3')
        if (count() < n) break
      }
      // A busy file is tried again: of the few operations of a short run, each may succeed the second time.
      if (step === 1 || code === 'ENOSPC' || code === 'EIO') expect(failed).toBeGreaterThan(0)
    }),
  )
})

describe('a process that is killed while it installs', () => {
  const kills = attempts(4, 200)

  it('leaves the old or the new edition, whole', () =>
    withFolder(async (folder) => {
      await twoEditions(join(folder, 'origin'))
      const seen = new Set<string | null>()
      for (let kill = 1; kill <= kills; kill++) {
        const place = join(folder, String(kill))
        await cp(join(folder, 'origin'), place, { recursive: true })
        await killWhileInstalling(place, (kill * 13) % 41)
        const shelf = await startShelf(place)
        const edition = await editionShown(shelf)
        seen.add(edition)
        expect(['edition 2', 'edition 3'], `kill ${kill}`).toContain(edition)
        expect(await shelf.installer.check('village')).toBe('sound')
        expect(await readdir(join(place, 'profile/packs/village'))).toHaveLength(2)
        expect(await readdir(join(place, 'profile/packs'))).toEqual(['village'])
      }
    }))
})

/** Installs the stick's edition, going back and forth between it and the one before, and is killed meanwhile. */
async function killWhileInstalling(folder: string, afterMilliseconds: number): Promise<void> {
  const script = `
    import { writeSync } from 'node:fs'
    import { install, startShelf } from ${JSON.stringify(new URL('../testing/shelfpack.ts', import.meta.url).href)}
    const shelf = await startShelf(${JSON.stringify(folder)})
    writeSync(1, 'begun')
    await install(shelf, ${JSON.stringify(join(folder, 'stick/pack.shelf'))})
    for (;;) await shelf.installer.goBack('village')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // The kill must fall into the installation, not before it.
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMilliseconds))
  await once(child, 'close')
}
