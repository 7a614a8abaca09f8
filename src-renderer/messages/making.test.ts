import { expect, test } from 'vitest'
import { remarkCodes } from '../../src-compiler/0-import/draft.ts'
import { enCodes } from './en-making-codes.ts'

test('every remark of the importer has words', () => {
  expect(Object.keys(enCodes.remarks).sort()).toEqual([...remarkCodes].sort())
})
