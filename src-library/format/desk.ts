/** The desk, direct answers, ready-made sets and moved addresses of `pack.json`, decoded. */
import * as v from 'valibot'
import { mostNeeds, type Desk, type ReadySet } from '../model/desk.ts'
import { longestValue, numberChecks, type DirectAnswer } from '../model/directanswer.ts'
import type { Move } from '../model/pack.ts'
import { printPresets } from '../model/print.ts'
import { sectionAddress } from './article.ts'
import { distinct } from './decode.ts'
import { anchor, articleId, confidence, filled, languageTag, partialDate, sourceId } from './scalars.ts'
import { phrases, wording } from './wording.ts'

const directAnswer: v.GenericSchema<unknown, DirectAnswer> = v.object({
  id: anchor,
  section: sectionAddress,
  language: languageTag,
  value: v.pipe(
    filled,
    v.check((text) => text.length <= longestValue, `a value of at most ${longestValue} characters`),
  ),
  says: filled,
  asks: v.array(filled),
  source: sourceId,
  confidence: v.nullable(confidence),
  checked: partialDate,
  until: v.nullable(partialDate),
  phone: v.nullable(
    v.object({ number: filled, abroad: v.nullable(filled), checkedBy: v.picklist(numberChecks) }),
  ),
})

export const directAnswers = distinct(
  directAnswer,
  ({ section, id }) => `${section.article}#${id}`,
  'a list of answers that all differ',
)

export const desk: v.GenericSchema<unknown, Desk> = v.object({
  numbers: v.array(sectionAddress),
  needs: v.pipe(
    v.array(v.object({ says: wording, section: sectionAddress })),
    v.check((needs) => needs.length <= mostNeeds, `at most ${mostNeeds} needs`),
  ),
  notCovered: v.array(v.object({ asks: phrases, says: wording, source: sourceId })),
})

const readySet: v.GenericSchema<unknown, ReadySet> = v.object({
  id: anchor,
  says: wording,
  sections: v.pipe(v.array(sectionAddress), v.minLength(1, 'at least one section')),
  preset: v.picklist(printPresets),
})

export const readySets = distinct(readySet, ({ id }) => id, 'a list of sets whose ids all differ')

const move: v.GenericSchema<unknown, Move> = v.object({
  from: v.object({ article: articleId, anchor: v.nullable(anchor) }),
  to: sectionAddress,
})

export const moves = distinct(
  move,
  ({ from }) => `${from.article}#${from.anchor ?? ''}`,
  'a list of moved addresses that all differ',
)
