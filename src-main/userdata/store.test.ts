import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as nodeFiles from 'node:fs/promises'
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { withFolder } from '../testing/samplepack.ts'
import { seal, type StoredFormat } from './envelope.ts'
import type { Files } from './replace.ts'
import { Store, type LoadedData } from './store.ts'
import { attempts } from '../../testing/effort.ts'

type Note = { readonly text: string }

const format: StoredFormat<Note> = { name: 'note', version: 1, schema: v.object({ text: v.string() }) }
const initial: Note = { text: 'nothing yet' }
const storeIn = (folder: string, files?: Files): Store<Note> => new Store(folder, format, initial, files)
const load = (folder: string): Promise<LoadedData<Note>> => storeIn(folder).load()
const sealed = (text: string, version = 1): Uint8Array => seal({ ...format, version }, { text })

describe('a stored value', () => {
  it('is the initial one at first, then what was saved', () =>
    withFolder(async (folder) => {
      expect(await load(folder)).toEqual({ data: initial, state: 'new' })
      expect(await storeIn(folder).save({ text: 'ə' })).toEqual({ ok: true, value: null })
      expect(await load(folder)).toEqual({ data: { text: 'ə' }, state: 'kept' })
    }))

  it('makes its folder, and files for this account alone', () =>
    withFolder(async (folder) => {
      await storeIn(join(folder, 'new folder')).save({ text: 'a' })
      if (process.platform === 'win32') return
      expect((await stat(join(folder, 'new folder/note.json'))).mode & 0o777).toBe(0o600)
      expect((await stat(join(folder, 'new folder'))).mode & 0o777).toBe(0o700)
    }))

  it('leaves nothing behind but the file and its last good copy', () =>
    withFolder(async (folder) => {
      const store = storeIn(folder)
      for (const text of ['a', 'b', 'c']) await store.save({ text })
      expect((await readdir(folder)).sort()).toEqual(['note.json', 'note.json.bak'])
    }))

  it('is saved in the order it was asked for', () =>
    withFolder(async (folder) => {
      const store = storeIn(folder)
      for (const text of ['a', 'b', 'c', 'd']) void store.save({ text })
      await store.settled()
      expect((await load(folder)).data.text).toBe('d')
    }))
})

describe('a damaged file', () => {
  it('is replaced by its last good copy, cut off after any number of bytes, and kept aside', () =>
    withFolder(async (folder) => {
      const whole = sealed('the newest')
      for (let length = 0; length < whole.length; length++) {
        const place = join(folder, String(length))
        await mkdir(place)
        await writeFile(join(place, 'note.json'), whole.subarray(0, length))
        await writeFile(join(place, 'note.json.bak'), sealed('the one before'))
        expect(await load(place), `${length} bytes`).toEqual({
          data: { text: 'the one before' },
          state: 'restored',
        })
        expect((await readdir(place)).filter((name) => name.includes('corrupt')).length).toBe(1)
      }
    }))

  it.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['zeros', new Uint8Array(300)],
    ['of another kind', seal({ ...format, name: 'other' }, { text: 'x' })],
    ['of wrong types', seal<unknown>({ ...format, schema: v.unknown() }, { text: 5 })],
    ['changed by one letter', Buffer.from(sealed('honest')).toString().replace('honest', 'harmed')],
  ])('that is %s is noticed', (_what, bytes) =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'note.json'), bytes)
      expect(await load(folder)).toEqual({ data: initial, state: 'lost' })
    }),
  )

  it('is never overwritten, though its last good copy is damaged too', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'note.json'), 'one')
      await writeFile(join(folder, 'note.json.bak'), 'two')
      await load(folder)
      await storeIn(folder).save({ text: 'new' })
      const aside = (await readdir(folder)).filter((name) => name.includes('.corrupt-'))
      const texts = await Promise.all(aside.map((name) => readFile(join(folder, name), 'utf8')))
      expect(texts.sort()).toEqual(['one', 'two'])
      expect(await load(folder)).toEqual({ data: { text: 'new' }, state: 'kept' })
    }))

  it('does not become the last good copy when it was damaged under a running app', () =>
    withFolder(async (folder) => {
      const store = storeIn(folder)
      await store.save({ text: 'a' })
      await store.save({ text: 'b' })
      await writeFile(join(folder, 'note.json'), 'damaged')
      await store.save({ text: 'c' })
      await writeFile(join(folder, 'note.json'), 'damaged again')
      expect(await load(folder)).toEqual({ data: { text: 'a' }, state: 'restored' })
    }))

  it('is kept three times, the newest', () =>
    withFolder(async (folder) => {
      for (let day = 1; day <= 5; day++) {
        await writeFile(join(folder, 'note.json'), `damage ${day}`)
        const now = (): Date => new Date(Date.UTC(2026, 10, day))
        await new Store(folder, format, initial, nodeFiles, now).load()
      }
      const names = (await readdir(folder)).sort()
      expect(names.map((name) => name.slice(0, 'note.json.corrupt-2026-11-03'.length))).toEqual([
        'note.json.corrupt-2026-11-03',
        'note.json.corrupt-2026-11-04',
        'note.json.corrupt-2026-11-05',
      ])
    }))
})

describe('a file of a newer Fieldshelf', () => {
  it('is read as far as it is understood, and never written', () =>
    withFolder(async (folder) => {
      const bytes = sealed('from the future', 999)
      await writeFile(join(folder, 'note.json'), bytes)
      await writeFile(join(folder, 'note.json.bak'), sealed('old'))
      const store = storeIn(folder)
      expect(await store.load()).toEqual({ data: { text: 'from the future' }, state: 'newer' })
      expect(await store.save({ text: 'mine' })).toEqual({
        ok: false,
        failure: { kind: 'not-kept', reason: 'newer' },
      })
      expect(await readFile(join(folder, 'note.json'))).toEqual(Buffer.from(bytes))
    }))

  it('is not written either when it says nothing that is understood', () =>
    withFolder(async (folder) => {
      await writeFile(
        join(folder, 'note.json'),
        '{"format":"fieldshelf-note","version":2,"sha256":"?"}\n<xml/>',
      )
      expect(await load(folder)).toEqual({ data: initial, state: 'newer' })
      expect((await readdir(folder)).length).toBe(1)
    }))
})

/** The file system, but operation number `failing` fails; counts them all. */
function failingFiles(failing: number, code: string): { files: Files; count: () => number } {
  let count = 0
  const counted =
    <Given extends unknown[], Result>(operation: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> =>
      ++count === failing ? Promise.reject(Object.assign(new Error(code), { code })) : operation(...given)
  const open = counted(async (...given: Parameters<Files['open']>) => {
    const handle = await nodeFiles.open(...given)
    handle.writeFile = counted(handle.writeFile.bind(handle))
    handle.sync = counted(handle.sync.bind(handle))
    const close = handle.close.bind(handle)
    const refuse = counted(() => Promise.resolve())
    handle.close = () => close().then(refuse)
    return handle
  })
  const files = {
    mkdir: counted(nodeFiles.mkdir as never),
    open,
    readFile: counted(nodeFiles.readFile as never),
    readdir: counted(nodeFiles.readdir as never),
    rename: counted(nodeFiles.rename),
    rm: counted(nodeFiles.rm),
    stat: counted(nodeFiles.stat as never),
  }
  return { files: files as unknown as Files, count: () => count }
}

describe('a save whose N-th file operation fails', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE'])('leaves the old or the new value, with %s', (code) =>
    withFolder(async (folder) => {
      let failed = 0
      for (let n = 1; ; n++) {
        const place = join(folder, String(n))
        await storeIn(place).save({ text: 'older' })
        await storeIn(place).save({ text: 'old' })
        const { files, count } = failingFiles(n, code)
        const answer = await storeIn(place, files).save({ text: 'new' })
        const { data, state } = await load(place)
        expect(state, `operation ${n}`).toBe('kept')
        expect(answer.ok ? ['new'] : ['old', 'new'], `operation ${n}`).toContain(data.text)
        if (!answer.ok) failed++
        // And it can be saved again.
        expect(await storeIn(place).save({ text: 'again' })).toMatchObject({ ok: true })
        expect((await load(place)).data.text).toBe('again')
        if (count() < n) break
      }
      expect(failed).toBeGreaterThan(5)
    }),
  )

  it('says why', () =>
    withFolder(async (folder) => {
      const reasonFor = async (code: string): Promise<unknown> =>
        storeIn(folder, failingFiles(3, code).files).save({ text: 'x' })
      expect(await reasonFor('ENOSPC')).toMatchObject({ failure: { reason: 'disk-full' } })
      expect(await reasonFor('EROFS')).toMatchObject({ failure: { reason: 'read-only' } })
      expect(await reasonFor('EIO')).toMatchObject({ failure: { reason: 'unknown' } })
    }))

  it('notices a write that the system calls whole and that is not', () =>
    withFolder(async (folder) => {
      await storeIn(folder).save({ text: 'old' })
      const open: Files['open'] = async (...given) => {
        const handle = await nodeFiles.open(...given)
        const whole = handle.writeFile.bind(handle)
        handle.writeFile = (data) => whole((data as Uint8Array).subarray(0, 20))
        return handle
      }
      expect(await storeIn(folder, { ...nodeFiles, open }).save({ text: 'new' })).toMatchObject({ ok: false })
      expect(await load(folder)).toEqual({ data: { text: 'old' }, state: 'kept' })
    }))
})

describe('where nothing can be written', () => {
  it('a file in the folder’s place is said, and reading still answers', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'taken'), '')
      const store = storeIn(join(folder, 'taken'))
      expect(await store.load()).toEqual({ data: initial, state: 'new' })
      expect(await store.save({ text: 'x' })).toMatchObject({ ok: false, failure: { kind: 'not-kept' } })
    }))

  // The administrator of a system may write anywhere.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a read-only folder is said', () =>
    withFolder(async (folder) => {
      await chmod(folder, 0o500)
      expect(await storeIn(folder).save({ text: 'x' })).toMatchObject({ failure: { reason: 'read-only' } })
      await chmod(folder, 0o700)
    }),
  )

  it('a file that the system does not hand out is left alone', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'note.json'), sealed('precious'))
      const busy = Object.assign(new Error('busy'), { code: 'EBUSY' })
      const readFile = ((path: string) =>
        path.endsWith('note.json') ? Promise.reject(busy) : nodeFiles.readFile(path)) as Files['readFile']
      const store = storeIn(folder, { ...nodeFiles, readFile })
      expect(await store.load()).toEqual({ data: initial, state: 'lost' })
      expect(await store.save({ text: 'x' })).toMatchObject({ ok: false })
      expect(await load(folder)).toEqual({ data: { text: 'precious' }, state: 'kept' })
    }))
})

describe('a process that is killed while it saves', () => {
  const kills = attempts(16, 400)

  it('loses nothing that it had been told was kept', () =>
    withFolder(async (folder) => {
      for (let kill = 1; kill <= kills; kill++) {
        const place = join(folder, String(kill))
        const acknowledged = await killWhileSaving(place, (kill * 7) % 113)
        const { data, state } = await load(place)
        expect(state).toBe('kept')
        expect(Number.parseInt(data.text)).toBeGreaterThanOrEqual(acknowledged)
      }
    }))
})

/** Saves numbers without a pause in a process of its own, kills it, and gives the last number it saw kept. */
async function killWhileSaving(folder: string, afterMilliseconds: number): Promise<number> {
  const script = `
    import { writeSync } from 'node:fs'
    import * as v from 'valibot'
    import { Store } from ${JSON.stringify(new URL('./store.ts', import.meta.url).href)}
    const format = { name: 'note', version: 1, schema: v.object({ text: v.string() }) }
    const store = new Store(${JSON.stringify(folder)}, format, { text: '0' })
    for (let n = 1; ; n++) {
      const saved = await store.save({ text: n + ' ' + 'x'.repeat(50_000) })
      if (saved.ok) writeSync(1, n + '\\n')
    }`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    // From the first save on: the kill must fall among the saves, not before them.
    if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMilliseconds)
    output += text
  })
  await once(child, 'close')
  return Number(output.trim().split('\n').at(-1))
}
