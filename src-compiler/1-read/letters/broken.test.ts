import { describe, expect, it } from 'vitest'
import { mayBeBroken, mendBroken } from './broken.ts'
import { misreadings } from './encodings.ts'

const mend = (line: string): string => (mayBeBroken(line) ? (mendBroken(line) ?? line) : line)

/** The line as a program shows it that reads its UTF-8 in another encoding; null where a byte has no letter there. */
function misread(line: string, name: string): string | null {
  const letters = new Map(
    [...(misreadings.find((one) => one.name === name)?.bytes ?? [])].map(([letter, byte]) => [byte, letter]),
  )
  const read = Array.from(new TextEncoder().encode(line), (byte) =>
    byte < 128 ? String.fromCharCode(byte) : letters.get(byte),
  )
  return read.includes(undefined) ? null : read.join('')
}

const lines = [
  'It’s the victim’s right — “informed consent” — to say no.',
  'İnsan alverinə qarşı mübarizə haqqında Qanun, 2005-ci il',
  'Mərkəzi Şura, Gəncə şəhəri, Ələt qəsəbəsi: çağrı mərkəzi',
  'Статья 144-1 Уголовного кодекса: торговля людьми',
  'Горячая линия «152» работает круглосуточно',
  'Liège, l’Hôpital français: 48 000 €',
]

describe.each(['windows-1252', 'windows-1251', 'windows-1254', 'koi8-r', 'ibm866', 'cp437', 'macintosh'])(
  'UTF-8 read as %s',
  (name) => {
    it.each(lines)('is read back: %s', (line) => {
      const broken = misread(line, name)
      if (broken !== null) expect(mend(broken)).toBe(line)
    })

    it.each(lines)('is read back when it was read so twice: %s', (line) => {
      const once = misread(line, name)
      const twice = once === null ? null : misread(once, name)
      if (twice !== null) expect(mend(twice)).toBe(line)
    })
  },
)

describe('a line whose letters are right', () => {
  it.each([
    ...lines,
    'RETWEET SE VOCÊ…',
    'CAFÉ™ and 5×£35 and 4288×…',
    'SELKÄ\u00a0EDELLÄ\u00a0MAAHAN',
    'a radius of 10 Å—',
    '!YO SÉ¡',
    'Charlotte Brontë…”',
    'Рёбра, ТЁМНЫЙ, «Её», №5 — “да”',
    'Определения составлены; Переживший — ред., тип, час',
    'осуждён, осуждены, осуждённые, вынес приговор',
    'В ДЁГТЕ И ЛЁД, Дёшево, щёлк и днём; идёт, найдём, придётся',
    'ПоздравЂаво, ЉУБАВ, Џак',
    'Који ћемо? Ђак и њива',
    'Þingvellir, ýmir, æðstu: Íslendingar',
    'Příliš žluťoučký kůň úpěl ďábelské ódy',
    'Zażółć gęślą jaźń',
    'أهلاً وسهلاً, שלום, ქართული, ελληνικά',
    '日本語と中文, 한국어…”',
    'É™ alone, Ã alone, Ð and Ñ',
  ])('stays: %s', (line) => expect(mend(line)).toBe(line))
})

it.each([
  ['itâ€™s', 'it’s'],
  ['Ð¡Ñ‚Ð°Ñ‚ÑŒÑ\u008f', 'Статья'],
  ['\u0093próximo\u0094', '“próximo”'],
  ['Ïðèâåò, êàê äåëà', 'Привет, как дела'],
  ['50 AZN â€” hÉ™r ay', '50 AZN — hər ay'],
  ['mÉ™rkÉ™z “Ümid”', 'mərkəz “Ümid”'],
  ['lost: â€\ufffd', 'lost: \ufffd'],
])('%s is %s', (broken, right) => expect(mend(broken)).toBe(right))
