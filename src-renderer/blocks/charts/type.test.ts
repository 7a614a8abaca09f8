import { expect, test } from 'vitest'
import { brokenName, widthOf } from './type.ts'

test('a name breaks between words, into lines about as wide as its longest word', () => {
  expect(brokenName('Tier 2')).toEqual(['Tier 2'])
  expect(brokenName('Tier 2 Watch List')).toEqual(['Tier 2', 'Watch', 'List'])
  expect(brokenName('on the considerable list')).toEqual(['on the', 'considerable', 'list'])
})

test('longer text is given more room', () => {
  expect(widthOf('2015–2024')).toBeGreaterThan(widthOf('2015'))
})
