/** `answers:` of a front matter: facts that people ask for, as far as they can be read. */
import { confidences, type Confidence } from '../../src-library/model/confidence.ts'
import { longestValue, numberChecks, type NumberCheck } from '../../src-library/model/directanswer.ts'
import type { PartialDate } from '../../src-library/model/source.ts'
import { Fields, type TextAt } from '../1-read/fields.ts'
import type { TextRange } from '../1-read/text.ts'
import type { Report } from '../diagnostics.ts'

export type AnswerSetting = {
  readonly at: TextRange
  /** Null: the section's anchor. */
  readonly id: TextAt | null
  /** Anchor of a section of the same document. */
  readonly section: TextAt | null
  readonly value: TextAt | null
  readonly says: string
  readonly asks: readonly TextAt[]
  readonly source: TextAt | null
  readonly confidence: Confidence | null
  readonly checked: PartialDate | null
  readonly until: PartialDate | null
  readonly number: TextAt | null
  readonly abroad: TextAt | null
  readonly checkedBy: NumberCheck | null
}

/** UTF-16 units of the sentence of an answer: more than this is a text to read. */
const longestSentence = 240

export function readAnswers(fields: Fields, report: Report): readonly AnswerSetting[] {
  return fields.records('answers').map((one) => answerOf(one, report))
}

function answerOf(fields: Fields, report: Report): AnswerSetting {
  for (const key of ['section', 'says', 'source', 'checked']) fields.required(key)
  const number = fields.textAt('number')
  if (!number) fields.required('value')
  if (number) fields.required('checkedBy')
  const answer = {
    at: fields.at,
    id: fields.textAt('id'),
    section: fields.textAt('section'),
    value: fields.textAt('value') ?? number,
    says: fields.text('says') ?? '',
    asks: fields.texts('asks'),
    source: fields.textAt('source'),
    confidence: fields.choice('confidence', confidences),
    checked: fields.date('checked'),
    until: fields.date('until'),
    number,
    abroad: fields.textAt('abroad'),
    checkedBy: fields.choice('checkedBy', numberChecks),
  }
  checkLengths(answer, fields, report)
  if (!number && (answer.abroad || answer.checkedBy))
    report(
      'bad-value',
      fields.keyAt(answer.abroad ? 'abroad' : 'checkedBy'),
      '`abroad` and `checkedBy` belong to a number to call.',
      'Add `number`, or take them out.',
    )
  if (answer.asks.length === 0)
    report(
      'missing-value',
      fields.keyAt('asks'),
      'This answer has no `asks`: no query opens it.',
      'Add what people type, such as asks: [how long, within how many hours].',
    )
  fields.finish()
  return answer
}

function checkLengths({ value }: AnswerSetting, fields: Fields, report: Report): void {
  const says = fields.textAt('says')
  if (value && value.value.length > longestValue)
    report(
      'bad-value',
      value.at,
      `A value is shown large and has up to ${longestValue} characters; this has ${value.value.length}.`,
      'Leave in `value` what a person writes down, and say the rest in `says`.',
    )
  if (says && says.value.length > longestSentence)
    report(
      'bad-value',
      says.at,
      `\`says\` is one sentence of up to ${longestSentence} characters; this has ${says.value.length}.`,
      'Shorten it: the section says the rest.',
    )
}
