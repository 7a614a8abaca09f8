/** Azerbaijani about bookmarks, reading positions, and what is kept. */
import { formatNumber } from './numbers.ts'
import type { KeepingWords } from './en-keeping.ts'

export const azKeeping: KeepingWords = {
  title: 'Nə saxlanılır',
  bookmarks: 'Əlfəcinlər',
  set: 'Əlfəcin qoy',
  unset: 'Əlfəcini sil',
  added: (title) => `“${title}” bölməsinə əlfəcin qoyuldu.`,
  removed: (title) => `“${title}” əlfəcini silindi.`,
  full: 'Min əlfəcin var, daha çoxuna yer yoxdur. Əvvəlcə bəzilərini silin.',
  forNow: 'Əlfəcinlər bu kompüterdə saxlanılmır: pəncərə bağlananda silinir.',
  all: (n) => `Bütün əlfəcinlər (${formatNumber(n, 'az')}) və nə saxlanıldığı`,
  lookFor: 'Onu axtar',
  stopped: 'Burada dayanmısınız:',
  lostStops: 'Artıq olmayan məqalələrdə dayandığınız yerlər',
  notKept: {
    'disk-full': 'Saxlamaq olmadı: disk doludur. Pəncərə bağlanana qədər qüvvədədir.',
    'too-large': 'Saxlamaq olmadı: saxlanılacaqlar həddən çoxdur. Nəyisə silin və yenidən cəhd edin.',
    'read-only': 'Saxlamaq olmadı: Fieldshelf öz qovluğuna yaza bilmir. Pəncərə bağlanana qədər qüvvədədir.',
    newer: 'Saxlamaq olmadı: faylı daha yeni Fieldshelf yazıb, ona toxunulmur.',
    unknown: 'Saxlamaq olmadı. Pəncərə bağlanana qədər qüvvədədir.',
  },
}
