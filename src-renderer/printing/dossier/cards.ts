/**
 * The cards a print job makes: one direct answer each, to be cut out and carried. A card names neither pack, article nor
 * source: it may lie where others see it. A pure function of the job and its packs.
 */
import { lastCheck, type DirectAnswer, type NumberCheck } from '../../../src-library/model/directanswer.ts'
import { failure, success, type Outcome } from '../../../src-library/model/outcome.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import {
  pageSizeOf,
  usualCard,
  type CardChoices,
  type ChosenSection,
  type PaperSize,
  type PrintJob,
} from '../../../src-library/model/print.ts'
import type { PartialDate } from '../../../src-library/model/source.ts'
import { entriesOf, sameLanguage, versionsOf } from '../../state/languages.ts'
import { calledOn } from './called.ts'

export type Card = {
  /** BCP 47. */
  readonly language: string
  /** Set large. */
  readonly value: string
  readonly isNumber: boolean
  /** Its sentence. Null on the card of a number that does not say so. */
  readonly says: string | null
  /** To be dialled from abroad. */
  readonly abroad: string | null
  /** A fact that is no number was only `read`. */
  readonly checkedBy: NumberCheck | 'read'
  readonly checked: PartialDate
}

export type CardFailure =
  | { readonly kind: 'not-found'; readonly missing: readonly ChosenSection[] }
  /** None of the chosen sections has a direct answer. */
  | { readonly kind: 'no-card' }

/** In the order chosen; never empty. */
export function makeCards(
  job: PrintJob,
  packs: ReadonlyMap<string, Pack>,
): Outcome<readonly Card[], CardFailure> {
  const choices = job.card ?? usualCard
  const found = job.sections.map((chosen) => ({ chosen, answers: answersIn(chosen, packs) }))
  const missing = found.filter(({ answers }) => answers === null).map(({ chosen }) => chosen)
  if (missing.length > 0) return failure({ kind: 'not-found', missing })
  const wanted = worthACard(
    found.flatMap(({ answers }) => answers ?? []),
    choices,
  )
  const cards = wanted.flatMap((one) =>
    inLanguages(one, choices).map((version) => cardOf(version, job, choices)),
  )
  return cards.length > 0 ? success(cards) : failure({ kind: 'no-card' })
}

/** Cards on one sheet of paper: A6 on A4, the like on Letter; one card of A5. */
export const cardsOnSheet = (paper: PaperSize): number => (pageSizeOf(paper) === 'A5' ? 1 : 4)

/** Sheet by sheet. The last sheet is filled with the first cards again: the paper is there. */
export function onSheets(cards: readonly Card[], paper: PaperSize): readonly (readonly Card[])[] {
  const each = cardsOnSheet(paper)
  return Array.from({ length: Math.ceil(cards.length / each) }, (_, sheet) =>
    Array.from({ length: each }, (_, place) => cards[(sheet * each + place) % cards.length]).filter(
      (card) => card !== undefined,
    ),
  )
}

/** All that cards say of their subject, for the list of telling words. */
export const textsOfCards = (
  cards: readonly Card[],
  title: string | null,
): readonly { readonly text: string; readonly language: string }[] =>
  cards.flatMap(({ value, says, language }) =>
    [title, value, says].flatMap((text) => (text === null ? [] : [{ text, language }])),
  )

type CardAnswer = { readonly pack: Pack; readonly answer: DirectAnswer }

/** The answers of a section, with those of the sections below it if they were chosen too; null if there is no such section. */
function answersIn(
  { pack: id, article, anchor, subsections }: ChosenSection,
  packs: ReadonlyMap<string, Pack>,
): readonly CardAnswer[] | null {
  const pack = packs.get(id)
  const sections = pack && entriesOf(pack).find((one) => one.id === article)?.sections
  const at = sections?.findIndex((section) => section.anchor === anchor) ?? -1
  const root = sections?.[at]
  if (!pack || !sections || !root) return null
  const after = sections.slice(at + 1)
  const ends = after.findIndex(({ depth }) => depth <= root.depth)
  const below = subsections ? after.slice(0, ends < 0 ? after.length : ends) : []
  return [root, ...below].flatMap((section) =>
    pack.answers
      .filter(({ section: of }) => of.article === article && of.anchor === section.anchor)
      .map((answer) => ({ pack, answer })),
  )
}

/** Each once. Numbers come before all else: a card of a fact is made where it is asked for, or where there is no number. */
function worthACard(found: readonly CardAnswer[], { answer: id }: CardChoices): readonly CardAnswer[] {
  const once = found.filter(
    ({ answer }, position) => found.findIndex((other) => other.answer === answer) === position,
  )
  if (id !== null) return once.filter(({ answer }) => answer.id === id)
  const numbers = once.filter(({ answer }) => answer.phone !== null)
  return numbers.length > 0 ? numbers : once
}

/** The answer, and after it its translations if they are asked for. */
function inLanguages({ pack, answer }: CardAnswer, { languages }: CardChoices): readonly CardAnswer[] {
  if (languages === 'own') return [{ pack, answer }]
  const versions = versionsOf(pack, answer.section.article).flatMap(({ id }) =>
    pack.answers.filter(
      (one) =>
        one.id === answer.id && one.section.article === id && one.section.anchor === answer.section.anchor,
    ),
  )
  const others = versions.filter((one) => !sameLanguage(one.language, answer.language))
  return [answer, ...others].map((one) => ({ pack, answer: one }))
}

function cardOf({ pack, answer }: CardAnswer, job: PrintJob, { sentence }: CardChoices): Card {
  const { language, value, says, phone, checked } = answer
  if (!phone) return { language, value, isNumber: false, says, abroad: null, checkedBy: 'read', checked }
  return {
    language,
    value,
    isNumber: true,
    says: sentence ? says : null,
    abroad: phone.abroad ?? abroadBeside(pack, answer),
    ...lastCheck(phone, checked, calledOn(job, pack.id, phone.number)),
  }
}

/** Many short numbers can't be dialled from abroad: then another number of the same section can. */
const abroadBeside = (pack: Pack, { section, language }: DirectAnswer): string | null =>
  pack.answers.find(
    (one) =>
      one.phone?.abroad &&
      one.section.article === section.article &&
      one.section.anchor === section.anchor &&
      one.language === language,
  )?.phone?.abroad ?? null
