/** The golden documents: the jobs whose pages are checked and looked at. */
import type { ChosenSection, PrintJob, PrintPreset } from '../../src-library/model/print.ts'
import { wayPng } from './goldenfigures.ts'
import { goldenPackId } from './goldenpack.ts'

export type Golden = { readonly name: string; readonly job: PrintJob }

/** `article`, `article#anchor`, or either with `+` for what is below the section too. */
export function chosen(address: string, pack = goldenPackId): ChosenSection {
  const [article = '', anchor = 'lead+'] = address.split('#')
  return { pack, article, anchor: anchor.replace(/\+$/, ''), subsections: anchor.endsWith('+') }
}

const nothing = {
  cover: false,
  contents: false,
  facts: true,
  sources: true,
  notesArea: false,
  helpNumbers: false,
}

export function jobOf(sections: readonly string[], more: Partial<PrintJob> = {}): PrintJob {
  return {
    kind: 'sections',
    sections: sections.map((address) => chosen(address)),
    title: null,
    preset: 'standard',
    textSize: 12,
    paper: 'A4',
    include: nothing,
    printedOn: '2026-11-23',
    ...more,
  }
}

const dossier = ['centre', 'figures#placement', 'news-2017', 'long#step-3', 'az', 'ru', 'numbers#line']
const preset = (name: PrintPreset, more: Partial<PrintJob>): Golden => ({
  name: `preset-${name}`,
  job: jobOf(['centre'], { preset: name, ...more }),
})

export const goldens: readonly Golden[] = [
  { name: 'section', job: jobOf(['centre#who']) },
  { name: 'section-with-subsections', job: jobOf(['centre#who+']) },
  { name: 'article', job: jobOf(['centre']) },
  { name: 'longest-article', job: jobOf(['long']) },
  { name: 'table', job: jobOf(['figures']) },
  { name: 'figure', job: jobOf(['map']) },
  { name: 'chart', job: jobOf(['figures#placement']) },
  { name: 'chart-alone', job: jobOf(['unspoken#chart']) },
  { name: 'picture-alone', job: jobOf(['unspoken#picture']) },
  { name: 'crowded', job: jobOf(['crowded']) },
  { name: 'counted', job: jobOf(['counted']) },
  {
    name: 'from-the-list',
    job: jobOf(['centre#who', 'figures#placement', 'told#days', 'centre#words'], {
      title: 'Tuesday’s lesson',
      include: { ...nothing, contents: true },
      between: [
        { kind: 'heading', text: 'Who comes', before: 0 },
        { kind: 'break', before: 1 },
        { kind: 'notes', before: 2 },
        { kind: 'heading', text: 'What is said', before: 3 },
        { kind: 'notes', before: 4 },
      ],
    }),
  },
  { name: 'azerbaijani', job: jobOf(['az']) },
  { name: 'russian', job: jobOf(['ru']) },
  { name: 'news', job: jobOf(['news-2017']) },
  { name: 'letter', job: jobOf(['centre'], { paper: 'Letter' }) },
  { name: 'a5', job: jobOf(['centre'], { paper: 'A5' }) },
  {
    name: 'booklet',
    job: jobOf(['centre', 'numbers#line', 'az'], {
      preset: 'briefing',
      paper: 'booklet',
      title: 'A booklet for the desk',
      include: { ...nothing, contents: true },
    }),
  },
  { name: 'large', job: jobOf(['centre'], { textSize: 18 }) },
  { name: 'bare', job: jobOf(['centre'], { include: { ...nothing, facts: false, sources: false } }) },
  preset('handout', { textSize: 16, title: 'Where to go' }),
  { name: 'sheet', job: jobOf(['told', 'numbers#line'], { preset: 'handout', textSize: 16 }) },
  {
    name: 'sheet-office',
    job: jobOf(['told'], {
      preset: 'handout',
      textSize: 16,
      title: 'Where to go',
      sheet: { heading: 'small', copy: 'office' },
    }),
  },
  { name: 'card', job: jobOf(['numbers#line'], { preset: 'card' }) },
  {
    name: 'cards-told',
    job: jobOf(['numbers'], {
      preset: 'card',
      title: 'Ask for Leyla',
      card: { answer: null, languages: 'each', sentence: true },
      called: [{ pack: goldenPackId, number: '152', day: '2026-11-25' }],
    }),
  },
  { name: 'card-a5', job: jobOf(['numbers#line'], { preset: 'card', paper: 'A5', textSize: 16 }) },
  { name: 'check-list', job: jobOf(['told#days'], { preset: 'training', textSize: 14 }) },
  { name: 'mixed', job: jobOf(['az', 'ru', 'centre#who']) },
  preset('caseFile', { include: { ...nothing, notesArea: true } }),
  preset('briefing', {
    include: { ...nothing, cover: true, contents: true },
    cover: { organisation: 'The house by the river', logo: wayPng },
  }),
  preset('training', { textSize: 14 }),
  {
    name: 'dossier-of-12',
    job: jobOf([...dossier, 'many-1', 'many-2', 'many-3', 'many-4', 'many-5'], {
      preset: 'briefing',
      title: 'Monday’s training',
      include: { ...nothing, cover: true, contents: true, helpNumbers: true },
    }),
  },
]

export const dossierOf200: Golden = {
  name: 'dossier-of-200',
  job: jobOf(
    Array.from({ length: 200 }, (_, index) => `many-${index + 1}`),
    { preset: 'briefing', include: { ...nothing, cover: true, contents: true } },
  ),
}
