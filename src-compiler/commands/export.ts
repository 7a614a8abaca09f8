/** `shelf export`: a compiled pack -> what phones and other readers open: a site, an EPUB book, a ZIM file. */
import * as disk from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { decodePack } from '../../src-library/format/pack.ts'
import { describeFailure } from '../../src-library/format/failure.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { packPath, termsPath } from '../../src-library/format/paths.ts'
import { decodeTerms } from '../../src-library/format/terms.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Publication } from '../export/article.ts'
import { epubOf } from '../export/epub.ts'
import { siteOf } from '../export/site.ts'
import type { SiteSearch } from '../export/sitesearch.ts'
import { writeZim, type ZimFailure } from '../export/zim.ts'
import { didYouMean } from '../suggest.ts'
import { command, wrongUsage } from './command.ts'
import { sentenceOf } from './folders.ts'
import { writeWhole } from './packfiles.ts'
import { openSound } from './sound.ts'

/** Where the build leaves the script of the search page. */
const builtSearch = resolve(import.meta.dirname, '../../out/site')

const forms = ['html', 'epub', 'zim'] as const
type Form = (typeof forms)[number]

const help = `Usage: shelf export html|epub|zim <compiled pack or pack file> --out <path>

  html   a site of plain pages in a new or empty folder; no script is needed,
         and where scripts run it has a search page
  epub   one EPUB book, for phones and readers of books
  zim    one file for Kiwix on phones, and for kiwix-serve; needs zimwriterfs
         (Debian: apt install zim-tools)

Every page says its sources, its date, its edition and where it is from.

  --out <path>   the folder, or the file
  --staff        with the boxes for staff, which are left out otherwise
  -h, --help     print this

Exit code: 0 made, 1 refused, 2 wrong usage.
`

export const run = command(
  {
    help,
    options: { out: { type: 'string' }, staff: { type: 'boolean' } },
    needs: ['form: html, epub or zim', 'compiled pack or pack file'],
  },
  async ([named = '', path = ''], { out, staff }) => {
    const form = forms.find((one) => one === named)
    if (!form)
      return wrongUsage(
        `There is no form \`${named}\`: say html, epub or zim. ${didYouMean(named, forms) ?? ''}`.trim(),
      )
    if (typeof out !== 'string' || out === '') return wrongUsage('Say where: --out <path>.')
    const pack = await openSound(path)
    if (!pack.ok) return pack
    const { files, articles } = pack.value
    const read = packOf(files)
    if (!read.ok) return read
    const publication: Publication = {
      pack: read.value,
      articles: new Map(articles.map((article) => [article.id, article])),
      staff: staff === true,
    }
    try {
      return await write(form, publication, files, out)
    } catch (error) {
      return failure(`${sentenceOf(error, out)}\n`)
    }
  },
)

function packOf(files: ReadonlyMap<string, Uint8Array>): Outcome<Publication['pack'], string> {
  const parsed = parseJson(new TextDecoder().decode(files.get(packPath)))
  const pack = parsed.ok ? decodePack(parsed.value) : parsed
  return pack.ok ? pack : failure(`${packPath}: ${describeFailure(pack.failure)}\n`)
}

async function write(
  form: Form,
  publication: Publication,
  files: ReadonlyMap<string, Uint8Array>,
  out: string,
): Promise<Outcome<string, string>> {
  switch (form) {
    case 'html': {
      const search = await searchOf(files)
      return search.ok ? writeSite(siteOf(publication, files, search.value), out) : search
    }
    case 'epub': {
      const written = await writeWhole(out, await epubOf(publication, files))
      return written.ok ? success(`Made ${out}, an EPUB book.\n`) : written
    }
    case 'zim':
      return writeZimFile(publication, files, out)
    default:
      return assertNever(form)
  }
}

async function searchOf(files: ReadonlyMap<string, Uint8Array>): Promise<Outcome<SiteSearch, string>> {
  const [script, notices] = await Promise.all(
    ['search.js', 'notices.json'].map((name) => disk.readFile(join(builtSearch, name)).catch(() => null)),
  )
  if (!script || !notices)
    return failure('The search page of the site is not built yet. Run `npm run build`, then try again.\n')
  const parsed = parseJson(new TextDecoder().decode(files.get(termsPath)))
  const concepts = parsed.ok ? decodeTerms(parsed.value) : parsed
  return concepts.ok
    ? success({ script, notices, concepts: concepts.value })
    : failure(`${termsPath}: ${describeFailure(concepts.failure)}\n`)
}

async function writeSite(
  site: ReadonlyMap<string, Uint8Array>,
  out: string,
): Promise<Outcome<string, string>> {
  await disk.mkdir(out, { recursive: true })
  if ((await disk.readdir(out)).length > 0)
    return failure(
      `${out} is not empty. Choose a new folder, so that no page of another edition stays in it.\n`,
    )
  for (const [path, bytes] of site) {
    await disk.mkdir(dirname(join(out, path)), { recursive: true })
    await disk.writeFile(join(out, path), bytes)
  }
  return success(`Made a site of ${site.size} files, in ${out}. Open index.html there.\n`)
}

/** The file takes its place when it is whole. */
async function writeZimFile(
  publication: Publication,
  files: ReadonlyMap<string, Uint8Array>,
  out: string,
): Promise<Outcome<string, string>> {
  const work = await disk.mkdtemp(join(tmpdir(), 'fieldshelf-zim-'))
  const beside = `${out}.part-${process.pid}`
  try {
    const written = await writeZim(publication.pack, siteOf(publication, files, null), work, beside)
    if (!written.ok) return failure(sayZimFailure(written.failure))
    await disk.rename(beside, out)
    return success(`Made ${out}, for Kiwix. \`kiwix-serve ${out}\` shows it to every phone of the house.\n`)
  } finally {
    await disk.rm(work, { recursive: true, force: true })
    await disk.rm(beside, { force: true })
  }
}

function sayZimFailure(why: ZimFailure): string {
  switch (why.kind) {
    case 'missing':
      return 'A ZIM file needs the program zimwriterfs, which is not here. Install it (Debian, Ubuntu: apt install zim-tools) and try again.\n'
    case 'failed':
      return `zimwriterfs could not make the file:\n${why.said}\n`
    default:
      return assertNever(why)
  }
}
