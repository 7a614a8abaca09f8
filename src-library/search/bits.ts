/**
 * Small numbers in as few bits as they need: Rice codes (https://en.wikipedia.org/wiki/Golomb_coding#Rice_coding).
 * A number is its upper part in ones, closed by a zero, and its `parameter` lower bits. Numbers that
 * would take too many ones are written whole behind `longestRun` of them.
 */
import { ByteWriter } from './bytes.ts'

const longestRun = 24
const wholeBits = 32
export const largestParameter = 15

/** Bits that a number takes. */
export function riceLength(value: number, parameter: number): number {
  const ones = value >>> parameter
  return ones < longestRun ? ones + 1 + parameter : longestRun + wholeBits
}

export class BitWriter {
  readonly #bytes = new ByteWriter()
  #pending = 0
  #filled = 0

  /** Bits written. */
  get length(): number {
    return this.#bytes.length * 8 + this.#filled
  }

  rice(value: number, parameter: number): void {
    const ones = Math.min(value >>> parameter, longestRun)
    for (let i = 0; i < ones; i++) this.#bit(1)
    if (ones === longestRun) this.#bits(value, wholeBits)
    else {
      this.#bit(0)
      this.#bits(value, parameter)
    }
  }

  /** A copy of what was written; the last byte is filled with zeros. */
  take(): Uint8Array {
    while (this.#filled > 0) this.#bit(0)
    return this.#bytes.take()
  }

  #bits(value: number, count: number): void {
    for (let bit = 0; bit < count; bit++) this.#bit((value >>> bit) & 1)
  }

  #bit(bit: number): void {
    this.#pending |= bit << this.#filled
    this.#filled += 1
    if (this.#filled < 8) return
    this.#bytes.byte(this.#pending)
    this.#pending = 0
    this.#filled = 0
  }
}

/** Reads what `BitWriter` wrote. Past the end it reads zeros, so that no loop over it can run away. */
export class BitReader {
  readonly #bytes: Uint8Array
  /** In bits. */
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  rice(parameter: number): number {
    const bytes = this.#bytes
    let at = this.at
    let ones = 0
    while (ones < longestRun && ((bytes[at >>> 3] ?? 0) >>> (at & 7)) & 1) {
      ones += 1
      at += 1
    }
    const isWhole = ones === longestRun
    if (!isWhole) at += 1
    const count = isWhole ? wholeBits : parameter
    let low = 0
    for (let read = 0; read < count;) {
      const within = at & 7
      const take = Math.min(8 - within, count - read)
      low |= (((bytes[at >>> 3] ?? 0) >>> within) & ((1 << take) - 1)) << read
      read += take
      at += take
    }
    this.at = at
    return isWhole ? low >>> 0 : ((ones << parameter) | low) >>> 0
  }
}
