import { describe, expect, it } from 'vitest'
import type { SourceFiles } from '../1-read/files.ts'
import { read } from '../1-read/read.ts'
import { compile, compileApart } from '../compile.ts'
import { Diagnostics } from '../diagnostics.ts'
import { parseApart, processesFor } from './apart.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const packJson = '{"id":"x","title":"X","edition":"1"}'

/** Documents with mistakes; their lengths are so uneven that processes finish out of turn. */
function pack(mistake = ''): SourceFiles {
  const documents = Array.from({ length: 40 }, (_, i) => {
    const words = `Qurban ${i} şelter и приют. `.repeat(i % 7 === 0 ? 600 : 20)
    const body = `## Section {#s}\n\n${words}\n\n| a | b |\n|---|---|\n| ${i} | [link](a${(i + 1) % 40}#s) |\n\n1. one\n3. three\n\n${mistake}`
    return [
      `encyclopedia/a${i}.md`,
      bytes(`---\ntitle: Title ${i}\nsummary: With #${i}\n---\n\n${body}\n`),
    ] as const
  })
  return new Map([['pack.json', bytes(packJson)], ...documents])
}

const hex = (files: ReadonlyMap<string, Uint8Array> | undefined): readonly string[] =>
  [...(files ?? [])].map(([path, content]) => `${path} ${Buffer.from(content).toString('base64')}`)

describe('documents parsed in processes of their own', { timeout: 120_000 }, () => {
  it('make the same bytes and messages with one, two and four processes as with none', async () => {
    const files = pack('**a')
    const { compiled, diagnostics } = compile(files)
    expect(diagnostics.length).toBeGreaterThan(40)
    for (const processes of [1, 2, 4]) {
      const apart = await compileApart(files, processes)
      expect(apart.diagnostics, String(processes)).toEqual(diagnostics)
      expect(hex(apart.compiled?.files), String(processes)).toEqual(hex(compiled?.files))
    }
  })

  it('are named when they take too long, and stop nothing else', async () => {
    const diagnostics = new Diagnostics()
    const { documents } = read(pack(), diagnostics)
    const [first, second] = documents
    if (!first || !second) throw new Error('There are documents')
    const parsed = await parseApart([first, second], 1, { deadline: 0 })
    expect(parsed).toEqual([])
    expect(diagnostics.list().map(({ code, path }) => [code, path])).toEqual([
      ['too-slow', first.text.path],
      ['too-slow', second.text.path],
    ])
  })

  it('are used where starting them is worth it, or where a document is so long that it may hang the parser', () => {
    const of = (...texts: readonly string[]): number =>
      processesFor(
        read(new Map(texts.map((text, i) => [`encyclopedia/a${i}.md`, bytes(text)])), new Diagnostics())
          .documents,
      )
    expect(of('short', 'short')).toBe(0)
    expect(of('a'.repeat(300_000))).toBe(2)
    expect(of(...Array.from({ length: 20 }, () => 'a'.repeat(100_000)))).toBe(2)
  })
})
