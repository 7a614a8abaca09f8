import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from './library.ts'
import { pageFilesIn } from './pagefiles.ts'
import { withFolder, writeSamplePack } from '../testing/samplepack.ts'
import { printAddress, shelfOf } from './shelf.ts'

describe('the shelf', () => {
  it('finds the page, the library and a prepared print, each under its own address', () =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'renderer/assets'), { recursive: true })
      await writeFile(join(folder, 'renderer/index.html'), '<!doctype html>')
      await writeFile(join(folder, 'renderer/assets/index-x.js'), 'void 0')
      await writeSamplePack(join(folder, 'library'), 'village')
      const pdf = new TextEncoder().encode('%PDF')
      const shelf = shelfOf({
        page: await pageFilesIn(join(folder, 'renderer')),
        library: openLibrary([join(folder, 'library')]),
        print: (id) => (id === 'p1' ? pdf : null),
      })
      expect((await shelf('index.html'))?.mediaType).toBe('text/html; charset=utf-8')
      expect((await shelf('assets/index-x.js'))?.mediaType).toBe('text/javascript; charset=utf-8')
      expect((await shelf('library/village/pack.json'))?.origin).toBe('content')
      expect(await (await shelf(printAddress('p1')))?.read()).toBe(pdf)
      expect(await shelf(printAddress('p2'))).toBeNull()
      expect(await shelf('prints/')).toBeNull()
    }))

  it('lists only page files of the types that are served', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'index.js.map'), '{}')
      await writeFile(join(folder, '.env'), 'x')
      expect([...(await pageFilesIn(folder)).keys()]).toEqual([])
    }))
})
