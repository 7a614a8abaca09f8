/**
 * Third-party notices: which packages are in the built app, under which licence, with the full text.
 *
 * Each build (main, preload, page, each worker) adds the packages of its output: the modules of its scripts and the
 * files it copies, fonts among them. The page's build comes last and writes `notices.json`, which About shows.
 *
 *   build     packages come from
 *   scripts   `chunk.moduleIds`
 *   assets    `asset.originalFileNames` (fonts, workers)
 *   program   `delivered`: packages that are installed with the app and not bundled
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import licences from 'spdx-license-list/full.js'

/** The part of a bundler's output that is read here. Paths are absolute, or relative to the build's root. */
export type Output =
  | { readonly type: 'chunk'; readonly moduleIds: readonly string[] }
  | { readonly type: 'asset'; readonly originalFileNames: readonly string[] }

export type Notice = {
  readonly name: string
  readonly version: string
  /** SPDX licence expression: https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/ */
  readonly licence: string
  /** Where its source is. Empty if the package does not say. */
  readonly address: string
  /** The licence texts in full. */
  readonly text: string
}

/** Licences that may be in the product, each with words that only its full text has. */
const accepted: Readonly<Record<string, RegExp>> = {
  MIT: /Permission is hereby granted, free of charge/,
  ISC: /Permission to use, copy, modify,? and\/or distribute/,
  '0BSD': /Permission to use, copy, modify,? and\/or distribute/,
  'BSD-2-Clause': /Redistributions in binary form must reproduce/,
  'BSD-3-Clause': /Neither the name of/,
  'Apache-2.0': /TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION/,
  'MPL-1.1': /MOZILLA PUBLIC LICENSE[\s\S]*Termination/i,
  'MPL-2.0': /Mozilla Public License[\s\S]*Termination/i,
  'OFL-1.1': /SIL OPEN FONT LICENSE[\s\S]*TERMINATION/i,
  Zlib: /provided ['"]as-is['"], without any express or implied\s+warranty/,
}

const licenceFile = /^(?:licen[cs]e|copying|notice)/i

/** The folder of the package that a file belongs to; null for a file of our own or of the bundler. */
export function packageFolderOf(file: string): string | null {
  const path = file.replaceAll('\\', '/').replace(/[?#].*$/, '')
  if (path.startsWith('\0') || !path.includes('/node_modules/')) return null
  const at = path.lastIndexOf('/node_modules/') + '/node_modules/'.length
  const [first = '', second = ''] = path.slice(at).split('/')
  return path.slice(0, at) + (first.startsWith('@') ? `${first}/${second}` : first)
}

/** Every package that an output takes something from, by folder. `root` is what relative names start at. */
export function packagesIn(outputs: Iterable<Output>, root: string): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const output of outputs) {
    const files = output.type === 'chunk' ? output.moduleIds : output.originalFileNames
    for (const file of files) {
      const folder = packageFolderOf(file.startsWith('\0') ? file : resolve(root, file))
      if (folder !== null) folders.add(folder)
    }
  }
  return folders
}

/**
 * The notice of the package in a folder.
 * @throws if its licence is not one of the accepted, with what to do
 */
export function noticeOf(folder: string): Notice {
  const { name, version, license, repository, homepage } = readPackage(folder)
  const own = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
  const missing = idsOf(license).flatMap((id) => {
    const isThere = accepted[id]
    if (isThere === undefined)
      throw new Error(
        `${name} ${version} is under “${license}”, which is not an accepted licence. Use another package, or add ` +
          'the licence to scripts/notices/notices.ts and say why in a decision.',
      )
    return isThere.test(own) ? [] : [licences[id]?.licenseText.trim() ?? '']
  })
  return {
    name,
    version,
    licence: license,
    address: addressOf(repository) || homepage,
    text: [own, ...missing].filter((text) => text !== '').join('\n\n'),
  }
}

/**
 * The licences that an expression names: “(MIT AND Zlib)”. Of “A OR B” we take those that are accepted, where one is.
 * Never empty.
 */
function idsOf(expression: string): readonly string[] {
  const ids = expression.split(/\s+(?:AND|OR)\s+|[()]/).filter((id) => id.trim() !== '')
  const isChoice = /\sOR\s/.test(expression) && !/\sAND\s/.test(expression)
  const taken = isChoice ? ids.filter((id) => accepted[id] !== undefined) : ids
  return taken.length > 0 ? taken : ids.length > 0 ? ids : ['']
}

/** `git+https://host/owner/name.git`, or `owner/name` for short, as an address that a person can type. */
const addressOf = (repository: string): string =>
  repository
    .replace(/^(?:github:)?([\w-]+\/[\w.-]+)$/, 'https://github.com/$1')
    .replace(/^git\+/, '')
    .replace(/^(?:git:\/\/|ssh:\/\/git@)/, 'https://')
    .replace(/\.git$/, '')

function readPackage(
  folder: string,
): Record<'name' | 'version' | 'license' | 'repository' | 'homepage', string> {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const given: Record<string, unknown> = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  const text = (value: unknown): string => {
    if (typeof value === 'string') return value
    const inner: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
    return typeof inner['url'] === 'string' ? inner['url'] : ''
  }
  return {
    name: text(given['name']),
    version: text(given['version']),
    license: text(given['license']) || oldLicences(given['licenses']),
    repository: text(given['repository']),
    homepage: text(given['homepage']),
  }
}

/** Packages of before 2014 name their licences in a list: any of them may be taken. */
const oldLicences = (given: unknown): string =>
  (Array.isArray(given) ? (given as readonly unknown[]) : [])
    .flatMap((one) =>
      typeof one === 'object' && one !== null && 'type' in one && typeof one.type === 'string'
        ? [one.type]
        : [],
    )
    .join(' OR ')

/** The nearest `node_modules` at or above a folder that holds a package. */
export function findPackage(name: string, from: string): string {
  const folder = join(from, 'node_modules', name)
  if (existsSync(folder)) return folder.replaceAll('\\', '/')
  const above = dirname(from)
  if (above === from) throw new Error(`The package ${name} is not installed.`)
  return findPackage(name, above)
}

/** What `notices.json` holds. A text that several packages share is written once. */
export type NoticesFile = {
  readonly texts: readonly string[]
  readonly packages: readonly (Omit<Notice, 'text'> & { readonly text: number })[]
}

export function noticesFile(folders: Iterable<string>): NoticesFile {
  const notices = [...folders].map(noticeOf)
  // By code unit: the same file on every machine.
  const key = ({ name, version }: Notice): string => `${name}@${version}`
  const unique = [...new Map(notices.map((notice) => [key(notice), notice])).values()]
  unique.sort((one, other) => (key(one) < key(other) ? -1 : 1))
  const texts = [...new Set(unique.map(({ text }) => text))]
  return { texts, packages: unique.map(({ text, ...rest }) => ({ ...rest, text: texts.indexOf(text) })) }
}
