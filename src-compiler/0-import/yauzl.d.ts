/** The part of yauzl that we use: it has no types of its own. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export type Entry = {
    readonly fileName: string
    /** Bytes, as the directory says. */
    readonly uncompressedSize: number
    isEncrypted(): boolean
  }

  export type ZipFile = {
    readonly entryCount: number
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }

  export function fromBufferPromise(
    buffer: Buffer,
    options: { readonly lazyEntries: true; readonly strictFileNames: boolean },
  ): Promise<ZipFile>
}
