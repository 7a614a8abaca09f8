/** The material of a print, read again: the print view shares nothing with the window. */
import type { Content } from '../../../src-bridge/content.ts'
import type { PrintFailure } from '../../../src-bridge/contract.ts'
import type { Article } from '../../../src-library/model/article.ts'
import { failure, success, type Outcome } from '../../../src-library/model/outcome.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import { Library } from '../../state/library.svelte.ts'
import { articleKey, type PrintLibrary } from '../dossier/chosen.ts'
import type { ViewSteps } from './viewsteps.ts'

type ArticlePlace = { readonly pack: string; readonly article: string }

/** Articles read at once: more gain nothing, and each holds a file open. */
const mostReads = 8

/** Works on all values, so many at a time. */
async function together<Value>(
  most: number,
  values: readonly Value[],
  work: (value: Value) => Promise<void>,
): Promise<void> {
  const left = values.values()
  const worker = async (): Promise<void> => {
    for (const value of left) await work(value)
  }
  await Promise.all(Array.from({ length: most }, worker))
}

/** The packs of the library and the articles that are wanted of them. */
export async function readLibrary(
  content: Content,
  steps: ViewSteps,
  wanted: (packs: ReadonlyMap<string, Pack>) => readonly ArticlePlace[],
): Promise<Outcome<PrintLibrary, PrintFailure>> {
  const library = new Library(content)
  await library.open()
  if (library.state === 'failed') return failed('The library could not be read.')
  const packs = new Map(library.readable.map((pack) => [pack.id, pack]))
  const articles = new Map<string, Article>()
  const each = new Map(wanted(packs).map((one) => [articleKey(one.pack, one.article), one]))
  const damaged: string[] = []
  let done = 0
  const read = async ([key, { pack, article }]: readonly [string, ArticlePlace]): Promise<void> => {
    const answer = await library.article(pack, article)
    if (answer.ok) articles.set(key, answer.value)
    else if (answer.failure.kind === 'damaged') damaged.push(article)
    steps.take({ kind: 'reading', done: ++done, all: each.size })
  }
  await together(mostReads, [...each], read)
  const [first] = damaged
  return first === undefined ? success({ packs, articles }) : failed(`Article ${first} is damaged.`)
}

const failed = (detail: string): Outcome<never, PrintFailure> => failure({ kind: 'render', detail })
