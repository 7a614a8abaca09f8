/** Characters that a document can write by an escape and must not: control characters, and those that turn a line around. */
import { withoutUnwanted } from '../../src-library/model/controlcharacters.ts'
import type { Report } from '../diagnostics.ts'
import { mendLigatures, withoutHidden } from './letters/signs.ts'
import type { TextRange } from './text.ts'

/** A value whose escapes, as `"\u202e"` or `&#x202e;`, wrote what `openText` lets through in no other way. */
export function harmless(written: string, at: TextRange, report: Report): string {
  const hidden = withoutHidden(written)
  const { text, first } = withoutUnwanted(hidden.text)
  if (hidden.first)
    report('signs-left-out', at, `This writes ${hidden.first.name}, which can’t be seen; it was left out.`)
  if (first)
    report(
      'control-character',
      at,
      `This writes the control character ${first.name}; it was read as a blank.`,
    )
  return mendLigatures(text)
}
