/** `shelf build`: a folder of documents -> a compiled pack. */
import * as disk from 'node:fs/promises'
import { basename } from 'node:path'
import type { SourceFiles } from '../1-read/files.ts'
import { SourceText } from '../1-read/text.ts'
import { decodeUtf8 } from '../1-read/utf8.ts'
import type { CompiledPack } from '../4-emit/emit.ts'
import { findStranger, writePack } from '../4-emit/write.ts'
import { findRepetitions, longestShared } from '../repetitions.ts'
import { compileApart } from '../compile.ts'
import { Diagnostics, type Diagnostic } from '../diagnostics.ts'
import { renderDiagnostics } from '../render.ts'
import { lostPlaces, renderLost } from '../lostplaces.ts'
import { changesBetween } from '../../src-library/changes/changes.ts'
import { renderChanges } from '../report.ts'
import { verify, type Verification } from '../verify.ts'
import { openFolder, sentenceOf } from './folders.ts'
import { complain, exit, print, readCommandLine } from './usage.ts'

const help = `Usage: shelf build <folder> --out <pack folder> [--against <folder of texts>]

Compiles a folder of documents into a pack. docs/pack-format.md says how to write one.
Nothing is replaced if there is any error.

  --out <folder>       where the pack is written: a new folder, an empty one, or an earlier build
  --against <folder>   refuse ${longestShared} or more consecutive words shared with a text in this folder;
                       names and titles of acts that may be shared stand in the pack's names.txt
  -h, --help           print this

Exit code: 0 built, 1 refused, 2 wrong usage.
`

export async function run(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, { out: { type: 'string' }, against: { type: 'string' } })
  if (line.ok && line.value === null) {
    print(help)
    return exit.ok
  }
  const out = line.ok ? line.value?.options['out'] : undefined
  if (!line.ok || !line.value || typeof out !== 'string' || out === '') {
    complain(`${line.ok ? 'Say where the pack is to be written: --out <folder>.' : line.failure}\n\n${help}`)
    return exit.usage
  }
  const { folder, options } = line.value
  const against = options['against']
  const files = await openFolder(folder)
  if (!files.ok) return refuse(files.failure)
  const others = typeof against === 'string' ? await openFolder(against) : null
  if (others && !others.ok) return refuse(others.failure)

  const { diagnostics, compiled } = await compileApart(files.value)
  const repetitions = others ? compare(files.value, others.value, String(against)) : []
  complain(renderDiagnostics([...diagnostics, ...repetitions]))
  if (!compiled || repetitions.length > 0) return refuse('Nothing was written.\n')
  return write(compiled, out)
}

async function write(compiled: CompiledPack, out: string): Promise<number> {
  try {
    // Looked at first, so that a folder of something else is not read for the comparison.
    const stranger = await findStranger(out, disk)
    const before = stranger === null ? await openFolder(out) : null
    const earlier = before?.ok && before.value.size > 0 ? verify(before.value) : null
    const lost = earlier ? lostSince(earlier, compiled) : []
    if (lost.length > 0) return refuse(renderLost(lost, earlier?.manifest?.edition ?? ''))
    const written = await writePack(compiled.files, out, disk)
    if (!written.ok) {
      const { path } = written.failure
      return refuse(
        `${out} holds ${path}, which is no part of a pack. Choose a new folder, or empty this one.\n`,
      )
    }
    if (earlier) print(sinceThen(earlier, compiled))
  } catch (error) {
    return refuse(`${sentenceOf(error, out)}\n`)
  }
  const { articles, files, pack } = compiled
  const sections = articles.reduce((sum, article) => sum + article.sections.length, 0)
  const bytes = [...files.values()].reduce((sum, content) => sum + content.byteLength, 0)
  const size = `${articles.length} articles, ${sections} sections, ${Math.ceil(bytes / 1024)} KB`
  print(`Built ${pack.title}, edition ${pack.edition}: ${size}, in ${out}.\n`)
  return exit.ok
}

function sinceThen({ findings, articles }: Verification, compiled: CompiledPack): string {
  return findings.length === 0
    ? renderChanges(changesBetween(articles, compiled.articles))
    : 'The earlier build was damaged, or made by another edition of this tool: what changed can’t be said.\n'
}

/** Places of another edition that this one lost: bookmarks and links of readers would lead nowhere. */
const lostSince = (
  { findings, manifest, articles }: Verification,
  { pack }: CompiledPack,
): readonly string[] =>
  findings.length > 0 || manifest?.edition === pack.edition ? [] : lostPlaces(articles, pack)

function refuse(sentence: string): number {
  complain(sentence)
  return exit.refused
}

/** Repetitions as diagnostics about the documents; files that are no texts are named and passed over. */
function compare(files: SourceFiles, others: SourceFiles, against: string): readonly Diagnostic[] {
  const texts = textsOf(others, (path) =>
    complain(`${basename(against)}/${path} is no UTF-8 text and was not compared.\n`),
  )
  const documents = textsOf(files, () => undefined)
  const names = documents.find(({ path }) => path === 'names.txt')?.text.split(/\r?\n/) ?? []
  const diagnostics = new Diagnostics()
  const markdown = documents.filter(({ path }) => /\.(?:md|markdown)$/i.test(path))
  for (const { text, at, other, otherAt, words } of findRepetitions(markdown, texts, names)) {
    const { line, column } = other.locationOf(otherAt)
    diagnostics.about(text)(
      'words-repeated',
      at,
      `These ${words} words also stand in ${other.path}:${line}:${column}.`,
      'Say it in words of your own; if it is a name or a title, add it to names.txt.',
    )
  }
  return diagnostics.list()
}

function textsOf(files: SourceFiles, passOver: (path: string) => void): readonly SourceText[] {
  return [...files].flatMap(([path, bytes]) => {
    const decoded = bytes instanceof Uint8Array ? decodeUtf8(bytes) : { badByte: 0 }
    if ('text' in decoded && !decoded.text.includes('\0')) return [new SourceText(path, decoded.text)]
    passOver(path)
    return []
  })
}
