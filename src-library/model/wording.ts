/** One text in several languages, each language once; never empty. */
export type Wording = readonly { readonly language: string; readonly text: string }[]
