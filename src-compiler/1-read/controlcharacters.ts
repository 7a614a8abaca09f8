/** What a document can write by an escape and must not: control characters, and those that turn a line around. */
import { withoutUnwanted } from '../../src-library/model/controlcharacters.ts'
import type { Report } from '../diagnostics.ts'
import type { At } from './text.ts'

/** A value whose escapes, as `"\u202e"` or `&#x202e;`, wrote what `openText` lets through in no other way. */
export function harmless(written: string, at: At, report: Report): string {
  const { text, first } = withoutUnwanted(written)
  if (first)
    report(
      'control-character',
      at,
      `This writes the control character ${first.name}; it was read as a blank.`,
    )
  return text
}
