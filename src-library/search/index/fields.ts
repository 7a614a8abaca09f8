/**
 * The searched parts of a section. `heading` is the section's own (the lead's is
 * the article's title); `context` is the text above it, the article's title
 * and the headings in between, which says what a section is about without being
 * in it; `roots` holds first letters of the words, for languages that want them; `asked` holds the words of people who
 * ask for the section, which it does not say itself.
 */
export const fields = ['heading', 'context', 'body', 'roots', 'asked'] as const
export type Field = (typeof fields)[number]
export const fieldCount = 5 satisfies (typeof fields)['length']

export const headingField = 0
export const contextField = 1
export const bodyField = 2
export const rootsField = 3
export const askedField = 4

/** Fields whose positions are kept: phrases are found where they can be shown. */
export const hasPositions = (field: number): boolean => field === headingField || field === bodyField
