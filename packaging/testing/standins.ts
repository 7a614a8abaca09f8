/** Stand-ins for Electron's files: programs with a version and a fuse wire, and no code. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** As Electron's programs have it: sentinel, version 1, nine fuses as they are delivered. */
export const wire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
])

/** Kinds of processor, as Mach-O numbers them. */
const processors = { arm64: 0x0100000c, x64: 0x01000007 } as const

/** Into `folder`: `linux`, `win`, `mac-arm64`, `mac-x64`, and a runtime for an AppImage. */
export function layStandIns(folder: string): void {
  const write = (path: string, bytes: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  for (const system of ['linux', 'win'])
    for (const name of [
      'LICENSE',
      'LICENSES.chromium.html',
      'version',
      'locales/az.pak',
      'resources/default_app.asar',
    ])
      write(`${system}/${name}`, name)
  write('linux/electron', Buffer.concat([Buffer.from('\u007fELF'), wire]))
  write('linux/chrome-sandbox', 'sandbox')
  write('runtime', Buffer.alloc(1000, 'runtime'))
  layMac(folder, write)
  // A Windows program with a version to replace, from NSIS itself.
  write('wire.bin', wire)
  write(
    'standin.nsi',
    `Unicode true
SetCompress off
OutFile "${join(folder, 'win/electron.exe')}"
VIProductVersion "45.4.1.0"
VIAddVersionKey "FileDescription" "Electron"
VIAddVersionKey "FileVersion" "45.4.1"
VIAddVersionKey "LegalCopyright" "x"
Section
File "${join(folder, 'wire.bin')}"
SectionEnd
`,
  )
  execFileSync('makensis', ['-V1', join(folder, 'standin.nsi')])
}

function layMac(folder: string, write: (path: string, bytes: string | Buffer) => void): void {
  for (const [name, processor] of Object.entries(processors)) {
    const head = Buffer.alloc(40)
    head.writeUInt32BE(0xcffaedfe, 0)
    head.writeUInt32LE(processor, 4)
    const contents = `mac-${name}/Electron.app/Contents`
    const info = (program: string, id: string): string =>
      `<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${program}</string>
<key>CFBundleIdentifier</key><string>com.github.${id}</string>
<key>LSMinimumSystemVersion</key>
<string>12.0</string>
<key>NSCameraUsageDescription</key><string>This app needs access to the camera</string>
</dict></plist>
`
    write(`${contents}/Info.plist`, info('Electron', 'Electron'))
    write(`${contents}/MacOS/Electron`, head)
    write(`${contents}/Resources/electron.icns`, 'icon')
    write(`${contents}/Resources/default_app.asar`, 'default')
    const helper = `${contents}/Frameworks/Electron Helper (GPU).app/Contents`
    write(`${helper}/Info.plist`, info('Electron Helper (GPU)', 'Electron.helper'))
    write(`${helper}/MacOS/Electron Helper (GPU)`, head)
    const framework = `${contents}/Frameworks/Electron Framework.framework`
    write(`${framework}/Versions/A/Electron Framework`, Buffer.concat([head, wire]))
    symlinkSync('A', join(folder, framework, 'Versions/Current'))
    symlinkSync('Versions/Current/Electron Framework', join(folder, framework, 'Electron Framework'))
    for (const licence of ['LICENSE', 'LICENSES.chromium.html', 'version'])
      write(`mac-${name}/${licence}`, licence)
  }
}
