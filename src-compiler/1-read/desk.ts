/** The desk, ready-made sets and moved addresses of `pack.json`, as far as they can be read. */
import { printPresets, type PrintPreset } from '../../src-library/model/print.ts'
import type { Fields, LanguageText, TextAt } from './fields.ts'
import type { TextRange } from './text.ts'

export type NeedSetting = {
  readonly at: TextRange
  readonly says: readonly LanguageText[]
  /** Address of the section that answers it. */
  readonly answer: TextAt | null
}

export type NotCoveredSetting = {
  readonly at: TextRange
  readonly asks: readonly LanguageText[]
  readonly says: readonly LanguageText[]
  readonly source: TextAt | null
}

export type DeskSetting = {
  readonly numbers: readonly TextAt[]
  readonly needs: readonly NeedSetting[]
  readonly notCovered: readonly NotCoveredSetting[]
}

export type SetSetting = {
  readonly at: TextRange
  readonly id: TextAt | null
  readonly says: readonly LanguageText[]
  readonly sections: readonly TextAt[]
  readonly preset: PrintPreset | null
}

/** `article` or `article#anchor` of an earlier edition, and where it leads now. */
export type MoveSetting = { readonly from: TextAt; readonly to: TextAt }

export function readDesk(fields: Fields | null): DeskSetting {
  const desk = {
    numbers: fields?.texts('numbers') ?? [],
    needs: (fields?.records('needs') ?? []).map(needOf),
    notCovered: (fields?.records('notCovered') ?? []).map(notCoveredOf),
  }
  fields?.finish()
  return desk
}

function needOf(fields: Fields): NeedSetting {
  fields.required('answer')
  const need = { at: fields.at, says: fields.wording('says'), answer: fields.textAt('answer') }
  fields.finish()
  return need
}

function notCoveredOf(fields: Fields): NotCoveredSetting {
  fields.required('source')
  const setting = {
    at: fields.at,
    asks: fields.phrases('asks'),
    says: fields.wording('says'),
    source: fields.textAt('source'),
  }
  fields.finish()
  return setting
}

export function readSet(fields: Fields): SetSetting {
  fields.required('id')
  const set = {
    at: fields.at,
    id: fields.textAt('id'),
    says: fields.wording('says'),
    sections: fields.texts('sections'),
    preset: fields.choice('preset', printPresets),
  }
  fields.finish()
  return set
}
