/**
 * The house's vocabulary: words and turns that make a sentence hard to read, with what to write instead. The reasons and
 * more examples are in CONTRIBUTING.md, "Plain English".
 */
export type Rule = {
  readonly id: string
  /** Matched against one sentence, whose white space is single spaces. With the flag `g`. */
  readonly pattern: RegExp
  readonly advice: string
}

export const vocabulary: readonly Rule[] = [
  {
    id: 'whoever',
    pattern: /\b(?:whoever|whomever|whosoever)\b/gi,
    advice: 'say “if you …”, “a person who …” or “the reader”',
  },
  { id: 'nobody', pattern: /\bnobody\b/gi, advice: 'say what is not done, or “no one” if a person is meant' },
  { id: 'anew', pattern: /\banew\b/gi, advice: 'say “again”' },
  { id: 'whom', pattern: /\bwhom\b/gi, advice: 'make it a sentence of its own, with a subject' },
  {
    id: 'let-go',
    pattern: /\b(?:lets?|letting) (?:it |them )?go\b/gi,
    advice: 'say “frees”, “releases” or “drops”',
  },
  {
    id: 'stands',
    pattern:
      /(?<![-\w])(?:stands|stand(?= (?:above|at|below|behind|beside|by|for|here|in|on|there|under|with)\b))(?!-)/gi,
    advice: 'say “is”, “are”, “lists”, “contains” or “appears”',
  },
  {
    id: 'for-who',
    pattern: /\b(?:for|to|of|by|from) who (?!knows\b)/gi,
    advice: 'say “for a reader who …”, or name the reader',
  },
  {
    id: 'what-as-subject',
    pattern:
      /(?:^|[.:;] |\) )[“"(]*what (?:is|was|has|had|are|were|can|it|they|comes|lies|must|may|a \w+ (?:is|has|says|holds))\b(?![^.]*\?)/gi,
    advice: 'begin with the thing itself: subject, verb, object',
  },
  { id: 'hangs-on', pattern: /\bhangs? on\b/gi, advice: 'say “depends on”' },
  {
    id: 'no-more',
    pattern: /\b(?:is|are|was|has|have|does) (?:it )?no more\b(?! than)/gi,
    advice: 'say “no longer”',
  },
  { id: 'such-that-is-told', pattern: /\bis told (?:of|by)\b/gi, advice: 'say who tells what' },
  {
    id: 'lest',
    pattern: /\b(?:lest|thereof|whereof|wherein|whereby|thereby|ere)\b/gi,
    advice: 'use an everyday word',
  },
]
