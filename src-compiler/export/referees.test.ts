// The programs of others judge what we export, in `npm run test:long` and where they are installed.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { isLong } from '../../testing/effort.ts'
import { compileMiniature, miniatureFolder } from '../samples/miniature.ts'
import { run as exportPack } from '../commands/export.ts'
import { run as build } from '../commands/build.ts'

function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Debian's epubcheck is a Java archive, which not every system runs by itself. */
const epubcheck = has('epubcheck') && has('java')
const zim = ['zimwriterfs', 'zimcheck'].every(has)
const kiwix = has('kiwix-serve')

let folder = ''
const at = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldshelf-export-'))
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await build([miniatureFolder, '--out', at('pack')])
})
afterAll(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

/** What a program prints; throws where it finds fault. */
const judged = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

test.skipIf(!isLong || !epubcheck)('epubcheck finds no error and no warning in the book', async () => {
  expect(await exportPack(['epub', at('pack'), '--out', at('x.epub')])).toBe(0)
  const archive = execFileSync('which', ['epubcheck'], { encoding: 'utf8' }).trim()
  judged('java', '-jar', archive, '--failonwarnings', at('x.epub'))
})

describe.skipIf(!isLong || !zim)('the ZIM file', () => {
  test('passes zimcheck', async () => {
    expect(await exportPack(['zim', at('pack'), '--out', at('x.zim')])).toBe(0)
    expect(judged('zimcheck', '-A', at('x.zim'))).toContain('Overall Test Status: Pass')
    expect((await readdir(folder)).filter((name) => name.includes('.part-'))).toEqual([])
  })

  test.skipIf(!kiwix)('is searched by kiwix-serve, which finds a section by a word of its text', async () => {
    const { articles } = await compileMiniature()
    const port = await freePort()
    const serving = spawn('kiwix-serve', ['--address=127.0.0.1', `--port=${port}`, at('x.zim')], {
      stdio: 'ignore',
    })
    try {
      const page = await vi.waitFor(
        async () => (await fetch(`http://127.0.0.1:${port}/search?pattern=reading`)).text(),
        { timeout: 20_000, interval: 200 },
      )
      expect(articles.some(({ id }) => page.includes(`sections/${id}/`))).toBe(true)
    } finally {
      serving.kill()
    }
  })
})

test('without zimwriterfs one sentence says what to install', async () => {
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.stubEnv('PATH', at('nothing'))
  await writeFile(at('old.zim'), 'old')
  try {
    expect(await exportPack(['zim', at('pack'), '--out', at('old.zim')])).toBe(1)
  } finally {
    vi.unstubAllEnvs()
  }
  expect(said.join('')).toContain('apt install zim-tools')
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
