/** `npm run bench -- search`, `-- page`, `-- paper`, `-- packs`, `-- import`, `-- usb` and `-- building`: one run, side by side, written to bench/results and docs/benchmarks.md. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { PacksMeasured } from './packs.ts'
import type { Speed } from './speed.ts'

const help = `Usage: npm run bench -- search|page|paper|packs|import|usb|building [options]

  --quick              fewer queries and starts, no library of 100,000 sections
  --collections <dir>  where the retrieval collections are (default: $FIELDSHELF_COLLECTIONS, or ../shared/data/retrieval)
  --only relevance|speed   of search, and of packs
  --sizes <n,n,…>      sections of the generated libraries (default 1000,10000,100000)
  --engines <name,…>   only these, at these sizes; what is not measured keeps its last result
  --help               print this

The engines that search is compared with are installed once, apart from the app: npm ci --prefix bench
Page, paper and USB edition are measured as they were built last: npm run build
Packs are made once and kept in out/bench-packs.
`

const { values, what } = readCommandLine()
const results = join(import.meta.dirname, 'results')
const report = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')
mkdirSync(results, { recursive: true })

const collections = values.collections ?? process.env.FIELDSHELF_COLLECTIONS ?? '../shared/data/retrieval'

if (what === 'page') {
  const { measurePage } = await import('./page.ts')
  const { writePageReport } = await import('./pagereport.ts')
  finish('page', await measurePage(values.quick ? 3 : 11, values.quick ? 6 : 24), writePageReport)
}
if (what === 'paper') {
  const { measurePaper } = await import('./paper.ts')
  const { writePaperReport } = await import('./paperreport.ts')
  finish('paper', await measurePaper(values.quick ? 1 : 3), writePaperReport)
}
if (what === 'packs') {
  const { measurePacks } = await import('./packs.ts')
  const { measureSeveralPacks } = await import('./severalpacks.ts')
  const { writePacksReport } = await import('./packsreport.ts')
  if (values.only !== 'relevance') save('packs', measurePacks(values.quick))
  if (values.only !== 'speed' && existsSync(collections))
    save('severalpacks', measureSeveralPacks(collections, values.quick ? 0.25 : 1))
  writePacksReport(report, readPacks(), read('severalpacks'))
  process.stdout.write('Written: bench/results/packs.json, docs/benchmarks.md\n')
  process.exit(0)
}
if (what === 'import') {
  const { measureImport, writeImportReport } = await import('./importing.ts')
  finish('import', await measureImport(values.quick ? 60 : 500), writeImportReport)
}
if (what === 'usb') {
  const { measureStick, writeStickReport } = await import('./stick.ts')
  finish('usb', await measureStick(values.quick ? 2 : 9), writeStickReport)
}
if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
  process.stderr.write('The engines to compare with are not installed. Run: npm ci --prefix bench\n')
  process.exit(1)
}

if (what === 'building') {
  const { measureBuilding, writeBuildingReport } = await import('./building.ts')
  finish('building', measureBuilding(values.quick ? 1 : 5), writeBuildingReport)
}

const { measureRelevance } = await import('./relevance.ts')
const { measureSpeed } = await import('./speed.ts')
const { writeReport } = await import('./report.ts')

const sizes = (values.sizes ?? (values.quick ? '1000,10000' : '1000,10000,100000')).split(',').map(Number)

if (values.only !== 'speed') {
  if (existsSync(collections)) save('relevance', await measureRelevance(collections, values.quick ? 0.25 : 1))
  else
    process.stderr.write(
      `Relevance is left out: there are no collections in ${collections} (--collections).\n`,
    )
}
if (values.only !== 'relevance') {
  const measured = await measureSpeed(sizes, values.quick ? 140 : 540, values.engines?.split(','))
  save('speed', withLastResults(read('speed'), measured))
}

writeReport(report, read('relevance'), read('speed'))
process.stdout.write('Written: bench/results, docs/benchmarks.md\n')

/** Ends here where there is nothing to measure. */
function readCommandLine() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        collections: { type: 'string' },
        only: { type: 'string' },
        sizes: { type: 'string' },
        engines: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) {
      process.stdout.write(help)
      process.exit(0)
    }
    const [what = '', ...more] = positionals
    if (!['search', 'page', 'paper', 'packs', 'import', 'usb', 'building'].includes(what) || more.length > 0)
      throw new Error(
        `Say what to measure: search, page, paper, packs, import, usb or building, not “${positionals.join(' ')}”.`,
      )
    if (values.only !== undefined && !['relevance', 'speed'].includes(values.only))
      throw new Error(`--only is relevance or speed, not “${values.only}”.`)
    if (values.sizes !== undefined && !/^[1-9]\d{0,5}(?:,[1-9]\d{0,5})*$/.test(values.sizes))
      throw new Error(
        `--sizes are whole numbers up to 999999 with commas between them, not “${values.sizes}”.`,
      )
    return { values, what }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
    process.exit(2)
  }
}

/** The libraries and engines that were not measured this time stay as they were measured last. */
function withLastResults(last: readonly Speed[], measured: readonly Speed[]): Speed[] {
  const key = ({ engine, sections }: Speed): string => `${sections} ${engine}`
  const known = new Set(measured.map(key))
  return [...last.filter((each) => !known.has(key(each))), ...measured].sort(
    (a, b) => a.sections - b.sections,
  )
}

function save(name: string, measured: unknown): void {
  const machine = { node: process.version, cores: cpus().length, quick: values.quick }
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify({ machine, measured }, null, 2)}\n`)
}

/** Keeps what was measured and its table, and ends the run. */
function finish<Measured>(
  name: string,
  measured: Measured,
  write: (file: string, measured: Measured) => void,
): never {
  save(name, measured)
  write(report, measured)
  process.stdout.write(`Written: bench/results/${name}.json, docs/benchmarks.md\n`)
  process.exit(0)
}

/** Null where they were never measured here. */
function readPacks(): PacksMeasured | null {
  const measured: unknown = read('packs')
  return Array.isArray(measured) ? null : (measured as PacksMeasured)
}

function read(name: string): never[] {
  const file = join(results, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { measured: never[] }).measured : []
}
