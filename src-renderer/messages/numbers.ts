/**
 * Numbers as each language writes them. The browser engine ships without Azerbaijani and would write them as
 * its own first language does; Russian, which it has, sets spaces and commas as the pack's Azerbaijani texts do.
 */
const tags: Readonly<Record<string, string>> = { az: 'ru' }

/** `12345.6` → “12,345.6” in English, “12 345,6” in Azerbaijani and Russian. */
export const formatNumber = (n: number, language: string): string =>
  n.toLocaleString(tags[language] ?? language)
