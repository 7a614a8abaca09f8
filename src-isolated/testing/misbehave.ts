import * as v from 'valibot'
import { task } from '../task.ts'

export const misbehave = task({
  name: 'misbehave',
  input: v.object({ how: v.picklist(['count', 'look', 'loop', 'eat', 'end']) }),
  answer: v.object({ length: v.number(), asked: v.number(), pid: v.number() }),
})
