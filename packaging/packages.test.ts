/**
 * Packages are made of a stand-in for Electron's files: programs with a version and a fuse wire, and no code. What only
 * the real ones can show is in docs/unproven.md.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { getRawHeader, listPackage } from '@electron/asar'
import { FuseState, getCurrentFuseWire } from '@electron/fuses'
import { NtExecutable, NtExecutableResource } from 'resedit'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { assemble } from './assemble.ts'
import { fuses } from './fuses.ts'
import { launcherScript, realProgram } from './launcher.ts'
import { assembleMac } from './mac.ts'
import { makePackages } from './packages.ts'
import { pathsIn } from './paths.ts'
import { layStandIns, wire } from './testing/standins.ts'
import { joined } from './universal.ts'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-packages-'))
const at = (name: string): string => join(folder, name)
const date = 1_790_000_000

beforeAll(() => layStandIns(folder))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

const has = (program: string): boolean => spawnSync('which', [program]).status === 0
const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

async function assembled(system: 'linux' | 'win', name: string): Promise<string> {
  mkdirSync(at(name))
  return assemble({ root, dist: at(system), system, version: '1.2.3', date, work: at(name) })
}

describe.each([
  ['linux', realProgram],
  ['win', 'Fieldshelf.exe'],
] as const)('the folder for %s', (system, program) => {
  let made = ''
  beforeAll(async () => {
    made = await assembled(system, `one-${system}`)
  })

  test('has the program under its own name, the library beside the archive, every licence, and no other file', async () => {
    const own = ['LICENSE.electron.txt', 'LICENSE.txt', 'LICENSES.chromium.html', 'NOTICES.json', program]
    const electrons = ['version', 'locales', 'locales/az.pak']
    const linux = system === 'linux' ? ['chrome-sandbox', 'fieldshelf'] : []
    const library = ['library', 'library/trafficking-azerbaijan.shelf']
    const resources = ['resources', ...['app.asar', ...library].map((path) => `resources/${path}`)]
    expect(await pathsIn(made)).toEqual([...own, ...electrons, ...linux, ...resources].sort())
  })

  test('has an archive of the built app and its guide, without source maps, and of nothing else', async () => {
    const files = listPackage(join(made, 'resources/app.asar'), { isPack: false })
    const parts = ['main', 'preload', 'renderer', 'guide']
    const built = await Promise.all(
      parts.map(async (part) => [
        `/out/${part}`,
        ...(await pathsIn(join(root, 'out', part))).map((path) => `/out/${part}/${path}`),
      ]),
    )
    const wanted = ['/package.json', '/out', ...built.flat().filter((path) => !path.endsWith('.map'))]
    expect(files.map((path) => path.replaceAll('\\', '/')).sort()).toEqual(wanted.sort())
    expect(files.filter((path) => /\.test\.|\.ts$/.test(path))).toEqual([])
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

/** For macOS there is one folder for each processor. */
const distsOf = (system: 'linux' | 'win' | 'mac'): string[] =>
  system === 'mac' ? [at('mac-arm64'), at('mac-x64')] : [at(system)]

describe.each([
  [
    'linux',
    [
      'SHA256SUMS-linux',
      'Fieldshelf-0.1.0-linux-x64.tar.gz',
      ...(has('mksquashfs') ? ['Fieldshelf-0.1.0-x86_64.AppImage'] : []),
      'fieldshelf_0.1.0_amd64.deb',
    ],
  ],
  ['win', ['SHA256SUMS-win', 'Fieldshelf-0.1.0-portable.zip', 'Fieldshelf-0.1.0-setup.exe']],
  ['mac', ['SHA256SUMS-mac', 'Fieldshelf-0.1.0-mac.zip']],
] as const)('the packages for %s', (system, names) => {
  beforeAll(async () => {
    await makePackages({
      root,
      system,
      dists: distsOf(system),
      out: at(`${system}-out`),
      runtime: at('runtime'),
      date,
    })
  })

  test('are made with their check sums', () => {
    expect(readdirSync(at(`${system}-out`)).sort()).toEqual([...names].sort())
    execFileSync('sha256sum', ['--check', '--strict', names[0] ?? ''], { cwd: at(`${system}-out`) })
  })

  test('are the same bytes when they are made again, of other copies in another time zone', async () => {
    for (const dist of distsOf(system))
      cpSync(dist, `${dist}-copy`, { recursive: true, verbatimSymlinks: true })
    const before = process.env['TZ']
    process.env['TZ'] = 'Asia/Baku'
    try {
      await makePackages({
        root,
        system,
        dists: distsOf(system).map((dist) => `${dist}-copy`),
        out: at(`${system}-again`),
        runtime: at('runtime'),
        date,
      })
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
  const outside = list
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/).slice(5).join(' '))
    .filter((path) => !path.endsWith('/') && !path.startsWith('./opt/Fieldshelf/'))
  expect(outside.sort()).toEqual([
    './etc/apparmor.d/fieldshelf',
    './usr/share/applications/fieldshelf.desktop',
    './usr/share/icons/hicolor/scalable/apps/fieldshelf.svg',
    './usr/share/mime/packages/fieldshelf.xml',
  ])
  execFileSync('dpkg-deb', ['--raw-extract', deb, at('raw')])
  const texts = ['usr/share/applications/fieldshelf.desktop', 'etc/apparmor.d/fieldshelf', 'DEBIAN/postinst']
  for (const path of texts) expect(readFileSync(join(at('raw'), path), 'utf8')).not.toContain('no-sandbox')
  expect(readFileSync(join(at('raw'), 'etc/apparmor.d/fieldshelf'), 'utf8')).toContain('userns,')
  expect(statSync(join(at('raw'), 'opt/Fieldshelf/fieldshelf')).mode & 0o777).toBe(0o755)
  expect(statSync(join(at('raw'), 'opt/Fieldshelf', realProgram)).mode & 0o777).toBe(0o755)
  expect(readFileSync(join(at('raw'), 'etc/apparmor.d/fieldshelf'), 'utf8')).toContain(`/${realProgram} `)
})

test('the setup holds every file, and its script names no part of the registry and no folder but the user’s own', async () => {
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
  const places = script.match(/"\$[A-Z]+/g)?.map((place) => place.slice(1))
  expect(new Set(places)).toEqual(new Set(['$INSTDIR', '$LOCALAPPDATA', '$SMPROGRAMS']))
  // `/S` asks nothing: a box without an answer of its own would wait for a person on twenty laptops.
  expect(script.match(/MessageBox .*/g)?.filter((box) => !box.includes('/SD'))).toEqual([])
})

test('no page of the setup falls back to English in another language', async () => {
  const { setupScript } = await import('./setupscript.ts')
  const assembledFolder = await assembled('win', 'translated')
  const paths = await pathsIn(assembledFolder)
  const out = at('translated/Fieldshelf-setup.exe')
  writeFileSync(
    at('translated.nsi'),
    `\uFEFF${setupScript({ folder: assembledFolder, version: '1.2.3', out, paths })}`,
  )
  // NSIS warns of a text that a language lacks.
  const made = spawnSync('makensis', ['-V2', '-WX', '-INPUTCHARSET', 'UTF8', at('translated.nsi')], {
    encoding: 'utf8',
  })
  expect(made.stdout + made.stderr).toBe('')
})

test('the portable zip asks the app to keep everything beside it, and has no other file that the setup lacks', async () => {
  const list = execFileSync('unzip', ['-Z1', at('win-out/Fieldshelf-0.1.0-portable.zip')], {
    encoding: 'utf8',
  })
  const paths = list
    .trim()
    .split('\n')
    .map((path) => path.replace('Fieldshelf-0.1.0-portable/', ''))
  const assembledPaths = (await pathsIn(at('one-win/Fieldshelf'))).filter(
    (path) => !statSync(join(at('one-win/Fieldshelf'), path)).isDirectory(),
  )
  expect(paths.sort()).toEqual([...assembledPaths, 'portable.txt'].sort())
})

describe('the app for macOS', () => {
  let bundle = ''
  let made = ''
  beforeAll(async () => {
    mkdirSync(at('mac-work'))
    const dists = distsOf('mac')
    made = await assembleMac({ root, dists, version: '1.2.3', date, out: at('none'), work: at('mac-work') })
    bundle = join(made, 'Fieldshelf.app/Contents')
  })

  test('has our name, the library beside the archive, every licence and no page of Electron’s own', () => {
    expect(readdirSync(made).sort()).toEqual([
      'Fieldshelf.app',
      'LICENSE.electron.txt',
      'LICENSE.txt',
      'LICENSES.chromium.html',
      'NOTICES.json',
    ])
    expect(readdirSync(join(bundle, 'MacOS'))).toEqual(['Fieldshelf'])
    expect(readdirSync(join(bundle, 'Resources')).sort()).toEqual([
      'app.asar',
      'az.lproj',
      'electron.icns',
      'en.lproj',
      'library',
      'ru.lproj',
    ])
    const helper = join(bundle, 'Frameworks/Fieldshelf Helper (GPU).app/Contents')
    expect(readdirSync(join(helper, 'MacOS'))).toEqual(['Fieldshelf Helper (GPU)'])
    expect(readFileSync(join(helper, 'Info.plist'), 'utf8')).toContain('org.fieldshelf.app.helper')
  })

  test('opens .shelf files, speaks three languages and carries the hash of its archive', () => {
    const info = readFileSync(join(bundle, 'Info.plist'), 'utf8')
    const header = getRawHeader(join(bundle, 'Resources/app.asar')).headerString
    expect(info).toContain(createHash('sha256').update(header).digest('hex'))
    expect(info).toMatch(/<key>public\.filename-extension<\/key>\s*<array>\s*<string>shelf<\/string>/)
    expect(info).toMatch(/<key>CFBundleTypeRole<\/key>\s*<string>Viewer<\/string>/)
    expect(info).toMatch(/<key>LSMinimumSystemVersion<\/key>\s*<string>12\.0<\/string>/)
    expect(info).not.toMatch(/Camera|Microphone|Bluetooth/)
    expect(readFileSync(join(bundle, 'Resources/ru.lproj/InfoPlist.strings'), 'utf8')).toContain(
      'Пакет Fieldshelf',
    )
  })

  test('runs on both processors, with all nine fuses set in each part', async () => {
    const file = readFileSync(
      join(bundle, 'Frameworks/Electron Framework.framework/Versions/A/Electron Framework'),
    )
    expect(file.readUInt32BE(0)).toBe(0xcafebabe)
    const slices = [0, 1].map((at) => {
      const [kind = 0, , start = 0, size = 0] = [0, 1, 2, 3].map((part) =>
        file.readUInt32BE(8 + 20 * at + 4 * part),
      )
      return { kind, start, bytes: file.subarray(start, start + size) }
    })
    expect(slices.map(({ kind }) => kind)).toEqual([0x0100000c, 0x01000007])
    const wanted = Object.values(fuses).map((isOn) => (isOn ? '1' : '0'))
    for (const { start, bytes } of slices) {
      expect(start % 16_384).toBe(0)
      const begin = bytes.indexOf(wire.subarray(0, 34)) + 34
      expect(bytes.subarray(begin, begin + 9).toString('latin1')).toBe(wanted.join(''))
    }
    const read = await getCurrentFuseWire(join(made, 'Fieldshelf.app'))
    for (const [fuse, isOn] of Object.entries(fuses))
      expect(read[Number(fuse) as keyof typeof fuses]).toBe(isOn ? FuseState.ENABLE : FuseState.DISABLE)
  })

  test('is zipped with the links of its frameworks', () => {
    execFileSync('unzip', ['-q', at('mac-out/Fieldshelf-0.1.0-mac.zip'), '-d', at('unzipped')])
    const link = 'Fieldshelf.app/Contents/Frameworks/Electron Framework.framework/Versions/Current'
    expect(lstatSync(join(at('unzipped'), link)).isSymbolicLink()).toBe(true)
  })

  test('is joined of programs for Macs alone', () => {
    expect(() => joined([Buffer.from('#!/bin/sh and much more than that')])).toThrow('no program for a Mac')
  })
})

test.skipIf(!has('mksquashfs'))(
  'the AppImage is the runtime and the app behind it, with its launcher',
  () => {
    const image = at('linux-out/Fieldshelf-0.1.0-x86_64.AppImage')
    const runtime = readFileSync(at('runtime'))
    expect(readFileSync(image).subarray(0, runtime.length).equals(runtime)).toBe(true)
    expect(statSync(image).mode & 0o777).toBe(0o755)
    execFileSync('unsquashfs', [
      '-quiet',
      '-no-progress',
      '-o',
      String(runtime.length),
      '-d',
      at('appdir'),
      image,
    ])
    expect(readdirSync(at('appdir')).sort()).toEqual([
      '.DirIcon',
      'AppRun',
      'app',
      'fieldshelf.desktop',
      'fieldshelf.svg',
    ])
    expect(readFileSync(at('appdir/app/fieldshelf'), 'utf8')).toBe(launcherScript('mounted'))
    for (const file of ['AppRun', 'app/fieldshelf', 'fieldshelf.desktop'])
      expect(readFileSync(join(at('appdir'), file), 'utf8')).not.toContain('no-sandbox')
  },
)

describe('without a runtime or a tool', () => {
  test('the AppImage is left out, and a sentence says what to fetch', async () => {
    const lines = await makePackages({ root, system: 'linux', dists: [at('linux')], out: at('bare'), date })
    expect(lines.join('\n')).toContain('--appimage-runtime')
    expect(readdirSync(at('bare')).filter((name) => name.endsWith('.AppImage'))).toEqual([])
  })
})

describe('the launcher on Linux', () => {
  /** Runs it as `user`, where user namespaces can be had or not, and where a helper belongs to root or not. */
  function launch(state: { namespaces: boolean; helper?: boolean; user?: number; language?: string }) {
    const place = mkdtempSync(at('launch-'))
    const program = (path: string, text: string): void => {
      writeFileSync(join(place, path), `#!/bin/sh\n${text}\n`)
      chmodSync(join(place, path), 0o755)
    }
    mkdirSync(join(place, 'bin'))
    program('bin/unshare', `exit ${state.namespaces ? 0 : 1}`)
    program('bin/id', `echo ${state.user ?? 1000}`)
    if (state.helper !== undefined) program('bin/find', state.helper ? 'echo chrome-sandbox' : 'true')
    program(realProgram, 'echo "started $*"')
    writeFileSync(join(place, 'fieldshelf'), launcherScript('folder'))
    const env = {
      PATH: `${join(place, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      LANG: state.language ?? 'C',
    }
    const done = spawnSync('sh', [join(place, 'fieldshelf'), 'a b.shelf'], { encoding: 'utf8', env })
    return { code: done.status, out: done.stdout, said: done.stderr }
  }

  test.each([
    { namespaces: true, helper: false },
    { namespaces: false, helper: true },
  ])('starts the app where the sandbox can start: %o', (state) => {
    expect(launch(state)).toEqual({ code: 0, out: 'started a b.shelf\n', said: '' })
  })

  test('says in the language of the system what to do where it can’t, and starts nothing', () => {
    const english = launch({ namespaces: false })
    expect(english).toMatchObject({ code: 1, out: '' })
    expect(english.said).toMatch(/sudo chown root:root '.*chrome-sandbox'\nsudo chmod 4755/)
    expect(launch({ namespaces: false, language: 'az_AZ.UTF-8' }).said).toContain(
      'Administrator bu iki əmrlə',
    )
    expect(launch({ namespaces: false, language: 'ru_RU.UTF-8' }).said).toContain('Администратор')
    expect(english.said).not.toContain('no-sandbox')
  })

  test('does not start for root', () => {
    expect(launch({ namespaces: true, helper: true, user: 0 })).toMatchObject({ code: 1, out: '' })
  })
})

describe('the list of check sums', () => {
  test.skipIf(!has('ssh-keygen'))(
    'is signed where a key is named, and a changed list is refused',
    async () => {
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'x', '-f', at('key')])
      vi.stubEnv('FIELDSHELF_SUMS_KEY', at('key'))
      const { writeAllSums } = await import('./sums.ts')
      mkdirSync(at('sums'))
      writeFileSync(at('sums/sbom.cdx.json'), '{}')
      writeFileSync(at('sums/SHA256SUMS-linux'), 'old')
      expect(await writeAllSums(at('sums'), date)).toContain('Signed SHA256SUMS')
      expect(readdirSync(at('sums')).sort()).toEqual(['SHA256SUMS', 'SHA256SUMS.sig', 'sbom.cdx.json'])
      writeFileSync(at('allowed_signers'), `fieldshelf ${readFileSync(at('key.pub'), 'utf8')}`)
      const check = (input: Buffer | string) =>
        spawnSync(
          'ssh-keygen',
          [
            '-Y',
            'verify',
            '-f',
            at('allowed_signers'),
            '-I',
            'fieldshelf',
            '-n',
            'fieldshelf',
            '-s',
            at('sums/SHA256SUMS.sig'),
          ],
          { input },
        ).status
      const list = readFileSync(at('sums/SHA256SUMS'), 'utf8')
      expect(check(list)).toBe(0)
      expect(check(list.replace('sbom', 'sbon'))).not.toBe(0)
    },
  )

  test('says that it is not signed where no key is named', async () => {
    const { writeAllSums } = await import('./sums.ts')
    mkdirSync(at('unsigned'))
    writeFileSync(at('unsigned/SHA256SUMS.sig'), 'of another list')
    expect(await writeAllSums(at('unsigned'), date)).toContain('FIELDSHELF_SUMS_KEY')
    expect(existsSync(at('unsigned/SHA256SUMS.sig'))).toBe(false)
  })
})

test.skipIf(!has('osslsigncode') || !has('openssl'))(
  'a Windows program is signed where a certificate is named, and left alone where none is',
  async () => {
    const { signForWindows } = await import('./codesigning.ts')
    const program = at('signed.exe')
    cpSync(at('win/electron.exe'), program)
    await signForWindows(program, date)
    expect(sumOf(program)).toBe(sumOf(at('win/electron.exe')))
    const request = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=Fieldshelf',
      '-days',
      '3650',
    ]
    const silent = { stdio: 'ignore' } as const
    execFileSync('openssl', [...request, '-keyout', at('key.pem'), '-out', at('cert.pem')], silent)
    const bundle = [
      'pkcs12',
      '-export',
      '-inkey',
      at('key.pem'),
      '-in',
      at('cert.pem'),
      '-passout',
      'pass:five words',
    ]
    execFileSync('openssl', [...bundle, '-out', at('cert.p12')], silent)
    writeFileSync(at('passphrase'), 'five words')
    vi.stubEnv('FIELDSHELF_WINDOWS_CERTIFICATE', at('cert.p12'))
    vi.stubEnv('FIELDSHELF_WINDOWS_PASSPHRASE_FILE', at('passphrase'))
    await signForWindows(program, date)
    const report = spawnSync('osslsigncode', ['verify', '-CAfile', at('cert.pem'), '-in', program], {
      encoding: 'utf8',
    }).stdout
    expect(report).toContain('CN=Fieldshelf')
    expect(report).toMatch(/Calculated message digest\s*: ([0-9A-F]{64})/)
    expect(report).not.toContain('MISMATCH')
  },
)

test.each([
  ['win', /Fetch electron-v45\.4\.1-win32-x64\.zip/],
  ['mac', /Fetch electron-v45\.4\.1-darwin-arm64\.zip .* say --dist twice/],
] as const)('without Electron’s files for %s one sentence says which to fetch', async (system, sentence) => {
  await expect(makePackages({ root, system, dists: [at('linux')], out: at('none'), date })).rejects.toThrow(
    sentence,
  )
})
