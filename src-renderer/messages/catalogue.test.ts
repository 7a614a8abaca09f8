import { describe, expect, test } from 'vitest'
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { wordsIn } from './catalogue.ts'
import { keptWordsFor } from './kept.ts'
import { settingsWordsFor } from './settings.ts'
import { signingWordsFor } from './signing.ts'
import { aidWordsFor } from './aids.ts'
import { en } from './en.ts'

/** Every message as text: functions are called with plain arguments. */
function messagesOf(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]): [string, string][] => {
    const at = `${path}.${name}`
    if (typeof value === 'string') return [[at, value]]
    if (typeof value === 'function') return [[at, String(value(3, 5, 7))]]
    return typeof value === 'object' && value !== null ? messagesOf(value, at) : []
  })
}

test.each([
  ['aids to reading', aidWordsFor],
  ['what is kept', keptWordsFor],
  ['Settings', settingsWordsFor],
  ['signing', signingWordsFor],
] as const)('the words of %s are each language’s own', async (_, wordsFor) => {
  const english = new Map(messagesOf(wordsFor(en)))
  for (const language of interfaceLanguages.filter((one) => one !== 'en')) {
    const messages = messagesOf(wordsFor(await wordsIn(language)))
    const same = messages.filter(([at, text]) => text === english.get(at) && /\p{L}{4}/u.test(text))
    expect(same.filter(([at]) => !/^\.(settings\.(sample|fonts)|reference\.gost)/.test(at))).toEqual([])
  }
})

describe.each(interfaceLanguages.filter((language) => language !== 'en'))('the catalogue %s', (language) => {
  test('says everything, in its own words and script', async () => {
    const words = await wordsIn(language)
    const english = new Map(messagesOf(en))
    const messages = messagesOf(words)
    expect(messages.map(([at]) => at).sort()).toEqual([...english.keys()].sort())
    const same = messages.filter(([at, text]) => text === english.get(at) && /\p{L}{4}/u.test(text))
    expect(same.filter(([at]) => !/^\.(app\.name|search\.examples)/.test(at))).toEqual([])
    for (const [at, text] of messages) expect(text.trim(), at).not.toBe('')
    expect(words.language).toBe(language)
  })

  test('counts as its language does', async () => {
    const { home } = await wordsIn(language)
    const forms = new Set([1, 2, 5].map((n) => home.sections(n).replace(/\d+/, '')))
    expect(forms.size).toBe(
      new Intl.PluralRules(language).resolvedOptions().pluralCategories.length > 2 ? 3 : 1,
    )
  })
})
