/** `shelf search`: asks compiled packs, as the app would. Prints hits, JSON, or a run file for retrieval evaluation. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseJson } from '../../src-library/format/json.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { indexPath, packPath } from '../../src-library/format/paths.ts'
import { isLanguageTag } from '../../src-library/format/scalars.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import type { SearchResult, FoundSection } from '../../src-library/search/result.ts'
import type { SearchedPack } from '../../src-library/search/asking/facets.ts'
import { loadIndex } from '../../src-library/search/index/load.ts'
import { search } from '../../src-library/search/search.ts'
import { printedAnswers, printedHits } from './searchjson.ts'
import { complain, exit, print } from './usage.ts'

const help = `Usage: shelf search <pack folder> … "<query>" [options]
       shelf search <pack folder> … --queries <file> --run <file> [options]

Searches compiled packs as the app does. The query comes last, in quotes.

  --top <n>                  how many hits (default 10)
  --unit section|article     what a hit is (default section); an article is as good as its best section
  --language <tag>           what the reader reads first, such as az (default: the first pack's language)
  --json                     print the direct answers and the hits as JSON
  --queries <file>           one query a line: its id, a tab, its text
  --run <file>               where to write the answers, a TREC run: query Q0 article rank score fieldshelf
                             (with --unit section: article#anchor)
  --help                     print this
`

/** A usage error: a mistake in the typed command. */
class Usage extends Error {}

type Unit = 'section' | 'article'

/** Runs the command. 0: done, hits or not; 1: the pack or a file can't be read; 2: wrong usage. */
export async function run(args: string[]): Promise<number> {
  try {
    const options = readOptions(args)
    if (options === 'help') {
      print(help)
      return exit.ok
    }
    const packs: OpenedPack[] = []
    for (const folder of options.folders) {
      const pack = await openPack(folder)
      if (!pack.ok) return refuse(pack.failure)
      packs.push(pack.value)
    }
    if (options.queries === null) show(packs, options)
    else return await writeRun(packs, { ...options, queries: options.queries })
    return exit.ok
  } catch (error) {
    if (!(error instanceof Usage)) throw error
    complain(`${error.message}\n\n${help}`)
    return exit.usage
  }
}

/** A pack with what it says of itself. */
type OpenedPack = SearchedPack & { readonly pack: Pack }

type Options = {
  readonly folders: readonly string[]
  /** BCP 47; null: the first pack's. */
  readonly language: string | null
  readonly query: string
  readonly top: number
  readonly unit: Unit
  readonly json: boolean
  readonly queries: string | null
  readonly runFile: string
}

function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  const folders = values.queries === undefined ? positionals.slice(0, -1) : positionals
  const query = values.queries === undefined ? positionals.at(-1) : undefined
  const top = Number(values.top)
  if (positionals.length === 0) throw new Usage('Say which pack: the folder that `shelf build` wrote.')
  if (!Number.isSafeInteger(top) || top < 1) throw new Usage('--top takes a whole number from 1 up.')
  if (values.unit !== 'section' && values.unit !== 'article') throw new Usage('--unit is section or article.')
  if (folders.length === 0) throw new Usage('Give a query behind the pack, or --queries with a file of them.')
  if (values.language !== undefined && !isLanguageTag(values.language))
    throw new Usage('--language takes a language tag, such as en, az or ru.')
  if ((values.queries === undefined) !== (values.run === undefined))
    throw new Usage('--queries and --run go together.')
  return {
    folders,
    language: values.language ?? null,
    query: query ?? '',
    top,
    unit: values.unit,
    json: values.json,
    queries: values.queries ?? null,
    runFile: values.run ?? '',
  }
}

function parsed(args: string[]): ReturnType<typeof parse> {
  try {
    return parse(args)
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error))
  }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      top: { type: 'string', default: '10' },
      unit: { type: 'string', default: 'section' },
      language: { type: 'string' },
      json: { type: 'boolean', default: false },
      queries: { type: 'string' },
      run: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })

async function openPack(folder: string): Promise<Outcome<OpenedPack, string>> {
  const text = await readFile(join(folder, packPath), 'utf8').catch(() => null)
  const bytes = await readFile(join(folder, indexPath)).catch(() => null)
  if (text === null || bytes === null)
    return failure(
      `${folder} is not a compiled pack. Compile one with: shelf build <folder> --out ${folder}. A query of several words is one argument: put it in quotes.`,
    )
  const json = parseJson(text)
  const pack = json.ok ? decodePack(json.value) : json
  const index = loadIndex(bytes)
  if (!pack.ok) return failure(`${join(folder, packPath)} is damaged. Compile the pack again.`)
  if (!index.ok)
    return failure(
      index.failure.kind === 'version'
        ? `The search index was written by another version of this program. Compile the pack again.`
        : `The search index is damaged. Compile the pack again.`,
    )
  const sourceTypes = new Map(pack.value.sources.map((source) => [source.id, source.type]))
  return success({ id: pack.value.id, index: index.value, sourceTypes, pack: pack.value })
}

function refuse(message: string): number {
  complain(`${message}\n`)
  return exit.refused
}

function show(packs: readonly OpenedPack[], options: Options): void {
  const { unit, json } = options
  const { answer, hits } = ask(packs, options.query, options)
  const all = packs.map(({ pack }) => pack)
  const answers = printedAnswers(all, answer, languageOf(packs, options))
  if (json) {
    print(`${JSON.stringify({ ...answer, answers, hits: printedHits(all, hits) }, null, 2)}\n`)
    return
  }
  for (const { value, says } of answers) print(`${value}: ${says}\n`)
  for (const { from, to } of answer.corrections) print(`No section has “${from}”. Showing “${to}”.\n`)
  for (const word of answer.missing.filter((each) => !answer.corrections.some(({ from }) => from === each)))
    print(`No section has “${word}”.\n`)
  for (const { from, to } of answer.expansions) print(`Also searched for “${from}”: ${to.join(', ')}\n`)
  if (hits.length === 0 && answer.nearest.length > 0) print(`Nearest words: ${answer.nearest.join(', ')}\n`)
  print(`${answer.total} ${answer.total === 1 ? 'section' : 'sections'}\n`)
  hits.forEach((hit, i) => {
    const name = unit === 'article' ? hit.article : `${hit.article}#${hit.anchor}`
    const title = unit === 'article' ? hit.articleTitle : hit.path.join(' › ')
    print(`${String(i + 1).padStart(3)}  ${hit.score.toFixed(3).padStart(7)}  ${name}  ${title}\n`)
  })
}

const languageOf = (packs: readonly OpenedPack[], { language }: Options): string =>
  language ?? packs[0]?.pack.language ?? 'en'

/** The best hits. An article's is its best section's, and no article comes twice. */
function ask(
  packs: readonly OpenedPack[],
  query: string,
  options: Options,
): { answer: SearchResult; hits: readonly FoundSection[] } {
  const { unit, top } = options
  const language = languageOf(packs, options)
  if (unit === 'section') {
    const answer = search(packs, query, { limit: top, language })
    return { answer, hits: answer.hits }
  }
  // Sections of one article crowd together: ask for more until enough articles are seen.
  for (let limit = top * 2; ; limit *= 4) {
    const answer = search(packs, query, { limit, language })
    const best = new Map<string, FoundSection>()
    for (const hit of answer.hits) {
      const key = `${hit.pack} ${hit.article}`
      if (!best.has(key)) best.set(key, hit)
    }
    if (best.size >= top || answer.hits.length < limit)
      return { answer, hits: [...best.values()].slice(0, top) }
  }
}

async function writeRun(
  packs: readonly OpenedPack[],
  options: Options & { readonly queries: string },
): Promise<number> {
  const text = await readFile(options.queries, 'utf8').catch(() => null)
  if (text === null) return refuse(`${options.queries} can't be read.`)
  const lines: string[] = []
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const tab = line.indexOf('\t')
    if (tab < 1) return refuse(`${options.queries}:${i + 1}: a line is a query's id, a tab, and its text.`)
    const id = line.slice(0, tab)
    // A run is columns parted by blanks: one in the id would move all that follow.
    if (/\s/.test(id)) return refuse(`${options.queries}:${i + 1}: a query's id has no blanks: “${id}”.`)
    ask(packs, line.slice(tab + 1), options).hits.forEach((hit, rank) => {
      const name = options.unit === 'article' ? hit.article : `${hit.article}#${hit.anchor}`
      lines.push(`${id} Q0 ${name} ${rank + 1} ${hit.score.toFixed(6)} fieldshelf\n`)
    })
  }
  try {
    await writeFile(options.runFile, lines.join(''))
  } catch {
    return refuse(`${options.runFile} can't be written.`)
  }
  return exit.ok
}
