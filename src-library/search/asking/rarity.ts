/** How rare words are, and how long fields are, over all packs: one index of all of them would say the same. */
import { fieldCount } from '../index/fields.ts'
import type { SearchIndex } from '../index/load.ts'
import { exactForms, isKnown, type Form, type Forms } from './forms.ts'
import { idf } from './idf.ts'

/**
 * How rare a word is, by its own forms; words that only begin as it does are as rare as their beginning is, or a rare word that begins
 * as many others do would count for nothing.
 */
export function weigh(
  indexes: readonly SearchIndex[],
  all: readonly Forms[],
  sections: number,
): { forms: readonly Forms[]; rarity: number } {
  const roots = idf(
    sections,
    frequencyOf(
      indexes,
      all.map((forms) => forms.filter(({ kind }) => kind === 'root')),
    ),
  )
  if (!all.some(isKnown)) return { forms: all, rarity: roots }
  const rarity = idf(
    sections,
    frequencyOf(
      indexes,
      all.map((forms) => forms.filter(({ kind }) => kind !== 'root')),
    ),
  )
  const share = Math.min(roots / rarity, 1)
  const forms = all.map((each) =>
    each.map((form) => (form.kind === 'root' ? { ...form, weight: share } : form)),
  )
  return { forms, rarity }
}

/** The most sections that any of the forms is in, over all packs; `forms` has a list for each index. */
function frequencyOf(indexes: readonly SearchIndex[], forms: readonly Forms[]): number {
  const share = ({ weight }: Form): number => (weight === 1 ? 1 : 0.999)
  const [only = [], ...others] = forms
  if (others.length === 0) return only.reduce((most, form) => Math.max(most, form.frequency * share(form)), 0)
  // A term has another number in each index, and its sections are summed field by field, as one index counts them.
  const terms = new Map<string, { readonly fields: number[]; share: number }>()
  forms.forEach((each, number) => {
    const index = indexes[number]
    if (!index) return
    for (const form of each) {
      const word = index.terms.wordAt(form.term)
      const known = terms.get(word) ?? { fields: new Array<number>(fieldCount).fill(0), share: share(form) }
      for (const { field, size } of index.lists(form.term))
        known.fields[field] = (known.fields[field] ?? 0) + size
      known.share = Math.max(known.share, share(form))
      terms.set(word, known)
    }
  })
  return [...terms.values()].reduce((most, term) => Math.max(most, Math.max(...term.fields) * term.share), 0)
}

/** As one index over all of them would have them. */
export function averagesOf(indexes: readonly SearchIndex[]): readonly number[] {
  const [only, ...others] = indexes
  if (only && others.length === 0) return only.meta.averages
  const sections = indexes.reduce((sum, { sections: { size } }) => sum + size, 0)
  return Array.from(
    { length: fieldCount },
    (_, field) =>
      indexes.reduce((sum, index) => sum + (index.meta.averages[field] ?? 0) * index.sections.size, 0) /
      Math.max(sections, 1),
  )
}

/** A phrase weighs as much as its words. */
export const weightOf = (
  indexes: readonly SearchIndex[],
  sections: number,
  words: readonly string[],
): number =>
  words.reduce(
    (sum, word) =>
      sum +
      idf(
        sections,
        frequencyOf(
          indexes,
          indexes.map((index) => exactForms(index, word)),
        ),
      ),
    0,
  )
