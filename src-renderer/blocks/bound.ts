/**
 * No-break spaces where a line must not end: "Tier 2", "article 144-1", "48,000 manat", "22 November". They are put in
 * as a text is drawn and nowhere else: stored, indexed and searched text has the author's own spaces, finding takes
 * any white space for a space, and copied text has plain ones.
 *
 * A rule names the words on both sides of a space. To bind too much costs a ragged line end and to bind too little
 * one such end, so the rules know words and no grammar.
 */
const noBreak = '\u00a0'

/** Languages with rules of their own; any other has the common ones. */
type Rules = { readonly before: string; readonly after: string; readonly months: string }

const rules: Readonly<Record<string, Rules>> = {
  en: {
    before:
      'tiers?|articles?|sections?|chapters?|parts?|steps?|tables?|figures?|nos?\\.|pages?|pp?\\.|decree|phase|round',
    after:
      'manats?|dollars|euros?|per cent|percent|hours?|days?|weeks?|months?|years?|thousand|million|billion|km|pt|px',
    months: 'january|february|march|april|may|june|july|august|september|october|november|december',
  },
  az: {
    before: 'tier|maddə|bənd|fəsil|səh\\.',
    after: 'maddə|bənd|hissə|manat|dollar|avro|faiz|saat|gün|ay|il|yaş|nəfər|min|milyon|milyard|km',
    months: 'yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr',
  },
  ru: {
    before: 'tier|стать(?:я|и|е|ю|ей|ёй)|ст\\.|ч\\.|п\\.|гл\\.|с\\.|стр\\.',
    after:
      'манат|доллар|евро|процент|час|сут|дн|день|недел|месяц|год|лет|г\\.|тыс|млн|млрд|миллион|миллиард|человек|км',
    months: 'январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр',
  },
}

const common: Rules = { before: 'tier', after: '', months: '' }

/** Of the inflected languages the beginning of a word is named, and any ending goes with it. */
const ending = '\\p{L}{0,8}(?!\\p{L})'
const start = '(?<![\\p{L}\\p{N}])'
/** A number as it is written: `48,000`, `144-1`, `2005-ci`. */
const number = '\\p{N}[\\p{N}.,-]{0,20}(?:-\\p{L}{1,3})?'

function patternsOf(language: string): readonly RegExp[] {
  const { before, after, months } = rules[language] ?? common
  const following = [after, months].filter((words) => words !== '').join('|')
  return [
    between(`(?:${start}(?:${before})|[§№])`, '\\p{N}'),
    ...(following === '' ? [] : [between(`${start}${number}`, `(?:${following})${ending}`)]),
    // Thousands apart by a space, and a sign that belongs to its number.
    between('\\p{N}', '(?:\\p{N}{3}(?!\\p{N})|[%‰₼€$])'),
    // Initials: M. Əliyev.
    between(`${start}\\p{Lu}\\.`, '\\p{Lu}', 'gu'),
    // Names of licences: CC BY-SA 4.0.
    between(`${start}CC`, 'BY', 'gu'),
    between(`${start}BY(?:-[A-Z]{2}){0,2}`, '\\p{N}', 'gu'),
    // A dash does not begin a line.
    between('', '[–—] '),
    // A word that says that a passage goes on is never alone on a line.
    between('^…', ''),
    between('', '…$'),
    ...(language === 'ru'
      ? [
          // A word of one letter does not end a line; nor is an abbreviation torn apart.
          between(`${start}[аивкосуя]`, '\\S'),
          between(`${start}(?:т\\.|и)`, '(?:[едпк]|др|пр)\\.'),
        ]
      : []),
  ]
}

/** The space between the two. It comes first in the pattern, so that nothing is looked at where there is none. */
const between = (left: string, right: string, flags = 'giu'): RegExp =>
  new RegExp(` (?<=${left} )(?=${right})`, flags)

const patterns = new Map<string, readonly RegExp[]>()

/** `text` with the spaces that hold what belongs together; `language` is a BCP 47 tag. Its length stays the same. */
export function bound(text: string, language: string): string {
  if (!text.includes(' ')) return text
  const primary = language.toLowerCase().split('-')[0] ?? ''
  let own = patterns.get(primary)
  if (!own) patterns.set(primary, (own = patternsOf(primary)))
  return own.reduce((said, pattern) => said.replace(pattern, noBreak), text)
}
