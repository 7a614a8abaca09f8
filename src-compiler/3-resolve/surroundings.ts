/** What an article may point to: the rest of its pack. */
import type { Source } from '../../src-library/model/source.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import type { PackSettings } from '../1-read/settings.ts'
import type { Figures } from './figures.ts'
import type { PackTargets } from './packtargets.ts'
import type { Glossary } from './terms.ts'

export type Surroundings = {
  readonly settings: PackSettings
  readonly sources: ReadonlyMap<string, Source>
  readonly places: PackTargets
  readonly figures: Figures
  readonly glossary: Glossary
  /** Those that could be read, by id. */
  readonly documents: ReadonlyMap<string, ParsedDocument>
}
