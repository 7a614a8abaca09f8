/** Every number that ranking depends on, in one place. */
export const weights = {
  /** BM25, as in lunr and in most else: https://www.staff.city.ac.uk/~sbrp622/papers/foundations_bm25_review.pdf */
  k1: 1.2,
  b: 0.75,
  /** heading, context, body, roots */
  fields: [1.4, 0.2, 1, 0.3],
  /** Parts of a word's weight for what stands in for it. */
  prefix: 0.3,
  prefixAlone: 0.8,
  synonym: 0.6,
  correction: 0.7,
  /** What a further form of a word adds where one was found already. */
  again: 0.2,
  /** Of a score, what a section with next to none of the words keeps. */
  coverageFloor: 0.5,
  repeated: 1,
  latent: 0.25,
  feedback: 10,
  feedbackPower: 4,
  /** How many of the best are looked at again. */
  candidates: 200,
  closest: 40,
  /** Words right after one another, and near one another, as shares of the best score. */
  proximity: 0.2,
  /** A heading that is the query. */
  heading: 0.8,
  sameHeading: 0.5,
  /** What a section in the reader's language gains. */
  ownLanguage: 0.12,
  toldLanguage: 0.4,
  /** Edits within which words are offered when nothing matched. */
  offeredEdits: 3,
}
