/** Russian about aids to reading. */
import type { AidWords } from './en-aids.ts'

const plural = new Intl.PluralRules('ru')
const count = (n: number, one: string, few: string, many: string): string => {
  const form = plural.select(n)
  return `${n.toLocaleString('ru')} ${form === 'one' ? one : form === 'few' ? few : many}`
}

export const ruAids: AidWords = {
  second: {
    name: (title) => `Вторая панель: ${title}`,
    open: 'Открыть рядом',
    close: 'Закрыть вторую панель',
    fold: 'Показать первую панель',
    unfold: 'Показать вторую панель',
    find: 'Найти во второй панели',
    section: 'Раздел',
    part: 'Статья длинная: панель показывает один её раздел.',
  },
  years: {
    open: 'Показатели на одной оси лет',
    title: 'Два показателя на одной оси лет',
    first: 'Первый показатель',
    other: 'Второй показатель',
    hint: '«Неизвестно»: у показателя нет значения за этот год.',
  },
  preview: {
    name: (title) => `Предпросмотр: ${title}`,
    within: (article) => `Статья: ${article}`,
    noText: 'Этот раздел начинается с таблицы или рисунка.',
  },
  mentions: {
    title: 'Где упоминается',
  },
  term: {
    lookUp: (word) => `Найти термин «${word}»`,
    name: (word) => `Термин «${word}»`,
    none: (word) => `Слова «${word}» нет среди терминов этой библиотеки.`,
    also: 'также:',
    avoid: 'не употребляется:',
    search: (word) => `Искать «${word}»`,
  },
  within: {
    label: 'Искать в этой статье',
    found: (n) => count(n, 'раздел', 'раздела', 'разделов'),
    none: 'Ни в одном разделе этой статьи таких слов нет.',
    all: 'Искать во всей библиотеке',
  },
  listening: {
    listen: 'Слушать',
    stop: 'Остановить',
    pause: 'Пауза',
    goOn: 'Продолжить',
    reading: (title) => `Читается вслух: ${title}`,
    ended: 'Раздел прочитан до конца.',
    failed: 'Голос этого компьютера не отвечает.',
    row: (column, value) => `${column}: ${value}.`,
  },
}
