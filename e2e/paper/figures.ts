/**
 * The pages of four documents of the bundled pack that its readers print most: how many each may have at the most.
 * `npx tsx e2e/paper/figures.ts [compiled pack]` counts them, as lines of a Markdown table.
 */
import { join, resolve } from 'node:path'
import { noFilters } from '../../src-library/model/filters.ts'
import {
  presetDefaults,
  type PrintJob,
  type PrintPreset,
  type PrintRequest,
} from '../../src-library/model/print.ts'
import { findChromium } from '../../src-standin/chromium.ts'
import { libraryFrom } from '../../src-standin/printing/libraryfolder.ts'
import { openPrinter, type PrintedDocument, type Printer } from '../../src-standin/printing/printer.ts'
import { chosen, jobOf } from './golden.ts'

export type PaperFigure = { readonly name: string; readonly most: number; readonly job: PrintRequest }

export const bundledPack = 'trafficking-azerbaijan'

/** Those that every edition since 2026-11 has. */
const briefed = [
  'help-numbers#hotline-152',
  'who-is-who#for-what',
  'palermo-definition#three-parts',
  'identification#who-decides',
  'referral-mechanism#time-limit',
  'rights-and-help#without-status',
  'rights-and-help#allowance',
  'assistance-centre#who-may-come',
  'criminal-code#article-144-1',
  'tier-placement#by-year',
  'victims-in-figures#by-year',
  'council-of-europe#third-report',
]

function jobIn(preset: PrintPreset, sections: readonly string[], more: Partial<PrintJob> = {}): PrintJob {
  return jobOf([], {
    preset,
    ...presetDefaults[preset],
    sections: sections.map((address) => chosen(address, bundledPack)),
    ...more,
  })
}

const fit: Partial<PrintJob> = { sheet: { heading: 'none', copy: 'client', fit: true } }
const withoutNumbers = { ...presetDefaults.handout.include, helpNumbers: false }

/** *Rights and help* to take home; `sections`: those that are left of it. */
export const rightsSheet = (language: string, sections?: readonly string[]): PrintJob =>
  sections
    ? jobIn('handout', sections, { ...fit, include: withoutNumbers })
    : jobIn('handout', [named('rights-and-help', language)], fit)

export const callSheet = (language: string, textSize: 16 | 18): PrintJob =>
  jobIn('handout', [`${named('who-is-who', language)}#for-what`], { textSize, include: withoutNumbers })

export const briefing: PrintJob = jobIn('briefing', briefed)

export const evidenceOf = (language: string): PrintRequest => ({
  kind: 'evidence',
  search: { query: '152', filters: noFilters, order: 'relevance', language },
  most: 20,
  textSize: 12,
  paper: 'A4',
  printedOn: briefing.printedOn,
})

/** The article’s id in a language of the pack. */
const named = (article: string, language: string): string =>
  language === 'en' ? article : `${article}.${language}`

export const figuresIn = (languages: readonly string[]): readonly PaperFigure[] => [
  ...languages.map((language) => ({
    name: `Rights and help, a sheet to take home (${language})`,
    most: 2,
    job: rightsSheet(language),
  })),
  ...languages.flatMap((language) =>
    ([16, 18] as const).map((size) => ({
      name: `Whom to call for what, a sheet of ${size} pt (${language})`,
      most: 1,
      job: callSheet(language, size),
    })),
  ),
  { name: 'Briefing of twelve sections', most: 13, job: briefing },
  ...['en', 'az', 'ru'].map((language) => ({
    name: `Evidence of 152 (${language})`,
    most: 4,
    job: evidenceOf(language),
  })),
]

/** Throws where nothing is printed. */
export async function printedPages(
  printer: Printer,
  job: PrintRequest,
): Promise<Extract<PrintedDocument['ready'], { ok: true }>['value']> {
  const { ready } = await printer.print(job, { undrawn: true })
  if (!ready.ok) throw new Error(`${ready.failure.kind}: ${ready.failure.detail}`)
  return ready.value
}

if (process.argv[1] === import.meta.filename) {
  const out = resolve(import.meta.dirname, '../../out')
  const { ids, files } = libraryFrom([process.argv[2] ?? join(out, 'library', bundledPack)])
  const languages = ['en', 'az', 'ru'].filter((language) =>
    files.has(`${ids[0] ?? ''}/articles/${named('rights-and-help', language)}.json`),
  )
  const printer = await openPrinter({ page: join(out, 'renderer'), library: files, chromium: findChromium() })
  for (const { name, job } of figuresIn(languages)) {
    const { pages, leaf } = await printedPages(printer, job)
    process.stdout.write(`| ${name} | ${pages}${leaf ? `, ${leaf.size} pt` : ''} |\n`)
  }
  await printer.close()
}
