/** A document's blocks -> its sections, with their numbers, anchors and own attributes. */
import { isAnchor } from '../../src-library/format/paths.ts'
import { isPartialDate } from '../../src-library/format/scalars.ts'
import { leadAnchor } from '../../src-library/model/article.ts'
import { confidences, type Confidence } from '../../src-library/model/confidence.ts'
import type { PartialDate } from '../../src-library/model/source.ts'
import type { Report } from '../diagnostics.ts'
import { nameOf } from '../names.ts'
import { didYouMean } from '../suggest.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import type { ParsedBlock, ParsedHeading, ParsedInline } from '../2-parse/tree.ts'
import type { TextRange } from '../1-read/text.ts'
import { claimAnchors } from './anchors.ts'
import { textOfParsed } from './words.ts'

export type SectionOutline = {
  readonly anchor: string
  /** `2.1`; empty for the lead. */
  readonly number: string
  /** 1 for the lead, 2 to 6 below it. */
  readonly depth: number
  readonly title: string
  readonly heading: readonly ParsedInline[]
  readonly at: TextRange
  readonly blocks: readonly ParsedBlock[]
  /** Null where the section doesn't differ from its document. */
  readonly confidence: Confidence | null
  readonly factsAsOf: PartialDate | null
}

export type Outline = {
  readonly document: ParsedDocument
  /** The lead first. */
  readonly sections: readonly SectionOutline[]
}

const deepest = 6

export function outline(document: ParsedDocument): Outline {
  const { report } = document.source
  const { title } = document.frontMatter
  const groups = groupByHeading(withoutTitle(document.body.blocks, title), report)
  const [lead, ...rest] = groups
  const depths = depthsOf(
    rest.map(({ heading }) => heading),
    report,
  )
  const anchors = anchorsOf(
    rest.map(({ heading }) => heading),
    report,
  )
  const numbers = numbersOf(depths)
  return {
    document,
    sections: [
      {
        anchor: leadAnchor,
        number: '',
        depth: 1,
        title,
        heading: [{ kind: 'text', at: { start: 0, end: 0 }, value: title }],
        at: { start: 0, end: 0 },
        blocks: lead.blocks,
        confidence: null,
        factsAsOf: null,
      },
      ...rest.map(({ heading, blocks }, i) => ({
        anchor: anchors[i] ?? '',
        number: numbers[i] ?? '',
        depth: depths[i] ?? 2,
        title: textOfParsed(heading.children).trim(),
        heading: heading.children,
        at: heading.at,
        blocks,
        ...ownAttributes(heading, report),
      })),
    ],
  }
}

/** Many documents repeat their title as the first heading and the only one of its level: it opens no section. */
function withoutTitle(
  blocks: readonly (ParsedBlock | ParsedHeading)[],
  title: string,
): readonly (ParsedBlock | ParsedHeading)[] {
  const [first, ...rest] = blocks
  const isTitle =
    first?.kind === 'heading' &&
    first.depth === 1 &&
    first.attributes.anchor === null &&
    nameOf(textOfParsed(first.children)) === nameOf(title) &&
    !rest.some((block) => block.kind === 'heading' && block.depth === 1)
  return isTitle ? rest : blocks
}

type Group = { readonly heading: ParsedHeading; readonly blocks: ParsedBlock[] }

function groupByHeading(
  blocks: readonly (ParsedBlock | ParsedHeading)[],
  report: Report,
): readonly [{ readonly blocks: readonly ParsedBlock[] }, ...Group[]] {
  const lead: ParsedBlock[] = []
  const groups: Group[] = []
  for (const block of blocks) {
    if (block.kind !== 'heading') (groups.at(-1)?.blocks ?? lead).push(block)
    else if (textOfParsed(block.children).trim() !== '') groups.push({ heading: block, blocks: [] })
    else report('empty-heading', block.at, 'A heading without words opens no section; it is passed over.')
  }
  return [{ blocks: lead }, ...groups]
}

/** Depths from 2: a document that uses `#` is moved down by one. A level may be skipped upwards only. */
function depthsOf(headings: readonly ParsedHeading[], report: Report): readonly number[] {
  const shift = headings.some(({ depth }) => depth === 1) ? 1 : 0
  let before = 1
  return headings.map(({ depth: written, at }) => {
    const depth = written + shift
    if (depth > before + 1) {
      const should = '#'.repeat(before + 1 - shift)
      report(
        'level-skipped',
        at,
        `This heading has level ${written}; below the one before it, ${should.length} is the next.`,
        `Write ${should} here.`,
      )
    }
    before = depth
    if (depth <= deepest) return depth
    report('heading-too-deep', at, `A heading deeper than ${deepest} levels; it is set as level ${deepest}.`)
    return deepest
  })
}

function numbersOf(depths: readonly number[]): readonly string[] {
  const counters: number[] = []
  return depths.map((depth) => {
    const level = depth - 2
    counters.length = level + 1
    counters[level] = (counters[level] ?? 0) + 1
    return Array.from(counters, (count) => count ?? 0).join('.')
  })
}

function anchorsOf(headings: readonly ParsedHeading[], report: Report): readonly string[] {
  const seen = new Set<string>()
  const wanted = headings.map(({ children, attributes: { anchor } }) => {
    const title = textOfParsed(children)
    if (!anchor) return { title, explicit: null }
    if (!isAnchor(anchor.value)) {
      const remedy = `Write {#${nameOf(anchor.value)}}.`
      report('bad-anchor', anchor.at, `\`${anchor.value}\` can’t be an anchor.`, remedy)
      return { title, explicit: null }
    }
    if (anchor.value === leadAnchor) {
      report('anchor-taken', anchor.at, '`lead` is the anchor of the text before the first heading.')
    } else if (seen.has(anchor.value)) {
      report(
        'anchor-taken',
        anchor.at,
        `The anchor \`${anchor.value}\` stands at another heading of this document.`,
      )
    }
    seen.add(anchor.value)
    return { title, explicit: anchor.value }
  })
  return claimAnchors(wanted)
}

function ownAttributes(
  { attributes }: ParsedHeading,
  report: Report,
): Pick<SectionOutline, 'confidence' | 'factsAsOf'> {
  let confidence: Confidence | null = null
  let factsAsOf: PartialDate | null = null
  for (const { key, value, at } of attributes.pairs) {
    if (key === 'confidence') {
      confidence = confidences.find((one) => one === value) ?? null
      if (!confidence) {
        const message = `\`confidence\` should be one of ${confidences.join(', ')}; it is \`${value}\`.`
        report('bad-value', at, message, didYouMean(value, confidences))
      }
    } else if (key === 'as-of') {
      if (isPartialDate(value)) factsAsOf = value
      else report('bad-value', at, `\`as-of\` should be a date such as 2024-05; it is \`${value}\`.`)
    } else {
      const remedy = didYouMean(key, ['confidence', 'as-of'])
      report(
        'bad-attribute',
        at,
        `\`${key}\` can’t be set for a section.`,
        remedy ?? 'Known are confidence and as-of.',
      )
    }
  }
  return { confidence, factsAsOf }
}
