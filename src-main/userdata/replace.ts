/**
 * Writes a file so that at every moment, also when the process is killed or the disk is full, its old bytes
 * or its new ones can be found: under its own name, or under `.bak`, the last good copy.
 *
 *     write tmp, flush, compare  ->  current becomes .bak  ->  tmp becomes current  ->  flush the folder
 *
 * Libraries that do this were found to take one short write for a whole one when the disk fills.
 */
import type * as fs from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { SaveFailure } from '../../src-bridge/contract.ts'

/** The operations used, so that a test can fail each. */
export type Files = Pick<
  typeof fs,
  'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'readlink' | 'rename' | 'rm' | 'stat'
>

export const backupOf = (path: string): string => `${path}.bak`
/** Our own suffix, so it cannot collide with the reader's files. */
export const temporaryOf = (path: string): string => `${path}.fieldshelf-tmp`

/** For this account alone. */
export const ownMode = 0o600

/**
 * Rejects with the system's error; the old bytes remain then. `keepsBackup`: the present file is a good one. `mode`:
 * who may read and write it, regardless of the process's mask.
 */
export async function replaceFile(
  files: Files,
  path: string,
  bytes: Uint8Array,
  keepsBackup: boolean,
  mode = ownMode,
): Promise<void> {
  await files.mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await placeFile(files, path, bytes, keepsBackup, mode)
}

/** The same in a folder that is there. On a stick that was pulled out no folder is to be made in its place. */
export async function placeFile(
  files: Files,
  path: string,
  bytes: Uint8Array,
  keepsBackup: boolean,
  mode: number,
): Promise<void> {
  const temporary = temporaryOf(path)
  try {
    await writeWhole(files, temporary, bytes, mode)
    if (keepsBackup) await renamePatiently(files, path, backupOf(path))
    await renamePatiently(files, temporary, path)
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await flushFolder(files, dirname(path))
}

/** A link to a link to a link: no person makes more. */
const mostLinks = 20

/**
 * Where a file that the reader chose really lies. A rename over a symbolic link would take the link away and leave the
 * file that it names with its old text. Rejects as the system does for a link that leads in a circle.
 */
export async function throughLinks(files: Pick<Files, 'lstat' | 'readlink'>, path: string): Promise<string> {
  let real = path
  for (let links = 0; links <= mostLinks; links++) {
    const found = await files.lstat(real).catch(() => null)
    if (!found?.isSymbolicLink()) return real
    real = resolve(dirname(real), await files.readlink(real))
  }
  throw Object.assign(new Error('The link leads in a circle.'), { code: 'ELOOP' })
}

async function writeWhole(files: Files, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  // Left over from a process that was killed.
  await files.rm(path, { force: true })
  const handle = await files.open(path, 'wx', ownMode)
  try {
    await handle.writeFile(bytes)
    // FAT and network drives may not support modes. The file then has the mode of all files there.
    if (mode !== ownMode) await handle.chmod(mode).catch(() => undefined)
    await handle.sync()
  } finally {
    await handle.close()
  }
  const written = await files.readFile(path)
  if (!written.equals(bytes))
    throw Object.assign(new Error('The file was not written whole.'), { code: 'EIO' })
}

/** On Windows a virus scanner or an indexer may hold a file for a moment. */
export async function renamePatiently(files: Files, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await files.rename(from, to)
    } catch (error) {
      const isHeld = ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? '')
      if (process.platform !== 'win32' || !isHeld || attempt === 10) throw error
      await setTimeout(50)
    }
  }
}

/** A rename is on the disk once its folder is. Windows has no such thing; elsewhere a file system may refuse it. */
export async function flushFolder(files: Files, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await files.open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close().catch(() => undefined)
}

/** The system's code of an error, `ENOSPC`. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Why the system did not write: no room, no permission, or something else. */
export function reasonOf(
  error: unknown,
): Extract<SaveFailure['reason'], 'disk-full' | 'read-only' | 'unknown'> {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'read-only'
    default:
      return 'unknown'
  }
}
