/** Of charts, in Russian. */
import type { Words } from './words.ts'

export const ruChart: Words['chart'] = {
  rose: (name, from, since, to, until) => `${name}: рост с ${from} (${since}) до ${to} (${until}).`,
  fell: (name, from, since, to, until) => `${name}: снижение с ${from} (${since}) до ${to} (${until}).`,
  level: (name, from, since, to, until) => `${name}: ${from} (${since}) и ${to} (${until}).`,
  list: (name, items) => `${name}: ${items}.`,
  most: 'Больше всего',
  least: 'Меньше всего',
  bestToWorst: 'От лучшего к худшему',
  leftIsBest: 'слева лучшее, справа худшее',
}
