/** The language of the text that is drawn below, for the rules of its typography. Elements say theirs by `lang`. */
import { getContext, setContext } from 'svelte'

const key = Symbol('text language')

export const provideTextLanguage = (language: () => string): unknown => setContext(key, language)

/** No language at all if none was named: then the rules that every language has apply. */
export const useTextLanguage = (): (() => string) => getContext<(() => string) | undefined>(key) ?? (() => '')
