/**
 * The script of the Windows setup, for NSIS 3. It writes to the user's own folders and to the user's own part of the
 * registry, and asks for no administrator. https://nsis.sourceforge.io/Docs/
 */
import { join } from 'node:path'

/** NSIS has no Azerbaijani of its own. */
const languages = join(import.meta.dirname, 'nsis')

type Setup = {
  readonly folder: string
  readonly version: string
  readonly out: string
  /** Files and folders of the package, with `/`. */
  readonly paths: readonly string[]
}

const words = {
  English: {
    keep: 'Keep your settings and bookmarks on this computer?',
    running: 'Fieldshelf is open. Close it, then try again.',
    pack: 'Fieldshelf pack',
  },
  Azerbaijani: {
    keep: 'Ayarlarınız və əlfəcinləriniz bu kompüterdə qalsın?',
    running: 'Fieldshelf açıqdır. Onu bağlayıb yenidən cəhd edin.',
    pack: 'Fieldshelf paketi',
  },
  Russian: {
    keep: 'Оставить ваши настройки и закладки на этом компьютере?',
    running: 'Fieldshelf открыт. Закройте его и попробуйте ещё раз.',
    pack: 'Пакет Fieldshelf',
  },
} as const

const backslashes = (path: string): string => path.replaceAll('/', '\\')

export function setupScript({ folder, version, out, paths }: Setup): string {
  const files = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
  const folders = paths.filter((path) => !files.includes(path))
  const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
  const byFolder = ['', ...folders].map((inside) => ({
    inside,
    names: files.filter((path) => folderOf(path) === inside),
  }))
  const install = byFolder
    .filter(({ names }) => names.length > 0)
    .flatMap(({ inside, names }) => [
      `  SetOutPath "$INSTDIR${inside === '' ? '' : `\\${backslashes(inside)}`}"`,
      ...names.map((path) => `  File "${folder}/${path}"`),
    ])
  // Only what was installed is removed: a person may have put files of their own beside it.
  const remove = [
    ...files.map((path) => `  Delete "$INSTDIR\\${backslashes(path)}"`),
    ...[...folders].reverse().map((path) => `  RMDir "$INSTDIR\\${backslashes(path)}"`),
  ]
  const strings = (Object.keys(words) as (keyof typeof words)[]).flatMap((language) =>
    Object.entries(words[language]).map(
      ([name, text]) => `LangString ${name} \${LANG_${language.toUpperCase()}} "${text}"`,
    ),
  )
  const uninstallKey = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Fieldshelf'
  return `Unicode true
RequestExecutionLevel user
SetCompressor /SOLID lzma
Name "Fieldshelf"
OutFile "${out}"
InstallDir "$LOCALAPPDATA\\Programs\\Fieldshelf"
!include MUI2.nsh
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGEEX "${languages}" "Azerbaijani"
!insertmacro MUI_LANGUAGE "Russian"
${strings.join('\n')}
VIProductVersion "${version}.0"
VIAddVersionKey /LANG=\${LANG_ENGLISH} "ProductName" "Fieldshelf"
VIAddVersionKey /LANG=\${LANG_ENGLISH} "FileDescription" "Fieldshelf setup"
VIAddVersionKey /LANG=\${LANG_ENGLISH} "FileVersion" "${version}"
VIAddVersionKey /LANG=\${LANG_ENGLISH} "LegalCopyright" "MIT licence"

Section "install"
  IfFileExists "$INSTDIR\\Fieldshelf.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\\Fieldshelf.exe" a
  IfErrors 0 closed
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(running)" /SD IDOK
  Abort
closed:
  FileClose $0
free:
${install.join('\n')}
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\\Fieldshelf.lnk" "$INSTDIR\\Fieldshelf.exe"
  WriteRegStr HKCU "Software\\Classes\\.shelf" "" "Fieldshelf.Pack"
  WriteRegStr HKCU "Software\\Classes\\Fieldshelf.Pack" "" "$(pack)"
  WriteRegStr HKCU "Software\\Classes\\Fieldshelf.Pack\\shell\\open\\command" "" '"$INSTDIR\\Fieldshelf.exe" "%1"'
  WriteRegStr HKCU "${uninstallKey}" "DisplayName" "Fieldshelf"
  WriteRegStr HKCU "${uninstallKey}" "DisplayVersion" "${version}"
  WriteRegStr HKCU "${uninstallKey}" "UninstallString" '"$INSTDIR\\Uninstall.exe"'
SectionEnd

Section "Uninstall"
  MessageBox MB_YESNO|MB_ICONQUESTION "$(keep)" /SD IDYES IDYES kept
  RMDir /r "$LOCALAPPDATA\\Fieldshelf"
kept:
${remove.join('\n')}
  Delete "$INSTDIR\\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\\Fieldshelf.lnk"
  DeleteRegKey HKCU "Software\\Classes\\Fieldshelf.Pack"
  DeleteRegKey HKCU "Software\\Classes\\.shelf"
  DeleteRegKey HKCU "${uninstallKey}"
SectionEnd
`
}
