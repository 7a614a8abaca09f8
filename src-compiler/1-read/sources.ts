/** `sources.yaml`: the works that citations point to. */
import { isSourceId } from '../../src-library/format/paths.ts'
import { sourceTypes, type Source } from '../../src-library/model/source.ts'
import type { Report } from '../diagnostics.ts'
import { Fields, type TextAt } from './fields.ts'
import type { OpenedText } from './open.ts'
import { readYaml } from './yaml.ts'

/** By id. Without the file there are none; a wrong one is reported and the others are kept. */
export function readSources(opened: OpenedText | null): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>()
  if (!opened) return sources
  const { text } = opened.text
  const { report } = opened
  const tree = readYaml({ text, at: { start: 0, end: text.length }, report, code: 'bad-source' })
  if (tree?.kind !== 'map') {
    if (tree)
      report('bad-source', tree.at, 'This should be a list of sources by id, as docs/pack-format.md shows.')
    return sources
  }
  for (const { name, at, fields } of new Fields(tree, report).named()) {
    fields.required('type')
    const address = fields.textAt('address')
    const original = fields.textAt('original')
    const extent = fields.choice('extent', extents)
    const source: Source = {
      id: name,
      title: fields.required('title'),
      publisher: fields.required('publisher'),
      // Without a type there was an error, and nothing of this is ever written.
      type: fields.choice('type', sourceTypes) ?? 'press',
      published: fields.date('published'),
      address: address?.value ?? null,
      read: fields.date('read'),
      ...(original && { original: original.value }),
      ...(extent === 'excerpt' && { extent }),
    }
    checkPassages(fields.texts('passages'), report)
    fields.finish()
    for (const place of [address, original]) if (place) checkAddress(place, report)
    if (isSourceId(name)) sources.set(name, source)
    else {
      const remedy = 'Use up to 100 letters a to z, digits, hyphens, underscores and dots.'
      report('bad-id', at, `\`${name}\` can’t be a source’s id.`, remedy)
    }
  }
  return sources
}

/** How much of a work was read. */
const extents = ['whole', 'excerpt'] as const

const longestPassage = 600

/**
 * The sentences of a work that a figure or a quotation rests on. They are for a second reader, who compares
 * them with the text; they stay with the author and are not compiled.
 */
function checkPassages(passages: readonly TextAt[], report: Report): void {
  for (const { value, at } of passages) {
    if (value.length <= longestPassage) continue
    const message = `This passage has ${value.length} characters; ${longestPassage} is the most.`
    report('bad-value', at, message, 'Keep the sentence that the figure or the quotation rests on.')
  }
}

/** A home page does not show a reader the cited work. */
function checkAddress({ value, at }: TextAt, report: Report): void {
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return
  const message = `\`${value}\` is a home page: a reader can’t find the work there.`
  report('home-page', at, message, 'Give the address of the page itself.')
}
