import type { Definition } from 'mdast'
import type { SourceText } from '../1-read/text.ts'
import type { Report } from '../diagnostics.ts'

/** What the conversion of one document's tree needs besides the tree. */
export type Conversion = {
  readonly text: SourceText
  readonly report: Report
  /** Of reference links, by mdast's identifier. */
  readonly definitions: ReadonlyMap<string, Definition>
  /** Identifiers of the definitions that something uses. */
  readonly used: Set<string>
  /** Offsets of markup that was spoken of already. */
  readonly said: Set<number>
}
