import * as nodeFiles from 'node:fs/promises'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withFolder } from '../testing/samplepack.ts'
import { readersMode } from '../files/readersfile.ts'
import { savePdf } from './save.ts'

const bytes = new TextEncoder().encode('%PDF-1.7')
const yes = (proposed: string): Promise<string> => Promise.resolve(proposed)

describe('a saved PDF', () => {
  it('is proposed under a name that tells nothing, the first that is free', () =>
    withFolder(async (folder) => {
      expect(await savePdf(bytes, { folder, mode: 0o644 }, yes, 'print')).toEqual({
        ok: true,
        value: { kind: 'saved', path: join(folder, 'print.pdf') },
      })
      await savePdf(bytes, { folder, mode: 0o644 }, yes, 'print')
      expect((await readdir(folder)).sort()).toEqual(['print-2.pdf', 'print.pdf'])
      expect(await readFile(join(folder, 'print-2.pdf'), 'utf8')).toBe('%PDF-1.7')
    }))

  it.skipIf(process.platform === 'win32')(
    'gives a saved file the account’s usual permissions, though the app’s own files are private',
    () =>
      withFolder(async (folder) => {
        const mask = process.umask(0o077)
        try {
          await savePdf(bytes, { folder, mode: readersMode(0o022) }, yes, 'print')
          await savePdf(bytes, { folder, mode: readersMode(0o002) }, yes, 'print')
        } finally {
          process.umask(mask)
        }
        const modes = await Promise.all(
          [1, 2].map(
            async (n) => (await stat(join(folder, n === 1 ? 'print.pdf' : `print-${n}.pdf`))).mode & 0o777,
          ),
        )
        expect(modes).toEqual([0o644, 0o664])
      }),
  )

  it('is not written when the reader cancels, which is no failure', () =>
    withFolder(async (folder) => {
      expect(await savePdf(bytes, { folder, mode: 0o644 }, () => Promise.resolve(null), 'print')).toEqual({
        ok: true,
        value: { kind: 'cancelled' },
      })
      expect(await readdir(folder)).toEqual([])
    }))

  it('leaves the file it should have replaced when the disk is full', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'mine.pdf')
      await writeFile(path, 'old')
      const open = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }))
      const answer = await savePdf(bytes, { folder, mode: 0o644 }, () => Promise.resolve(path), 'print', {
        ...nodeFiles,
        open,
      })
      expect(answer).toEqual({ ok: false, failure: { kind: 'write', detail: 'ENOSPC' } })
      expect(await readdir(folder)).toEqual(['mine.pdf'])
      expect(await readFile(path, 'utf8')).toBe('old')
    }))

  it('can be proposed where the folder can’t be read', async () => {
    const answer = await savePdf(
      bytes,
      { folder: 'no-such-folder', mode: 0o644 },
      (proposed) => {
        expect(proposed).toBe(join('no-such-folder', 'print.pdf'))
        return Promise.resolve(null)
      },
      'print',
    )
    expect(answer.ok).toBe(true)
  })
})
