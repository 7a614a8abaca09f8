import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  encodePreamble,
  encodeSignatures,
  packFileVersion,
  signedMessage,
} from '../src-library/format/packfile.ts'
import { encodeHead } from '../src-library/format/packhead.ts'
import { publicKeyOf, sign } from './ed25519.ts'
import { makePackFile } from './make.ts'
import { checkFiles, inMemory, openPackFile, type PackFile, type ReadableFile } from './read.ts'
import { manifestOf, seedOf, tinyEdition, tinyFiles, tinyPackFile } from './testing/tinypack.ts'

const file = tinyPackFile()

/** The pack if the head and every file are sound; else the fault. */
async function opened(disk: ReadableFile): Promise<PackFile | string> {
  const pack = await openPackFile(disk)
  if (!pack.ok) return pack.failure.kind
  const files = await checkFiles(disk, pack.value)
  return files.ok ? pack.value : files.failure.kind
}

const sound = async (bytes: Uint8Array): Promise<boolean> =>
  typeof (await opened(inMemory(bytes))) === 'object'

/** A pack file whose head a right key has signed, whatever the head says. */
function signedHead(head: unknown, body = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const text = typeof head === 'string' ? head : JSON.stringify(head)
  const preamble = encodePreamble(new TextEncoder().encode(text))
  const seed = seedOf('publisher')
  const signatures = encodeSignatures([
    { key: publicKeyOf(seed), signature: sign(seed, signedMessage(preamble)) },
  ])
  return Uint8Array.from([...preamble, ...signatures, ...body])
}

describe('a pack file', () => {
  it('gives back every file and the head that were put in', async () => {
    const pack = await opened(inMemory(file))
    if (typeof pack === 'string') throw new Error(pack)
    expect(pack.head).toMatchObject({ ...tinyEdition, manifest: manifestOf(tinyFiles) })
    for (const [path, bytes] of tinyFiles) {
      expect(await pack.readFile(path)).toEqual({ ok: true, value: new Uint8Array(bytes) })
    }
    expect((await pack.readFile('articles/none.json')).ok).toBe(false)
  })

  it('packs the same files into the same bytes on every system and every Node', async () => {
    const pack = await opened(inMemory(file))
    // A new value means that packs made today and yesterday from the same sources differ.
    expect(typeof pack === 'object' && pack.head.body).toBe(
      'fb4550ff5b58e1e3b7395797f847abba2bbc35f64e401d3d49bc5a2ea57a6444',
    )
    expect(tinyPackFile()).toEqual(file)
  })

  it('stores the search index, which is read in place, and deflates the articles', async () => {
    const pack = await opened(inMemory(file))
    if (typeof pack === 'string') throw new Error(pack)
    expect(pack.files.get('search/index.bin')).toMatchObject({ packed: 300, bytes: 300 })
    expect(pack.files.get('articles/well.json')?.packed).toBeLessThan(100)
  })

  it('takes a second signature without the first person', async () => {
    const both = tinyPackFile({}, 'publisher', 'colleague')
    const pack = await opened(inMemory(both))
    expect(typeof pack === 'object' && pack.signatures.length).toBe(2)
  })

  it('is refused when any single bit is flipped', async () => {
    const bits = fc.sample(fc.nat(file.length * 8 - 1), { numRuns: 1000, seed: 42 })
    // Each part of the file, first byte: magic, version, N, head, K, key, signature, first and last file.
    const head = new DataView(file.buffer).getUint32(12, true)
    const parts = [0, 8, 12, 16, 16 + head, 20 + head, 52 + head, 116 + head, file.length - 1]
    for (const bit of [...bits, ...parts.map((byte) => byte * 8)]) {
      const flipped = Uint8Array.from(file)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await sound(flipped), `bit ${bit}`).toBe(false)
    }
  })

  it('is refused when it is cut anywhere, and when something is added', async () => {
    for (let length = 0; length < file.length; length++)
      expect(await sound(file.subarray(0, length)), `${length} bytes`).toBe(false)
    for (let more = 1; more <= 64; more++)
      expect(await sound(Uint8Array.from([...file, ...new Uint8Array(more)]))).toBe(false)
  })

  it('says that a later version wrote it, and that another kind of file is none', async () => {
    const later = Uint8Array.from(file)
    later[8] = packFileVersion + 1
    expect(await opened(inMemory(later))).toBe('newer')
    expect(await opened(inMemory(new TextEncoder().encode('PK\u0003\u0004 a zip file of some kind')))).toBe(
      'not-a-pack-file',
    )
    expect(await opened(inMemory(new Uint8Array()))).toBe('not-a-pack-file')
  })

  it('is refused when another key has signed the head of this one', async () => {
    const stranger = tinyPackFile({}, 'stranger')
    const head = new DataView(file.buffer).getUint32(12, true)
    const mixed = Uint8Array.from(file)
    // The stranger's signature under the publisher's key.
    mixed.set(stranger.subarray(52 + head, 116 + head), 52 + head)
    expect(await opened(inMemory(mixed))).toBe('damaged')
  })

  it('is refused when a disk answers a second read with other bytes', async () => {
    let reads = 0
    const turning: ReadableFile = {
      size: file.length,
      read: (offset, length) => {
        const bytes = Uint8Array.from(file.subarray(offset, offset + length))
        if (reads++ > 5 && bytes.length > 0) bytes[0] = (bytes[0] ?? 0) ^ 1
        return Promise.resolve(bytes)
      },
    }
    expect(await opened(turning)).toBe('damaged')
  })
})

describe('a head that lies', () => {
  const manifest = manifestOf(tinyFiles)
  const list = [...manifest.files.keys()]
    .sort()
    .map((path) => ({ path, packed: manifest.files.get(path)?.bytes ?? 0 }))
  const body = '0'.repeat(64)
  const honest = JSON.parse(encodeHead({ ...tinyEdition, manifest, files: list, body })) as Record<
    string,
    unknown
  >
  type Entry = { bytes: number; sha256: string }
  const withFiles = (change: (files: Record<string, Entry>) => void): Record<string, unknown> => {
    const copy = structuredClone(honest) as { manifest: { files: Record<string, Entry> } }
    change(copy.manifest.files)
    return copy
  }
  const wellEntry: Entry = { bytes: 1, sha256: '0'.repeat(64) }

  it.each<[string, unknown]>([
    ['no JSON', '{"manifest":'],
    ['a list', []],
    ['null', null],
    ['nested a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['made of empty lists', `[${'[],'.repeat(150_000)}[]]`],
    ['without a manifest', { ...honest, manifest: undefined }],
    ['of another format', { ...honest, manifest: { ...(honest['manifest'] as object), format: 999 } }],
    ['with a path that leads out', withFiles((files) => (files['../x'] = wellEntry))],
    ['with a device for a name', withFiles((files) => (files['articles/con.json'] = wellEntry))],
    ['with paths that differ by case', withFiles((files) => (files['articles/WELL.json'] = wellEntry))],
    ['with a file that is not listed', withFiles((files) => (files['articles/new.json'] = wellEntry))],
    ['with a file too few', withFiles((files) => delete files['pack.json'])],
    ['with a file of 4 GB', withFiles((files) => (files['pack.json'] = { ...wellEntry, bytes: 4e9 }))],
    ['with files out of order', { ...honest, files: [...(honest['files'] as unknown[])].reverse() }],
    ['with a file twice', { ...honest, files: [...(honest['files'] as unknown[]), ['pack.json', 1]] }],
    ['with a packed length of 2^53', { ...honest, files: [['pack.json', 2 ** 53]] }],
    ['with a negative length', { ...honest, files: [['pack.json', -1]] }],
    ['with a packed length above the file’s', withFiles((files) => (files['pack.json'] = wellEntry))],
    ['with __proto__ for a path', JSON.stringify(honest).replace('"pack.json":{', '"__proto__":{')],
    ['of sequence 0', { ...honest, sequence: 0 }],
    ['of sequence 1,000,000', { ...honest, sequence: 1_000_000 }],
    ['of half a sequence', { ...honest, sequence: 1.5 }],
    ['without a publisher', { ...honest, publisher: { name: '' } }],
    ['with a publisher that turns text around', { ...honest, publisher: { name: 'Clean\u202eWorld' } }],
    ['made on a day that does not exist', { ...honest, made: '2026-02-30' }],
    ['that needs a version of words', { ...honest, minimum: 'next' }],
    [
      'that vouches for a key of low order',
      { ...honest, vouches: [{ key: '0'.repeat(64), name: 'X', ids: [] }] },
    ],
    ['that vouches for 65 keys', { ...honest, vouches: Array.from({ length: 65 }, () => ({})) }],
    ['that is followed by no key', { ...honest, succeeds: { key: 'x', proof: 'y' } }],
    ['with half a hash', { ...honest, body: '00' }],
    ['without files', { ...honest, files: undefined }],
    ['with files that are names alone', { ...honest, files: list.map(({ path }) => path) }],
    ['with a packed length of a fraction', { ...honest, files: [['pack.json', 1.5]] }],
    ['with a file at the root of the disk', withFiles((files) => (files['/etc/passwd'] = wellEntry))],
    ['with a drive in a path', withFiles((files) => (files['C:\\x.json'] = wellEntry))],
    ['with a hidden file', withFiles((files) => (files['articles/.x.json'] = wellEntry))],
    ['with a program among the files', withFiles((files) => (files['articles/x.exe'] = wellEntry))],
    ['of an id with a slash', { ...honest, manifest: { ...(honest['manifest'] as object), id: 'a/b' } }],
    ['without a publisher at all', { ...honest, publisher: undefined }],
    ['that withdraws a key from sequence 0', { ...honest, withdraws: [{ key: '0'.repeat(64), from: 0 }] }],
  ])('is refused when it is %s', async (_what, head) => {
    expect(await opened(inMemory(signedHead(head, new Uint8Array(2_000))))).toBe('bad-head')
  })

  it('is refused when the lengths do not add up to the file', async () => {
    const sum = list.reduce((total, { packed }) => total + packed, 0)
    expect(await opened(inMemory(signedHead(honest, new Uint8Array(sum - 1))))).toBe('damaged')
    expect(await opened(inMemory(signedHead(honest, new Uint8Array(sum + 1))))).toBe('damaged')
  })

  it('is refused when its hash of the packed bytes is wrong, though each file is right', async () => {
    const bytes = Buffer.concat(list.map(({ path }) => tinyFiles.get(path) ?? new Uint8Array()))
    expect(await opened(inMemory(signedHead(honest, bytes)))).toBe('damaged')
  })

  const bomb = deflateRawSync(new Uint8Array(40_000_000))
  const entry = (size: number): Entry => ({ bytes: size, sha256: '0'.repeat(64) })
  const headOf = (files: Record<string, Entry>, packed: readonly (readonly [string, number])[]): unknown => ({
    ...honest,
    manifest: { ...(honest['manifest'] as object), files },
    files: packed,
  })
  const many = Array.from({ length: 50_001 }, (_, i) => `articles/a${String(i).padStart(6, '0')}.json`)

  it.each<[string, unknown, Uint8Array]>([
    [
      'declares a little more than it packs',
      headOf({ 'pack.json': entry(bomb.length + 1) }, [['pack.json', bomb.length]]),
      bomb,
    ],
    [
      'declares a byte less than it unpacks to',
      headOf({ 'pack.json': entry(39_999_999) }, [['pack.json', bomb.length]]),
      bomb,
    ],
    ['declares a byte more', headOf({ 'pack.json': entry(40_000_001) }, [['pack.json', bomb.length]]), bomb],
    [
      'declares the longest file there may be',
      headOf({ 'pack.json': entry(256 * 1024 ** 2) }, [['pack.json', bomb.length]]),
      bomb,
    ],
    [
      'declares a longer file than there may be',
      headOf({ 'pack.json': entry(10e9) }, [['pack.json', bomb.length]]),
      bomb,
    ],
    [
      'has 50,001 files',
      headOf(
        Object.fromEntries(many.map((path) => [path, entry(0)])),
        many.map((path) => [path, 0] as const),
      ),
      new Uint8Array(),
    ],
    [
      'unpacks to more than 4 GB in all',
      headOf(
        Object.fromEntries(many.slice(0, 20).map((path) => [path, entry(250e6)])),
        many.slice(0, 20).map((path) => [path, 1] as const),
      ),
      new Uint8Array(20),
    ],
    [
      'ends in the middle of its deflate',
      headOf({ 'pack.json': entry(40_000_000) }, [['pack.json', 1000]]),
      bomb.subarray(0, 1000),
    ],
  ])('that %s is refused in little time and memory', async (_what, head, body) => {
    const file = signedHead(head, Uint8Array.from(body))
    const before = process.memoryUsage().arrayBuffers
    const start = performance.now()
    expect(await opened(inMemory(file))).toMatch(/damaged|bad-head/)
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
  })
})

describe('making a pack file', () => {
  it('has no file left out', () => {
    const files = new Map([...tinyFiles].slice(1))
    expect(() => makePackFile(manifestOf(tinyFiles), files, tinyEdition, [seedOf('publisher')])).toThrow(
      'pack.json is missing',
    )
  })

  it('needs one to four keys that differ', () => {
    expect(() => tinyPackFile({}, 'a', 'a')).toThrow('1 to 4 signatures')
    expect(() => tinyPackFile({}, 'a', 'b', 'c', 'd', 'e')).toThrow('1 to 4 signatures')
  })
})
