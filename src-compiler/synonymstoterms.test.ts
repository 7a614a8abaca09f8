import { expect, test } from 'vitest'
import { termsOf } from './synonymstoterms.ts'

const texts = new Map([
  ['en', 'A shelter is a safe house. The police and the hotline.'],
  ['az', 'Qurban sığınacaqda qalır. Polis.'],
  ['ru', 'Приют.'],
])
const turned = (synonyms: string) => termsOf(synonyms, texts, 'en')

test('each word gets the language of its letters, or of the documents it is in', () => {
  expect(turned('- [shelter, safe house, sığınacaq, приют]\n- [police, polis]')?.text).toBe(
    [
      'shelter:',
      '  en: { term: shelter, also: [safe house] }',
      '  az: { term: sığınacaq }',
      '  ru: { term: приют }',
      '',
      'police:',
      '  en: { term: police }',
      '  az: { term: polis }',
      '',
    ].join('\n'),
  )
})

test('a word that nothing tells about is read as the pack’s language and named', () => {
  expect(turned('- [hotline, hot wire, "152"]')).toEqual({
    text: 'hotline:\n  en: { term: hotline, also: [hot wire, "152"] }\n',
    concepts: 1,
    unsure: ['hot wire', '152'],
  })
})

test('two groups that begin with one word get two ids', () => {
  expect(turned('- [a house, b]\n- [a house, c]')?.text).toMatch(/^a-house:[^]*^a-house-2:/m)
})

test('converts nothing but a list of lists', () => {
  for (const text of ['a: b', '- a\n- b', 'text']) expect(turned(text)).toBeNull()
})
