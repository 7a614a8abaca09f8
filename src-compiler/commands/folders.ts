/** Folders on the disk, and what to say when they can't be read or written. */
import * as disk from 'node:fs/promises'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { readFolder, type SourceFiles } from '../1-read/files.ts'

/** The files of a folder, or a sentence on why not. */
export async function openFolder(folder: string): Promise<Outcome<SourceFiles, string>> {
  try {
    return success(await readFolder(folder, disk))
  } catch (error) {
    return failure(`${sentenceOf(error, folder)}\n`)
  }
}

/** A system error in words. Rethrows any other error. */
export function sentenceOf(error: unknown, folder: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
      return `There is no folder ${folder}.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${folder} is not a folder.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${folder} can’t be used: permission is missing. Look at who owns it, or choose another.`
    case 'ENOSPC':
      return `The disk of ${folder} is full. Make room and try again; nothing was replaced.`
    case 'EFBIG':
      return `${folder} holds more than a pack can: over 1 GB, or over 100,000 files. Is it the right folder?`
    case 'EBUSY':
      return `${folder} is in use by another program. Close it and try again.`
    case '':
      throw error
    default:
      return `${folder} can’t be used (${code}).`
  }
}
