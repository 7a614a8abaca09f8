/** Rules about the text on the pages. */
import { isForClient, pageSizeOf } from '../../src-library/model/print.ts'
import type { Check, Given } from './check.ts'
import type { Page } from './paper.ts'

export const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words of the app's frame that no section may bring to paper. */
const frame =
  /\b(?:Settings|Print this section|Print the whole article|Copy reference|Skip to the text|Save PDF)\b/

type Furniture = {
  readonly month: RegExp
  readonly page: RegExp
  readonly footer: RegExp
  readonly asOf: RegExp
}

const english: Furniture = {
  month: /\bNovember (\d{4})/,
  page: /Page (\d+) of (\d+)/,
  footer: /Edition (\S+) · printed (\d+) \S+ (\d{4})/,
  asOf: /Facts as of/g,
}

/** What each language prints on every page, and in every part. */
const furniture: Readonly<Record<string, Furniture>> = {
  en: english,
  az: {
    month: /\bnoyabr (\d{4})/,
    page: /Səhifə (\d+) \/ (\d+)/,
    footer: /Buraxılış (\S+) · çap tarixi (\d+) \S+ (\d{4})/,
    asOf: /Faktların tarixi/g,
  },
  ru: {
    month: /ноябрь (\d{4})/,
    page: /Страница (\d+) из (\d+)/,
    footer: /Выпуск (\S+) · напечатано (\d+) \S+ (\d{4})/,
    asOf: /Сведения на/g,
  },
}

/** Full lines of running text on an A4 or Letter page have this many characters; larger text and A5 have fewer. */
const measure = { least: 55, most: 80 }

/** What lines end in of an address, where it breaks after a hyphen or inside of `%C9`. */
const brokenIn = (address: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const end = /\S{6,}$/u.exec(line.trim())?.[0] ?? ''
    return /(?:-|%[\dA-F]?)$/iu.test(end) && address.includes(end) ? [end] : []
  })

export const textChecks: readonly Check[] = [
  {
    rule: 'P7',
    says: 'every letter survives, and none is hidden',
    find: ({ paper, letters }) => [
      ...letters
        .filter((text) => !words(paper.text).includes(words(text)))
        .map((text) => `not found: “${text}”`),
      ...[...paper.text.matchAll(/[\uFFFD\u00AD\u2011]/gu)].map(
        ([letter]) => `U+${letter.codePointAt(0)?.toString(16).toUpperCase()}`,
      ),
      ...(paper.heldSpaces > 0 ? ['U+00A0: what is copied has other spaces than it seems'] : []),
    ],
  },
  {
    rule: 'P8',
    says: 'every page says its number and how many there are',
    find: ({ paper, language, job }) =>
      // Cards are cut apart.
      (job.preset === 'card' ? [] : paper.pages).flatMap(({ layout }, index) => {
        const [said = 'nothing', page, pages] = furnitureIn(language).page.exec(layout) ?? []
        return Number(page) === index + 1 && Number(pages) === paper.pages.length
          ? []
          : [`page ${index + 1}: ${said}`]
      }),
  },
  {
    rule: 'P9',
    says: 'the running head names the part of the page',
    find: (given) =>
      (given.job.preset === 'card' ? [] : given.paper.pages).flatMap((page, index) => {
        if (given.job.preset === 'handout') {
          return headOf(page).startsWith(given.title) ? [] : [`page ${index + 1}: “${headOf(page)}”`]
        }
        // The first page of a document of several parts, or with a cover, bears the title itself.
        const titled = given.drawn.parts > 1 || given.job.include.cover
        if (titled && index === 0) return []
        const expected = partOf(given, page, index + 1, titled)
        const head = headOf(page).toLowerCase()
        return head.includes(expected) ? [] : [`page ${index + 1}: “${head}” does not say “${expected}”`]
      }),
  },
  {
    rule: 'P10',
    says: 'every page says edition and print date; every part its date',
    find: ({ paper, edition, drawn, job, language }) => {
      const { footer, month } = furnitureIn(language)
      const [year, , day] = job.printedOn.split('-').map(Number)
      // A card says the day of its check: P37.
      if (job.preset === 'card') return []
      if (isForClient(job)) {
        return paper.pages.flatMap(({ layout }, index) =>
          Number(month.exec(words(layout))?.[1]) === year ? [] : [`page ${index + 1}`],
        )
      }
      // Each part says it in its own language.
      const dated = Object.values(furniture).reduce(
        (sum, { asOf }) => sum + (paper.text.match(asOf)?.length ?? 0),
        0,
      )
      return [
        ...paper.pages.flatMap(({ layout }, index) => {
          const [, of, on, at] = footer.exec(words(layout)) ?? []
          return of === edition && Number(on) === day && Number(at) === year ? [] : [`page ${index + 1}`]
        }),
        ...(dated >= drawn.parts ? [] : [`${dated} dates for ${drawn.parts} parts`]),
      ]
    },
  },
  {
    rule: 'P12',
    says: 'every source’s address is there in full as a link and to be typed as text; no line ends with its hyphen',
    find: ({ paper, drawn }) => {
      const text = paper.text.replace(/\s+/g, '')
      return drawn.addresses.flatMap(({ address, words: said }) => [
        ...(text.includes(said) ? [] : [`not in the text: ${said}`]),
        ...(address === null || decodeURI(address).includes(decodeURI(said))
          ? []
          : [`${said} is not ${address}`]),
        ...(address === null || paper.addresses.includes(address) ? [] : [`no link: ${address}`]),
        ...brokenIn(said, paper.text).map((line) => `a line ends in “${line}”`),
      ])
    },
  },
  {
    rule: 'P20',
    says: 'nothing of the app’s frame is printed',
    find: ({ paper }) => {
      const found = frame.exec(paper.text)?.[0]
      return found === undefined ? [] : [found]
    },
  },
  {
    rule: 'P23',
    says: 'text has the size that was asked for, and nothing but raised marks is under 9 points',
    find: ({ paper, drawn, job }) => {
      const set = new Map<number, number>()
      for (const { size, text } of paper.sizes) set.set(size, (set.get(size) ?? 0) + text.length)
      const small = paper.sizes.filter(({ size, text }) => size < 8.9 && !/^[\d\s,a-z]{0,4}$/.test(text))
      return [
        ...(drawn.paragraphs.length === 0 ||
        [...set.keys()].some((size) => Math.abs(size - job.textSize) < 0.4)
          ? []
          : [`nothing is set in ${job.textSize} points`]),
        ...small.map(({ size, text }) => `${size.toFixed(1)} points: “${text}”`),
      ]
    },
  },
  {
    rule: 'P24',
    says: 'lines of running text have 55 to 80 characters where the paper allows',
    find: (given) => {
      if (pageSizeOf(given.job.paper) === 'A5' || given.job.textSize > 14) return []
      const lengths = fullLines(given).map((line) => line.length)
      if (lengths.length < 5) return []
      const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
      return average >= measure.least && average <= measure.most ? [] : [`${average.toFixed(1)} on average`]
    },
  },
  {
    rule: 'P29',
    says: 'the contents name the pages their sections begin on',
    find: ({ paper, drawn }) =>
      drawn.contents.flatMap((title) => {
        // A cover may bear the same title.
        const begins = paper.outline.findLast((entry) => entry.title.replace(/^[\d.]+ /, '') === title)?.page
        const lines = paper.pages.flatMap(({ layout }) => layout.split('\n').map(words))
        const said = Number(
          lines
            .find((line) => line.includes(title) && / \d+$/.test(line))
            ?.split(' ')
            .at(-1),
        )
        return said === begins ? [] : [`“${title}” is said to be on page ${said}, and begins on ${begins}`]
      }),
  },
  {
    rule: 'P30',
    says: 'no page is empty',
    find: ({ paper }) =>
      paper.pages.flatMap((page, index) => (bodyOf(page).length > 0 ? [] : [`page ${index + 1}`])),
  },
]

/** What the head of a page names: what begins at its top, else what goes on, else what begins further down. */
function partOf({ paper, drawn }: Given, page: Page, number: number, titled: boolean): string {
  const entries = paper.outline.filter(({ level }) => level === 1)
  const title = (one: (typeof entries)[number] | undefined): string =>
    (one?.title ?? '').replace(/^[\d.]+ /, '')
  const [first] = entries.filter((entry) => entry.page === number)
  const top = bodyOf(page)
    .slice(0, 3)
    .map(({ text }) => words(text))
    .join(' ')
  const atTop = first !== undefined && top.includes(words(first.title).slice(0, 20))
  const running = entries.findLast((entry) => entry.page < number)
  const current = atTop ? first : (running ?? first)
  // The contents run on from the title.
  const inContents = titled && drawn.contents.length > 0 && current === entries[0]
  const before = top.startsWith('In brief') ? 'in brief' : 'contents'
  return (inContents ? before : title(current).slice(0, 24)).toLowerCase()
}

const furnitureIn = (language: string): Furniture => furniture[language] ?? english

/** The text above the body: running heads are in the top margin. */
const headOf = ({ lines, height }: Page): string =>
  lines
    .filter(({ bottom }) => bottom < height * 0.083)
    .map(({ text }) => text)
    .join(' ')

/** Lines between running head and footer. */
export const bodyOf = ({ lines, height }: Page): Page['lines'] =>
  lines.filter(({ top, bottom }) => bottom >= height * 0.083 && top <= height * 0.925)

/** Lines of paragraphs that the paragraph's next line follows: they are as full as they get. */
function fullLines({ paper, drawn }: Given): readonly string[] {
  const lines = paper.pages.flatMap((page) => bodyOf(page).map(({ text }) => words(text)))
  const paragraphs = drawn.paragraphs.filter((text) => text.length > 200)
  return lines.filter((line, index) => {
    const next = lines[index + 1] ?? ''
    return line.length > 20 && next !== '' && paragraphs.some((text) => text.includes(`${line} ${next}`))
  })
}
