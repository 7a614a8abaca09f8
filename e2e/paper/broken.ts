/** A deliberately broken document for every rule: the finding it must cause, and how the drawn page is spoiled for it. */
import type { Page } from '@playwright/test'
import type { PrintJob } from '../../src-library/model/print.ts'
import { goldens, jobOf } from './golden.ts'
import { azerbaijani } from './goldenarticles.ts'
import type { PrintAsked } from '../../src-standin/printing/printer.ts'

export type Broken = {
  readonly rule: `P${number}`
  readonly how: string
  readonly job: PrintJob
  readonly asked: PrintAsked
  readonly letters?: readonly string[]
}

const article = jobOf(['centre'])
const long = jobOf(['long'])
const sheet = jobOf(['told'], { preset: 'handout', textSize: 16 })
const table = jobOf(['figures'])
const briefing = goldens.find(({ name }) => name === 'preset-briefing')?.job ?? article

/** Adds style rules after all others. */
export const styled =
  (...rules: readonly string[]) =>
  (page: Page): Promise<void> =>
    page.evaluate((added) => {
      const sheet = new CSSStyleSheet()
      for (const rule of added) sheet.insertRule(rule)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    }, rules)

/** Makes another element of each that the selector finds. */
const renamed =
  (selector: string, name: string) =>
  (page: Page): Promise<void> =>
    page.locator(selector).evaluateAll((found, tag) => {
      for (const one of found) {
        const other = document.createElement(tag)
        other.append(...one.childNodes)
        one.replaceWith(other)
      }
    }, name)

const changed =
  (change: () => void) =>
  (page: Page): Promise<void> =>
    page.evaluate(change)

export const broken: readonly Broken[] = [
  { rule: 'P1', how: 'other paper', job: article, asked: { spoil: styled('@page { size: 200mm 250mm }') } },
  {
    rule: 'P2',
    how: 'another title and language',
    job: article,
    asked: {
      finish: false,
      spoil: changed(() => {
        document.title = 'Untitled'
        document.documentElement.lang = 'la'
      }),
    },
  },
  { rule: 'P3', how: 'printed without tags', job: article, asked: { tagged: false, outline: false } },
  { rule: 'P4', how: 'printed without an outline', job: article, asked: { outline: false } },
  {
    rule: 'P4',
    how: 'a letter of the first heading reaches over the page',
    job: briefing,
    asked: { spoil: styled('h1 { padding-top: 0 !important }') },
  },
  {
    rule: 'P4',
    how: 'the space at the end of a heading’s line is dropped',
    job: long,
    asked: { spoil: styled('h2 { white-space-collapse: collapse !important }') },
  },
  {
    rule: 'P5',
    how: 'a font of the system',
    job: article,
    asked: { spoil: styled('p { font-family: monospace !important }') },
  },
  {
    rule: 'P6',
    how: 'a bold made by the engine',
    job: article,
    asked: {
      spoil: (page) =>
        page.evaluate(async () => {
          const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
          const source = rules
            .map((rule) => /url\("?([^")]*noto-sans-latin-400[^")]*)/.exec(rule.cssText)?.[1])
            .find((address) => address !== undefined)
          const face = new FontFace('Plain', `url(assets/${source?.split('/').at(-1) ?? ''})`)
          document.fonts.add(await face.load())
          const sheet = new CSSStyleSheet()
          sheet.insertRule('h1 { font: 700 30pt Plain !important; font-synthesis: weight !important }')
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
        }),
    },
  },
  {
    rule: 'P7',
    how: 'a soft hyphen, and a letter taken for another',
    job: jobOf(['az']),
    letters: [azerbaijani],
    asked: {
      spoil: changed(() => {
        for (const text of document.querySelectorAll('.part p')) {
          text.textContent = (text.textContent ?? '').replace('Ğğ', 'Gg').replace('zərər', 'zə\u00ADrər')
        }
      }),
    },
  },
  {
    rule: 'P7',
    how: 'spaces that hold, as the engine writes them',
    job: jobOf(['az']),
    asked: { finish: false },
  },
  {
    rule: 'P8',
    how: 'no page numbers',
    job: article,
    asked: { spoil: styled('@page { @bottom-right { content: none } }') },
  },
  {
    rule: 'P9',
    how: 'one head for all',
    job: briefing,
    asked: {
      spoil: styled('@page { @top-right { content: "Fieldshelf" } @top-left { content: none } }'),
    },
  },
  {
    rule: 'P10',
    how: 'no edition in the footer, and no date in the part',
    job: article,
    asked: { spoil: styled('@page { @bottom-left { content: none } }', '.facts { display: none }') },
  },
  {
    rule: 'P11',
    how: 'a source is missing from the list',
    job: article,
    asked: { spoil: changed(() => document.querySelector('.sources li')?.remove()) },
  },
  {
    rule: 'P12',
    how: 'another hyphen in an address, and no link',
    job: article,
    asked: {
      spoil: changed(() => {
        for (const address of document.querySelectorAll('.address')) {
          address.textContent = (address.textContent ?? '').replace(/-/g, '\u2010')
        }
      }),
    },
  },
  {
    rule: 'P13',
    how: 'a heading may stand at the foot of a page',
    job: article,
    asked: { spoil: styled('h2 { break-after: page !important }') },
  },
  {
    rule: 'P14',
    how: 'single lines are left behind',
    job: long,
    asked: {
      spoil: styled(
        'body { orphans: 1 !important; widows: 1 !important }',
        'p { text-wrap: wrap !important }',
      ),
    },
  },
  {
    rule: 'P15',
    how: 'the table’s head is a row like any other',
    job: table,
    asked: { spoil: styled('thead { display: table-row-group !important }') },
  },
  {
    rule: 'P16',
    how: 'a row goes over the foot of a page',
    job: table,
    asked: {
      spoil: changed(() => {
        const row = document.querySelector('.table-frame tbody tr:nth-child(20)')
        const [first, last] = [row?.firstElementChild, row?.lastElementChild]
        if (!row || !first || !last) throw new Error('no such row')
        // Its first cell at the head, its last at the end of a box taller than a page.
        const sheet = new CSSStyleSheet()
        sheet.insertRule('.torn { break-inside: auto !important }')
        sheet.insertRule('.torn td:last-child { padding-top: 260mm !important }')
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
        row.classList.add('torn')
      }),
    },
  },
  {
    rule: 'P17',
    how: 'a picture without words',
    job: jobOf(['map']),
    asked: { spoil: changed(() => document.querySelector('img')?.removeAttribute('alt')) },
  },
  { rule: 'P18', how: 'a level is skipped', job: article, asked: { spoil: renamed('h2', 'h5') } },
  { rule: 'P19', how: 'head cells are cells', job: table, asked: { spoil: renamed('th', 'td') } },
  {
    rule: 'P20',
    how: 'a button of the app',
    job: article,
    asked: {
      spoil: changed(() => {
        const button = document.createElement('button')
        button.textContent = 'Print this section'
        document.querySelector('.part')?.append(button)
      }),
    },
  },
  {
    rule: 'P21',
    how: 'a filled box',
    job: article,
    asked: { spoil: styled('.box { background: #000; print-color-adjust: exact; height: 80mm }') },
  },
  {
    rule: 'P23',
    how: 'small print',
    job: article,
    asked: { spoil: styled('.sources { font-size: 0.6em !important }') },
  },
  {
    rule: 'P23',
    how: 'another size than was asked for',
    job: article,
    asked: { spoil: styled('html { font-size: 10.5pt !important }') },
  },
  {
    rule: 'P24',
    how: 'a narrow column',
    job: long,
    asked: { spoil: styled('.document { max-width: 85mm }') },
  },
  {
    rule: 'P25',
    how: 'text at the edge of the sheet',
    job: article,
    asked: { spoil: styled('@page { margin-left: 5mm }') },
  },
  { rule: 'P26', how: 'the engine’s own metadata', job: article, asked: { finish: false } },
  {
    rule: 'P28',
    how: 'a picture of noise, which nothing makes smaller',
    job: article,
    asked: {
      spoil: changed(() => {
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d')
        const noise = new ImageData(400, 400)
        for (let i = 0; i < noise.data.length; i++) noise.data[i] = i % 4 === 3 ? 255 : Math.random() * 256
        canvas.width = noise.width
        canvas.height = noise.height
        context?.putImageData(noise, 0, 0)
        document.querySelector('.part')?.append(canvas)
      }),
    },
  },
  { rule: 'P29', how: 'wrong page numbers', job: briefing, asked: { pages: { s1: 9, s2: 9, s4: 9 } } },
  {
    rule: 'P30',
    how: 'an empty last page',
    job: article,
    asked: {
      spoil: changed(() => {
        const page = document.createElement('div')
        document.querySelector('.document')?.append(page)
        const sheet = new CSSStyleSheet()
        sheet.insertRule('.document > div:last-child { break-before: page; height: 20mm }')
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      }),
    },
  },
  {
    rule: 'P31',
    how: 'a heading of the section that was left out',
    job: sheet,
    asked: {
      spoil: changed(() => {
        const heading = document.createElement('p')
        heading.textContent = 'Rights of victims'
        document.querySelector('.part')?.prepend(heading)
      }),
    },
  },
  {
    rule: 'P31',
    how: 'the name of a source',
    job: sheet,
    asked: {
      spoil: changed(() => {
        document.querySelector('.sheet-end')?.append('Law on help for people who were harmed')
      }),
    },
  },
  {
    rule: 'P31',
    how: 'a title that a viewer shows, and an outline',
    job: sheet,
    asked: { finish: false, spoil: changed(() => void (document.title = 'Victims of trafficking')) },
  },
  {
    rule: 'P34',
    how: 'more space between paragraphs than was measured',
    job: long,
    asked: { spoil: styled('.part p { margin-bottom: 3em !important }') },
  },
  {
    rule: 'P35',
    how: 'a table in a strip',
    job: table,
    asked: {
      spoil: styled(
        '.table-frame table { width: 30mm !important; table-layout: fixed !important }',
        '.table-frame col { width: auto !important }',
        '.table-frame :is(th, td) { white-space: normal !important; word-break: break-all !important }',
      ),
    },
  },
  {
    rule: 'P44',
    how: 'a cover without its organisation',
    job: briefing,
    asked: { spoil: styled('.cover-organisation p { display: none !important }') },
  },
  {
    rule: 'P44',
    how: 'a logo without words',
    job: briefing,
    asked: { spoil: changed(() => document.querySelector('canvas')?.removeAttribute('aria-label')) },
  },
  {
    rule: 'P40',
    how: 'a section that was moved after its page was written',
    job: jobOf(['centre', 'numbers#line']),
    asked: { spoil: styled('.part + .part { break-before: page !important }'), pages: { s1: 1 } },
  },
  {
    rule: 'P39',
    how: 'pages of A5 by themselves',
    job: jobOf(['centre'], { paper: 'booklet' }),
    asked: { finish: false },
  },
  {
    rule: 'P38',
    how: 'a case file without its head',
    job: jobOf(['centre'], { preset: 'caseFile' }),
    asked: { spoil: styled('.case-head { display: none !important }') },
  },
  {
    rule: 'P38',
    how: 'paragraphs without numbers',
    job: briefing,
    asked: { spoil: styled('p::before { content: none !important }') },
  },
  {
    rule: 'P38',
    how: 'a margin without lines',
    job: jobOf(['centre'], { preset: 'training', textSize: 14 }),
    asked: { spoil: styled('@page { @right-top { content: none } }') },
  },
  {
    rule: 'P37',
    how: 'a number in 24 points',
    job: jobOf(['numbers#line'], { preset: 'card' }),
    asked: { spoil: styled('.card .card-value.number { font-size: 24pt !important }') },
  },
  {
    rule: 'P3',
    how: 'emphasis that readers do not know, as the engine writes it',
    job: article,
    asked: { finish: false },
  },
  {
    rule: 'P36',
    how: 'a new page for each section',
    job: article,
    asked: { spoil: styled('.section { break-before: page !important }') },
  },
  {
    rule: 'P41',
    how: 'a margin for two digits',
    job: jobOf(['counted']),
    asked: { spoil: styled('ol { padding-inline-start: 1.5em !important }') },
  },
  {
    rule: 'P42',
    how: 'a year may be parted from its suffix',
    job: jobOf(['counted']),
    asked: { spoil: styled('.kept { white-space: normal !important }', '.part li p { width: 41mm }') },
  },
  {
    rule: 'P43',
    how: 'the last source is on a page of its own',
    job: article,
    asked: { spoil: styled('.sources > :last-child { break-before: page !important }') },
  },
  {
    rule: 'P33',
    how: 'an item without its box',
    job: jobOf(['told#days'], { preset: 'training', textSize: 14 }),
    asked: { spoil: changed(() => document.querySelector('.check-box')?.remove()) },
  },
  {
    rule: 'P32',
    how: 'an Azerbaijani part that gives its date in English',
    job: jobOf(['az', 'ru', 'centre#who']),
    asked: {
      spoil: changed(() => {
        for (const line of document.querySelectorAll('.part .statement')) {
          line.textContent = (line.textContent ?? '').replace('Faktların tarixi', 'Facts as of')
        }
      }),
    },
  },
  {
    rule: 'P32',
    how: 'an English list of sources behind a Russian text',
    job: jobOf(['ru']),
    asked: {
      spoil: changed(() => document.querySelector('.end-heading')?.replaceChildren('Sources')),
    },
  },
]
