import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withFolder } from '../testing/samplepack.ts'
import { clearRuntime, settleFolders } from './folder.ts'

function appIn(folder: string, isPackaged: boolean) {
  const paths = new Map([
    ['userData', join(folder, 'Roaming')],
    ['exe', join(folder, 'Fieldshelf', 'Fieldshelf.exe')],
  ])
  return {
    isPackaged,
    getPath: (name: string) => paths.get(name) ?? '',
    setPath: (name: string, path: string) => void paths.set(name, path),
  }
}

describe('the folders', () => {
  it('of the reader stay on this computer on Windows', () =>
    withFolder(async (folder) => {
      const app = appIn(folder, true)
      settleFolders(app, 'win32', join(folder, 'Local'))
      expect(app.getPath('userData')).toBe(join(folder, 'Local', 'Fieldshelf'))
    }))

  it.each<[NodeJS.Platform, boolean, string]>([
    ['win32', true, join('Fieldshelf', 'profile')],
    ['linux', true, join('Fieldshelf', 'profile')],
    ['darwin', true, 'Roaming'],
    ['linux', false, 'Roaming'],
  ])(
    'lie beside the program where the marker of the portable zip is (%s, packaged: %s)',
    (platform, packaged, where) =>
      withFolder(async (folder) => {
        const app = appIn(folder, packaged)
        mkdirSync(join(folder, 'Fieldshelf'))
        writeFileSync(join(folder, 'Fieldshelf', 'portable.txt'), '')
        settleFolders(app, platform, join(folder, 'Local'))
        expect(app.getPath('userData')).toBe(join(folder, where))
        expect(existsSync(join(folder, 'Local'))).toBe(false)
      }),
  )

  it.each<[NodeJS.Platform, boolean, string | undefined]>([
    ['linux', true, 'Local'],
    ['darwin', true, undefined],
    ['win32', false, 'Local'],
    ['win32', true, undefined],
  ])('are else where the system has them (%s, packaged: %s)', (platform, packaged, local) =>
    withFolder(async (folder) => {
      const app = appIn(folder, packaged)
      settleFolders(app, platform, local)
      expect(app.getPath('userData')).toBe(join(folder, 'Roaming'))
    }),
  )

  it.skipIf(process.platform === 'win32')('of the reader are closed to others, also if they were open', () =>
    withFolder(async (folder) => {
      const app = appIn(folder, true)
      mkdirSync(join(folder, 'Roaming'), { mode: 0o755 })
      chmodSync(join(folder, 'Roaming'), 0o755)
      settleFolders(app, 'linux', undefined)
      expect(statSync(join(folder, 'Roaming')).mode & 0o777).toBe(0o700)
    }),
  )

  it('of Chromium are emptied, and those of the reader are not', () =>
    withFolder(async (folder) => {
      const app = appIn(folder, true)
      settleFolders(app, 'linux', undefined)
      const runtime = app.getPath('sessionData')
      writeFileSync(join(runtime, 'Cookies'), 'x')
      writeFileSync(join(folder, 'Roaming', 'settings.json'), 'x')
      clearRuntime(app)
      expect(existsSync(runtime)).toBe(true)
      expect(existsSync(join(runtime, 'Cookies'))).toBe(false)
      expect(existsSync(join(folder, 'Roaming', 'settings.json'))).toBe(true)
    }))
})
