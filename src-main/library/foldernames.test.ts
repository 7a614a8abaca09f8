import fc from 'fast-check'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decodeLibrary, encodeLibrary } from '../../src-library/format/library.ts'
import { openLibrary } from './library.ts'
import { withFolder, writeSamplePack } from '../testing/samplepack.ts'

/** Letters, and every character that makes trouble in a name. */
const nameCharacter = fc.oneof(
  fc.constantFrom(...'aB1 (.-'),
  fc.constantFrom('\u0001', '\u001b', '\u007f', '\u0085', '\u00ad', '\u200b', '\u202e', '\u2066', '\u3164'),
  fc.constantFrom('\u{e0041}', '\ufeff', '\ufffd', 'ə', 'Я', '١', '\n', '\t', '😀'),
)
/** No longer than a file system's name of 255 bytes. */
const folderName = fc
  .array(nameCharacter, { minLength: 1, maxLength: 60 })
  .map((characters) => characters.join(''))
  .filter((name) => !['.', '..', 'village'].includes(name))

it('the page can read the list of packs, however their folders are called', () =>
  fc.assert(
    fc.asyncProperty(fc.array(folderName, { minLength: 1, maxLength: 4 }), (names) =>
      withFolder(async (folder) => {
        await writeSamplePack(folder, 'village')
        for (const name of names) {
          await mkdir(join(folder, name), { recursive: true })
          await writeFile(join(folder, name, 'manifest.json'), '{}')
        }
        const packs = await openLibrary([folder]).list()
        const read = decodeLibrary(JSON.parse(encodeLibrary({ packs })))
        expect(read).toEqual({ ok: true, value: { packs } })
        expect(packs[0]).toEqual({ state: 'ready', id: 'village' })
      }),
    ),
    { numRuns: 60 },
  ))

it('an entry that the page can’t read takes no other with it, and is still said', () => {
  const entries = [
    { state: 'ready', id: 'village' },
    { state: 'left-out', folder: 'x\u202e', reason: 'changed' },
    { state: 'left-out', folder: 'x', reason: 'eclipse' },
    { state: 'ready', id: '../village' },
    null,
  ]
  const unreadable = { state: 'left-out', folder: '?', reason: 'unreadable' }
  expect(decodeLibrary({ packs: entries })).toEqual({
    ok: true,
    value: { packs: [entries[0], unreadable, unreadable, unreadable, unreadable] },
  })
  expect(decodeLibrary({ packs: 'none' })).toMatchObject({ ok: false })
})
