/** The interface's words, handed down to every component in the reader's language. */
import { getContext, setContext } from 'svelte'
import { en } from './en.ts'

/** Every language's catalogue has exactly the English one's shape: a missing message does not compile. */
export type Words = typeof en

const key = Symbol('words')

export const provideWords = (words: Words): Words => setContext(key, words)

/** English if no other language was provided, so that a component can be drawn on its own. */
export const useWords = (): Words => getContext<Words | undefined>(key) ?? en
