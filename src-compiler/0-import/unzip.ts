/** The files of a zip that somebody made: bounded, and refused where its directory lies. */
import { fromBufferPromise } from 'yauzl'
import { success, type Outcome } from '../../src-library/model/outcome.ts'
import { refuse, type Refusal } from './refusal.ts'

const mostEntries = 5_000
/** Bytes of all files together, unpacked. */
const mostBytes = 256 * 1024 ** 2

/** The files by path, as far as `isWanted` asks for them. */
export async function unzip(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean = () => true,
): Promise<Outcome<ReadonlyMap<string, Uint8Array>, Refusal>> {
  const files = new Map<string, Uint8Array>()
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true })
    if (zip.entryCount > mostEntries)
      return refuse('too-much', 'The file holds more than 5,000 parts, which no document needs.')
    let total = 0
    const seen = new Set<string>()
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted())
        return refuse(
          'protected',
          'The file is locked with a password. Save it without one and bring it in again.',
        )
      if (seen.has(entry.fileName))
        return refuse('damaged', 'The file holds two parts of one name. Save it again.')
      seen.add(entry.fileName)
      total += entry.uncompressedSize
      if (total > mostBytes)
        return refuse(
          'too-large',
          'Unpacked, the file is larger than 256 MB. Make its images smaller, or bring in its parts.',
        )
      if (entry.fileName.endsWith('/') || !isWanted(entry.fileName)) continue
      const parts: Buffer[] = []
      // The stream ends with an error when it holds more than the directory says.
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
      files.set(entry.fileName, new Uint8Array(Buffer.concat(parts)))
    }
    return success(files)
  } catch {
    return refuse('damaged', 'The file is damaged. Open it in the program that made it and save it again.')
  }
}
