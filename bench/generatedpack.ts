/** The generated library as an author would write it, compiled to a pack as the app reads it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fingerprint } from '../scripts/build.mjs'
import { generate } from './generated.ts'

const root = resolve(import.meta.dirname, '..')
const sectionsAnArticle = 20

/**
 * Writes and compiles a pack of `sections` sections below `folder`, unless it is there already, of this very
 * generator and compiler; gives the pack's folder.
 */
export function generatedPack(sections: number, folder: string, seed = 11): string {
  const id = `generated-${sections}${seed === 11 ? '' : `-${seed}`}`
  const pack = join(folder, id)
  const stamp = join(folder, `${id}.stamp`)
  const print = fingerprint(root, [
    'bench/generated.ts',
    'bench/generatedpack.ts',
    'src-compiler',
    'src-library',
  ])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return pack
  const source = join(folder, `${id}-source`)
  rmSync(source, { recursive: true, force: true })
  mkdirSync(join(source, 'encyclopedia'), { recursive: true })
  writeSource(source, id, sections, seed)
  execFileSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'src-compiler/cli.ts'), 'build', source, '--out', pack],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  rmSync(source, { recursive: true })
  writeFileSync(stamp, print)
  return pack
}

function writeSource(folder: string, id: string, sections: number, seed: number): void {
  const { documents } = generate(sections, seed)
  const names: string[] = []
  for (let first = 0; first < documents.length; first += sectionsAnArticle) {
    const name = `article-${names.length}`
    names.push(name)
    const [lead, ...others] = documents.slice(first, first + sectionsAnArticle)
    const body = others.map(({ title, body }, at) => `## ${title} {#s${at}}\n\n${paragraphs(body)}`)
    const head = `---\ntitle: ${lead?.title ?? ''}\nsources: [generated]\n---`
    const text = [head, paragraphs(lead?.body ?? ''), ...body].join('\n\n')
    writeFileSync(join(folder, 'encyclopedia', `${name}.md`), `${text}\n`)
  }
  const pack = {
    id,
    title: 'A library that nobody wrote',
    edition: '1',
    language: 'en',
    factsAsOf: '2026-11-22',
    publisher: 'Fieldshelf',
    licence: { name: 'CC0 1.0', statement: 'Generated words.', address: 'https://creativecommons.org/' },
    requireSources: true,
    contents: [{ title: 'Generated', articles: names }],
  }
  writeFileSync(join(folder, 'pack.json'), JSON.stringify(pack))
  const source = 'generated:\n  title: Generated words\n  publisher: Fieldshelf\n  type: academic\n'
  writeFileSync(join(folder, 'sources.yaml'), source)
}

/** Sentences, four to a paragraph. */
const paragraphs = (body: string): string =>
  body.replace(/((?:[^.]*\.){4})\s/g, '$1\n\n').replace(/^([a-z])/gm, (letter) => letter.toUpperCase())
