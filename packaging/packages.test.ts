/**
 * Packages are made of a stand-in for Electron's files: programs with a version and a fuse wire, and no code. What only
 * the real ones can show is in docs/unproven.md.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { getRawHeader, listPackage } from '@electron/asar'
import { FuseState, getCurrentFuseWire } from '@electron/fuses'
import { NtExecutable, NtExecutableResource } from 'resedit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import { fuses } from './fuses.ts'
import { makePackages } from './packages.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-packages-'))
const at = (name: string): string => join(folder, name)
const date = 1_790_000_000

/** As Electron's programs have it: sentinel, version 1, nine fuses as they are delivered. */
const wire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
])

beforeAll(() => {
  for (const system of ['linux', 'win']) {
    mkdirSync(at(`${system}/resources`), { recursive: true })
    mkdirSync(at(`${system}/locales`), { recursive: true })
    for (const name of [
      'LICENSE',
      'LICENSES.chromium.html',
      'version',
      'locales/az.pak',
      'resources/default_app.asar',
    ])
      writeFileSync(at(`${system}/${name}`), name)
  }
  writeFileSync(at('linux/electron'), Buffer.concat([Buffer.from('\u007fELF'), wire]))
  writeFileSync(at('linux/chrome-sandbox'), 'sandbox')
  // A Windows program with a version to replace, from NSIS itself.
  writeFileSync(at('wire.bin'), wire)
  writeFileSync(
    at('standin.nsi'),
    `Unicode true
SetCompress off
OutFile "${at('win/electron.exe')}"
VIProductVersion "45.4.1.0"
VIAddVersionKey "FileDescription" "Electron"
VIAddVersionKey "FileVersion" "45.4.1"
VIAddVersionKey "LegalCopyright" "x"
Section
File "${at('wire.bin')}"
SectionEnd
`,
  )
  execFileSync('makensis', ['-V1', at('standin.nsi')])
})
afterAll(() => rmSync(folder, { recursive: true }))

const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

async function assembled(system: 'linux' | 'win', name: string): Promise<string> {
  mkdirSync(at(name))
  return assemble({ root, dist: at(system), system, version: '1.2.3', date, work: at(name) })
}

describe.each([
  ['linux', 'fieldshelf'],
  ['win', 'Fieldshelf.exe'],
] as const)('the folder for %s', (system, program) => {
  let made = ''
  beforeAll(async () => {
    made = await assembled(system, `one-${system}`)
  })

  test('has the program under its own name, the library beside the archive, signed, and every licence', () => {
    const resources = readdirSync(join(made, 'resources')).sort()
    expect(resources).toEqual(['app.asar', 'library'])
    const own = ['LICENSE.electron.txt', 'LICENSE.txt', 'LICENSES.chromium.html', 'NOTICES.json', program]
    expect(readdirSync(made)).toEqual(expect.arrayContaining(own))
    expect(readdirSync(join(made, 'resources/library'))).toEqual(['trafficking-azerbaijan.shelf'])
  })

  test('has an archive of the app alone, without source maps or tests', () => {
    const files = listPackage(join(made, 'resources/app.asar'), { isPack: false })
    expect(
      files.filter((path) => !/^\/(package\.json|out(\/(main|preload|renderer|guide)(\/.*)?)?)$/.test(path)),
    ).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining(['/package.json', '/out/main/index.js', '/out/preload/index.cjs']),
    )
    expect(files.filter((path) => /\.map$|\.test\.|\.ts$/.test(path))).toEqual([])
  })

  test('has all nine fuses as they should be', async () => {
    const read = await getCurrentFuseWire(join(made, program))
    for (const [fuse, wanted] of Object.entries(fuses))
      expect(read[Number(fuse) as keyof typeof fuses]).toBe(wanted ? FuseState.ENABLE : FuseState.DISABLE)
    expect(Object.keys(fuses)).toHaveLength(9)
  })
})

test('the Windows program carries its own name and the hash of the archive', async () => {
  const made = await assembled('win', 'integrity')
  const resources = NtExecutableResource.from(NtExecutable.from(readFileSync(join(made, 'Fieldshelf.exe'))))
  const entry = resources.entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  const header = getRawHeader(join(made, 'resources/app.asar')).headerString
  expect(JSON.parse(Buffer.from(entry?.bin ?? new ArrayBuffer(0)).toString('utf8'))).toEqual([
    { file: 'resources\\app.asar', alg: 'SHA256', value: createHash('sha256').update(header).digest('hex') },
  ])
})

describe.each([
  ['linux', ['SHA256SUMS-linux', 'Fieldshelf-0.1.0-linux-x64.tar.gz', 'fieldshelf_0.1.0_amd64.deb']],
  ['win', ['SHA256SUMS-win', 'Fieldshelf-0.1.0-portable.zip', 'Fieldshelf-0.1.0-setup.exe']],
] as const)('the packages for %s', (system, names) => {
  beforeAll(async () => {
    await makePackages({ root, system, dist: at(system), out: at(`${system}-out`), date })
  })

  test('are made with their check sums', () => {
    expect(readdirSync(at(`${system}-out`)).sort()).toEqual([...names].sort())
    execFileSync('sha256sum', ['--check', '--strict', names[0]], { cwd: at(`${system}-out`) })
  })

  test('are the same bytes when they are made again, of other copies in another time zone', async () => {
    cpSync(at(system), at(`${system}-copy`), { recursive: true })
    const before = process.env['TZ']
    process.env['TZ'] = 'Asia/Baku'
    try {
      await makePackages({ root, system, dist: at(`${system}-copy`), out: at(`${system}-again`), date })
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, 'TZ')
      else process.env['TZ'] = before
    }
    for (const name of names)
      expect(sumOf(at(`${system}-again/${name}`)), name).toBe(sumOf(at(`${system}-out/${name}`)))
  })
})

test('the .deb sets up the sandbox and the user namespaces, and passes no switch that weakens them', () => {
  const deb = at('linux-out/fieldshelf_0.1.0_amd64.deb')
  const list = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' })
  expect(list).toMatch(/^-rwsr-xr-x root\/root .*\/opt\/Fieldshelf\/chrome-sandbox$/m)
  expect(list).toContain('./etc/apparmor.d/fieldshelf')
  execFileSync('dpkg-deb', ['--raw-extract', deb, at('raw')])
  const texts = ['usr/share/applications/fieldshelf.desktop', 'etc/apparmor.d/fieldshelf', 'DEBIAN/postinst']
  for (const path of texts) expect(readFileSync(join(at('raw'), path), 'utf8')).not.toContain('no-sandbox')
  expect(readFileSync(join(at('raw'), 'etc/apparmor.d/fieldshelf'), 'utf8')).toContain('userns,')
  expect(statSync(join(at('raw'), 'opt/Fieldshelf/fieldshelf')).mode & 0o777).toBe(0o755)
})

test('the setup holds every file, and its script names no part of the registry but the user’s own', async () => {
  const { setupScript } = await import('./setupscript.ts')
  const script = setupScript({
    folder: '/f',
    version: '1.2.3',
    out: '/o.exe',
    paths: ['a.dll', 'resources', 'resources/app.asar'],
  })
  expect(script).toContain('RequestExecutionLevel user')
  expect(script.match(/HK\w+/g)?.every((key) => key === 'HKCU')).toBe(true)
  expect(script).toContain('File "/f/resources/app.asar"')
  expect(script).not.toMatch(/RMDir \/r "\$INSTDIR/)
})

test('without Electron’s files one sentence says which to fetch', async () => {
  await expect(
    makePackages({ root, system: 'win', dist: at('linux'), out: at('none'), date }),
  ).rejects.toThrow(/Fetch electron-v45\.4\.1-win32-x64\.zip/)
})
