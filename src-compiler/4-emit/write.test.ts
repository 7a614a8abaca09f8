import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import * as disk from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFolder } from '../1-read/files.ts'
import { writePack, type WritableDisk } from './write.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const pack = (words: string): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ['articles/a.json', bytes(`a ${words}`)],
    ['articles/b.json', bytes(`b ${words}`)],
    ['search/index.bin', bytes(words)],
    ['manifest.json', bytes(`{"words":"${words}"}`)],
  ])

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldshelf-'))
  try {
    await test(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The names in a folder; null when there is no folder. */
const contentOf = (folder: string): Promise<ReadonlyMap<string, unknown> | null> =>
  readFolder(folder, disk).then(
    (files) => new Map([...files].map(([path, content]) => [path, String(content)])),
    () => null,
  )

const textsOf = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> =>
  new Map([...files].map(([path, content]) => [path, new TextDecoder().decode(content)]))

type Operation = keyof WritableDisk
const operations: readonly Operation[] = ['mkdir', 'writeFile', 'rename', 'rm', 'readdir']

/** The real disk until the operation of that number; from there on every one fails, or just that one. */
function failingDisk(at: number, how: 'dies' | 'once'): { disk: WritableDisk; reached: () => boolean } {
  let count = 0
  const wrap =
    (name: Operation) =>
    (...args: never[]) => {
      count++
      const fails = how === 'once' ? count === at : count >= at
      if (fails) return Promise.reject(Object.assign(new Error('The disk failed.'), { code: 'EIO' }))
      return Reflect.apply(disk[name], disk, args) as Promise<never>
    }
  const wrapped = Object.fromEntries(operations.map((name) => [name, wrap(name)])) as unknown as WritableDisk
  return { disk: wrapped, reached: () => count >= at }
}

describe('writing a pack', () => {
  it('makes a new folder, or takes the place of an earlier build', () =>
    inFolder(async (folder) => {
      const out = join(folder, 'deep/out')
      await writePack(pack('old'), out, disk)
      await writePack(pack('new'), out, disk)
      expect(await contentOf(out)).toEqual(textsOf(pack('new')))
      expect(await readdir(join(folder, 'deep'))).toEqual(['out'])
    }))

  it.each(['dies', 'once'] as const)(
    'leaves the old pack or the new one when the disk %s at any operation, and the next build heals',
    (how) =>
      inFolder(async (folder) => {
        const old = textsOf(pack('old'))
        const fresh = textsOf(pack('new'))
        for (let at = 1; ; at++) {
          const out = join(folder, `${how}-${at}`)
          await writePack(pack('old'), out, disk)
          const failing = failingDisk(at, how)
          const result = await writePack(pack('new'), out, failing.disk).catch(
            (error: Error) => error.message,
          )
          if (!failing.reached()) break

          const content = await contentOf(out)
          const beside = await contentOf(join(folder, `.${how}-${at}.replaced`))
          if (result !== 'The disk failed.') expect(content).toEqual(fresh)
          // Killed between the two renames, it leaves the old pack whole beside its place.
          else expect(how === 'dies' ? (content ?? beside) : content).toEqual(old)

          await writePack(pack('new'), out, disk)
          expect(await contentOf(out)).toEqual(fresh)
          expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
        }
      }),
  )

  it('removes what a build that died left behind, and leaves a running one alone', () =>
    inFolder(async (folder) => {
      const dead = '.out.building-999999999'
      const alive = `.out.building-${process.ppid}`
      await mkdir(join(folder, dead))
      await mkdir(join(folder, alive))
      await writePack(pack('new'), join(folder, 'out'), disk)
      expect((await readdir(folder)).sort()).toEqual([alive, 'out'])
    }))

  it('puts the old pack back before anything else when a build died between its renames', () =>
    inFolder(async (folder) => {
      const out = join(folder, 'out')
      await writePack(pack('old'), join(folder, '.out.replaced'), disk)
      await writePack(pack('new'), out, failingDisk(5, 'dies').disk).catch(() => undefined)
      expect(await contentOf(out)).toEqual(textsOf(pack('old')))
    }))

  it.each<[string, (out: string) => Promise<unknown>, string]>([
    ['a folder of something else', (out) => writeFile(join(out, 'thesis.txt'), 'x'), 'thesis.txt'],
    ['a pack with a file more', (out) => writePackWith(out, 'articles/notes.txt'), 'articles/notes.txt'],
    ['a pack with a folder more', (out) => writePackWith(out, 'private/a.json'), 'private/a.json'],
  ])('does not replace %s', (_what, fill, path) =>
    inFolder(async (folder) => {
      const out = join(folder, 'out')
      await mkdir(out)
      await fill(out)
      const before = await contentOf(out)
      expect(await writePack(pack('new'), out, disk)).toEqual({
        ok: false,
        failure: { kind: 'occupied', path },
      })
      expect(await contentOf(out)).toEqual(before)
    }),
  )

  it('rejects when a file is where the folder should be', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'out'), 'x')
      await expect(writePack(pack('new'), join(folder, 'out'), disk)).rejects.toMatchObject({
        code: 'ENOTDIR',
      })
    }))
})

async function writePackWith(out: string, path: string): Promise<void> {
  await writePack(new Map([...pack('old'), [path, bytes('x')]]), out, disk)
}
