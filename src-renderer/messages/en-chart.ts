/** Words of charts: the description for a reader who can't see one, and the headings above its lanes. */
export const enChart = {
  rose: (name: string, from: string, since: string, to: string, until: string) =>
    `${name}: rose from ${from} in ${since} to ${to} in ${until}.`,
  fell: (name: string, from: string, since: string, to: string, until: string) =>
    `${name}: fell from ${from} in ${since} to ${to} in ${until}.`,
  level: (name: string, from: string, since: string, to: string, until: string) =>
    `${name}: ${from} in ${since} and ${to} in ${until}.`,
  list: (name: string, items: string) => `${name}: ${items}.`,
  most: 'Most',
  least: 'Least',
  bestToWorst: 'From best to worst',
  leftIsBest: 'best on the left, worst on the right',
}
