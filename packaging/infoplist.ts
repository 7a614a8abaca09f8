/**
 * What macOS reads of the app before it starts it: its name, the files it opens, its languages, and the hash of its archive.
 * Written from the beginning: Electron's own asks for a camera and a microphone. Keys:
 * https://developer.apple.com/documentation/bundleresources/information-property-list
 */

type Value = string | boolean | readonly Value[] | { readonly [key: string]: Value }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function written(value: Value, indent: string): string {
  if (typeof value === 'string') return `${indent}<string>${escaped(value)}</string>`
  if (typeof value === 'boolean') return `${indent}<${value}/>`
  const inside = Array.isArray(value)
    ? (value as readonly Value[]).map((one) => written(one, `${indent}  `))
    : Object.entries(value).flatMap(([key, one]) => [
        `${indent}  <key>${escaped(key)}</key>`,
        written(one as Value, `${indent}  `),
      ])
  const name = Array.isArray(value) ? 'array' : 'dict'
  return [`${indent}<${name}>`, ...inside, `${indent}</${name}>`].join('\n')
}

const plist = (value: Value): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${written(value, '')}
</plist>
`

export const bundleId = 'org.fieldshelf.app'
const packType = 'org.fieldshelf.pack'

type Bundle = {
  readonly version: string
  /** SHA-256 of the header of `app.asar`. */
  readonly header: string
  /** The oldest macOS, as Electron's own file has it. */
  readonly oldest: string
}

export const infoPlist = ({ version, header, oldest }: Bundle): string =>
  plist({
    CFBundleName: 'Fieldshelf',
    CFBundleDisplayName: 'Fieldshelf',
    CFBundleIdentifier: bundleId,
    CFBundleExecutable: 'Fieldshelf',
    CFBundlePackageType: 'APPL',
    CFBundleInfoDictionaryVersion: '6.0',
    CFBundleShortVersionString: version,
    CFBundleVersion: version,
    CFBundleDevelopmentRegion: 'en',
    CFBundleLocalizations: ['en', 'az', 'ru'],
    CFBundleDocumentTypes: [
      {
        CFBundleTypeName: 'Fieldshelf pack',
        CFBundleTypeRole: 'Viewer',
        LSHandlerRank: 'Owner',
        LSItemContentTypes: [packType],
      },
    ],
    UTExportedTypeDeclarations: [
      {
        UTTypeIdentifier: packType,
        UTTypeDescription: 'Fieldshelf pack',
        UTTypeConformsTo: ['public.data'],
        UTTypeTagSpecification: { 'public.filename-extension': ['shelf'] },
      },
    ],
    ElectronAsarIntegrity: { 'Resources/app.asar': { algorithm: 'SHA256', hash: header } },
    LSApplicationCategoryType: 'public.app-category.reference',
    LSMinimumSystemVersion: oldest,
    NSPrincipalClass: 'AtomApplication',
    NSHighResolutionCapable: true,
    NSQuitAlwaysKeepsWindows: false,
    NSRequiresAquaSystemAppearance: false,
    NSSupportsAutomaticGraphicsSwitching: true,
  })

/** The words that the Finder shows, by language. */
export const finderWords: Readonly<Record<string, string>> = {
  en: '"Fieldshelf pack" = "Fieldshelf pack";\n',
  az: '"Fieldshelf pack" = "Fieldshelf paketi";\n',
  ru: '"Fieldshelf pack" = "Пакет Fieldshelf";\n',
}
