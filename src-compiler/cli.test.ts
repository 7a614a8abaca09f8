import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine, commands } from './commandline.ts'
import { run as build } from './commands/build.ts'
import { run as check } from './commands/check.ts'
import { run as verify } from './commands/verify.ts'
import { miniatureFolder } from './samples/miniature.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldshelf-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Said = { readonly code: number; readonly out: string; readonly error: string }

/** Runs a command in this process and catches what it prints; paths of the test's own folder read `~`. */
async function running(command: (args: string[]) => Promise<number>, ...args: string[]): Promise<Said> {
  const said = { out: '', error: '' }
  const { stdout, stderr } = process
  const originals = { out: stdout.write, error: stderr.write }
  const catching = (stream: 'out' | 'error') => (text: string | Uint8Array) => {
    said[stream] += String(text).replaceAll(folder, '~')
    return true
  }
  stdout.write = catching('out')
  stderr.write = catching('error')
  try {
    const code = await command(args)
    return { code, ...said }
  } finally {
    stdout.write = originals.out
    stderr.write = originals.error
  }
}

describe('shelf build', () => {
  it('builds a pack, and says what changed the second time', async () => {
    const out = join(folder, 'pack')
    const first = await running(build, miniatureFolder, '--out', out)
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringMatching(
        /^Built The village library: a miniature, edition 2026-11: 5 articles, 15 sections, \d+ KB, in ~\/pack\.\n$/,
      ),
    ])
    const second = await running(build, miniatureFolder, '--out', out)
    expect(second.out).toMatch(/^Nothing changed since the last build\.\nBuilt/)
    expect((await running(verify, out)).out).toBe(
      'The village library: a miniature, edition 2026-11, is sound: 9 files.\n',
    )
  })

  it('replaces an earlier build that can’t be compared, and says so', async () => {
    const out = join(folder, 'older')
    await running(build, miniatureFolder, '--out', out)
    await writeFile(join(out, 'articles/words.json'), '{}')
    const said = await running(build, miniatureFolder, '--out', out)
    expect(said.out).toMatch(/^The earlier build was damaged, .*\.\nBuilt/)
  })

  it('replaces nothing when there is an error', async () => {
    const source = join(folder, 'source')
    const out = join(folder, 'kept')
    await cp(miniatureFolder, source, { recursive: true })
    await running(build, source, '--out', out)
    const before = await readFile(join(out, 'manifest.json'))
    await writeFile(join(source, 'news/second-room.md'), 'no front matter')
    const said = await running(build, source, '--out', out)
    expect([said.code, said.out]).toEqual([1, ''])
    expect(said.error).toMatch(/^news\/second-room\.md:1:1: error: This document has no front matter\./)
    expect(said.error).toMatch(/1 error\.\nNothing was written\.\n$/)
    expect(await readFile(join(out, 'manifest.json'))).toEqual(before)
  })

  it('refuses words that are in another text, unless they are a listed name', async () => {
    const source = join(folder, 'taken')
    const texts = join(folder, 'texts')
    await cp(miniatureFolder, source, { recursive: true })
    await mkdir(texts)
    await writeFile(join(texts, 'old.txt'), 'first line\nThe great atlas may be read here and never lent!')
    await writeFile(join(texts, 'scan.pdf'), Uint8Array.from([0x25, 0x50, 0xff]))
    const said = await running(build, source, '--out', join(folder, 'never'), '--against', texts)
    expect(said.code).toBe(1)
    expect(said.error).toContain('texts/scan.pdf is no UTF-8 text and was not compared.')
    expect(said.error).toMatch(
      /reading-room\.md:9:\d+: error: These 10 words also stand in old\.txt:2:1\. \[words-repeated\]/,
    )
    await writeFile(join(source, 'names.txt'), '# Names\nGreat Atlas may be read here\n')
    expect((await running(build, source, '--out', join(folder, 'now'), '--against', texts)).code).toBe(0)
  })

  it.each<[string, (at: (name: string) => string) => string[], string]>([
    ['the folder is not there', (at) => [at('nowhere'), '--out', at('x')], 'There is no folder ~/nowhere.\n'],
    ['the folder is a file', (at) => [at('file'), '--out', at('x')], '~/file is not a folder.\n'],
    [
      'the texts are not there',
      (at) => [miniatureFolder, '--out', at('x'), '--against', at('nowhere')],
      'There is no folder ~/nowhere.\n',
    ],
    ['the target is a file', (at) => [miniatureFolder, '--out', at('file')], '~/file is not a folder.\n'],
    [
      'the target is inside a file',
      (at) => [miniatureFolder, '--out', at('file/x')],
      '~/file/x is not a folder.\n',
    ],
    [
      'the target holds something else',
      (at) => [miniatureFolder, '--out', at('thesis')],
      '~/thesis holds chapter.txt, which is no part of a pack. Choose a new folder, or empty this one.\n',
    ],
  ])('says so in a sentence when %s', async (_what, args, sentence) => {
    await writeFile(join(folder, 'file'), 'x')
    await mkdir(join(folder, 'thesis'), { recursive: true })
    await writeFile(join(folder, 'thesis/chapter.txt'), 'x')
    expect(await running(build, ...args((name) => join(folder, name)))).toMatchObject({
      code: 1,
      error: sentence,
    })
  })

  it.each([
    [[], 'Say which folder.'],
    [['a'], 'Say where the pack is to be written: --out <folder>.'],
    [['a', 'b', '--out', 'c'], 'One folder at a time: `b` is too much.'],
    [['a', '--otu', 'c'], "Unknown option '--otu'"],
    [['a', '--out'], "Option '--out <value>' argument missing"],
  ])('explains itself when typed wrong: %j', async (args, sentence) => {
    const said = await running(build, ...args)
    expect(said.code).toBe(2)
    expect(said.error.startsWith(`${sentence}\n\nUsage: shelf build`)).toBe(true)
  })
})

describe('shelf check', () => {
  it('says whether a folder can be built and writes nothing', async () => {
    expect(await running(check, miniatureFolder)).toMatchObject({ code: 0, error: '' })
    const said = await running(check, join(miniatureFolder, 'encyclopedia'))
    expect([said.code, said.error.includes('There is no readable pack.json')]).toEqual([1, true])
  })
})

describe('shelf verify', () => {
  it('refuses a folder that is no pack', async () => {
    const said = await running(verify, miniatureFolder)
    expect(said).toMatchObject({ code: 1 })
    expect(said.error).toContain('manifest.json: It is missing: this is no compiled pack.')
  })
})

describe('the command line', () => {
  it('lists its commands, and each explains itself', async () => {
    const all = await running(commandLine, '--help')
    expect(all.code).toBe(0)
    for (const name of commands.keys()) {
      expect(all.out).toContain(`  ${name} `)
      // It starts a program of its own, whose test asks for its help.
      if (name === 'print') continue
      const said = await running(commandLine, name, '--help')
      expect([said.code, said.out.split(' ').slice(0, 2).join(' ')], name).toEqual([0, 'Usage: shelf'])
    }
  })

  it('answers a command it does not know with the nearest one', async () => {
    const said = await running(commandLine, 'biuld')
    expect([said.code, said.error.includes('Did you mean `build`?')]).toEqual([2, true])
  })

  it('shows its help when no command is given', async () => {
    const said = await running(commandLine)
    expect([said.code, said.error.startsWith('Usage: npm run shelf')]).toEqual([2, true])
  })

  // The two that start the program itself: its streams and its exit code are the shell's.
  const started = (...args: string[]): Promise<Said> =>
    new Promise((resolve) => {
      const tsx = createRequire(import.meta.url).resolve('tsx/cli')
      const program = join(import.meta.dirname, 'cli.ts')
      execFile(process.execPath, [tsx, program, ...args], (failure, out, error) => {
        resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
      })
    })

  it('prints to the output and ends with 0', async () => {
    expect(await started('check', miniatureFolder)).toMatchObject({ code: 0, error: '' })
  })

  it('complains on the error stream and ends with 2 for a wrong command', async () => {
    expect(await started('biuld')).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringContaining('build'),
    })
  })
})
