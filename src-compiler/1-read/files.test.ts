import * as disk from 'node:fs/promises'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { largestFile, readFolder, type ReadableDisk } from './files.ts'

/** A folder of files of the same size. */
const diskOf = (count: number, size: number): ReadableDisk => ({
  readdir: () =>
    Promise.resolve(
      Array.from({ length: count }, (_, i) => ({
        name: `${i}.md`,
        isFile: () => true,
        isDirectory: () => false,
      })),
    ),
  stat: () => Promise.resolve({ size }),
  readFile: () => Promise.resolve(new Uint8Array()),
})

describe('reading a folder', () => {
  it('follows no link and passes over what begins with a dot', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fieldshelf-'))
    try {
      await mkdir(join(folder, 'news'))
      await writeFile(join(folder, 'news/a.md'), 'x')
      await writeFile(join(folder, '.hidden'), 'x')
      await symlink(join(folder, '.hidden'), join(folder, 'news/b.md'))
      await symlink(folder, join(folder, 'figures'))
      const files = [...(await readFolder(folder, disk))]
      expect(files.map(([path, content]) => [path, typeof content]).sort()).toEqual([
        ['figures', 'string'],
        ['news/a.md', 'object'],
        ['news/b.md', 'string'],
      ])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('does not read a file that is too large to be a document', async () => {
    expect(await readFolder('.', diskOf(1, largestFile + 1))).toEqual(new Map([['0.md', 'too-large']]))
  })

  it('gives up on a folder that can’t be a pack', async () => {
    await expect(readFolder('.', diskOf(17, largestFile))).rejects.toMatchObject({ code: 'EFBIG' })
    await expect(readFolder('.', diskOf(100_001, 0))).rejects.toMatchObject({ code: 'EFBIG' })
  })
})
