/** Direct answers as they are shown and copied: the line that says how far to trust one, and its text. */
import type { DirectAnswer } from '../../../src-library/model/directanswer.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import type { Source } from '../../../src-library/model/source.ts'
import { describeSource } from '../../blocks/reference.ts'
import { formatDate } from '../../messages/dates.ts'
import type { Words } from '../../messages/words.ts'

export const sourceOf = (pack: Pack, answer: DirectAnswer): Source | null =>
  pack.sources.find(({ id }) => id === answer.source) ?? null

/**
 * One line: of a number, how and when it was checked; of another fact, who says it, when it was checked and how well
 * it is supported. `called` is the day on which this office called the number (ISO), where it did.
 */
export function trustOf(pack: Pack, answer: DirectAnswer, called: string | null, words: Words): string {
  const day = (date: string): string => formatDate(date, words.language)
  if (answer.phone) {
    const { checkedBy } = answer.phone
    if (called !== null && (checkedBy === 'documents' || called >= answer.checked))
      return words.direct.calledHere(day(called))
    return words.direct.checkedNumber[checkedBy](day(answer.checked))
  }
  return [
    sourceOf(pack, answer)?.publisher,
    words.direct.checked(day(answer.checked)),
    answer.confidence && words.confidence[answer.confidence].name,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Whether the number has been called: by the authors, or by this office. */
export const wasCalled = ({ phone }: DirectAnswer, called: string | null): boolean =>
  phone?.checkedBy === 'call' || called !== null

/** The text that is copied: the sentence, its trust and its source. `today` is an ISO day. */
export function textOfAnswer(pack: Pack, answer: DirectAnswer, called: string | null, words: Words): string {
  const source = sourceOf(pack, answer)
  const trust = trustOf(pack, answer, called, words)
  return [
    answer.phone ? `${answer.value}: ${answer.says}` : answer.says,
    ...(answer.phone?.abroad ? [`${words.direct.abroad} ${answer.phone.abroad}`] : []),
    answer.phone && !wasCalled(answer, called) ? `${trust} ${words.direct.callFirst}` : trust,
    ...(source ? [describeSource(source, words)] : []),
    `${pack.title}. ${words.reading.edition(pack.edition)}`,
  ].join('\n')
}

/** Whether a newer edition of the figure was due before `today` (an ISO day). */
export const isOverdue = ({ until }: DirectAnswer, today: string): boolean =>
  until !== null && until < today.slice(0, until.length)
