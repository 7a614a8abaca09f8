/** For tests: small compiled packs as signed files, and an installer in a folder of its own. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile } from '../../src-compiler/compile.ts'
import type { CompiledPack } from '../../src-compiler/4-emit/emit.ts'
import { success } from '../../src-library/model/outcome.ts'
import type { PackProgress } from '../../src-bridge/packs.ts'
import type { Isolated } from '../../src-isolated/isolated.ts'
import { makePackFile, type Edition } from '../../src-packs/make.ts'
import { publicKeyOf } from '../../src-packs/ed25519.ts'
import { seedOf, tinyEdition } from '../../src-packs/testing/tinypack.ts'
import { toHex } from '../../src-library/format/publickey.ts'
import type { ShippedKey } from '../../src-packs/trust.ts'
import { openLibrary, type Library } from '../library/library.ts'
import { decodeFiles } from '../packs/decodefiles.ts'
import type { PackFiles } from '../packs/files.ts'
import { InstalledPacks } from '../packs/installed.ts'
import { Installer } from '../packs/installer.ts'
import { Registry } from '../packs/registry.ts'

const compiled = new Map<string, CompiledPack>()

/** A pack of one article; `says` is its text. */
export function smallPack(id: string, edition: string, says: string): CompiledPack {
  const key = JSON.stringify([id, edition, says])
  const known = compiled.get(key)
  if (known) return known
  const text = (value: string): Uint8Array => new TextEncoder().encode(value)
  const made = compile(
    new Map([
      ['pack.json', text(JSON.stringify({ id, title: `The ${id}`, edition, publisher: 'Village' }))],
      ['encyclopedia/well.md', text(`---\ntitle: The well\nsummary: Where it is.\n---\n\n${says}\n`)],
    ]),
  ).compiled
  if (!made) throw new Error('The small pack is no pack.')
  compiled.set(key, made)
  return made
}

type Made = Partial<Edition> & {
  readonly id?: string
  readonly edition?: string
  readonly says?: string
  /** Names of test keys. */
  readonly keys?: readonly string[]
}

/** The bytes of a signed file. */
export function shelfBytes({
  id = 'village',
  edition,
  says,
  keys = ['village'],
  ...rest
}: Made = {}): Uint8Array {
  const sequence = rest.sequence ?? 1
  const { manifest, files } = smallPack(
    id,
    edition ?? `edition ${sequence}`,
    says ?? `It is by mill ${sequence}.`,
  )
  return makePackFile(manifest, files, { ...tinyEdition, ...rest, sequence }, keys.map(seedOf))
}

/** Writes it to a stick, and gives its path. */
export async function onStick(folder: string, made: Made = {}, name = 'pack.shelf'): Promise<string> {
  const path = join(folder, 'stick', name)
  await mkdir(join(folder, 'stick'), { recursive: true })
  await writeFile(path, shelfBytes(made))
  return path
}

export const keyOf = (name: string): string => toHex(publicKeyOf(seedOf(name)))

export const inProcess: Pick<Isolated, 'run'> = {
  run: (_task, bytes, input) =>
    Promise.resolve(success(decodeFiles(bytes, input as Parameters<typeof decodeFiles>[1]) as never)),
}

export type TestShelf = {
  readonly installer: Installer
  readonly library: Library
  readonly registry: Registry
  readonly told: PackProgress[]
}

type Options = {
  readonly files?: PackFiles
  readonly shipped?: readonly ShippedKey[]
  readonly isolated?: Pick<Isolated, 'run'>
  /** Whether the reader makes a pack of this id. */
  readonly isOwn?: (id: string) => Promise<boolean>
}

/** What main builds at each start, over `folder/profile` and the packs that came with it in `folder/library`. */
export async function startShelf(folder: string, options: Options = {}): Promise<TestShelf> {
  const profile = join(folder, 'profile')
  const registry = await Registry.open(profile, options.files)
  const shipped = options.shipped ?? [{ key: keyOf('product'), ids: ['hotline'] }]
  const installed = new InstalledPacks(profile, registry, shipped, options.files)
  await installed.tidy()
  const library = openLibrary([join(folder, 'library')], {
    installed: installed.open,
    files: installed.openBundled,
  })
  const progressSteps: PackProgress[] = []
  const installer = new Installer({
    installed,
    registry,
    library,
    isolated: options.isolated ?? inProcess,
    version: '0.3.0',
    today: () => '2026-11-30',
    tell: (progress) => progressSteps.push(progress),
    changed: () => undefined,
    ...(options.files ? { files: options.files } : {}),
    ...(options.isOwn ? { isOwn: options.isOwn } : {}),
  })
  await installer.clear()
  return { installer, library, registry, told: progressSteps }
}

/** The edition of a pack that is shown; null for none. */
export const editionShown = async (
  { library }: Pick<TestShelf, 'library'>,
  id = 'village',
): Promise<string | null> => (await library.packs()).shown.get(id)?.manifest.edition ?? null

/** Offers a file and says yes. Gives why it was not installed, or null. */
export async function install({ installer }: TestShelf, path: string): Promise<string | null> {
  const offered = await installer.examine(path)
  if (!offered.ok) return offered.failure.kind
  const installed = await installer.install(offered.value.token)
  return installed.ok ? null : installed.failure.kind
}

/** Changes one bit of a file; `at` counts from its end where it is below zero. */
export async function flipBit(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  const place = at < 0 ? bytes.length + at : at
  bytes[place] = (bytes[place] ?? 0) ^ 1
  await writeFile(path, bytes)
}
