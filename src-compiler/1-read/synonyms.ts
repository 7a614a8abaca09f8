/** `synonyms.yaml`: words that mean the same, for the search index. */
import type { Opened } from './open.ts'
import { readYaml } from './yaml.ts'

/** Groups of two and more; what is wrong is reported and left out. */
export function readSynonyms(opened: Opened | null): readonly (readonly string[])[] {
  if (!opened) return []
  const { text } = opened.text
  const { report } = opened
  const tree = readYaml({ text, at: { start: 0, end: text.length }, report, code: 'bad-synonyms' })
  if (tree === null || (tree.kind === 'map' && tree.entries.size === 0)) return []
  const groups = tree.kind === 'list' ? tree.items : [tree]
  return groups.flatMap((group) => {
    const words = group.kind === 'list' ? group.items : []
    const texts = words.flatMap((word) =>
      word.kind === 'text' && word.value.trim() !== '' ? [word.value.trim()] : [],
    )
    if (texts.length === words.length && texts.length >= 2) return [texts]
    report(
      'bad-synonyms',
      group.at,
      'A line should be a list of two or more words or phrases.',
      '- [one, another]',
    )
    return []
  })
}
