/**
 * Records of any length, found by their number: sixteen to a block, which begins with
 * their lengths, and one offset a block. A quarter of the bytes that an offset each would take.
 */
import { ByteReader, ByteWriter } from './bytes.ts'

export const blockSize = 16

/** How many blocks that many entries fill, and so how many offsets they have. */
export const blocksOf = (entries: number): number => Math.ceil(entries / blockSize)

export type RecordBytes = { readonly starts: Uint32Array; readonly bytes: Uint8Array }

export function packRecords(records: readonly Uint8Array[]): RecordBytes {
  const writer = new ByteWriter()
  const starts = new Uint32Array(blocksOf(records.length))
  for (let block = 0; block < starts.length; block++) {
    starts[block] = writer.length
    const own = records.slice(block * blockSize, (block + 1) * blockSize)
    for (const record of own) writer.varint(record.length)
    for (const record of own) writer.append(record)
  }
  return { starts, bytes: writer.take() }
}

export class Records {
  readonly bytes: Uint8Array
  readonly #starts: Uint32Array
  readonly #size: number
  /** Where the records of the block last asked for begin: those asked for together mostly lie together. */
  readonly #offsets = new Uint32Array(blockSize)
  #block = -1

  constructor(size: number, { starts, bytes }: RecordBytes) {
    this.#size = size
    this.#starts = starts
    this.bytes = bytes
  }

  /** Offset of a record; of the end for a number that none has. */
  startOf(record: number): number {
    if (!(record >= 0 && record < this.#size)) return this.bytes.length
    const block = record >>> 4
    if (block !== this.#block) this.#read(block)
    return this.#offsets[record & (blockSize - 1)] as number
  }

  #read(block: number): void {
    const reader = new ByteReader(this.bytes, this.#starts[block])
    const count = Math.min(blockSize, this.#size - block * blockSize)
    let offset = 0
    for (let i = 0; i < count; i++) {
      this.#offsets[i] = offset
      offset += reader.varint()
    }
    for (let i = 0; i < count; i++) this.#offsets[i] = (this.#offsets[i] as number) + reader.at
    this.#block = block
  }
}
