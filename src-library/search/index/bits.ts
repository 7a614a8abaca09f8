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

  /** A copy of the written bits. The last byte is filled with zeros. */
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

/** Of a window; its upper bits may be any. */
const windowBits = 25

/** Ones below the lowest zero, at most the longest run. */
function onesOf(window: number): number {
  const zeros = ~window | (1 << longestRun)
  return 31 - Math.clz32(zeros & -zeros)
}

/**
 * Reads what `BitWriter` wrote. Past the end it reads zeros, so that no loop over it can run away. A number is read
 * from a window of bits, which holds the longest run and the zero behind it, and mostly all of it.
 */
export class BitReader {
  readonly #bytes: Uint8Array
  /** In bits. */
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  rice(parameter: number): number {
    const window = this.#window(this.at)
    const ones = onesOf(window)
    if (ones === longestRun) {
      const from = this.at + longestRun
      this.at = from + wholeBits
      return ((this.#window(from) & 0xffff) | (this.#window(from + 16) << 16)) >>> 0
    }
    const length = ones + 1 + parameter
    const low = length <= windowBits ? window >>> (ones + 1) : this.#window(this.at + ones + 1)
    this.at += length
    return ((ones << parameter) | (low & ((1 << parameter) - 1))) >>> 0
  }

  /** Steps over numbers without reading their lower bits. */
  skip(count: number, parameter: number): void {
    let { at } = this
    for (let i = 0; i < count; i++) {
      const ones = onesOf(this.#window(at))
      at += ones === longestRun ? longestRun + wholeBits : ones + 1 + parameter
    }
    this.at = at
  }

  /** The bits from here on, as many as a window has at least. */
  #window(at: number): number {
    const bytes = this.#bytes
    const from = at >>> 3
    if (from + 3 >= bytes.length) return this.#lastWindow(at)
    return (
      ((bytes[from] as number) |
        ((bytes[from + 1] as number) << 8) |
        ((bytes[from + 2] as number) << 16) |
        ((bytes[from + 3] as number) << 24)) >>>
      (at & 7)
    )
  }

  #lastWindow(at: number): number {
    let window = 0
    for (let i = 0; i < 4; i++) window |= (this.#bytes[(at >>> 3) + i] ?? 0) << (8 * i)
    return window >>> (at & 7)
  }
}
