/** `shelf terms`: turns the synonyms.yaml of an earlier pack into terms.yaml. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceFiles } from '../1-read/files.ts'
import { termsOf, type TextsByLanguage } from '../synonymstoterms.ts'
import { openFolder, sentenceOf } from './folders.ts'
import { complain, exit, print, readCommandLine } from './usage.ts'

const help = `Usage: shelf terms <folder>

Turns the synonyms.yaml of a folder of documents into terms.yaml, where each word has its language, and removes
synonyms.yaml. Read the new file: where a word's language is not sure, it is named.

  -h, --help   print this

Exit code: 0 done, 1 nothing was changed, 2 wrong usage.
`

export async function run(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, {})
  if (!line.ok) {
    complain(`${line.failure}\n\n${help}`)
    return exit.usage
  }
  if (line.value === null) {
    print(help)
    return exit.ok
  }
  const { folder } = line.value
  const files = await openFolder(folder)
  if (!files.ok) {
    complain(files.failure)
    return exit.refused
  }
  if (files.value.has('terms.yaml'))
    return refuse(`${folder} has a terms.yaml already. Move what is missing from synonyms.yaml by hand.`)
  if (!files.value.has('synonyms.yaml')) return refuse(`${folder} has no synonyms.yaml.`)
  return convert(folder, files.value)
}

async function convert(folder: string, files: SourceFiles): Promise<number> {
  const [from, to] = [join(folder, 'synonyms.yaml'), join(folder, 'terms.yaml')]
  try {
    const converted = termsOf(await readFile(from, 'utf8'), textsOf(files), packLanguageOf(files))
    if (!converted) return refuse('synonyms.yaml is not a list of lists of words: `- [one, another]`.')
    await writeFile(to, converted.text, { flag: 'wx' })
    await rm(from)
    print(`Wrote ${converted.concepts} concepts to terms.yaml and removed synonyms.yaml.\n`)
    if (converted.unsure.length > 0)
      print(`Look at the language of these words: ${converted.unsure.join(', ')}.\n`)
    return exit.ok
  } catch (error) {
    return refuse(sentenceOf(error, folder))
  }
}

function refuse(sentence: string): number {
  complain(`${sentence}\n`)
  return exit.refused
}

const textIn = (bytes: unknown): string =>
  bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : ''

function packLanguageOf(files: SourceFiles): string {
  return /"language"\s*:\s*"([A-Za-z-]+)"/.exec(textIn(files.get('pack.json')))?.[1] ?? 'en'
}

/** What the documents say, by the language of each; words in another language count for that one. */
function textsOf(files: SourceFiles): TextsByLanguage {
  const texts = new Map<string, string>()
  const add = (language: string, text: string): void => {
    texts.set(language, `${texts.get(language) ?? ''}\n${text}`)
  }
  for (const [path, bytes] of files) {
    if (!path.endsWith('.md')) continue
    const text = textIn(bytes)
    const language = /^language:\s*([A-Za-z-]+)\s*$/m.exec(text)?.[1] ?? packLanguageOf(files)
    for (const [, words = '', own = ''] of text.matchAll(/\[([^\][]*)\]\{lang=([A-Za-z-]+)\}/g))
      add(own, words)
    add(language, text.replace(/\[[^\][]*\]\{lang=[A-Za-z-]+\}/g, ' '))
  }
  return texts
}
