/**
 * Two apps for macOS, one for each processor, become one that runs on both. A fat Mach-O file is both files with a table
 * before them: https://developer.apple.com/documentation/kernel/fat_header (mach-o/fat.h). Everything else is the same in both.
 */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The first four bytes of a Mach-O file of 64 bits, little endian. */
const thin = 0xcffaedfe
const fat = 0xcafebabe
/** Slices begin at pages of 16 KiB, the larger of both processors. As a power of two. */
const pagePower = 14

const isThin = (file: Buffer): boolean => file.length > 32 && file.readUInt32BE(0) === thin

/** Writes the joined app to `out`. `one` and `other`: folders `….app` of the same release. */
export async function joinApps(one: string, other: string, out: string): Promise<void> {
  await cp(one, out, { recursive: true, verbatimSymlinks: true })
  const entries = await readdir(one, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name).slice(one.length)
    const first = await readFile(one + path)
    if (!isThin(first)) continue
    const second = await readFile(other + path)
    // The same file in both, as a script for one processor alone would be.
    if (first.equals(second)) continue
    await writeFile(out + path, joined([first, second]))
  }
}

/** One fat file of thin ones. */
export function joined(slices: readonly Buffer[]): Buffer {
  const page = 2 ** pagePower
  const upTo = (size: number): number => Math.ceil(size / page) * page
  const table = Buffer.alloc(8 + 20 * slices.length)
  table.writeUInt32BE(fat, 0)
  table.writeUInt32BE(slices.length, 4)
  let end = table.length
  const parts: Buffer[] = [table]
  slices.forEach((slice, at) => {
    if (!isThin(slice)) throw new Error('A part of the app is no program for a Mac of 64 bits.')
    const start = upTo(end)
    parts.push(Buffer.alloc(start - end), slice)
    end = start + slice.length
    // Kind of processor and its version, where the slice lies, its size, and how it is aligned.
    const entry = [slice.readUInt32LE(4), slice.readUInt32LE(8), start, slice.length, pagePower]
    entry.forEach((value, part) => table.writeUInt32BE(value, 8 + 20 * at + 4 * part))
  })
  return Buffer.concat(parts)
}
