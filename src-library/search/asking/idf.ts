/** Robertson and Spärck Jones' inverse document frequency, as lunr reckons it: never negative. */
export const idf = (sections: number, holding: number): number =>
  Math.log(1 + Math.abs((sections - holding + 0.5) / (holding + 0.5)))
