/**
 * The library: every pack on this machine. All files of folders are verified once at start, beside the first paint;
 * the listing waits for it, the window does not. Of a signed file only the head is: its other bytes were checked when
 * it was installed, and are again when they are read. A damaged pack is taken out alone, with the reason.
 *
 * There may be several packs of one id: the edition that came with Fieldshelf and the one that was installed, copies
 * in other folders, a forgery. They are *candidates*, in order: the installed edition, then by library, the folder that
 * is named by the id, by name. The first that is whole is shown. The others are kept in reserve: where a file of the
 * shown one is damaged later, a copy whose manifest is the same gives it instead. A release of Fieldshelf may bring a
 * newer edition than the one that was installed: that one goes first then.
 *
 * Measured on two busy cores: 12 ms for the bundled pack (0.8 MB), 1.3 s for 100 MB in 5,000 files.
 */
import { basename, join } from 'node:path'
import { encodeLibrary, type Damage, type ListedPack } from '../../src-library/format/library.ts'
import { withoutUnwanted } from '../../src-library/model/controlcharacters.ts'
import { failure, type Outcome } from '../../src-library/model/outcome.ts'
import { contentType } from './mediatypes.ts'
import { openPack, packFoldersIn, type Pack } from './pack.ts'
import type { ServedFile } from './serve.ts'

export type Library = {
  /** The packs in the form for the page, once all are verified. */
  readonly list: () => Promise<readonly ListedPack[]>
  /** A file of `library/…`, `library.json` among them; null when there is none. */
  readonly find: (name: string) => Promise<ServedFile | null>
  /** The shown packs, and those that came with Fieldshelf, by id. */
  readonly packs: () => Promise<{
    readonly shown: ReadonlyMap<string, Pack>
    readonly bundled: ReadonlyMap<string, Pack>
  }>
  /** Reads again which packs there are: an edition was installed, exchanged or removed. */
  readonly reopen: () => Promise<void>
}

/** Packs that the reader installed, as they are found at each opening. */
export type InstalledList = {
  readonly packs: readonly InstalledPack[]
  readonly leftOut: readonly { readonly path: string; readonly name: string; readonly damage: Damage }[]
}

export type InstalledPack = {
  readonly pack: Pack
  /** The sequence of the edition that came with Fieldshelf when the reader chose this one; 0 for none. */
  readonly over: number
}

/** How a pack that came with Fieldshelf is opened: a folder, or a signed file; null for what is neither. */
export type OpenBundled = (
  library: string,
) => Promise<readonly (readonly [path: string, Outcome<Pack, Damage>])[]>

/** A pack that the reader made of her own documents. */
export type OwnCandidate = {
  readonly id: string
  readonly path: string
  readonly pack: Outcome<Pack, Damage>
}

type Options = {
  readonly installed?: () => Promise<InstalledList>
  /** Signed files in the libraries, beside the folders. */
  readonly files?: OpenBundled
  /** Whether folders are packs too. A folder is not signed: packages take none. */
  readonly unsigned?: boolean
  /** Packs of the reader's own documents. They give way to any other pack of their id. */
  readonly own?: () => Promise<readonly OwnCandidate[]>
}

/** Folders of a library that are looked into. */
const mostPacks = 200

/** Packs that say they have one id: the shown one first, once they are verified. */
type Candidates = Pack[]

/** By path: its name, and why it is not shown. */
type LeftOut = Map<string, { readonly name: string; readonly damage: Damage }>

type Opened = {
  readonly byId: ReadonlyMap<string, Candidates>
  readonly bundled: ReadonlyMap<string, Pack>
  readonly leftOut: LeftOut
}

/** `folders` are searched in order. Returns at once, and reads meanwhile. */
export function openLibrary(folders: readonly string[], options: Options = {}): Library {
  const openAndVerify = async (before: Promise<unknown>): Promise<Opened> => {
    // Not two at once: the disk is no faster for it.
    await before
    const opened = await openAll(folders, options)
    // One after the other: the disk is no faster for several, and memory is short.
    for (const candidates of opened.byId.values()) await choose(candidates, opened.leftOut)
    return opened
  }
  let opening = openAndVerify(Promise.resolve())

  const list = async (): Promise<readonly ListedPack[]> => {
    const { byId, leftOut } = await opening
    const ready = [...byId].flatMap(([id, [first]]) => (first ? [[id, first] as const] : []))
    return [
      ...ready
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([id, { signed, own }]): ListedPack => ({
          state: 'ready',
          id,
          ...(signed && { signed: { publisher: signed.publisher, standing: signed.standing } }),
          ...(own && { signed: { publisher: own.publisher, standing: 'own' } }),
        })),
      ...[...leftOut.values()].map(({ name, damage }): ListedPack => ({
        state: 'left-out',
        // The name is shown, and a name may hold any character.
        folder: withoutUnwanted(name).text,
        reason: damage,
      })),
    ]
  }

  /** From the shown pack, or from a copy of it where that one is damaged. */
  const read = async (
    candidates: Candidates,
    { sum }: Pack,
    path: string,
    leftOut: LeftOut,
  ): ReturnType<ServedFile['read']> => {
    for (;;) {
      const [shown, ...others] = candidates
      const entry = shown?.manifest.files.get(path)
      // The page knows one edition. Another one is shown from the next start on.
      if (shown?.sum !== sum || entry === undefined) return null
      const bytes = await shown.read(path, entry)
      if (bytes.ok) return bytes.value
      // What the system does not hand out now, it may hand out the next time.
      if (bytes.failure === 'unreadable') return null
      if (candidates[0] !== shown) continue
      const copies = others.filter((other) => other.sum === sum)
      // One bad place in a signed file costs one article: the rest of it, numbers to call among them, is still sound.
      if (shown.signed && copies.length === 0) return null
      leftOut.set(shown.path, { name: nameOf(shown), damage: bytes.failure })
      candidates.splice(0, candidates.length, ...copies)
    }
  }

  const listing: ServedFile = {
    origin: 'content',
    mediaType: 'application/json; charset=utf-8',
    read: async () => new TextEncoder().encode(encodeLibrary({ packs: await list() })),
  }

  return {
    list,
    packs: async () => {
      const { byId, bundled } = await opening
      return {
        shown: new Map([...byId].flatMap(([id, [first]]) => (first ? [[id, first] as const] : []))),
        bundled,
      }
    },
    reopen: async () => {
      opening = openAndVerify(opening)
      await opening
    },
    find: async (name) => {
      if (name === 'library.json') return listing
      const separator = name.indexOf('/')
      const path = name.slice(separator + 1)
      const mediaType = contentType(path)
      if (mediaType === null) return null
      const { byId, leftOut } = await opening
      const candidates = byId.get(name.slice(0, separator))
      const shown = candidates?.[0]
      if (!candidates || !shown?.manifest.files.has(path)) return null
      return { origin: 'content', mediaType, read: () => read(candidates, shown, path, leftOut) }
    },
  }
}

async function openAll(
  folders: readonly string[],
  { installed, files, unsigned = true, own }: Options,
): Promise<Opened> {
  const byId = new Map<string, Candidates>()
  const bundled = new Map<string, Pack>()
  const leftOut: LeftOut = new Map()
  for (const library of folders) {
    const names = unsigned ? await packFoldersIn(library) : []
    const opened: Pack[] = []
    const take = (path: string, pack: Outcome<Pack, Damage>): void => {
      if (pack.ok) opened.push(pack.value)
      else leftOut.set(path, { name: basename(path), damage: pack.failure })
    }
    for (const [i, name] of names.entries()) {
      const folder = join(library, name)
      take(folder, i < mostPacks ? await openPack(folder) : failure('too-large'))
    }
    for (const [path, pack] of (await files?.(library)) ?? []) take(path, pack)
    const isNamed = ({ id, path }: Pack): boolean => basename(path) === id
    for (const pack of [...opened.filter(isNamed), ...opened.filter((each) => !isNamed(each))]) {
      if (!bundled.has(pack.id)) bundled.set(pack.id, pack)
      const candidates = byId.get(pack.id)
      if (candidates) candidates.push(pack)
      else byId.set(pack.id, [pack])
    }
  }
  const found = await installed?.()
  for (const { path, name, damage } of found?.leftOut ?? []) leftOut.set(path, { name, damage })
  for (const { pack, over } of found?.packs ?? []) {
    const own = byId.get(pack.id) ?? []
    const shipped = bundled.get(pack.id)?.signed?.sequence ?? 0
    const isNewer = shipped > over && shipped > (pack.signed?.sequence ?? 0)
    byId.set(pack.id, isNewer ? [...own, pack] : [pack, ...own])
  }
  for (const { id, path, pack } of (await own?.()) ?? []) {
    if (byId.has(id)) leftOut.set(path, { name: id, damage: 'twin' })
    else if (pack.ok) byId.set(id, [pack.value])
    else leftOut.set(path, { name: id, damage: pack.failure })
  }
  return { byId, bundled, leftOut }
}

/** Brings the first whole one to the front, and says of the others why they are not shown. None is left if none is whole. */
async function choose(candidates: Candidates, leftOut: LeftOut): Promise<void> {
  while (candidates[0]) {
    const [first, ...others] = candidates
    const whole = await first.verify()
    if (whole.ok) {
      for (const { path, manifest, sum, signed } of others) {
        // A copy of what is shown is no news to anybody, and of signed editions the reader knows the order. Another
        // edition would be looked for in vain, and the same edition with other content is a mistake or a forgery.
        if (sum === first.sum || signed || first.signed) continue
        const damage = manifest.edition === first.manifest.edition ? 'twin' : 'other-edition'
        leftOut.set(path, { name: basename(path), damage })
      }
      return
    }
    leftOut.set(first.path, { name: nameOf(first), damage: whole.failure })
    candidates.shift()
  }
}

/** A signed file is called by a number: its title says more. */
const nameOf = ({ path, signed, own, manifest }: Pack): string =>
  signed || own ? manifest.title : basename(path)
