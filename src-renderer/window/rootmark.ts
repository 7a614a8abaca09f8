/**
 * What is open over the page, as an attribute of its root: style sheets keep room for it. In place of `:has()`, which
 * browsers before the end of 2023 do not know.
 */
export type RootMark = 'finding' | 'marked' | 'appearance'

/** Sets the attribute `data-<mark>`; call what is returned when it is closed. */
export function markRoot(mark: RootMark): () => void {
  const { dataset } = document.documentElement
  dataset[mark] = ''
  return () => void Reflect.deleteProperty(dataset, mark)
}
