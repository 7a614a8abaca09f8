import { join } from 'node:path'
import { expect, it } from 'vitest'
import { foldersFrom } from './folders.ts'

it('everything lies beside the built main file when the app is run from its sources', () => {
  expect(foldersFrom(join('x', 'out', 'main'), null)).toEqual({
    page: join('x', 'out', 'renderer'),
    preload: join('x', 'out', 'preload', 'index.cjs'),
    isolated: join('x', 'out', 'main', 'isolated.js'),
    maker: join('x', 'out', 'main', 'maker.js'),
    guide: join('x', 'out', 'guide'),
    libraries: [join('x', 'out', 'library')],
  })
})

it('the library of a packaged app lies in its resources, outside of the archive', () => {
  const folders = foldersFrom(join('resources', 'app.asar', 'out', 'main'), 'resources')
  expect(folders.libraries).toEqual([join('resources', 'library')])
  expect(folders.page).toBe(join('resources', 'app.asar', 'out', 'renderer'))
})
