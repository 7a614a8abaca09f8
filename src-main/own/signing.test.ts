import * as nodeFiles from 'node:fs/promises'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { run as verify } from '../../src-compiler/commands/verify.ts'
import type { SignedCopy, SigningFailure, SigningKey } from '../../src-bridge/signing.ts'
import { failure, type Outcome } from '../../src-library/model/outcome.ts'
import { failingFiles } from '../testing/failingfiles.ts'
import { drop, startShelfOfOwn, withWells } from '../testing/ownpacks.ts'
import { withFolder } from '../testing/samplepack.ts'
import { startShelf } from '../testing/shelfpack.ts'
import { valueOf } from '../testing/valueof.ts'
import { PublisherKey } from './publisherkey.ts'
import type { OwnPacks } from './packs.ts'
import { nextSequence } from './signing.ts'
import { packWorkFormat } from './work.ts'

const wellsId = 'wells-of-the-valley'
const passphrase = 'five words make one phrase'
const answer = (path: string | null) => (): Promise<string | null> => Promise.resolve(path)

/** A computer on which a saved pack of two documents lies, one of which stays; and a stick. */
async function withPack(folder: string): Promise<{
  readonly own: OwnPacks
  readonly id: string
  readonly stick: string
}> {
  const { own } = startShelfOfOwn(join(folder, 'maker'))
  const { id } = await withWells(own)
  await drop(own, id, 'secret.md', '# Secret of the mill\n\nIt stays here.\n')
  const text = 'The wells are by [the **mill**](secret-of-the-mill#lead).\n'
  const { version } = valueOf(await own.edit(id, wellsId, 1, { kind: 'markdown', text }))
  await own.edit(id, wellsId, version, { kind: 'passOn', answer: 'yes' })
  valueOf(await own.save(id))
  const stick = join(folder, 'stick')
  await mkdir(stick)
  return { own, id, stick }
}

const newKey = (own: OwnPacks, path: string, name = 'Clean World', phrase = passphrase) =>
  own.key({ kind: 'make', name, passphrase: phrase }, { open: answer(null), save: answer(path) })
const oldKey = (own: OwnPacks, path: string): Promise<Outcome<SigningKey, SigningFailure>> =>
  own.key({ kind: 'choose' }, { open: answer(path), save: answer(null) })
const signing = (
  own: OwnPacks,
  id: string,
  path: string | null,
  phrase = passphrase,
): Promise<Outcome<SignedCopy, SigningFailure>> => own.sign(id, phrase, { choose: answer(path), mode: 0o644 })

describe('a pack of own documents that is signed', () => {
  it(
    'is installed on another computer by its check number, and the next edition without a question',
    () =>
      withFolder(async (folder) => {
        const { own, id, stick } = await withPack(folder)
        const made = valueOf(await newKey(own, join(stick, 'clean-world')))
        expect(made).toMatchObject({ name: 'Clean World', file: join(stick, 'clean-world.shelfkey') })
        const signed = valueOf(await signing(own, id, join(stick, 'first')))
        expect(signed).toMatchObject({
          path: join(stick, 'first.shelf'),
          sequence: 9830,
          leftOut: ['Secret of the mill'],
          unlinked: [{ document: 'Wells of the valley', to: 'Secret of the mill' }],
        })
        expect(valueOf(await own.read(id)).signed).toEqual({
          sequence: 9830,
          edition: '2026-11',
          made: '2026-11-30',
          publicKey: made.publicKey,
        })
        const said = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
        expect(await verify([signed.path])).toBe(0)
        expect(String(said.mock.calls)).toContain(`Signed by the key with check number ${made.checkNumber}`)
        said.mockRestore()

        const reader = await startShelf(join(folder, 'reader'))
        const offered = valueOf(await reader.installer.examine(signed.path))
        expect(offered).toMatchObject({
          asks: 'publisher',
          standing: 'unknown',
          checkNumber: made.checkNumber,
          publisher: { name: 'Clean World' },
          made: '2026-11-30',
        })
        expect((await reader.installer.install(offered.token)).ok).toBe(true)
        const article = await reader.library.find(`${id}/articles/${wellsId}.json`)
        expect(new TextDecoder().decode((await article?.read()) ?? undefined)).toMatch(/by .*mill/)
        expect(await reader.library.find(`${id}/articles/secret-of-the-mill.json`)).toBeNull()

        // Nothing changed, and it is the same day: still a later edition.
        const next = valueOf(await signing(own, id, join(stick, 'second.shelf')))
        expect(next.sequence).toBe(9831)
        expect(valueOf(await reader.installer.examine(next.path))).toMatchObject({
          asks: 'nothing',
          standing: 'accepted',
        })
        expect(await reader.installer.examine(signed.path)).toMatchObject({
          failure: { kind: 'already-here' },
        })
      }),
    30_000,
  )

  it(
    'leaves nothing of its passphrase, and the key file opens on another computer',
    () =>
      withFolder(async (folder) => {
        const { own, id, stick } = await withPack(folder)
        const { file } = valueOf(await newKey(own, join(stick, 'a.shelfkey')))
        valueOf(await signing(own, id, join(stick, 'a.shelf')))
        for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
          if (!name.isFile()) continue
          const bytes = await readFile(join(name.parentPath, name.name))
          for (const encoding of ['utf8', 'utf16le'] as const)
            expect(bytes.includes(passphrase, 0, encoding), name.name).toBe(false)
        }
        const { own: again } = startShelfOfOwn(join(folder, 'maker'))
        expect(await signing(again, id, join(stick, 'b.shelf'))).toEqual(failure({ kind: 'no-key' }))
        valueOf(await oldKey(again, file))
        // The last edition is known after a restart.
        expect(valueOf(await signing(again, id, join(stick, 'b.shelf'))).sequence).toBe(9831)
      }),
    30_000,
  )

  it(
    'is refused with its reason, and nothing is written',
    () =>
      withFolder(async (folder) => {
        const { own, id, stick } = await withPack(folder)
        const target = join(stick, 'pack.shelf')
        const refused = async (kind: SigningFailure['kind'], ...given: [string | null, string?]) =>
          expect(await signing(own, id, ...given)).toEqual(failure({ kind }))
        await refused('no-key', target)
        valueOf(await newKey(own, join(stick, 'a.shelfkey')))
        await refused('wrong-passphrase', target, 'five other words of mine')
        await refused('cancelled', null)
        await refused('gone', join(folder, 'other-stick', 'pack.shelf'))
        await writeFile(target, 'Somebody’s file')
        await refused('name-taken', target)
        expect(await readFile(target, 'utf8')).toBe('Somebody’s file')
        const look = valueOf(await own.look(id, wellsId))
        const { version } = valueOf(
          await own.edit(id, wellsId, look.version, { kind: 'markdown', text: 'Changed.\n' }),
        )
        await refused('not-saved', target)
        await own.edit(id, wellsId, version, { kind: 'passOn', answer: 'no' })
        await refused('nothing-to-pass-on', target)
        expect(await own.sign('own-00000000', passphrase, { choose: answer(target), mode: 0o644 })).toEqual(
          failure({ kind: 'not-found' }),
        )
        expect((await readdir(stick)).sort()).toEqual(['a.shelfkey', 'pack.shelf'])
        expect(await readdir(folder)).not.toContain('other-stick')
      }),
    30_000,
  )
})

describe('a publisher’s key', () => {
  it(
    'is refused with its reason',
    () =>
      withFolder(async (folder) => {
        const { own } = startShelfOfOwn(join(folder, 'maker'))
        const path = join(folder, 'a.shelfkey')
        const kindOf = (made: Outcome<unknown, SigningFailure>): string =>
          made.ok ? 'made' : made.failure.kind
        expect(kindOf(await newKey(own, path, ' '))).toBe('name')
        expect(kindOf(await newKey(own, path, 'Clean \u202eWorld'))).toBe('name')
        expect(kindOf(await newKey(own, path, 'Clean World', 'too short'))).toBe('short-passphrase')
        expect(kindOf(await newKey(own, join(folder, 'maker', 'a.shelfkey')))).toBe('own-folder')
        expect(kindOf(await newKey(own, path))).toBe('made')
        const bytes = await readFile(path)
        expect(kindOf(await newKey(own, path))).toBe('name-taken')
        expect(await readFile(path)).toEqual(bytes)

        for (const [name, content, kind] of [
          ['cut.shelfkey', bytes.subarray(0, 100), 'key-damaged'],
          ['pack.shelf', Buffer.from('89534845 4c460d0a', 'hex'), 'not-a-key'],
          ['large.shelfkey', Buffer.alloc(100_000, 32), 'not-a-key'],
        ] as const) {
          await writeFile(join(folder, name), content)
          expect(kindOf(await oldKey(own, join(folder, name))), name).toBe(kind)
        }
        expect(kindOf(await oldKey(own, join(folder, 'gone.shelfkey')))).toBe('key-gone')
        expect(kindOf(await oldKey(own, folder))).toBe('not-a-key')
      }),
    30_000,
  )

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EIO', 'gone'],
    ['ENODEV', 'gone'],
    ['EACCES', 'read-only'],
    ['EBUSY', 'not-written'],
  ] as const)(
    'and a signed file are whole or not there when any step of writing ends with %s',
    (code, kind) =>
      withFolder(async (folder) => {
        const bytes = Buffer.from('the whole file')
        for (let n = 1; ; n++) {
          const { files, count } = failingFiles(n, code)
          const path = join(folder, `${n}.shelf`)
          const written = await new PublisherKey(join(folder, 'app'), files).write(path, bytes, 0o644)
          const there = await nodeFiles.readFile(path).catch(() => null)
          if (written.ok) expect(there).toEqual(bytes)
          else expect([written.failure.kind, there]).toEqual([kind, null])
          if (count() < n) break
        }
        const names = await readdir(folder)
        expect(
          names.filter((name) => !/^\d+\.shelf$/.test(name)).every((name) => name.endsWith('-tmp')),
        ).toBe(true)
      }),
  )
})

describe('the sequence', () => {
  it('rises by the days, and by one on the same day or with a clock that went back', () => {
    expect(nextSequence('2026-11-30', 0)).toBe(9830)
    expect(nextSequence('2026-11-30', 9830)).toBe(9831)
    expect(nextSequence('1980-01-01', 9831)).toBe(9832)
    expect(nextSequence('1980-01-01', 0)).toBe(1)
    expect(nextSequence('9999-12-31', 999_999)).toBe(999_999)
  })

  it('is read from files of before there was signing as none', async () => {
    const { safeParse } = await import('valibot')
    expect(safeParse(packWorkFormat.schema, { shown: null })).toMatchObject({
      output: { shown: null, signed: null },
    })
  })
})
