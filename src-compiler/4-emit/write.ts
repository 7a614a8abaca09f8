/**
 * A compiled pack -> a folder, whole or not at all. The files are written into
 * a folder beside, which then takes the old one's place by being renamed; a
 * build that dies at any moment leaves the old pack or the new one, and never
 * a mixture. Between the two renames there is neither for an instant: the next
 * build puts the old pack back.
 *
 * Bytes are not forced to the disk file by file, which would take longer than all
 * the rest. The manifest is written last and flushed, before the folder takes its
 * place: a pack that a power cut left incomplete has no manifest or fails it, and is
 * built again.
 */
import { basename, dirname, join, resolve } from 'node:path'
import { atOnce } from '../1-read/files.ts'
import { isPackPath, manifestPath } from '../../src-library/format/paths.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'

/** The part of `node:fs/promises` that writing needs. */
export type WritableDisk = {
  mkdir(path: string): Promise<unknown>
  writeFile(path: string, data: Uint8Array, options?: { readonly flush: boolean }): Promise<void>
  rename(from: string, to: string): Promise<void>
  rm(path: string, options: { recursive: true; force: true }): Promise<void>
  readdir(
    path: string,
    options: { withFileTypes: true },
  ): Promise<readonly { readonly name: string; isDirectory(): boolean }[]>
}

/** The folder is in use by something that is no compiled pack; `path` is the first file that shows it. */
export type OccupiedFolder = { readonly kind: 'occupied'; readonly path: string }

/** Puts the pack's files where `folder` says, in place of the pack that is there. Rejects as the disk does, with nothing replaced. */
export async function writePack(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  disk: WritableDisk,
): Promise<Outcome<null, OccupiedFolder>> {
  const target = resolve(folder)
  const beside = (suffix: string): string => join(dirname(target), `.${basename(target)}.${suffix}`)
  const replaced = beside('replaced')
  // Two builds at once each have their own: the last to rename wins, whole.
  const building = `${beside('building')}-${process.pid}`

  await makeFolder(dirname(target), disk)
  await putBack(replaced, target, disk)
  const stranger = await findStranger(target, disk)
  if (stranger !== null) return failure({ kind: 'occupied', path: stranger })

  await removeLeftovers(`${beside('building')}-`, disk)
  try {
    await writeAll(files, building, disk)
    await replace(target, building, replaced, disk)
  } catch (error) {
    await disk.rm(building, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
  return success(null)
}

/** Removes folders that dead builds left: builds of a process that has ended, or an earlier build of this process. */
async function removeLeftovers(prefix: string, disk: WritableDisk): Promise<void> {
  for (const { name } of (await namesIn(dirname(prefix), disk)) ?? []) {
    if (!name.startsWith(basename(prefix))) continue
    const pid = Number(name.slice(basename(prefix).length))
    if (pid === process.pid || !isRunning(pid)) {
      await disk.rm(join(dirname(prefix), name), { recursive: true, force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function writeAll(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  disk: WritableDisk,
): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))))
  for (const path of [folder, ...folders]) await makeFolder(path, disk)
  const manifest = files.get(manifestPath)
  const others = [...files].filter(([path]) => path !== manifestPath)
  await atOnce(others, ([path, bytes]) => disk.writeFile(join(folder, path), bytes))
  if (manifest) await disk.writeFile(join(folder, manifestPath), manifest, { flush: true })
}

/** With its parents. Node's own `recursive` asks for ever where a file system has no room for folders, as in /proc. */
async function makeFolder(path: string, disk: WritableDisk): Promise<void> {
  try {
    await disk.mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path), disk)
    await disk.mkdir(path)
  }
}

async function replace(
  target: string,
  building: string,
  replaced: string,
  disk: WritableDisk,
): Promise<void> {
  if ((await namesIn(target, disk)) === null) return disk.rename(building, target)
  await disk.rm(replaced, { recursive: true, force: true })
  await disk.rename(target, replaced)
  try {
    await disk.rename(building, target)
  } catch (error) {
    await disk.rename(replaced, target)
    throw error
  }
  // Files that can't be deleted now are deleted by the next build.
  await disk.rm(replaced, { recursive: true, force: true }).catch(() => undefined)
}

/** A build died between its two renames: the old pack is still there, under another name. */
async function putBack(replaced: string, target: string, disk: WritableDisk): Promise<void> {
  const isGone = (await namesIn(target, disk)) === null
  if (isGone && (await namesIn(replaced, disk)) !== null) await disk.rename(replaced, target)
}

/** A file in the folder that no pack holds; null when there is none, or no folder, or an empty one. */
export async function findStranger(
  target: string,
  disk: Pick<WritableDisk, 'readdir'>,
): Promise<string | null> {
  const top = await namesIn(target, disk)
  if (top === null || top.length === 0) return null
  if (!top.some(({ name }) => name === manifestPath)) return top[0]?.name ?? null
  for (const { name, isFolder } of top) {
    const paths = isFolder
      ? ((await namesIn(join(target, name), disk)) ?? []).map((inner) => `${name}/${inner.name}`)
      : [name]
    const stranger = paths.find((path) => !isPackPath(path))
    if (stranger !== undefined) return stranger
  }
  return null
}

type Name = { readonly name: string; readonly isFolder: boolean }

/** Null when there is no such folder. */
async function namesIn(folder: string, disk: Pick<WritableDisk, 'readdir'>): Promise<readonly Name[] | null> {
  try {
    const entries = await disk.readdir(folder, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
