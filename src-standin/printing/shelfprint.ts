/** `shelf print`: sections of a compiled pack -> a PDF, as the app prints them, without a window. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { printJobSchema } from '../../src-bridge/printjob.ts'
import { packPath } from '../../src-library/format/paths.ts'
import { pictureSize } from '../../src-library/model/picturesize.ts'
import {
  longestLogo,
  paperSizes,
  presetDefaults,
  printPresets,
  printTextSizes,
  usualCard,
  type CardChoices,
  type ChosenSection,
  type PrintJob,
  type PrintParts,
} from '../../src-library/model/print.ts'
import { findChromium } from '../chromium.ts'
import { libraryFrom } from './libraryfolder.ts'
import { openPrinter } from './printer.ts'

const parts = Object.keys(presetDefaults.standard.include) as (keyof PrintParts)[]

const help = `Usage: shelf print <pack folder> <article[#anchor]>... --out <file.pdf> [options]

Prints sections of a compiled pack as one document, in the order given, as the app does.
An article stands for all its sections; a section is printed with those below it.

  --preset <name>        ${printPresets.join(', ')} (default standard)
  --size <points>        ${printTextSizes.join(', ')} (default the preset's)
  --paper <size>         ${paperSizes.join(', ')} (default A4)
  --title <words>        a title of your own
  --with <part,…>        print these too: ${parts.join(', ')}
  --without <part,…>     leave these out
  --only                 sections without those below them
  --organisation <name>  on the cover
  --logo <file.png>      on the cover; a PNG of up to 150 KB
  --card <word,…>        on cards: sentence (what a number is for), each (every language)
  --date <day>           the day printed in the footer, 2026-11-23 (default today)
  --out <file>           where the PDF is written
  -h, --help             print this

Exit code: 0 printed, 1 refused, 2 wrong usage.
`

const mostLogoPixels = 4_000_000

/** A mistake in the command line. */
class Usage extends Error {}

/** `job` has the sections of the pack whose id it is handed. */
type Order = {
  readonly folder: string
  readonly out: string
  readonly job: (pack: string) => PrintJob
}

/** Null when help was asked for. Throws `Usage`. */
export function readOrder(args: readonly string[], today: string): Order | null {
  const { values, positionals } = parsed(args)
  if (values.help) return null
  const [folder, ...addresses] = positionals
  if (folder === undefined) throw new Usage('Say which pack: the folder that `shelf build` wrote.')
  if (addresses.length === 0) throw new Usage('Say what to print: an article, or article#anchor.')
  if (values.out === undefined) throw new Usage('Say where the PDF is to be written: --out <file.pdf>.')
  const preset = oneOf(printPresets, values.preset, '--preset')
  const { textSize, include } = presetDefaults[preset]
  const paper = oneOf(paperSizes, values.paper, '--paper')
  if (preset === 'card' && paper === 'booklet') throw new Usage('Cards are no booklet: choose another paper.')
  const options = {
    title: values.title ?? null,
    preset,
    textSize: values.size === undefined ? textSize : oneOf(printTextSizes, Number(values.size), '--size'),
    paper,
    include: {
      ...include,
      ...Object.fromEntries(partsNamed(values.with, '--with').map((part) => [part, true])),
      ...Object.fromEntries(partsNamed(values.without, '--without').map((part) => [part, false])),
    },
    ...(preset === 'card' && { card: cardAs(values.card) }),
    cover: {
      organisation: values.organisation,
      logo: values.logo === undefined ? null : logoIn(values.logo),
    },
    printedOn: dayOf(values.date ?? today),
  }
  return {
    folder,
    out: values.out,
    job: (pack) => ({
      kind: 'sections',
      ...options,
      sections: addresses.map((address) => chosenAs(address, pack, values.only)),
    }),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        preset: { type: 'string', default: 'standard' },
        size: { type: 'string' },
        paper: { type: 'string', default: 'A4' },
        title: { type: 'string' },
        with: { type: 'string', default: '' },
        without: { type: 'string', default: '' },
        only: { type: 'boolean', default: false },
        organisation: { type: 'string', default: '' },
        logo: { type: 'string' },
        card: { type: 'string', default: '' },
        date: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error))
  }
}

function chosenAs(address: string, pack: string, only: boolean): ChosenSection {
  const [article = '', anchor = 'lead'] = address.split('#')
  return { pack, article, anchor, subsections: !only }
}

function oneOf<Value>(known: readonly Value[], given: unknown, option: string): Value {
  const found = known.find((value) => value === given)
  if (found === undefined) throw new Usage(`${option} takes one of ${known.join(', ')}.`)
  return found
}

function partsNamed(list: string, option: string): readonly (keyof PrintParts)[] {
  const names = list.split(',').filter((name) => name !== '')
  return names.map((name) => oneOf(parts, name, option))
}

/** A PNG as it is: the print view decodes it in the browser's own sandbox. */
function logoIn(file: string): string {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  const size = pictureSize(bytes)
  const logo = bytes.toString('base64')
  if (size?.type !== 'image/png' || size.width * size.height > mostLogoPixels || logo.length > longestLogo)
    throw new Usage('--logo takes a PNG of up to 150 KB and 4 million pixels.')
  return logo
}

function cardAs(list: string): CardChoices {
  const chosen = list
    .split(',')
    .filter((word) => word !== '')
    .map((word) => oneOf(['sentence', 'each'], word, '--card'))
  return {
    ...usualCard,
    sentence: chosen.includes('sentence'),
    languages: chosen.includes('each') ? 'each' : 'own',
  }
}

function dayOf(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !exists) throw new Usage('--date takes a day such as 2026-11-23.')
  return text
}

/** Today where the command runs. */
function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

async function run(args: readonly string[]): Promise<number> {
  const order = readOrder(args, today())
  if (order === null) {
    process.stdout.write(help)
    return 0
  }
  const page = resolve(import.meta.dirname, '../../out/renderer')
  if (!existsSync(join(order.folder, packPath))) return refuse(`${order.folder} is not a compiled pack.`)
  if (!existsSync(join(page, 'print.html'))) return refuse('The page is not built yet: npm run build.')
  const chromium = findChromium()
  if (chromium === null) return refuse('No Chromium was found: install one, or name it in CHROMIUM_PATH.')
  const unwritable = whyUnwritable(order.out)
  if (unwritable !== null) return refuse(unwritable)
  const { ids, files } = libraryFrom([order.folder])
  const job = order.job(ids[0] ?? '')
  if (!v.is(printJobSchema, job)) return refuse(noSuchPrint)
  const printer = await openPrinter({ page, library: files, chromium })
  try {
    const { pdf, ready } = await printer.print(job, { undrawn: true })
    if (!ready.ok) return refuse(sentenceOf(ready.failure))
    try {
      writeFileSync(order.out, pdf)
    } catch (error) {
      return refuse(`${order.out} can't be written: ${(error as NodeJS.ErrnoException).code ?? ''}.`)
    }
    process.stdout.write(
      `Printed ${ready.value.title}: ${Math.ceil(pdf.length / 1024)} KB, in ${order.out}.\n${job.paper === 'booklet' ? howToFold : ''}`,
    )
    return 0
  } finally {
    await printer.close()
  }
}

const howToFold =
  'Print it on A4 without scaling, on both sides, flipped on the short edge, and fold the sheets.\n'

const noSuchPrint =
  "This can't be printed: an address is article or article#anchor as the pack names them, of up to 1,000, and a title has up to 200 letters."

/** Reasons not to print that are known before; null when there are none. */
export function whyUnwritable(out: string): string | null {
  if (!existsSync(dirname(out))) return `There is no folder ${dirname(out)} to write ${out} in.`
  if (existsSync(out) && statSync(out).isDirectory()) return `${out} is a folder: name a file in it.`
  return null
}

function sentenceOf({ kind, detail }: { readonly kind: string; readonly detail: string }): string {
  switch (kind) {
    case 'not-found':
      return `The pack has no such section: ${detail}.`
    case 'no-card':
      return 'These sections have no number or short answer for a card.'
    case 'card-full':
      return 'The title is too long for a card.'
    default:
      return `It could not be printed. ${detail}`
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
    const isUsage = error instanceof Usage
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n${isUsage ? `\n${help}` : ''}`,
    )
    return isUsage ? 2 : 1
  })
}
