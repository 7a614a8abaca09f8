import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src-compiler/compile.ts'
import { readFolder } from '../../src-compiler/1-read/files.ts'
import * as disk from 'node:fs/promises'
import { directDoor, drop, startOwn, startShelfOfOwn, wells, withWells } from '../testing/ownpacks.ts'
import { install, onStick, startShelf } from '../testing/shelfpack.ts'
import { withFolder } from '../testing/samplepack.ts'
import { valueOf } from '../testing/valueof.ts'
import { failure } from '../../src-library/model/outcome.ts'

const wellsId = 'wells-of-the-valley'
const path = `encyclopedia/${wellsId}.md`

describe('documents', () => {
  it('with titles, headings and facts of any length are read and can be changed', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id } = valueOf(await own.create('Ours', 'en'))
      const long = 'word '.repeat(2_500).trim()
      const html = `<!doctype html><title>${long}</title><main><h2>${long}</h2><p>Text.</p></main>`
      const front = `---\ntitle: Short\nlanguage: ${'e'.repeat(9_000)}\ndate: ${'2'.repeat(9_000)}\n---\n\n# ${long}\n\nText.\n`
      for (const [name, text] of [
        ['long.html', html],
        ['front.md', front],
      ] as const)
        for (const document of (await drop(own, id, name, text)).added) {
          const { version } = valueOf(await own.look(id, document))
          const changed = await own.edit(id, document, version, { kind: 'markdown', text: 'Short again.\n' })
          expect(valueOf(changed).markdown).toContain('Short again.')
        }
      expect(valueOf(await own.read(id)).content).toHaveLength(2)
    }))

  it('that another editor changed can’t be undone over its text', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const pack = await withWells(own)
      await own.edit(pack.id, wellsId, 1, { kind: 'markdown', text: 'Ours.\n' })
      const file = join(pack.folder, path)
      await writeFile(file, (await readFile(file, 'utf8')).replace('Ours.', 'Theirs.'))
      const { canUndo, version } = valueOf(await own.look(pack.id, wellsId))
      expect(canUndo).toBe(false)
      await own.edit(pack.id, wellsId, version, { kind: 'undo' })
      expect(await readFile(file, 'utf8')).toContain('Theirs.')
    }))

  it('come in as Markdown, with their bytes, and are not brought in twice', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const pack = await withWells(own)
      expect(pack.content).toMatchObject([
        { id: wellsId, file: 'wells.html', kind: 'encyclopedia', language: 'en', dropped: 2, words: 24 },
      ])
      expect(await readFile(join(pack.folder, path), 'utf8')).toContain('The valley has nine wells')
      expect(await readFile(join(pack.folder, '../came/1'), 'utf8')).toBe(wells)
      expect(await drop(own, pack.id, 'again.html', wells)).toEqual({
        added: [],
        refused: [{ file: 'again.html', kind: 'already-here' }],
      })
    }))

  it('are refused with a kind that the page has words for', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id } = valueOf(await own.create('Ours', 'az'))
      expect(await drop(own, id, 'a.rtf', '{\\rtf1 Wells}')).toMatchObject({
        refused: [{ file: 'a.rtf', kind: 'save-as', needs: '.docx' }],
      })
      expect(await drop(own, id, 'b.pdf', '%PDF-1.7 cut off')).toMatchObject({
        refused: [{ kind: 'damaged' }],
      })
      expect(await drop(own, id, 'c.txt', '')).toMatchObject({ refused: [{ kind: 'empty' }] })
      expect(valueOf(await own.receive(id, 'd.txt', 1024 ** 3))).toMatchObject({
        refused: [{ kind: 'too-large' }],
      })
    }))

  it('of a folder come in order, and a bad one stops no other', () =>
    withFolder(async (folder) => {
      const files = join(folder, 'files')
      await mkdir(join(files, 'more'), { recursive: true })
      for (const [name, text] of [
        ['a.md', '# First\n\nOne.\n'],
        ['b.xlsx', 'no sheet'],
        ['more/c.md', '# Third\n\nThree.\n'],
        ['more/d.md', '# Third\n\nAnother of the same title.\n'],
        ['.hidden.md', '# Hidden\n'],
      ] as const)
        await writeFile(join(files, name), text)
      const told: string[] = []
      const own = startOwn(folder, { tell: ({ file }) => told.push(file) })
      const { id } = valueOf(await own.create('Ours', 'en'))
      expect(valueOf(await own.bring(id, [files], 'folder'))).toEqual({
        added: ['first', 'third', 'third-2'],
        refused: [{ file: 'b.xlsx', kind: 'save-as', needs: '.csv' }],
      })
      expect(told).toEqual(['a.md', 'b.xlsx', 'c.md', 'd.md', ''])
    }))

  it('that end their process are refused, and what is cancelled stops', () =>
    withFolder(async (folder) => {
      const ends = {
        ...directDoor(),
        run: () => Promise.resolve(failure({ kind: 'memory', bytes: 1 } as const)),
      }
      const own = startOwn(folder, { door: () => ends })
      const { id } = valueOf(await own.create('Ours', 'en'))
      expect(await drop(own, id, 'bomb.docx', 'x')).toMatchObject({ refused: [{ kind: 'too-much' }] })
      const other = startOwn(folder)
      other.cancel()
      expect(await other.receiveMore(id, new Uint8Array(1))).toEqual(failure({ kind: 'cancelled' }))
    }))
})

describe('a document that is looked through', () => {
  it('shows what came beside what is read, and each change can be taken back', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id } = await withWells(own)
      const first = valueOf(await own.look(id, wellsId))
      expect(first.came.map(({ text, isKept, code }) => [text, isKept, code])).toEqual([
        ['Home page', false, 'boilerplate-nav'],
        ['Wells of the valley', false, 'page-title'],
        ['The valley has nine wells, and each of them is old.', true, null],
        ['Depth', true, null],
        ['The deepest well is forty metres deep, and its water is cold.', true, null],
      ])
      expect(first.headings).toEqual([{ index: 0, level: 2, text: 'Depth' }])
      expect(new TextDecoder().decode(first.article?.article)).toContain('forty metres deep')
      expect(first).toMatchObject({ problems: [], canUndo: false, version: 1 })

      const restored = valueOf(await own.edit(id, wellsId, 1, { kind: 'restore', piece: 0 }))
      expect(restored.markdown.startsWith('Home page\n\nThe valley')).toBe(true)
      expect(restored.came[0]).toMatchObject({ isKept: true, code: null })
      const level = valueOf(await own.edit(id, wellsId, 2, { kind: 'heading', index: 0, level: 3 }))
      expect(level.headings[0]?.level).toBe(3)
      expect(level.problems.map(({ code }) => code)).toContain('level-skipped')
      expect(level.article).toBeNull()
      expect(await own.edit(id, wellsId, 2, { kind: 'undo' })).toEqual(failure({ kind: 'stale' }))

      const undone = valueOf(await own.edit(id, wellsId, 3, { kind: 'undo' }))
      const twice = valueOf(await own.edit(id, wellsId, undone.version, { kind: 'undo' }))
      expect(twice.markdown).toBe(first.markdown)
      expect(twice.came).toEqual(first.came)
      expect(twice.canUndo).toBe(false)
    }))

  it('keeps its facts in the front matter and the list of sources', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const pack = await withWells(own)
      const facts = {
        title: 'Nine wells',
        articleKind: 'news',
        language: 'en',
        date: '2026-05-01',
        publisher: 'Well Society',
        address: 'https://wells.example/nine',
      } as const
      const changed = valueOf(await own.edit(pack.id, wellsId, 1, { kind: 'facts', ...facts }))
      expect(changed.document).toMatchObject({ title: 'Nine wells', kind: 'news', publisher: 'Well Society' })
      expect(await readdir(join(pack.folder, 'news'))).toEqual([`${wellsId}.md`])
      expect(await readdir(join(pack.folder, 'encyclopedia'))).toEqual([])
      const back = valueOf(await own.edit(pack.id, wellsId, 2, { kind: 'undo' }))
      expect(back.document).toMatchObject({ title: 'Wells of the valley', kind: 'encyclopedia', date: null })
      const answered = valueOf(await own.edit(pack.id, wellsId, 3, { kind: 'passOn', answer: 'no' }))
      expect(answered.document.passOn).toBe('no')
    }))

  it('is read again with other letters from the bytes that came', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id } = valueOf(await own.create('Ours', 'ru'))
      // “Пещера” and a sentence, in KOI8-R.
      const koi = Buffer.from('f0c5ddc5d2c10a0af720dac5cdcc', 'hex')
      const text = Buffer.concat([koi, Buffer.from('c520c2d9ccc120d0c5ddc5d2c12e0a', 'hex')])
      const added = await drop(own, id, 'cave.txt', new Uint8Array(text))
      const document = added.added[0] ?? ''
      const first = valueOf(await own.look(id, document))
      expect(first.readings.length).toBeGreaterThan(1)
      const other = first.readings.find(({ isChosen }) => !isChosen)
      const again = valueOf(
        await own.edit(id, document, first.version, { kind: 'encoding', encoding: other?.encoding ?? '' }),
      )
      expect(again.markdown).not.toBe(first.markdown)
      expect(again.readings.find(({ isChosen }) => isChosen)?.encoding).toBe(other?.encoding)
      const back = valueOf(await own.edit(id, document, again.version, { kind: 'undo' }))
      expect([back.markdown, back.document.title]).toEqual([first.markdown, first.document.title])
    }))

  it('that another editor changed is read again: the disk is right', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const pack = await withWells(own)
      const file = join(pack.folder, path)
      const markdown = await readFile(file, 'utf8')
      await writeFile(file, markdown.replace(/The valley has.*old\.\n\n/, ''))
      const looked = valueOf(await own.look(pack.id, wellsId))
      expect(looked.came.filter(({ isKept }) => isKept).map(({ text }) => text)).toEqual([
        'Depth',
        'The deepest well is forty metres deep, and its water is cold.',
      ])
      expect(await own.edit(pack.id, wellsId, 1, { kind: 'undo' })).toEqual(failure({ kind: 'stale' }))
      await writeFile(join(pack.folder, 'encyclopedia/notes.md'), '---\ntitle: Notes\n---\n\nBy hand.\n')
      expect(valueOf(await own.read(pack.id)).content.map(({ title }) => title)).toEqual([
        'Notes',
        'Wells of the valley',
      ])
    }))

  it('is removed, and comes back as it was', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id } = await withWells(own)
      await own.edit(id, wellsId, 1, { kind: 'restore', piece: 0 })
      const before = valueOf(await own.look(id, wellsId))
      expect(valueOf(await own.removeDocument(id, wellsId)).content).toEqual([])
      const again = startOwn(folder)
      expect(valueOf(await again.undoRemove(id)).content).toHaveLength(1)
      expect(valueOf(await again.look(id, wellsId))).toEqual(before)
      expect(await again.undoRemove(id)).toEqual(failure({ kind: 'not-found' }))
    }))
})

describe('a pack that is saved', () => {
  it('is in the library at once, unsigned and its maker’s own, and changes when it is saved again', () =>
    withFolder(async (folder) => {
      const { own, library } = startShelfOfOwn(folder)
      const { id } = await withWells(own)
      expect(await library.list()).toEqual([])
      expect(valueOf(await own.check(id))).toEqual([])
      expect(valueOf(await own.save(id)).state).toBe('shown')
      expect(await library.list()).toEqual([
        { state: 'ready', id, signed: { publisher: 'Our wells', standing: 'own' } },
      ])
      const file = await library.find(`${id}/articles/${wellsId}.json`)
      expect(new TextDecoder().decode((await file?.read()) ?? undefined)).toContain('nine wells')

      const look = valueOf(await own.look(id, wellsId))
      await own.edit(id, wellsId, look.version, { kind: 'markdown', text: 'Ten wells.\n' })
      expect((await own.list())[0]?.state).toBe('changed')
      expect(valueOf(await own.save(id)).state).toBe('shown')
      const changed = await library.find(`${id}/articles/${wellsId}.json`)
      expect(new TextDecoder().decode((await changed?.read()) ?? undefined)).toContain('Ten wells')
      expect(await readdir(join(folder, 'own', id, 'compiled'))).toHaveLength(1)
      // And after the next start.
      expect(await startShelfOfOwn(folder).library.list()).toHaveLength(1)
    }))

  it('with mistakes is not shown, and the one before stays', () =>
    withFolder(async (folder) => {
      const { own, library } = startShelfOfOwn(folder)
      const { id } = await withWells(own)
      await own.save(id)
      const text = 'Text.\n\n[Nowhere](nowhere.md)\n'
      await own.edit(id, wellsId, 1, { kind: 'markdown', text })
      expect(await own.save(id)).toEqual(failure({ kind: 'errors' }))
      expect(valueOf(await own.check(id))).toMatchObject([
        { document: wellsId, severity: 'error', code: 'link-to-nowhere', line: 3 },
      ])
      expect(await library.list()).toHaveLength(1)
    }))

  it('gives way to another pack of its id, and can’t be saved then', () =>
    withFolder(async (folder) => {
      const first = startShelfOfOwn(folder)
      const { id } = await withWells(first.own)
      await first.own.save(id)
      const [compiled = ''] = await readdir(join(folder, 'own', id, 'compiled'))
      await cp(join(folder, 'own', id, 'compiled', compiled), join(folder, 'library', id), {
        recursive: true,
      })
      const { own, library } = startShelfOfOwn(folder, {}, [join(folder, 'library')])
      expect(await library.list()).toEqual([
        { state: 'ready', id },
        { state: 'left-out', folder: id, reason: 'twin' },
      ])
      expect(await own.save(id)).toEqual(failure({ kind: 'reserved' }))
    }))

  it('keeps another pack of its id from being installed', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder, { isOwn: (id) => Promise.resolve(id === 'village') })
      expect(await install(shelf, await onStick(folder))).toBe('made-here')
      expect(await shelf.library.list()).toEqual([])
    }))

  it('can be built by the command line after it was exported', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id } = await withWells(own)
      const { path: copy } = valueOf(await own.exportTo(id, folder))
      const { diagnostics, compiled } = compile(await readFolder(copy, disk))
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(compiled?.articles.map((article) => article.id)).toEqual([wellsId])
      expect(valueOf(await own.exportTo(id, folder)).path).toBe(`${copy}-2`)
    }))

  it('is exported without the documents that may not be passed on, and without their sources', () =>
    withFolder(async (folder) => {
      const own = startOwn(folder)
      const { id } = await withWells(own)
      await drop(own, id, 'secret.md', '# Secret of the mill\n\nIt stays here.\n')
      await own.edit(id, 'secret-of-the-mill', 1, { kind: 'passOn', answer: 'no' })
      const { path: copy } = valueOf(await own.exportTo(id, folder))
      const names = await readdir(copy, { recursive: true })
      expect(names.filter((name) => name.endsWith('.md'))).toEqual([path])
      for (const name of names.filter((one) => /\.(?:md|yaml|json)$/.test(one)))
        expect(await readFile(join(copy, name), 'utf8')).not.toMatch(/secret/i)
      const { diagnostics } = compile(await readFolder(copy, disk))
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])

      await own.removeDocument(id, 'secret-of-the-mill')
      const { path: again } = valueOf(await own.exportTo(id, folder))
      expect(await readFile(join(again, 'sources.yaml'), 'utf8')).not.toMatch(/secret/i)

      await own.edit(id, wellsId, 1, { kind: 'passOn', answer: 'no' })
      expect(await own.exportTo(id, folder)).toEqual(failure({ kind: 'nothing-to-pass-on' }))
    }))

  it('goes to the bin, and where there is none, aside until the next start', () =>
    withFolder(async (folder) => {
      const binned: string[] = []
      const bin = (path: string) => rm(path, { recursive: true }).then(() => void binned.push(path))
      const { own, library } = startShelfOfOwn(folder, { toBin: bin })
      const first = await withWells(own)
      await own.save(first.id)
      expect(await own.remove(first.id)).toEqual({ ok: true, value: null })
      expect(binned).toEqual([join(folder, 'own', first.id)])
      expect(await library.list()).toEqual([])

      const without = startOwn(folder)
      const second = await withWells(without)
      await without.remove(second.id)
      expect(await without.list()).toEqual([])
      expect(await readdir(join(folder, 'own'))).toHaveLength(1)
      await startOwn(folder).tidy()
      expect(await readdir(join(folder, 'own'))).toEqual([])
    }))
})
