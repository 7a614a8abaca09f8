import { expect, test } from 'vitest'
import type { Suggestion } from '../engine/protocol.ts'
import { mostSuggestions, Suggestions } from './suggestions.svelte.ts'

const words = (text: string): Suggestion => ({ kind: 'words', text })
const section: Suggestion = {
  kind: 'section',
  pack: 'p',
  article: 'a',
  anchor: 'lead',
  title: 'Law',
  path: ['Law'],
}
const answering = (answer: Suggestion[]) => ({ suggest: () => Promise.resolve(answer) })

test('sections come before words, and the popup opens where it was asked to', async () => {
  const suggestions = new Suggestions(answering([words('lawyer'), section]), 'en', () => ({
    are: 'examples',
    words: [],
  }))
  expect(await suggestions.show('law', 'last')).toBe(true)
  expect(suggestions.all).toEqual([section, words('lawyer')])
  expect([suggestions.open, suggestions.active]).toEqual([true, 1])
  suggestions.close()
  expect([suggestions.open, suggestions.active]).toEqual([false, -1])
})

test('without anything to suggest nothing opens; a search that failed has nothing to suggest', async () => {
  for (const client of [answering([]), { suggest: () => Promise.reject(new Error('stopped')) }]) {
    const suggestions = new Suggestions(client, 'en', () => ({ are: 'examples', words: [] }))
    expect(await suggestions.show('law', 'first')).toBe(false)
    expect(suggestions.open).toBe(false)
  }
})

test('an empty field offers the words worth trying, and a text never more than a glance', async () => {
  const asked: [string, number, string][] = []
  const client = {
    suggest: (text: string, limit: number, language: string) => (
      asked.push([text, limit, language]),
      Promise.resolve([])
    ),
  }
  const suggestions = new Suggestions(client, 'en', () => ({ are: 'examples', words: ['hotline'] }))
  await suggestions.show('  ', 'first')
  expect(suggestions.all).toEqual([words('hotline')])
  await suggestions.show('law ', 'first')
  expect(asked).toEqual([['law', mostSuggestions, 'en']])
})

test('a closed popup stays closed while letters are typed, an open one follows them and leaves its option', async () => {
  const suggestions = new Suggestions(answering([words('lawyer')]), 'en', () => ({
    are: 'examples',
    words: [],
  }))
  await suggestions.follow('l')
  expect(suggestions.open).toBe(false)
  await suggestions.show('la', 'first')
  await suggestions.follow('law')
  expect([suggestions.open, suggestions.active]).toEqual([true, -1])
})

test('an answer that comes too late opens nothing', async () => {
  let answer: (found: Suggestion[]) => void = () => undefined
  const client = { suggest: () => new Promise<Suggestion[]>((resolve) => (answer = resolve)) }
  const suggestions = new Suggestions(client, 'en', () => ({ are: 'examples', words: [] }))
  const shown = suggestions.show('law', 'first')
  suggestions.close()
  answer([words('lawyer')])
  await shown
  expect(suggestions.open).toBe(false)
})
