/** The operations on the disk that installing needs, so that a test can fail each; and pack files read by offset. */
import * as nodeFiles from 'node:fs/promises'
import { readableOf } from '../../src-packs/disk.ts'
import type { ReadableFile } from '../../src-packs/read.ts'
import type { Files } from '../userdata/replace.ts'

export type PackFiles = Files & Pick<typeof nodeFiles, 'statfs'>
export const packFiles: PackFiles = nodeFiles

/** Opens the file for as long as `use` takes. Windows lets no open file be renamed, so none is held longer. */
export async function withFile<Result>(
  files: Pick<PackFiles, 'open'>,
  path: string,
  use: (disk: ReadableFile) => Promise<Result>,
): Promise<Result> {
  const handle = await files.open(path, 'r')
  try {
    const { size } = await handle.stat()
    return await use(readableOf(handle, size))
  } finally {
    await handle.close()
  }
}

/** Every read opens the file and closes it. */
export const readableAt = (files: Pick<PackFiles, 'open'>, path: string, size: number): ReadableFile => ({
  size,
  read: (offset, length) => withFile(files, path, (disk) => readableOfSize(disk, size).read(offset, length)),
})

/** A file that was exchanged for one of another length gives nothing: its bytes would be another pack's. */
const readableOfSize = (disk: ReadableFile, size: number): ReadableFile =>
  disk.size === size ? disk : { size, read: () => Promise.resolve(new Uint8Array()) }
