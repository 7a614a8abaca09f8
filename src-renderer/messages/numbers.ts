/**
 * Numbers as each language writes them. The browser engine ships without Azerbaijani and would write them as
 * its own first language does; Turkish, which it has, sets points and commas in the same places.
 */
const tags: Readonly<Record<string, string>> = { az: 'tr' }

/** `12345.6` → “12,345.6” in English, “12.345,6” in Azerbaijani, “12 345,6” in Russian. */
export const formatNumber = (n: number, language: string): string =>
  n.toLocaleString(tags[language] ?? language)
