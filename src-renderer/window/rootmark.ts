/**
 * Marks what is open over the page, as an attribute of its root, so that style sheets keep room for it. It replaces
 * `:has()`, which browsers before the end of 2023 lack.
 */
export type RootMark = 'finding' | 'marked' | 'appearance' | 'second' | 'help'

/** Sets the attribute `data-<mark>`. Call the returned function when it is closed. */
export function markRoot(mark: RootMark): () => void {
  const { dataset } = document.documentElement
  dataset[mark] = ''
  return () => void Reflect.deleteProperty(dataset, mark)
}
