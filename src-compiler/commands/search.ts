/** `shelf search`: asks a compiled pack, as the app would. Prints hits, JSON, or a run file for retrieval evaluation. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseJson } from '../../src-library/format/json.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import { indexPath, packPath } from '../../src-library/format/paths.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Answer, Found } from '../../src-library/search/result.ts'
import type { SearchedPack } from '../../src-library/search/asking/facets.ts'
import { loadIndex } from '../../src-library/search/index/load.ts'
import { search } from '../../src-library/search/search.ts'
import { complain, exit, print } from './usage.ts'

const help = `Usage: shelf search <pack folder> "<query>" [options]
       shelf search <pack folder> --queries <file> --run <file> [options]

Searches a compiled pack as the app does.

  --top <n>                  how many hits (default 10)
  --unit section|article     what a hit is (default section); an article is as good as its best section
  --json                     print hits as JSON
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
    const pack = await openPack(options.folder)
    if (!pack.ok) return refuse(pack.failure)
    if (options.queries === null) show(pack.value, options)
    else return await writeRun(pack.value, { ...options, queries: options.queries })
    return exit.ok
  } catch (error) {
    if (!(error instanceof Usage)) throw error
    complain(`${error.message}\n\n${help}`)
    return exit.usage
  }
}

type Options = {
  readonly folder: string
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
  const [folder, query, ...more] = positionals
  const top = Number(values.top)
  if (folder === undefined) throw new Usage('Say which pack: the folder that `shelf build` wrote.')
  if (!Number.isSafeInteger(top) || top < 1) throw new Usage('--top takes a whole number from 1 up.')
  if (values.unit !== 'section' && values.unit !== 'article') throw new Usage('--unit is section or article.')
  if (more.length > 0) throw new Usage('Put the query in quotes: it is one argument.')
  if ((query === undefined) === (values.queries === undefined))
    throw new Usage('Give either a query or --queries with a file of them.')
  if ((values.queries === undefined) !== (values.run === undefined))
    throw new Usage('--queries and --run go together.')
  return {
    folder,
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
      json: { type: 'boolean', default: false },
      queries: { type: 'string' },
      run: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })

async function openPack(folder: string): Promise<Outcome<SearchedPack, string>> {
  const text = await readFile(join(folder, packPath), 'utf8').catch(() => null)
  const bytes = await readFile(join(folder, indexPath)).catch(() => null)
  if (text === null || bytes === null)
    return failure(`${folder} is not a compiled pack. Compile one with: shelf build <folder> --out ${folder}`)
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
  return success({ id: pack.value.id, index: index.value, sourceTypes })
}

function refuse(message: string): number {
  complain(`${message}\n`)
  return exit.refused
}

function show(pack: SearchedPack, { query, top, unit, json }: Options): void {
  const { answer, hits } = ask(pack, query, unit, top)
  if (json) {
    print(`${JSON.stringify({ ...answer, hits }, null, 2)}\n`)
    return
  }
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

/** The best hits. An article's is its best section's, and no article comes twice. */
function ask(
  pack: SearchedPack,
  query: string,
  unit: Unit,
  top: number,
): { answer: Answer; hits: readonly Found[] } {
  if (unit === 'section') {
    const answer = search([pack], query, { limit: top })
    return { answer, hits: answer.hits }
  }
  // Sections of one article crowd together: ask for more until enough articles are seen.
  for (let limit = top * 2; ; limit *= 4) {
    const answer = search([pack], query, { limit })
    const best = new Map<string, Found>()
    for (const hit of answer.hits) if (!best.has(hit.article)) best.set(hit.article, hit)
    if (best.size >= top || answer.hits.length < limit)
      return { answer, hits: [...best.values()].slice(0, top) }
  }
}

async function writeRun(
  pack: SearchedPack,
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
    ask(pack, line.slice(tab + 1), options.unit, options.top).hits.forEach((hit, rank) => {
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
