/** Rules about what a PDF reader and a screen reader make of the document. */
import { isForClient, plainCover, printsSources } from '../../src-library/model/print.ts'
import type { Check } from './check.ts'

/** Words for the boxes of check lists, in each language. */
const boxWords: ReadonlySet<string> = new Set([
  'Ticked',
  'Not ticked',
  'İşarələnib',
  'İşarələnməyib',
  'Отмечено',
  'Не отмечено',
])

export const structureChecks: readonly Check[] = [
  {
    rule: 'P4',
    says: 'the outline has the headings, in order and at their level',
    find: ({ paper, drawn, job }) => {
      // A client's sheet has none: see P31.
      if (isForClient(job)) return []
      const outline = paper.outline.map(({ level, title }) => `${level} ${title}`)
      const headings = drawn.headings.map(({ level, text }) => `${level} ${text}`)
      const length = Math.max(outline.length, headings.length)
      return Array.from({ length }, (_, index) => [outline[index], headings[index]] as const)
        .filter(([entry, heading]) => entry !== heading)
        .slice(0, 3)
        .map(([entry, heading]) => `“${entry ?? 'nothing'}” for “${heading ?? 'nothing'}”`)
    },
  },
  {
    rule: 'P11',
    says: 'every mark leads to an entry of the lists, and every entry back',
    find: ({ paper, drawn, job }) => {
      const entries = Object.keys(paper.destinations).filter((name) => /^source-\d+$/.test(name))
      const targets = paper.links.map(({ target }) => target)
      const marks = new Set(targets.filter((target) => target.startsWith('source-')))
      const back = targets.filter((target) => /^s\d+$/.test(target)).length
      const dangling = targets.filter((target) => paper.destinations[target] === undefined)
      if (!printsSources(job)) return marks.size === 0 ? [] : ['marks without a list']
      return [
        ...(drawn.sources.length > 0 ? [] : ['no list of sources']),
        ...drawn.sources.flatMap((title, index) => {
          const words = paper.text.replace(/\s+/g, ' ')
          return words.includes(title) ? [] : [`source ${index + 1} is not printed: ${title}`]
        }),
        ...[...marks].filter((mark) => !entries.includes(mark)).map((mark) => `no entry: ${mark}`),
        ...(marks.size <= drawn.sources.length
          ? []
          : [`${marks.size} marks, ${drawn.sources.length} sources`]),
        ...dangling.map((target) => `leads nowhere: ${target}`),
        ...(back >= drawn.sources.length ? [] : [`${back} ways back for ${drawn.sources.length} sources`]),
      ]
    },
  },
  {
    rule: 'P17',
    says: 'every picture has a text in its place',
    find: ({ paper, drawn }) => {
      const spoken = paper.alternatives.filter((text) => text.trim() !== '').length
      return spoken >= drawn.images ? [] : [`${spoken} of ${drawn.images} pictures`]
    },
  },
  {
    rule: 'P44',
    says: 'a cover names the organisation, and its logo has words in its place',
    find: ({ paper, job }) => {
      const { organisation, logo } = job.cover ?? plainCover
      if (!job.include.cover || isForClient(job)) return []
      const first = paper.pages[0]?.layout ?? ''
      return [
        ...(first.includes(organisation) ? [] : [`the cover does not say “${organisation}”`]),
        ...(logo === null || paper.alternatives.some((text) => text.includes(organisation))
          ? []
          : ['the logo has no words']),
      ]
    },
  },
  {
    rule: 'P33',
    says: 'every item of a check list has its box, and the box is said in words',
    find: ({ paper, drawn }) => {
      const boxes = paper.alternatives.filter((text) => boxWords.has(text)).length
      return boxes === drawn.checks ? [] : [`${boxes} boxes for ${drawn.checks} items`]
    },
  },
  {
    rule: 'P38',
    says: 'case file, briefing and training print what they are for',
    find: ({ paper, job, language }) => {
      if (language !== 'en') return []
      switch (job.preset) {
        case 'caseFile':
          return ['Who', 'When', 'Why'].filter((word) => !new RegExp(`^${word}$`, 'm').test(paper.text))
        case 'training':
          return paper.pages.flatMap(({ lines }, index) =>
            lines.some(({ text }) => text.trim() === 'Notes')
              ? []
              : [`page ${index + 1} has no lines for notes`],
          )
        case 'briefing': {
          const numbers = [...paper.text.matchAll(/¶ (\d+)/g)].map(([, number]) => Number(number))
          const wrong = numbers.findIndex((number, index) => number !== index + 1)
          return numbers.length === 0 || wrong >= 0 ? [`paragraph ${wrong + 1} is not numbered`] : []
        }
        default:
          return []
      }
    },
  },
  {
    rule: 'P18',
    says: 'no heading level is skipped in the tags',
    find: ({ paper }) => {
      const levels = [...paper.tags.matchAll(/^\s*H([1-6])\b/gm)].map(([, level]) => Number(level))
      return [
        ...(levels[0] === 1 ? [] : [`the first heading is of level ${levels[0]}`]),
        ...levels.flatMap((level, index) =>
          level > (levels[index - 1] ?? 0) + 1 ? [`level ${level} after ${levels[index - 1] ?? 0}`] : [],
        ),
      ]
    },
  },
  {
    rule: 'P19',
    says: 'every table’s head cells say what they head',
    find: ({ paper, drawn }) => {
      const heads = paper.tags.match(/^\s*TH\b.*\n(?:\s+\/.*\n)*/gm) ?? []
      const silent = heads.filter((head) => !head.includes('/Scope'))
      return [
        ...silent.map(() => 'a head cell without a scope'),
        ...(drawn.tables.length > 0 && heads.length === 0 ? ['no head cell at all'] : []),
      ]
    },
  },
]
