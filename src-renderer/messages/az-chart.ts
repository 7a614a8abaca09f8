/** Of charts, in Azerbaijani. */
import type { Words } from './words.ts'

export const azChart: Words['chart'] = {
  rose: (name, from, since, to, until) => `${name}: artıb, ${since}: ${from}, ${until}: ${to}.`,
  fell: (name, from, since, to, until) => `${name}: azalıb, ${since}: ${from}, ${until}: ${to}.`,
  level: (name, from, since, to, until) => `${name}: dəyişməyib, ${since}: ${from}, ${until}: ${to}.`,
  list: (name, items) => `${name}: ${items}.`,
  most: 'Ən çox',
  least: 'Ən az',
  bestToWorst: 'Ən yaxşıdan ən pisə doğru',
  leftIsBest: 'solda ən yaxşı, sağda ən pis',
}
