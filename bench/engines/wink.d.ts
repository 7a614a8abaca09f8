declare module 'wink-bm25-text-search' {
  type Engine = {
    defineConfig(config: { fldWeights: Record<string, number> }): void
    definePrepTasks(tasks: readonly unknown[]): void
    addDoc(document: Record<string, string>, id: number): void
    consolidate(): void
    search(text: string, limit: number): [id: number, score: number][]
    exportJSON(): string
    importJSON(json: string): void
  }
  export default function bm25(): Engine
}
declare module 'wink-nlp-utils' {
  const nlp: { readonly string: Record<string, unknown>; readonly tokens: Record<string, unknown> }
  export default nlp
}
