import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mostBytes } from '../../src-bridge/files.ts'
import { openText, saveText } from './textfiles.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldshelf-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const accept = (proposed: string) => Promise.resolve(proposed)
const cancel = () => Promise.resolve(null)

test('a list is saved under a name that tells nothing, and opened as it was', async () => {
  const text = '{"title":"Məlumat vərəqi"}\n'
  const saved = await saveText('printList', text, { folder, mode: 0o644 }, accept)
  expect(saved).toEqual({ ok: true, value: { kind: 'saved', path: join(folder, 'list-1.json') } })
  expect(await openText(folder, () => accept(join(folder, 'list-1.json')))).toEqual({
    ok: true,
    value: { kind: 'opened', text },
  })
})

test('each kind of file has its own neutral name', async () => {
  await saveText('cslJson', '[]', { folder, mode: 0o644 }, accept)
  await saveText('ris', '', { folder, mode: 0o644 }, accept)
  expect((await readdir(folder)).sort()).toEqual(['sources-1.json', 'sources-1.ris'])
})

test('the next list takes the next free name', async () => {
  await writeFile(join(folder, 'list-1.json'), 'mine')
  await saveText('printList', 'new', { folder, mode: 0o644 }, accept)
  expect(await readFile(join(folder, 'list-1.json'), 'utf8')).toBe('mine')
  expect(await readFile(join(folder, 'list-2.json'), 'utf8')).toBe('new')
})

test('cancelling is no failure and writes nothing', async () => {
  expect(await saveText('printList', 'x', { folder, mode: 0o644 }, cancel)).toEqual({
    ok: true,
    value: { kind: 'cancelled' },
  })
  expect(await openText(folder, cancel)).toEqual({ ok: true, value: { kind: 'cancelled' } })
})

test('a folder that is none, a file that is none, and one too large are named', async () => {
  await writeFile(join(folder, 'a-file'), '')
  const nowhere = join(folder, 'a-file', 'list-1.json')
  expect(await saveText('printList', 'x', { folder, mode: 0o644 }, () => accept(nowhere))).toEqual({
    ok: false,
    failure: { kind: 'write' },
  })
  expect(await openText(folder, () => accept(nowhere))).toMatchObject({ failure: { kind: 'unreadable' } })
  expect(await openText(folder, () => accept(folder))).toMatchObject({ failure: { kind: 'unreadable' } })
  const large = join(folder, 'large.json')
  await writeFile(large, Buffer.alloc(mostBytes + 1))
  expect(await openText(folder, () => accept(large))).toMatchObject({ failure: { kind: 'too-large' } })
})

test.skipIf(process.platform === 'win32')('a file without an end is not read: a pipe, a device', async () => {
  const pipe = join(folder, 'pipe.json')
  execFileSync('mkfifo', [pipe])
  expect(await openText(folder, () => accept(pipe))).toMatchObject({ failure: { kind: 'unreadable' } })
  expect(await openText(folder, () => accept('/dev/zero'))).toMatchObject({
    failure: { kind: 'unreadable' },
  })
})
