import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { valueOf } from '../testing/valueof.ts'
import { startOwn } from '../testing/ownpacks.ts'
import { withFolder } from '../testing/samplepack.ts'

describe('a pack of own documents', () => {
  it('is a folder of Markdown from its first moment', () =>
    withFolder(async (folder) => {
      const made = valueOf(await startOwn(folder).create('Bizim sənədlər', 'az'))
      expect(made).toMatchObject({ title: 'Bizim sənədlər', state: 'draft', documents: 0 })
      expect(made.about.edition).toBe('2026-11')
      expect(made.id).toMatch(/^own-[0-9a-f]{8}$/)
      const settings: unknown = JSON.parse(await readFile(join(made.folder, 'pack.json'), 'utf8'))
      expect(settings).toEqual({ id: made.id, title: 'Bizim sənədlər', edition: '2026-11', language: 'az' })
    }))

  it('keeps the settings that a person wrote by hand', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id, folder: source, about } = valueOf(await own.create('Wells', 'en'))
      const path = join(source, 'pack.json')
      const settings = JSON.parse(await readFile(path, 'utf8')) as object
      await writeFile(path, JSON.stringify({ ...settings, requireSources: 'true' }))
      const changed = { ...about, title: 'Deep wells', licence: 'CC BY 4.0' }
      expect(valueOf(await own.about(id, changed)).about).toEqual(changed)
      expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
        title: 'Deep wells',
        requireSources: 'true',
        licence: { name: 'CC BY 4.0' },
      })
    }))

  it('is left as it is where its folder can’t be read', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id, folder: source, about } = valueOf(await own.create('Wells', 'en'))
      await writeFile(join(source, 'pack.json'), '{ "title": ')
      expect(await own.list()).toMatchObject([{ id, state: 'damaged' }])
      expect(await own.about(id, about)).toEqual({ ok: false, failure: { kind: 'damaged' } })
      expect(await readFile(join(source, 'pack.json'), 'utf8')).toBe('{ "title": ')
    }))

  it('is found again, and another folder is none', () =>
    withFolder(async (folder) => {
      const { id } = valueOf(await startOwn(folder).create('Wells', 'en'))
      await mkdir(join(folder, 'own', 'notes'))
      const again = startOwn(folder)
      expect((await again.list()).map((line) => line.id)).toEqual([id])
      expect(await again.read('own-00000000')).toEqual({ ok: false, failure: { kind: 'not-found' } })
      expect(await again.read('../packs')).toEqual({ ok: false, failure: { kind: 'not-found' } })
    }))
})
