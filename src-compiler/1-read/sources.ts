/** `sources.yaml`: the works that citations point to. */
import { isSourceId } from '../../src-library/format/paths.ts'
import { sourceTypes, type Source } from '../../src-library/model/source.ts'
import { Fields } from './fields.ts'
import type { Opened } from './open.ts'
import { readYaml } from './yaml.ts'

/** By id. Without the file there are none; what is wrong with one is reported and the others stand. */
export function readSources(opened: Opened | null): ReadonlyMap<string, Source> {
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
    const source: Source = {
      id: name,
      title: fields.required('title'),
      publisher: fields.required('publisher'),
      // Without a type there was an error, and nothing of this is ever written.
      type: fields.choice('type', sourceTypes) ?? 'press',
      published: fields.date('published'),
      address: fields.text('address'),
      read: fields.date('read'),
    }
    fields.finish()
    if (isSourceId(name)) sources.set(name, source)
    else {
      const remedy = 'Use up to 100 letters a to z, digits, hyphens, underscores and dots.'
      report('bad-id', at, `\`${name}\` can’t be a source’s id.`, remedy)
    }
  }
  return sources
}
