/**
 * Every number that ranking depends on, in one place, with the measurement that set it. *Collections*
 * are the tuning halves of the four English retrieval collections of
 * docs/benchmarks.md, each as written, misspelt and with its last word cut: mean nDCG@10 of
 * 0.584 with these numbers. *Russian* and *Turkish* are those of the collections in that language, in the same ways. *Ranking table* is `ranking.tsv` on the bundled pack. A change
 * is measured on both; differences below 0.002 are noise.
 */
export const weights = {
  /**
   * BM25, https://www.staff.city.ac.uk/~sbrp622/papers/foundations_bm25_review.pdf. b 0.75, lunr's, is
   * 0.002 worse, 0.9 is 0.006 worse, 0.5 better in English and worse in Turkish; k1 0.9 to 1.2 are level, 1.6 is 0.002 worse.
   */
  k1: 1.2,
  b: 0.6,
  /**
   * heading, context, body, roots, asked. Heading 1 to 2 makes no difference on the collections; on the ranking table
   * 1.4 puts three more right than 1.2. Context 0.4 instead of 0.2 loses a query to the article above it. Roots of 0.3, weighed by
   * their own rarity, are 0.003 worse in Russian and 0.001 in Turkish, 1 is level; four letters or six instead of five are level. No roots
   * in Russian: −0.010.
   */
  fields: [1.4, 0.2, 1, 0.6, 1.2],
  /** Share of a word's weight for its completions: beside the word itself, and alone. 0.1 to 0.3 are level. */
  prefix: 0.3,
  prefixAlone: 0.8,
  /** For a synonym. 0.3 is no better on the ranking table. */
  synonym: 0.6,
  /** For the same concept in another language: below the words of the query's own. */
  translation: 0.4,
  /** For the nearest spelling, and again for each one after it. 0.5 to 1 are within 0.002. */
  correction: 0.7,
  /** The gain of a further form of a word after a first was found: without it, sections that use every synonym win. */
  again: 0.2,
  /**
   * Of a score, what a section with next to none of the words keeps. 1, no coverage: −0.004, −0.02 in Russian. 0.5 instead of 0.2 is
   * level on the collections, 0.008 worse in Russian and 0.002 in Turkish; 0.1 is no better.
   */
  coverageFloor: 0.2,
  /** Power of how often a word was asked. 0, once: −0.008; half: −0.003. Long questions repeat what they are about. */
  repeated: 1,
  /** Likeness to the best hits, as a share of the best score; from how many; how much more the first counts.
   * 0: −0.007; 0.35 instead of 0.25: +0.001. */
  latent: 0.35,
  feedback: 10,
  feedbackPower: 4,
  /** How many of the best are looked at again: for likeness, and for nearness and headings. 100 candidates
   * instead of 200: −0.002 MAP; 20 to 100 closest are level. */
  candidates: 200,
  closest: 20,
  /** Words side by side in order, as a share of the best score. 0: −0.002; 0.2 instead of 0.4: level, −0.002 in Russian and Turkish. */
  proximity: 0.4,
  /**
   * A heading that is all of the query and nothing else, as a share of the best score; and the same with its stop words. The
   * collections lose 0.001 by 0.8 instead of 0.3; the ranking table wins five queries: our headings are written to be found.
   */
  heading: 0.8,
  sameHeading: 0.5,
  /** Of both, what a translation has in a heading where none says it in the words that were typed. */
  relatedHeading: 0.9,
  /** For the same at the first look. 0.9 leaves what is there in English only below what mentions it. */
  relatedNamed: 1.25,
  /** A question word that the heading has as well, as a share of the best score. */
  question: 0.15,
  /** The gain of a section in the reader's language; and in the language whose letters the query is typed in. */
  ownLanguage: 0.12,
  toldLanguage: 0.4,
  /** Of a score, what is left to a list of words, to the lead of an article, and to an item of news. */
  wordList: 0.1,
  lead: 0.92,
  news: 0.9,
  /** The same for a hit whose heading says nearly the same as one above it, and from which share of common words on it does. */
  sameTitle: 0.8,
  sameTitleFrom: 0.75,
  /** Edits within which words are offered when nothing matched. */
  offeredEdits: 3,
}
