import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openPackFile, type PackFile } from '../../src-packs/read.ts'
import { nextKeys } from '../../src-packs/trust.ts'
import { miniatureFolder } from '../samples/miniature.ts'
import { run as build } from './build.ts'
import { run as changes } from './changes.ts'
import { run as key } from './key.ts'
import { run as open } from './open.ts'
import { run as pack } from './pack.ts'
import { run as sign } from './sign.ts'
import { run as verify } from './verify.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
let said = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldshelf-packs-'))
  const catching = (text: string | Uint8Array): boolean => {
    said += String(text).replaceAll(folder, '~')
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(catching)
  vi.spyOn(process.stderr, 'write').mockImplementation(catching)
  await writeFile(at('phrase'), 'five words make one phrase\n')
  await build([miniatureFolder, '--out', at('compiled')])
  await newKey('library')
  await newKey('colleague')
}, 60_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

/** The exit code and everything that was printed. */
async function running(
  command: (args: readonly string[]) => Promise<number>,
  ...args: string[]
): Promise<[number, string]> {
  said = ''
  const code = await command(args)
  return [code, said]
}

const newKey = (name: string): Promise<[number, string]> =>
  running(key, 'new', at(`${name}.shelfkey`), '--name', name, '--passphrase-file', at('phrase'))

const packing = (out: string, ...more: string[]): Promise<[number, string]> =>
  running(
    pack,
    ...[at('compiled'), '--key', at('library.shelfkey'), '--sequence', '3', '--out', at(out)],
    ...['--passphrase-file', at('phrase'), ...more],
  )

describe('shelf key', () => {
  it('makes a key that only its owner may read, and shows its check number', async () => {
    const [code, text] = await running(key, 'show', at('library.shelfkey'))
    expect([code, text]).toEqual([
      0,
      expect.stringMatching(
        /^Publisher {5}library\nPublic key {4}[0-9a-f]{64}\nCheck number {2}(\d{5} ?){6}\n$/,
      ),
    ])
    expect((await stat(at('library.shelfkey'))).mode & 0o777).toBe(0o600)
  })

  it('never replaces a key', async () => {
    const before = await readFile(at('library.shelfkey'))
    expect(await newKey('library')).toEqual([1, expect.stringContaining('A key is never replaced')])
    expect(await readFile(at('library.shelfkey'))).toEqual(before)
  })

  it('refuses a short passphrase', async () => {
    await writeFile(at('short'), 'hunter2\n')
    const [code, text] = await running(
      key,
      ...['new', at('weak.shelfkey'), '--name', 'Weak', '--passphrase-file', at('short')],
    )
    expect([code, text]).toEqual([1, 'The passphrase is too short. Take five words or 16 signs.\n'])
  })

  it.each([
    [['new'], 'Say which key file.'],
    [['old', 'x.shelfkey'], '`old` is neither new, show nor succeed.'],
    [['new', 'x.shelfkey'], 'Say the publisher’s name'],
    [['new', 'x.pem', '--name', 'X'], 'A key file’s name ends in .shelfkey.'],
  ])('explains itself when typed wrong: %j', async (args, sentence) => {
    expect(await running(key, ...args)).toEqual([2, expect.stringContaining(sentence)])
  })
})

describe('shelf pack', () => {
  it('makes the same bytes twice, which verify finds sound and open gives back', async () => {
    expect(await packing('one.shelf', '--made', '2026-11-30', '--place', 'Upper Village')).toEqual([
      0,
      expect.stringMatching(
        /^Made ~\/one\.shelf: The village library: .*\.\nSigned by library, check number /,
      ),
    ])
    await packing('two.shelf', '--made', '2026-11-30', '--place', 'Upper Village')
    expect(await readFile(at('one.shelf'))).toEqual(await readFile(at('two.shelf')))

    expect(await running(verify, at('one.shelf'))).toEqual([
      0,
      expect.stringMatching(
        /is sound: \d+ files\.\nSequence 3, published by library\.\nSigned by the key with/,
      ),
    ])
    expect((await running(open, at('one.shelf'), '--out', at('opened')))[0]).toBe(0)
    expect(await running(changes, at('compiled'), at('opened'))).toEqual([
      0,
      'Nothing changed between the two.\n',
    ])
    for (const file of ['manifest.json', 'pack.json', 'search/index.bin'])
      expect(await readFile(join(at('opened'), file))).toEqual(await readFile(join(at('compiled'), file)))
  })

  it('refuses a damaged pack', async () => {
    await cp(at('compiled'), at('damaged'), { recursive: true })
    await writeFile(at('damaged/pack.json'), '{}')
    expect(
      await running(
        pack,
        ...[at('damaged'), '--key', at('library.shelfkey'), '--sequence', '1', '--out', at('never.shelf')],
        ...['--passphrase-file', at('phrase')],
      ),
    ).toEqual([1, expect.stringContaining('no sound compiled pack')])
  })

  it('says that the passphrase is wrong', async () => {
    await writeFile(at('wrong'), 'five other words of mine\n')
    expect(await packing('never.shelf', '--passphrase-file', at('wrong'))).toEqual([
      1,
      expect.stringContaining('The passphrase does not open'),
    ])
  })

  it.each([
    [['--sequence', '0'], 'the edition’s place in the row'],
    [['--sequence', 'last'], 'the edition’s place in the row'],
    [['--made', 'today'], '`today` is no date'],
    [['--minimum', 'newest'], '`newest` is no version'],
    [['--out', 'x.zip'], 'Say where the file is written'],
  ])('explains itself when typed wrong: %j', async (args, sentence) => {
    expect(await packing('never.shelf', ...args)).toEqual([2, expect.stringContaining(sentence)])
  })
})

describe('shelf verify', () => {
  it('refuses a pack file with one changed byte, a cut one, and one that is none', async () => {
    await packing('good.shelf')
    const bytes = await readFile(at('good.shelf'))
    const changed = Uint8Array.from(bytes)
    changed[bytes.length - 5] = (changed[bytes.length - 5] ?? 0) ^ 1
    for (const [name, wrong, sentence] of [
      ['changed', changed, 'is damaged: bytes are missing or changed'],
      ['cut', bytes.subarray(0, 2_000), 'is damaged: bytes are missing or changed'],
      ['zip', new TextEncoder().encode('PK and more of a zip file'), 'is no Fieldshelf pack'],
    ] as const) {
      await writeFile(at(`${name}.shelf`), wrong)
      expect(await running(verify, at(`${name}.shelf`))).toEqual([1, expect.stringContaining(sentence)])
    }
    expect(await running(verify, at('gone.shelf'))).toEqual([1, expect.stringContaining('There is no')])
  })
})

describe('shelf sign', () => {
  const signing = (name: string): Promise<[number, string]> =>
    running(sign, at('both.shelf'), '--key', at(`${name}.shelfkey`), '--passphrase-file', at('phrase'))

  it('adds a second signature once, and the pack stays sound', async () => {
    await packing('both.shelf')
    expect((await signing('colleague'))[0]).toBe(0)
    const [code, text] = await running(verify, at('both.shelf'))
    expect([code, text.match(/Signed by/g)?.length]).toEqual([0, 2])
    expect(await signing('colleague')).toEqual([1, expect.stringContaining('has signed')])
  })
})

describe('the statements of a publisher about other keys', () => {
  const publicKey = async (name: string): Promise<string> =>
    /Public key {4}([0-9a-f]{64})/.exec((await running(key, 'show', at(`${name}.shelfkey`)))[1])?.[1] ?? ''
  const stated = async (name: string, value: unknown): Promise<string> => {
    await writeFile(at(name), JSON.stringify(value))
    return at(name)
  }

  it('travels in the signed head, and shelf verify says it', async () => {
    const colleague = await publicKey('colleague')
    expect(
      await running(
        key,
        ...['succeed', at('library.shelfkey'), '--by', at('colleague.shelfkey'), '--out', at('next.json')],
        ...['--passphrase-file', at('phrase')],
      ),
    ).toEqual([0, expect.stringContaining('takes the place of ~/library.shelfkey')])
    const [code] = await packing(
      'stated.shelf',
      '--vouches',
      await stated('vouches.json', [{ key: colleague, name: 'Colleague', ids: ['atlas'] }]),
      '--withdraws',
      await stated('withdraws.json', [{ key: colleague, from: 8 }]),
      ...['--succeeds', at('next.json')],
    )
    expect(code).toBe(0)
    const [verified, text] = await running(verify, at('stated.shelf'))
    expect(verified).toBe(0)
    expect(text).toMatch(/Vouches for Colleague \(atlas\), check number (\d{5} ?){6}\./)
    expect(text).toMatch(/The key with check number (\d{5} ?){6} takes the place of this one\./)
    expect(text).toMatch(/Withdraws the key with check number (\d{5} ?){6} from sequence 8 on\./)
    // The old key signed for the new one: a computer that has this edition takes the next one of the new key.
    const { head } = await headOf('stated.shelf')
    expect(nextKeys({ head, keys: [await publicKey('library')], digest: '' })).toEqual([
      await publicKey('library'),
      colleague,
    ])
  })

  it('is refused where a file does not say it', async () => {
    for (const value of [[{ key: 'aa', name: 'Colleague', ids: [] }], 'x', { vouches: [] }])
      expect(await packing('bad.shelf', '--vouches', await stated('bad.json', value))).toEqual([
        1,
        expect.stringContaining('does not say what --vouches needs'),
      ])
    expect(await packing('bad.shelf', '--withdraws', at('nowhere.json'))).toEqual([
      1,
      expect.stringContaining('nowhere.json'),
    ])
  })
})

async function headOf(name: string): Promise<PackFile> {
  const bytes = await readFile(at(name))
  const read = await openPackFile({
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  })
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value
}
