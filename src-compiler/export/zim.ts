/**
 * A pack as a ZIM file for Kiwix, made of the static site by Debian's `zimwriterfs`, a program of its own: with it comes
 * the index that makes every word findable on a phone and through `kiwix-serve`.
 */
import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import { entriesOf } from './article.ts'
import { illustration } from './illustration.ts'

/** `missing`: the program is not installed. `failed`: it said why. */
export type ZimFailure = { readonly kind: 'missing' } | { readonly kind: 'failed'; readonly said: string }

/** ISO 639-3, which ZIM asks for. https://wiki.openzim.org/wiki/Metadata */
const threeLetters: Readonly<Record<string, string>> = {
  az: 'aze',
  de: 'deu',
  en: 'eng',
  fa: 'fas',
  fr: 'fra',
  ka: 'kat',
  ru: 'rus',
  tr: 'tur',
  uk: 'ukr',
}

const longestTitle = 30
const longestDescription = 80

const cut = (text: string, longest: number): string => {
  const letters = [...text]
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}

/** `work`: an empty folder that may be written to. `out`: the file to be made, which must not be there yet. */
export async function writeZim(
  pack: Pack,
  site: ReadonlyMap<string, Uint8Array>,
  work: string,
  out: string,
): Promise<Outcome<null, ZimFailure>> {
  for (const [path, bytes] of [...site, ['illustration.png', illustration()] as const]) {
    await mkdir(dirname(join(work, path)), { recursive: true })
    await writeFile(join(work, path), bytes)
  }
  const tags = new Set([pack.language, ...entriesOf(pack).map(({ language }) => language)])
  const languages = new Set(
    [...tags].map((tag) => threeLetters[tag.toLowerCase().split('-')[0] ?? ''] ?? 'und'),
  )
  return run(
    'zimwriterfs',
    [
      ['--welcome', 'index.html'],
      ['--illustration', 'illustration.png'],
      ['--language', [...languages].join(',')],
      ['--title', cut(pack.title, longestTitle)],
      ['--description', cut(`${pack.title}, ${pack.edition}`, longestDescription)],
      ['--longDescription', pack.licence?.statement ?? pack.title],
      ['--creator', pack.publisher],
      ['--publisher', pack.publisher],
      ['--name', `${pack.id}_${pack.edition}`],
      ['--source', `${pack.id}, ${pack.edition}`],
    ]
      .map(([name, value]) => `${name}=${value}`)
      .concat(work, out),
  )
}

function run(program: string, args: readonly string[]): Promise<Outcome<null, ZimFailure>> {
  return new Promise((resolve, reject) => {
    const running = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [running.stdout, running.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    running.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(failure({ kind: 'missing' }))
      else reject(error)
    })
    running.once('close', (code) =>
      resolve(code === 0 ? success(null) : failure({ kind: 'failed', said: said.trim().slice(-2000) })),
    )
  })
}
