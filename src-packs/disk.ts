/** Pack files on the disk, read by offset. */
import type { FileHandle } from 'node:fs/promises'
import type { ReadableFile } from './read.ts'

/** An open file of `size` bytes. */
export const readableOf = (handle: FileHandle, size: number): ReadableFile => ({
  size,
  read: async (offset, length) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
    let done = 0
    // A read may return fewer bytes than asked for.
    while (done < bytes.length) {
      const { bytesRead } = await handle.read(bytes, done, bytes.length - done, offset + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return bytes.subarray(0, done)
  },
})
